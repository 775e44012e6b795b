/// Eight bytes of a text, looked at together: answers have the highest bit of each byte that it is true of.
///
/// Source: H. Warren, "Hacker's Delight", 2nd edition, chapter 6, on finding bytes in a word.
struct EightBytes {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highest: UInt64 = 0x8080_8080_8080_8080

    private let bytes: UInt64

    /// Nil where fewer are left.
    @inline(__always)
    init?(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) {
        guard at + 8 <= text.count, let start = text.baseAddress else { return nil }
        bytes = UInt64(
            littleEndian: UnsafeRawPointer(start).loadUnaligned(fromByteOffset: at, as: UInt64.self))
    }

    @inline(__always)
    var isASCII: Bool { bytes & Self.highest == 0 }

    /// Letters and digits; all bytes must be ASCII.
    @inline(__always)
    var wordBytes: UInt64 {
        let lower = bytes | Self.ones &* 0x20
        // A byte below 128 that is n or more has the highest bit when 128 - n is added to it.
        let letters = (lower &+ Self.ones &* (0x80 - 0x61)) & ~(lower &+ Self.ones &* (0x80 - 0x7B))
        let digits = (bytes &+ Self.ones &* (0x80 - 0x30)) & ~(bytes &+ Self.ones &* (0x80 - 0x3A))
        return (letters | digits) & Self.highest
    }

    /// Bytes that are the given one, or would be with the bit that makes letters small.
    @inline(__always)
    func equal(to byte: UInt8) -> UInt64 {
        let differences = (bytes | Self.ones &* 0x20) ^ Self.ones &* UInt64(byte)
        let rest = Self.ones &* 0x7F
        return ~((differences & rest) &+ rest | differences | rest)
    }
}
