/// Sums of weights that are wanted again and again, each made once, by the key of what they are sums of.
///
/// A key is trusted as the hash of a feature is (see `HashIndex`).
struct SumMemory {
    private var index = HashIndex(capacity: 1024)
    private var sums: [WeightSum] = []
    /// Sums for each key.
    private let width: Int

    init(width: Int) { self.width = width }

    /// How many keys have sums.
    var count: Int { index.count }

    /// The sums of a key, made by `make` when they are asked for the first time.
    @inline(__always)
    mutating func withSums(
        of key: UInt64, _ make: (UnsafeMutableBufferPointer<WeightSum>) -> Void,
        _ body: (UnsafeMutableBufferPointer<WeightSum>) -> Void
    ) {
        let place = Int(index.findOrAdd(key)) * width
        let isNew = place == sums.count
        if isNew { for _ in 0..<width { sums.append(WeightSum()) } }
        sums.withUnsafeMutableBufferPointer {
            let own = UnsafeMutableBufferPointer(rebasing: $0[place..<place + width])
            if isNew { make(own) }
            body(own)
        }
    }
}
