import Foundation

/// Numbers for byte strings: each distinct one gets the next, from 0. Hashing with open addressing over one arena,
/// so that a word that was seen before costs no allocation, and most words one look into memory.
struct TermTable: Sendable {
    private struct Slot {
        /// See `TermTable.head`.
        var head: UInt64 = 0
        var hash: UInt32 = 0
        /// Number of the term plus one; 0 for an empty slot.
        var next: UInt32 = 0
    }

    private var arena: [UInt8] = []
    /// Where each term ends in the arena.
    private var ends: [Int] = []
    private var slots: [Slot] = Array(repeating: Slot(), count: 1 << 12)

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
        if term.count < 8 {
            var bytes: UInt64 = 0
            for byte in term.reversed() { bytes = bytes << 8 | UInt64(byte) }
            return number(ofShort: bytes, count: term.count)
        }
        var head = Self.long
        for (index, byte) in term.prefix(7).enumerated() { head |= UInt64(byte) << UInt64(8 * index) }
        let hash = Self.hash(term)
        let at = slot(hash, head) { equals($0, term) }
        if slots[at].next != 0 { return Int(slots[at].next) - 1 }
        arena.append(contentsOf: term)
        return fill(at, hash, head)
    }

    /// The number of a term of fewer than eight bytes, the first of them lowest.
    @inline(__always)
    mutating func number(ofShort bytes: UInt64, count: Int) -> Int {
        let head = bytes | UInt64(count) << 56
        let hash = Self.hash(head)
        let at = slot(hash, head) { _ in true }
        if slots[at].next != 0 { return Int(slots[at].next) - 1 }
        for index in 0..<count { arena.append(UInt8(truncatingIfNeeded: bytes >> UInt64(8 * index))) }
        return fill(at, hash, head)
    }

    /// The highest byte of the head of a term of eight bytes or more, of which the head holds the first seven. That of
    /// a shorter one is the number of its bytes: its head is all of it.
    private static let long: UInt64 = 0xFF << 56

    /// Where a term is, or belongs.
    @inline(__always)
    private func slot(_ hash: UInt32, _ head: UInt64, where isSame: (Int) -> Bool) -> Int {
        var at = Int(hash) & (slots.count - 1)
        while slots[at].next != 0 {
            if slots[at].head == head, slots[at].hash == hash, isSame(Int(slots[at].next) - 1) { break }
            at = (at + 1) & (slots.count - 1)
        }
        return at
    }

    /// Gives the next number to the term whose bytes end the arena.
    private mutating func fill(_ slot: Int, _ hash: UInt32, _ head: UInt64) -> Int {
        let new = ends.count
        slots[slot] = Slot(head: head, hash: hash, next: UInt32(new + 1))
        ends.append(arena.count)
        if ends.count * 2 > slots.count { grow() }
        return new
    }

    /// The finalizer of SplitMix64, without its last step.
    @inline(__always)
    private static func hash(_ head: UInt64) -> UInt32 {
        var state = (head ^ head >> 30) &* 0xBF58_476D_1CE4_E5B9
        state = (state ^ state >> 27) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: state >> 32)
    }

    /// Eight bytes at a time, mixed in the same way: words are short, and asked for by the million.
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
        let former = slots
        slots = Array(repeating: Slot(), count: former.count * 2)
        for slot in former where slot.next != 0 {
            var at = Int(slot.hash) & (slots.count - 1)
            while slots[at].next != 0 { at = (at + 1) & (slots.count - 1) }
            slots[at] = slot
        }
    }
}
