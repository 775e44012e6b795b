import Foundation

/// Numbers for byte strings: each distinct one gets the next, from 0. Hashing with open addressing over one arena,
/// so that a word that was seen before costs no allocation.
struct TermTable: Sendable {
    private var arena: [UInt8] = []
    /// Where each term ends in the arena.
    private var ends: [Int] = []
    /// Number of the term plus one; 0 for an empty slot.
    private var slots: [UInt32] = Array(repeating: 0, count: 1 << 12)
    private var hashes: [UInt32] = []

    var count: Int { ends.count }

    /// The bytes of a term.
    func bytes(_ number: Int) -> ArraySlice<UInt8> { arena[start(number)..<ends[number]] }

    func withBytes<Result>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        arena.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[start(number)..<ends[number]]))
        }
    }

    private func start(_ number: Int) -> Int { number == 0 ? 0 : ends[number - 1] }

    /// The number of a term, new or known.
    mutating func number(_ term: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = Self.hash(term)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let found = Int(slots[slot]) - 1
            if hashes[found] == hash, equals(found, term) { return found }
            slot = (slot + 1) & (slots.count - 1)
        }
        let new = ends.count
        slots[slot] = UInt32(new + 1)
        hashes.append(hash)
        arena.append(contentsOf: term)
        ends.append(arena.count)
        if ends.count * 2 > slots.count { grow() }
        return new
    }

    /// Eight bytes at a time, mixed as in SplitMix64: words are short, and asked for by the million.
    @inline(__always)
    private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var state = UInt64(truncatingIfNeeded: term.count) &* 0x9E37_79B9_7F4A_7C15
        var at = 0
        let raw = UnsafeRawBufferPointer(term)
        while at + 8 <= raw.count {
            state =
                (state ^ UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
                &* 0xBF58_476D_1CE4_E5B9
            state ^= state >> 29
            at += 8
        }
        var rest: UInt64 = 0
        while at < raw.count {
            rest = rest << 8 | UInt64(raw[at])
            at += 1
        }
        state = (state ^ rest) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: state >> 32)
    }

    private func equals(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = start(number)
        guard ends[number] - start == term.count else { return false }
        return arena.withUnsafeBufferPointer { bytes in
            guard let known = bytes.baseAddress, let wanted = term.baseAddress else { return term.isEmpty }
            return memcmp(known + start, wanted, term.count) == 0
        }
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(number + 1)
        }
    }
}
