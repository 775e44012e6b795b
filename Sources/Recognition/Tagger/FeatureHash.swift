import KGModel

/// Hashes of features: 64 bits, the same on every machine and in every run.
enum FeatureHash {
    static var seed: UInt64 { FNV1a.empty }

    @inline(__always)
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { FNV1a.hash(bytes) }

    static func of(_ text: String) -> UInt64 { of(text.utf8) }

    /// A long text, eight bytes at a time. Not the same as `of`.
    static func ofText(_ bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = UInt64(bytes.count)
            var at = 0
            while at + 8 <= bytes.count {
                hash = mix(
                    hash, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                at += 8
            }
            var rest: UInt64 = 0
            while at < bytes.count {
                rest = rest << 8 | UInt64(bytes[at])
                at += 1
            }
            return mix(hash, rest)
        }
    }

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        FNV1a.combine(hash, byte)
    }

    /// Two hashes (or small numbers) as one; the order counts. (The finalizer of SplitMix64.)
    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var x = (a ^ (b &* 0x9e37_79b9_7f4a_7c15)) &+ 0x9e37_79b9_7f4a_7c15
        x = (x ^ (x >> 30)) &* 0xbf58_476d_1ce4_e5b9
        x = (x ^ (x >> 27)) &* 0x94d0_49bb_1331_11eb
        return x ^ (x >> 31)
    }

    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64, _ c: UInt64) -> UInt64 { mix(mix(a, b), c) }

    @inline(__always)
    static func mix(_ a: UInt64, _ b: UInt64, _ c: UInt64, _ d: UInt64) -> UInt64 {
        mix(mix(mix(a, b), c), d)
    }
}

/// A map from hashes to positions, open addressing with linear probing. A hash is trusted to be the
/// key: with 64 bits, two features in ten million never meet.
struct HashIndex: Sendable {
    private var keys: [UInt64]
    private var values: [Int32]
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        keys = [UInt64](repeating: 0, count: size)
        values = [Int32](repeating: -1, count: size)
        mask = size - 1
    }

    /// The value of a hash, or -1.
    @inline(__always)
    func find(_ hash: UInt64) -> Int32 {
        var at = Int(truncatingIfNeeded: hash) & mask
        while true {
            let value = values[at]
            if value < 0 || keys[at] == hash { return value }
            at = (at + 1) & mask
        }
    }

    /// The value of a hash; a new hash gets `count` as its value.
    @inline(__always)
    mutating func findOrAdd(_ hash: UInt64) -> Int32 {
        var at = Int(truncatingIfNeeded: hash) & mask
        while values[at] >= 0 {
            if keys[at] == hash { return values[at] }
            at = (at + 1) & mask
        }
        let value = Int32(truncatingIfNeeded: count)
        insert(hash, value)
        return value
    }

    /// Sets the value of a hash.
    mutating func insert(_ hash: UInt64, _ value: Int32) {
        if count * 2 >= keys.count { grow() }
        var at = Int(truncatingIfNeeded: hash) & mask
        while values[at] >= 0 {
            if keys[at] == hash {
                values[at] = value
                return
            }
            at = (at + 1) & mask
        }
        keys[at] = hash
        values[at] = value
        count += 1
    }

    private mutating func grow() {
        let old = (keys, values)
        keys = [UInt64](repeating: 0, count: old.0.count * 2)
        values = [Int32](repeating: -1, count: old.0.count * 2)
        mask = keys.count - 1
        for (key, value) in zip(old.0, old.1) where value >= 0 {
            var at = Int(truncatingIfNeeded: key) & mask
            while values[at] >= 0 { at = (at + 1) & mask }
            keys[at] = key
            values[at] = value
        }
    }
}
