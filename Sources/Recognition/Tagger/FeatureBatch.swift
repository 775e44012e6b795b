/// Features whose weights are wanted, gathered so that their look-ups run side by side: one after the
/// other, each would wait for memory.
///
/// Its copies share the memory; whoever made it calls `deallocate`.
struct FeatureBatch {
    /// A feature, and the place of the sum that its weights are added to.
    private struct Item {
        var hash: UInt64
        var place: Int
    }

    /// A feature that has weights: their position among the rows.
    private struct Hit {
        var row: Int
        var place: Int
    }

    private let weights: TaggerModel.Weights
    private let items: UnsafeMutableBufferPointer<Item>
    private let slots: UnsafeMutableBufferPointer<UInt64>
    private let hits: UnsafeMutableBufferPointer<Hit>
    private var count = 0

    private static let capacity = 512

    init(_ weights: TaggerModel.Weights) {
        self.weights = weights
        // Nothing is read before it is written.
        items = .allocate(capacity: Self.capacity)
        slots = .allocate(capacity: Self.capacity)
        hits = .allocate(capacity: Self.capacity)
    }

    func deallocate() {
        items.deallocate()
        slots.deallocate()
        hits.deallocate()
    }

    @inline(__always)
    mutating func add(_ hash: UInt64, to place: Int, of sums: inout [WeightSum]) {
        if count == Self.capacity { flush(into: &sums) }
        items.initializeElement(at: count, to: Item(hash: hash, place: place))
        // Without a jump: which features have weights is hard to foretell.
        count += weights.mayHave(hash) ? 1 : 0
    }

    /// Adds what has been gathered.
    mutating func flush(into sums: inout [WeightSum]) {
        for index in 0..<count { slots.initializeElement(at: index, to: weights.slot(items[index].hash)) }
        var found = 0
        for index in 0..<count {
            let row = weights.position(items[index].hash, slots[index])
            hits.initializeElement(at: found, to: Hit(row: row, place: items[index].place))
            found += row >= 0 ? 1 : 0
        }
        count = 0
        sums.withUnsafeMutableBufferPointer { sums in
            for index in 0..<found { sums[hits[index].place].add(weights.rows[hits[index].row]) }
        }
    }
}
