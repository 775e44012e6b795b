import KGModel

/// Hashes of features: 64 bits, the same on every machine and in every run.
enum FeatureHash {
    static var seed: UInt64 { FNV1a.empty }

    @inline(__always)
    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 { FNV1a.hash(bytes) }

    static func of(_ text: String) -> UInt64 { of(text.utf8) }

    @inline(__always)
    static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        FNV1a.combine(hash, byte)
    }

    /// Adds a byte in lower case.
    @inline(__always)
    static func addSmall(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        add((65...90).contains(byte) ? byte | 0x20 : byte, to: hash)
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
    /// Key and value side by side: a look-up waits for memory once.
    private struct Slot {
        var key: UInt64 = 0
        /// -1 where nothing is.
        var value: Int32 = -1
    }

    private var slots: [Slot]
    private var mask: Int
    private(set) var count = 0

    init(capacity: Int = 16) {
        var size = 32
        while size < capacity * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
    }

    /// The value of a hash, or -1.
    @inline(__always)
    func find(_ hash: UInt64) -> Int32 {
        var at = Int(truncatingIfNeeded: hash) & mask
        while true {
            let slot = slots[at]
            if slot.value < 0 || slot.key == hash { return slot.value }
            at = (at + 1) & mask
        }
    }

    /// The value of a hash if it lies where the search for it begins, else -1: a look without jumps.
    @inline(__always)
    func findFirst(_ hash: UInt64) -> Int32 {
        let slot = slots[Int(truncatingIfNeeded: hash) & mask]
        return slot.key == hash ? slot.value : -1
    }

    /// The value of a hash; a new hash gets `count` as its value.
    @inline(__always)
    mutating func findOrAdd(_ hash: UInt64) -> Int32 {
        let found = find(hash)
        if found >= 0 { return found }
        let value = Int32(truncatingIfNeeded: count)
        insert(hash, value)
        return value
    }

    /// Sets the value of a hash.
    mutating func insert(_ hash: UInt64, _ value: Int32) {
        if count * 2 >= slots.count { grow() }
        var at = Int(truncatingIfNeeded: hash) & mask
        while slots[at].value >= 0 {
            if slots[at].key == hash {
                slots[at].value = value
                return
            }
            at = (at + 1) & mask
        }
        slots[at] = Slot(key: hash, value: value)
        count += 1
    }

    private mutating func grow() {
        let old = slots
        slots = [Slot](repeating: Slot(), count: old.count * 2)
        mask = slots.count - 1
        for slot in old where slot.value >= 0 {
            var at = Int(truncatingIfNeeded: slot.key) & mask
            while slots[at].value >= 0 { at = (at + 1) & mask }
            slots[at] = slot
        }
    }
}
