import KGModel

/// Finds names by how they look and what stands around them: a conditional random field over words,
/// trained on annotated issues. It tags an issue twice; the second time it knows what the first saw
/// elsewhere in the issue (stacking; Krishnan and Manning 2006).
public struct TaggerRecognizer: Recognizer {
    public let name = "tagger"
    public let summary = "a statistical tagger: shapes, neighbours, and what the other recognizers say"
    private let model: TaggerModel

    public init(model: TaggerModel) { self.model = model }

    /// The name of the model among the resources.
    static let resource = "tagger.model"

    /// The confidence of spans below the model's threshold, at most.
    private static let mostDoubtful = 0.49

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        let evidence = IssueEvidence.evidence(of: found, in: issue)
        let features = TaggerFeatures(issue, table: model.words, evidence: evidence)
        var run = TaggerRun(model: model, features: features)
        var result: [Candidate] = []
        for (index, spans) in run.tag(evidence).enumerated() {
            let text = issue.passages[index]
            for span in spans {
                var confidence = model.calibrated(span.probability)
                // Worth a second look by the user, but no mention.
                if span.probability < model.threshold { confidence = min(confidence, Self.mostDoubtful) }
                result.append(
                    Candidate(
                        passage: index, range: text.range(ofWords: span.words),
                        type: TaggerLabel.types[span.type], recognizer: name, confidence: confidence))
            }
        }
        return result
    }
}

/// Tags one issue: the model, and memory that is reused from passage to passage.
struct TaggerRun {
    /// Sums of stored weights: whole numbers, so that their order does not matter.
    typealias Sum = LabelVector

    private let model: TaggerModel
    private let features: TaggerFeatures
    /// For each lexeme and offset -3…3 its features' summed weights, made when first asked for.
    private var lexemeSums: [(first: Sum, second: Sum)]
    private var isSummed: [Bool]
    private var lattice = ChainLattice()
    private var opaque: [Bool] = []

    private static let offsets = 7

    /// A spans below this in the first pass are no evidence for the second.
    static let evidenceThreshold: Float = 0.1

    /// Spans below this in the second pass are not even candidates.
    static let candidateThreshold: Float = 0.25

    init(model: TaggerModel, features: TaggerFeatures) {
        self.model = model
        self.features = features
        let count = features.lexis.lexemes.count
        lexemeSums = Array(repeating: (.zero, .zero), count: count * Self.offsets)
        isSummed = [Bool](repeating: false, count: count)
    }

    /// The spans of each passage, with raw probabilities.
    mutating func tag(_ evidence: [[SpanEvidence]]) -> [[TaggedSpan]] {
        let passages = features.issue.passages
        var windows: [[Range<Int>]] = []
        windows.reserveCapacity(passages.count)
        var seconds: [[Sum]] = []
        var spans: [[TaggedSpan]] = []
        for index in passages.indices {
            let stretches = features.windows(index, evidence: evidence[index])
            windows.append(stretches)
            guard !stretches.isEmpty else {
                seconds.append([])
                spans.append([])
                continue
            }
            let sums = sums(index, evidence[index], stretches)
            spans.append(decode(index, stretches, sums.first, pass: 0, threshold: Self.evidenceThreshold))
            seconds.append(sums.second)
        }
        let seen = IssueEvidence.evidence(ofFirstPass: spans, in: features)
        for index in passages.indices where !windows[index].isEmpty {
            var sink = SumSink(model: model, count: passages[index].words.count, windows: windows[index])
            features.evidence(index, seen[index], &sink)
            for word in sink.second.indices { seconds[index][word] += sink.second[word] }
            spans[index] = decode(
                index, windows[index], seconds[index], pass: 1,
                threshold: min(model.threshold, Self.candidateThreshold))
        }
        return spans
    }

    private mutating func sums(
        _ passage: Int, _ evidence: [SpanEvidence], _ windows: [Range<Int>]
    ) -> (first: [Sum], second: [Sum]) {
        let ids = features.lexis.ids[passage]
        var sink = SumSink(model: model, count: ids.count, windows: windows)
        features.placeFeatures(passage, evidence: evidence, &sink)
        for window in windows {
            for at in max(0, window.lowerBound - 3)..<min(ids.count, window.upperBound + 3) {
                let id = Int(ids[at])
                if !isSummed[id] { sum(id) }
                // Offset o: a feature for the word at `at - o`.
                for offset in -3...3 where window.contains(at - offset) {
                    let sum = lexemeSums[id * Self.offsets + offset + 3]
                    sink.first[at - offset] += sum.first
                    sink.second[at - offset] += sum.second
                }
            }
        }
        return (sink.first, sink.second)
    }

    private mutating func sum(_ id: Int) {
        isSummed[id] = true
        let base = id * Self.offsets + 3
        var sums = lexemeSums[(base - 3)...(base + 3)]
        features.lexemeFeatures(id) { offset, hash, _ in
            let row = model.find(hash)
            guard row >= 0 else { return }
            sums[base + offset].first += model.weights[row * 2]
            sums[base + offset].second += model.weights[row * 2 + 1]
        }
        lexemeSums.replaceSubrange((base - 3)...(base + 3), with: sums)
    }

    private mutating func decode(
        _ passage: Int, _ windows: [Range<Int>], _ sums: [Sum], pass: Int, threshold: Float
    ) -> [TaggedSpan] {
        let words = features.issue.passages[passage].words
        let chain = model.chains[pass]
        var result: [TaggedSpan] = []
        for window in windows {
            opaque.removeAll(keepingCapacity: true)
            for word in window { opaque.append(words[word].shape.contains(.opaque)) }
            let scores = window.map { sums[$0] * model.scale }
            lattice.run(scores, opaque: opaque, exponentiated: chain)
            for var span in lattice.spans(count: window.count, threshold: threshold, exponentiated: chain) {
                span.words =
                    span.words.lowerBound + window.lowerBound..<span.words.upperBound + window.lowerBound
                result.append(span)
            }
        }
        return result
    }

    /// Adds up the weights of features at the words within windows.
    private struct SumSink: FeatureSink {
        let model: TaggerModel
        var first: [Sum]
        var second: [Sum]
        var isWanted: [Bool]

        init(model: TaggerModel, count: Int, windows: [Range<Int>]) {
            self.model = model
            first = [Sum](repeating: .zero, count: count)
            second = first
            isWanted = [Bool](repeating: false, count: count)
            for window in windows { for word in window { isWanted[word] = true } }
        }

        @inline(__always)
        func wants(_ word: Int) -> Bool { isWanted[word] }

        @inline(__always)
        mutating func add(_ word: Int, _ hash: UInt64, _ group: FeatureGroup) {
            guard isWanted[word] else { return }
            let row = model.find(hash)
            guard row >= 0 else { return }
            first[word] += model.weights[row * 2]
            second[word] += model.weights[row * 2 + 1]
        }
    }
}
