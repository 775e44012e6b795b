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
        var hash: UInt32 = 2_166_136_261
        for byte in term { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        hash ^= hash >> 15
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

    private func equals(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = start(number)
        guard ends[number] - start == term.count else { return false }
        return arena.withUnsafeBufferPointer { bytes in
            for index in 0..<term.count where bytes[start + index] != term[index] { return false }
            return true
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
