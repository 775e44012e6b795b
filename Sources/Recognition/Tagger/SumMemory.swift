/// Sums of weights that are wanted again and again, by the key of what they are sums of.
///
/// A table of fixed size in which a key takes the place of an earlier one; what it has lost is made again. A key is
/// trusted as the hash of a feature is (see `HashIndex`).
///
/// Its copies share the memory, for it is asked at every word; whoever made it calls `deallocate`.
struct SumMemory {
    /// Of each place; 0 where nothing is.
    private let keys: UnsafeMutableBufferPointer<UInt64>
    private let sums: UnsafeMutableBufferPointer<WeightSum>
    /// Sums for each key.
    private let width: Int
    private let bits: Int

    /// - Parameter bits: the binary logarithm of how many keys there is room for.
    init(width: Int, bits: Int) {
        self.width = width
        self.bits = bits
        keys = .allocate(capacity: 1 << bits)
        keys.initialize(repeating: 0)
        sums = .allocate(capacity: width << bits)
        sums.initialize(repeating: WeightSum())
    }

    func deallocate() {
        keys.deallocate()
        sums.deallocate()
    }

    /// The sums of a key; `make` adds to them where they are not there.
    @inline(__always)
    func withSums(
        of key: UInt64, _ make: (UnsafeMutableBufferPointer<WeightSum>) -> Void,
        _ body: (UnsafeMutableBufferPointer<WeightSum>) -> Void
    ) {
        let place = Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - bits))
        let first = place * width
        let own = UnsafeMutableBufferPointer(rebasing: sums[first..<first + width])
        if keys[place] != key {
            keys[place] = key
            own.update(repeating: WeightSum())
            make(own)
        }
        body(own)
    }
}
