import KGModel

/// Tags one issue: the model, and memory that is reused from passage to passage.
final class TaggerRun {
    private let model: TaggerModel
    private let weights: TaggerModel.Weights
    private let features: TaggerFeatures
    private let spellings: Spellings
    private let lattice = ChainLattice()
    /// The stretches that can hold names, of all passages.
    @exclusivity(unchecked)
    private var windows: [Window] = []
    /// Summed weights of the words of all windows, one window behind the other.
    @exclusivity(unchecked)
    private var sums: [WeightSum] = []
    private let batch: FeatureBatch

    /// A stretch of a passage that is tagged.
    struct Window {
        var passage: Int
        var words: Range<Int>
        /// Place of its first word in `sums`.
        var start: Int
    }

    /// Spans below this are not even candidates.
    static let candidateThreshold: Float = 0.25

    init(
        model: TaggerModel, weights: TaggerModel.Weights, features: TaggerFeatures, spellings: Spellings
    ) {
        self.model = model
        self.weights = weights
        self.features = features
        self.spellings = spellings
        batch = FeatureBatch(weights)
    }

    deinit { batch.deallocate() }

    /// The spans of each passage, with raw probabilities.
    func tag(_ evidence: [[SpanEvidence]]) -> [[TaggedSpan]] {
        let passages = features.issue.passages
        var spans = [[TaggedSpan]](repeating: [], count: passages.count)
        for index in passages.indices where !passages[index].words.isEmpty {
            let hints = features.hints(index)
            let stretches = features.windows(index, hints: hints, evidence: evidence[index])
            guard !stretches.isEmpty else { continue }
            let before = windows.count
            sum(index, stretches, hints, evidence[index])
            for window in windows[before...] { decode(window, into: &spans[index]) }
        }
        lookAgain(&spans)
        return spans
    }

    /// Tags the windows once more in or near which stands what was seen elsewhere in the issue.
    private func lookAgain(_ spans: inout [[TaggedSpan]]) {
        let seen = IssueEvidence.evidence(ofFirstPass: spans, in: features)
        var from = 0
        while from < windows.count {
            let passage = windows[from].passage
            var to = from
            while to < windows.count, windows[to].passage == passage { to += 1 }
            defer { from = to }
            guard !seen[passage].isEmpty else { continue }
            withSink(passage, windows[from..<to]) { features.evidence(passage, seen[passage], &$0) }
            for window in windows[from..<to] {
                let reach = TaggerFeatures.evidenceReach
                let near = window.words.lowerBound - reach..<window.words.upperBound + reach
                guard seen[passage].contains(where: { $0.words.overlaps(near) }) else { continue }
                spans[passage].removeAll { window.words.contains($0.words.lowerBound) }
                decode(window, into: &spans[passage])
            }
            spans[passage].sort { $0.words.lowerBound < $1.words.lowerBound }
        }
    }

    /// Adds a passage's windows and the sums of their words' weights.
    private func sum(
        _ passage: Int, _ stretches: [Range<Int>], _ hints: [SpanHint], _ evidence: [SpanEvidence]
    ) {
        let ids = features.lexis.ids[passage]
        let from = windows.count
        for words in stretches {
            windows.append(Window(passage: passage, words: words, start: sums.count))
            for _ in words { sums.append(WeightSum()) }
        }
        withSink(passage, windows[from...]) { sink in
            features.placeFeatures(passage, windows: stretches, hints: hints, evidence: evidence, &sink)
            for window in windows[from...] { occurrences(window, ids, &sink) }
        }
        addSpellings(windows[from...], ids)
    }

    /// Lets `body` add features to the words of a passage's windows.
    private func withSink(
        _ passage: Int, _ windows: ArraySlice<Window>, _ body: (inout SumSink) -> Void
    ) {
        let count = features.issue.passages[passage].words.count
        var sink = SumSink(batch, weights, spellings, count: count, windows: windows, sums: sums)
        // Given up for as long, or it would be copied.
        sums = []
        body(&sink)
        sink.flush()
        sums = sink.sums
    }

    /// Adds what the words in and around a window give by their occurrences elsewhere.
    private func occurrences(_ window: Window, _ ids: [Int32], _ sink: inout SumSink) {
        let words = window.words
        let far = TaggerFeatures.occurrenceReach
        for at in max(0, words.lowerBound - far)..<min(ids.count, words.upperBound + far) {
            let spelling = features.lexis.spellings[Int(ids[at])]
            let isNear = at >= words.lowerBound - 1 && at <= words.upperBound
            if spelling.kind == .letters {
                if isNear { sink.add(around: at, within: words, features.occurrences(of: spelling)) }
            } else {
                // Offset o: a feature for the word at `at - o`.
                features.occurrenceFeatures(spelling) { offset, hash, group in
                    if words.contains(at - offset) { sink.add(at - offset, hash, group) }
                }
            }
        }
    }

    /// Adds what the words in and around a passage's windows give by their spelling.
    private func addSpellings(_ windows: ArraySlice<Window>, _ ids: [Int32]) {
        makeSpellingSums(windows, ids)
        let places = spellings.sumPlaces
        spellings.sums.withUnsafeBufferPointer { made in
            sums.withUnsafeMutableBufferPointer { sums in
                for window in windows {
                    let words = window.words
                    let base = window.start - words.lowerBound
                    for at in Self.around(words, count: ids.count) {
                        // Offset o: a feature for the word at `at - o`.
                        let own = Int(places[Int(ids[at])]) + Spellings.reach + at
                        let first = max(words.lowerBound, at - Spellings.reach)
                        let last = min(words.upperBound - 1, at + Spellings.reach)
                        for word in first...last { sums[base + word].add(made[own - word]) }
                    }
                }
            }
        }
    }

    /// Makes the sums of those spellings in and around windows that have none yet.
    private func makeSpellingSums(_ windows: ArraySlice<Window>, _ ids: [Int32]) {
        var batch = batch
        for window in windows {
            for at in Self.around(window.words, count: ids.count) {
                let id = Int(ids[at])
                guard spellings.sumPlaces[id] < 0 else { continue }
                let place = spellings.addSums(id)
                features.spellingFeatures(features.lexis.spellings[id]) { offset, hash, _ in
                    batch.add(hash, to: place + offset + Spellings.reach, of: &spellings.sums)
                }
            }
        }
        batch.flush(into: &spellings.sums)
    }

    /// The words of a passage of `count` words whose spelling tells of a window's.
    private static func around(_ window: Range<Int>, count: Int) -> Range<Int> {
        max(0, window.lowerBound - Spellings.reach)..<min(count, window.upperBound + Spellings.reach)
    }

    private func decode(_ window: Window, into result: inout [TaggedSpan]) {
        let words = window.words
        let text = features.issue.passages[window.passage].words
        let scale = model.scale
        sums.withUnsafeBufferPointer { sums in
            lattice.setScores(words.count) {
                sums[window.start + $0].scores(scale: scale)
            } isOpaque: {
                text[words.lowerBound + $0].shape.contains(.opaque)
            }
        }
        let threshold = min(model.threshold, Self.candidateThreshold)
        lattice.runForward(words.count, model.factors)
        // No span can be likelier than that there is one.
        guard 1 - lattice.emptiness(words.count, model.factors) >= threshold else { return }
        lattice.runBackward(words.count, model.factors)
        for var span in lattice.spans(count: words.count, threshold: threshold, model.factors) {
            span.words =
                span.words.lowerBound + words.lowerBound..<span.words.upperBound + words.lowerBound
            result.append(span)
        }
    }
}
