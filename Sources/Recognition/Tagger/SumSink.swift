/// Adds up the weights of features at the words within windows.
struct SumSink: FeatureSink {
    private var batch: FeatureBatch
    private let weights: TaggerModel.Weights
    private let sharedSums: SumMemory
    private let occurrenceSums: SumMemory
    private(set) var sums: [WeightSum]
    /// The place in `sums` of each word of the passage, or -1.
    private var places: [Int32]

    /// - Parameter count: words of the passage.
    init(
        _ batch: FeatureBatch, _ weights: TaggerModel.Weights, _ memory: Spellings, count: Int,
        windows: ArraySlice<TaggerRun.Window>, sums: [WeightSum]
    ) {
        self.batch = batch
        self.weights = weights
        sharedSums = memory.sharedSums
        occurrenceSums = memory.occurrenceSums
        self.sums = sums
        places = [Int32](repeating: -1, count: count)
        for window in windows {
            for word in window.words {
                places[word] = Int32(truncatingIfNeeded: window.start + word - window.words.lowerBound)
            }
        }
    }

    @inline(__always)
    func wants(_ word: Int) -> Bool { places[word] >= 0 }

    func wants(_ words: Range<Int>) -> Bool {
        words.clamped(to: 0..<places.count).contains { places[$0] >= 0 }
    }

    @inline(__always)
    mutating func add(_ word: Int, _ hash: UInt64, _ group: FeatureGroup) {
        let place = Int(places[word])
        if place >= 0 { batch.add(hash, to: place, of: &sums) }
    }

    @inline(__always)
    mutating func add(_ word: Int, sharing key: UInt64, _ hashes: () -> [UInt64]) {
        let place = Int(places[word])
        guard place >= 0 else { return }
        sharedSums.withSums(of: key) { own in
            for hash in hashes() { weights.add(hash, to: &own[0]) }
        } _: {
            sums[place].add($0[0])
        }
    }

    /// Adds what the occurrences of the word at `at` give to the words of a window.
    @inline(__always)
    mutating func add(around at: Int, within window: Range<Int>, _ figures: OccurrenceFigures) {
        let reach = OccurrenceFigures.reach
        occurrenceSums.withSums(of: figures.key) { own in
            figures.features { offset, hash, _ in weights.add(hash, to: &own[offset + reach]) }
        } _: { own in
            let first = max(window.lowerBound, at - reach)
            for word in first..<max(first, min(window.upperBound, at + reach + 1)) {
                sums[Int(places[word])].add(own[at - word + reach])
            }
        }
    }

    mutating func flush() { batch.flush(into: &sums) }
}
