/// FNV-1a over 64 bits: the same on every machine and in every run, unlike Swift's seeded `Hasher`.
/// Not for adversaries. Source: Fowler, Noll, Vo; draft-eastlake-fnv.
public enum FNV1a {
    /// The hash of nothing.
    @inlinable public static var empty: UInt64 { 0xcbf2_9ce4_8422_2325 }

    /// The hash of what `hash` stands for, followed by a byte.
    @inlinable public static func combine(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    @inlinable public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(empty, combine)
    }
}

/// The project's fingerprint for "has this changed".
public struct Fingerprint: Sendable {
    private var state = FNV1a.empty

    public init() {}

    public mutating func combine(_ bytes: UnsafeRawBufferPointer) {
        var hash = state
        for byte in bytes { hash = FNV1a.combine(hash, byte) }
        state = hash
    }

    /// The text and a terminator, so that `ab` + `c` differs from `a` + `bc`.
    public mutating func combine(_ text: String) {
        var text = text
        text.withUTF8 { combine(UnsafeRawBufferPointer($0)) }
        withUnsafeBytes(of: UInt8(0xFF)) { combine($0) }
    }

    /// Sixteen lower-case hexadecimal digits.
    public var hex: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
