import Foundation
import KGModel

/// Trains the tagger and measures it. Reproducible to the bit: everything happens in a fixed order.
public struct Trainer: Sendable {
    public let documents: [TrainingDocument]
    public var options: TrainingOptions
    let table: WordTable
    private let features: [TaggerFeatures]
    private let evidence: [[[SpanEvidence]]]
    private let firstSet: TrainingSet

    /// - Parameters:
    ///   - words: entries of the word table, see `wordEntries`.
    ///   - recognizers: those that stand before the tagger in the pipeline, in order.
    public init(
        documents: [TrainingDocument], words: TaggerWords, recognizers: [any Recognizer],
        options: TrainingOptions = TrainingOptions()
    ) {
        self.documents = documents
        self.options = options
        let table = words.table
        self.table = table
        let evidence = documents.map { document -> [[SpanEvidence]] in
            var found: [Candidate] = []
            for recognizer in recognizers { found += recognizer.candidates(in: document.issue, given: found) }
            return IssueEvidence.evidence(of: found, in: document.issue)
        }
        features = zip(documents, evidence).map {
            TaggerFeatures(
                $0.issue, table: table, evidence: $1,
                readsEveryWord: options.readsEveryWord && !$0.isForeign)
        }
        self.evidence = evidence
        firstSet = Self.set(documents, Array(documents.indices), features, evidence)
    }

    /// How many words, and different features, the documents hold.
    public var size: (words: Int, features: Int, instances: Int) {
        (firstSet.labels.count, firstSet.hashes.count, firstSet.features.count)
    }

    private static func set(
        _ documents: [TrainingDocument], _ chosen: [Int], _ features: [TaggerFeatures],
        _ evidence: [[[SpanEvidence]]]
    ) -> TrainingSet {
        var set = TrainingSet()
        for number in chosen {
            let document = documents[number]
            var cache: [Int32: [(Int, Int32, UInt8)]] = [:]
            for (index, passage) in document.issue.passages.enumerated() where !passage.words.isEmpty {
                let count = passage.words.count
                var lists = FeatureLists(count: count)
                for (word, id) in features[number].lexis.ids[index].enumerated() {
                    if cache[id] == nil {
                        var list: [(Int, Int32, UInt8)] = []
                        features[number].wordFeatures(Int(id)) { offset, hash, group in
                            list.append((offset, set.number(hash), group.rawValue))
                        }
                        cache[id] = list
                    }
                    for (offset, feature, group) in cache[id] ?? [] {
                        let at = word - offset
                        if at >= 0, at < count { lists.lists[at].append((feature, group)) }
                    }
                }
                var places = PlaceSink()
                let hints = features[number].hints(index)
                let seen = evidence[number][index]
                features[number].placeFeatures(
                    index, windows: [0..<count], hints: hints, evidence: seen, &places)
                for item in places.items {
                    lists.lists[item.word].append((set.number(item.hash), item.group))
                }
                let base = set.labels.count
                for window in features[number].windows(index, hints: hints, evidence: seen) {
                    set.sequences.append(
                        TrainingSet.Sequence(
                            start: base + window.lowerBound, count: window.count, document: number,
                            passage: index, offset: window.lowerBound, weight: document.weight,
                            isForeign: document.isForeign))
                }
                set.labels += TaggerLabel.labels(document.spans[index], count: count)
                set.opaque += passage.words.map { $0.shape.contains(.opaque) }
                for list in lists.lists {
                    for (feature, group) in list {
                        set.features.append(feature)
                        set.groups.append(group)
                    }
                    set.rowStarts.append(set.features.count)
                }
            }
        }
        return set
    }

    private struct FeatureLists {
        var lists: [[(Int32, UInt8)]]
        init(count: Int) { lists = [[(Int32, UInt8)]](repeating: [], count: count) }
    }

    private struct PlaceSink: FeatureSink {
        var items: [(word: Int, hash: UInt64, group: UInt8)] = []
        func wants(_ word: Int) -> Bool { true }
        func wants(_ words: Range<Int>) -> Bool { true }
        mutating func add(_ word: Int, _ hash: UInt64, _ group: FeatureGroup) {
            items.append((word, hash, group.rawValue))
        }
    }

    /// The spans that a field sees in some documents, with probabilities from 0.1 up.
    private func predict(
        _ field: TrainedField, _ set: TrainingSet, documents chosen: Set<Int>
    ) -> [Int: [[TaggedSpan]]] {
        var result: [Int: [[TaggedSpan]]] = [:]
        for document in chosen {
            result[document] = [[TaggedSpan]](
                repeating: [], count: documents[document].issue.passages.count)
        }
        let rows = set.hashes.map { field.rows.find($0) }
        let chain = ChainFactors(field.chain)
        let lattice = ChainLattice()
        for sequence in set.sequences where chosen.contains(sequence.document) {
            var scores: [LabelVector] = []
            for at in sequence.start..<sequence.start + sequence.count {
                var score = LabelVector.zero
                for index in set.rowStarts[at]..<set.rowStarts[at + 1] {
                    let row = rows[Int(set.features[index])]
                    if row >= 0 { score += field.weights[Int(row)] }
                }
                scores.append(score)
            }
            lattice.prepare(sequence.count)
            for (word, score) in scores.enumerated() {
                lattice.setScores(word, score, isOpaque: set.opaque[sequence.start + word])
            }
            lattice.run(sequence.count, chain)
            let spans = lattice.spans(count: sequence.count, threshold: 0.1, chain)
            for var span in spans {
                span.words = span.words.lowerBound + sequence.offset..<span.words.upperBound + sequence.offset
                result[sequence.document]?[sequence.passage].append(span)
            }
        }
        return result
    }

    // MARK: - Cross-validation

    /// Divides groups into folds of about equal numbers of mentions. Groups without mentions that count
    /// (other corpora) belong to no fold and are always trained on.
    public func folds(_ count: Int, groups: Set<String>) -> [Set<Int>] {
        var sizes: [String: Int] = [:]
        for document in documents where groups.contains(document.group) {
            sizes[document.group, default: 0] += document.mentions.count
        }
        var folds = [Set<Int>](repeating: [], count: count)
        var loads = [Int](repeating: 0, count: count)
        for (group, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            let fold = loads.indices.min { (loads[$0], $0) < (loads[$1], $1) } ?? 0
            loads[fold] += size
            for (index, document) in documents.enumerated() where document.group == group {
                folds[fold].insert(index)
            }
        }
        return folds.filter { !$0.isEmpty }
    }

    /// Trains without each fold and tags it: one pass.
    public func crossValidate(folds: [Set<Int>]) async -> Prediction {
        await crossValidate(folds, firstSet, looksAgain: false)
    }

    private func crossValidate(
        _ folds: [Set<Int>], _ set: TrainingSet, looksAgain: Bool
    ) async -> Prediction {
        var result: [Int: [[TaggedSpan]]] = [:]
        await withTaskGroup(of: [Int: [[TaggedSpan]]].self) { group in
            var pending = folds[...]
            var running = 0
            while running < 2, let fold = pending.popFirst() {
                group.addTask { trained(without: fold, set, looksAgain: looksAgain) }
                running += 1
            }
            for await part in group {
                result.merge(part) { a, _ in a }
                if let fold = pending.popFirst() {
                    group.addTask { trained(without: fold, set, looksAgain: looksAgain) }
                }
            }
        }
        return Prediction(spans: result)
    }

    private func trained(
        without fold: Set<Int>, _ set: TrainingSet, looksAgain: Bool
    ) -> [Int: [[TaggedSpan]]] {
        let rest = Set(documents.indices).subtracting(fold)
        var trainer = FieldTrainer(set, options: options)
        let field = trainer.train(documents: rest)
        let first = predict(field, firstSet, documents: fold)
        guard looksAgain else { return first }
        // The same field once more, now with what it saw elsewhere in the issue.
        let seen = self.set(Prediction(spans: first), documents: fold.sorted())
        return predict(field, seen, documents: fold)
    }

    /// Trains without each fold on what `first` saw elsewhere in the issue, and tags it as the tagger does: twice.
    ///
    /// - Parameters:
    ///   - folds: what is left out in turn.
    ///   - first: cross-validated spans of *every* document.
    public func crossValidateSecond(folds: [Set<Int>], first: Prediction) async -> Prediction {
        await crossValidate(folds, secondSet(first), looksAgain: true)
    }

    private func secondSet(_ first: Prediction) -> TrainingSet {
        set(first, documents: Array(documents.indices))
    }

    /// The features of some documents, with what `first` saw elsewhere in the issue.
    private func set(_ first: Prediction, documents chosen: [Int]) -> TrainingSet {
        var more = evidence
        for index in chosen {
            let spans =
                first.spans[index]
                ?? [[TaggedSpan]](repeating: [], count: documents[index].issue.passages.count)
            let seen = IssueEvidence.evidence(ofFirstPass: spans, in: features[index])
            for passage in more[index].indices { more[index][passage] += seen[passage] }
        }
        return Self.set(documents, chosen, features, more)
    }

    /// Spans by document and passage.
    public struct Prediction: Sendable {
        var spans: [Int: [[TaggedSpan]]]

        public func filtered(_ isKept: (Int) -> Bool) -> Prediction {
            Prediction(spans: spans.filter { isKept($0.key) })
        }

        public mutating func merge(_ other: Prediction) { spans.merge(other.spans) { a, _ in a } }
    }

    /// The spans of a document as candidates of the tagger, with raw probabilities.
    public func candidates(_ prediction: Prediction, document: Int) -> [Candidate] {
        let issue = documents[document].issue
        return (prediction.spans[document] ?? []).enumerated().flatMap { index, spans in
            spans.map { span in
                Candidate(
                    passage: index, range: issue.passages[index].range(ofWords: span.words),
                    type: TaggerLabel.types[span.type], recognizer: "tagger",
                    confidence: Double(span.probability))
            }
        }
    }

    // MARK: - The model

    /// Trains on all documents, with what a first field, cross-validated, sees elsewhere in the issue; the
    /// probabilities are calibrated, and the threshold is chosen, on cross-validated spans.
    ///
    /// - Parameters:
    ///   - folds: for the cross-validation; every document in one of them.
    ///   - threshold: the raw probability from which a span is a name if its calibrated probability is 0.5 at least; nil
    ///     for that of the best F1, from which each span is a name.
    public func train(folds: [Set<Int>], threshold: Float? = nil) async -> TaggerModel {
        let set = secondSet(await crossValidate(folds: folds))
        let validated = await crossValidate(folds, set, looksAgain: true)
        var trainer = FieldTrainer(set, options: options)
        let field = trainer.train(documents: Set(documents.indices))
        let calibration = calibration(validated)
        let best = threshold == nil ? bestThreshold(validated) : nil
        return Self.model(
            field, words: table,
            calibration: best.map { Self.lifted(calibration, from: $0) } ?? calibration,
            threshold: threshold ?? best ?? 0.5, readsEveryWord: options.readsEveryWord)
    }

    private static func model(
        _ field: TrainedField, words: WordTable, calibration: [SIMD2<Float>], threshold: Float,
        readsEveryWord: Bool
    ) -> TaggerModel {
        let largest = field.weights.reduce(0) { max($0, $1.magnitude()) }
        let scale = min(largest, quantizationLimit) / 127
        var index = HashIndex(capacity: field.hashes.count)
        var rows: [(key: UInt32, row: WeightRow)] = []
        for (hash, weight) in zip(field.hashes, field.weights) {
            let row = Int(index.findOrAdd(UInt64(TaggerModel.key(hash))))
            if row == rows.count { rows.append((TaggerModel.key(hash), WeightRow())) }
            for label in TaggerLabel.all {
                rows[row].row[label] = Int8(clamping: Int((weight[label] / scale).rounded()))
            }
        }
        rows.removeAll { $0.row == WeightRow() }
        return TaggerModel(
            words: words, scale: scale, chain: field.chain, rows: rows, calibration: calibration,
            threshold: threshold, readsEveryWord: readsEveryWord)
    }

    /// Weights beyond this are cut; hardly any are.
    private static let quantizationLimit: Float = 3
}
