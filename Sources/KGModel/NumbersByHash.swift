/// Numbers of things by the hashes of these: what a dictionary does, without a second copy of the things.
///
/// Open addressing; a look-up takes time constant on average where hashes differ as things do.
public struct NumbersByHash: Sendable {
    /// Hash and number side by side: a look-up waits for memory once.
    @usableFromInline struct Slot: Sendable {
        @usableFromInline var hash: UInt64
        /// -1 where nothing is.
        @usableFromInline var number: Int32

        @usableFromInline init(hash: UInt64 = 0, number: Int32 = -1) {
            self.hash = hash
            self.number = number
        }
    }

    @usableFromInline var slots: [Slot]
    @usableFromInline var count = 0

    /// Makes room for so many numbers.
    public init(capacity: Int = 0) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
    }

    /// The number of the thing that has this hash and is the one that is asked for; nil where there is none.
    @inlinable
    public func number(_ hash: UInt64, where isSame: (Int) -> Bool) -> Int? {
        let found = slots[slot(of: hash, where: isSame)].number
        return found < 0 ? nil : Int(found)
    }

    /// The number that is kept for the thing already; else the given one, which is kept from now on.
    @inlinable
    @discardableResult
    public mutating func keep(_ number: Int, _ hash: UInt64, where isSame: (Int) -> Bool) -> Int {
        if count * 2 >= slots.count { grow() }
        let slot = slot(of: hash, where: isSame)
        if slots[slot].number >= 0 { return Int(slots[slot].number) }
        slots[slot] = Slot(hash: hash, number: Int32(truncatingIfNeeded: number))
        count += 1
        return number
    }

    /// Where the thing is, or belongs.
    @inlinable
    func slot(of hash: UInt64, where isSame: (Int) -> Bool) -> Int {
        slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var at = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
            while slots[at].number >= 0 {
                if slots[at].hash == hash, isSame(Int(slots[at].number)) { break }
                at = (at + 1) & mask
            }
            return at
        }
    }

    @usableFromInline mutating func grow() {
        let former = slots
        slots = Array(repeating: Slot(), count: former.count * 2)
        for one in former where one.number >= 0 { slots[slot(of: one.hash) { _ in false }] = one }
    }
}
