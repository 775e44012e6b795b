import Foundation
import IssueReader
import KGModel
import Linking
import Recognition

/// The whole program measured on annotated issues: they are read, recognized and linked into a graph of their own, and
/// its mentions are compared with the annotations.
///
///     let annotations = try Annotations(folder: "gold")
///     let evaluation = try await Evaluation.run(annotations)
///     print(evaluation.scorer.score().mention.f1)
public struct Evaluation: Sendable {
    public let scorer: Scorer
    /// The language of each document, as the reader told it.
    public let languages: [String: String]
    /// The recognizers that took part, in the order in which they are asked; empty for mentions of another program.
    public let recognizers: [String]

    /// Scores mentions that some program found.
    public init(_ annotations: Annotations, predictions: [ScoredMention]) {
        self.init(annotations, predictions, recognizers: [])
    }

    fileprivate init(_ annotations: Annotations, _ found: [ScoredMention], recognizers: [String]) {
        let documents = Dictionary(annotations.documents.map { ($0.name, $0) }) { first, _ in first }
        scorer = Scorer(
            gold: annotations.mentions,
            found: found.filter { documents[$0.document]?.covers($0.line) ?? false },
            documents: annotations.documents.map(\.name))
        languages = Self.languages(annotations)
        self.recognizers = recognizers
    }

    /// Builds a graph of the annotated documents in a temporary database and scores it.
    ///
    /// - Parameters:
    ///   - lexicons: paths of the user's own lexicon files.
    ///   - recognizers: names of recognizers to leave out, see `Pipeline.without`.
    /// - Throws: `EvaluationFailure` for a recognizer that there is not, and what `GraphBuilder` throws.
    public static func run(
        _ annotations: Annotations, lexicons: [String] = [], without recognizers: Set<String> = []
    ) async throws -> Evaluation {
        try await Evaluator(lexicons: lexicons).evaluate(annotations, without: recognizers)
    }

    private static func languages(_ annotations: Annotations) -> [String: String] {
        var languages: [String: String] = [:]
        for document in annotations.documents {
            guard let bytes = FileManager.default.contents(atPath: document.path),
                let record = try? IssueReader().read([UInt8](bytes), path: document.path)
            else { continue }
            languages[document.name] = record.issue.language
        }
        return languages
    }

    // MARK: - Slices

    /// The figures of one slice of the documents or mentions.
    public struct Slice: Sendable, Hashable {
        public var name: String
        public var score: Score
    }

    /// The figures by type: annotated and found mentions of other types are left out.
    public func byType() -> [Slice] {
        EntityType.allCases.sorted().map { type in
            Slice(name: type.rawValue, score: scorer.score { $0.type == type.rawValue })
        }
    }

    public func byDocument() -> [Slice] {
        scorer.documents.map { name in Slice(name: name, score: scorer.score { $0.document == name }) }
    }

    /// The figures over the documents of each language.
    public func byLanguage() -> [Slice] {
        let names = Dictionary(grouping: scorer.documents) { languages[$0] ?? "" }
        return names.sorted { $0.key < $1.key }.map { language, documents in
            let documents = Set(documents)
            return Slice(
                name: language.isEmpty ? "unknown" : language,
                score: scorer.score { documents.contains($0.document) })
        }
    }

    /// What one recognizer gave.
    public struct Contribution: Sendable, Hashable {
        public var recognizer: String
        public var found: Int
        public var right: Int
        /// Percent of its mentions that are right.
        public var precision: Double
        /// Percent of the annotated mentions that it found; those of all recognizers add up to the recall.
        public var recall: Double
    }

    /// The mentions by the recognizer whose candidate they were.
    public func byRecognizer() -> [Contribution] {
        let right = Set(
            Scorer.pairs(scorer.goldRows, scorer.foundRows).map { scorer.foundRows[$0.found].index })
        var counts: [String: (found: Int, right: Int)] = [:]
        for (index, mention) in scorer.found.enumerated() {
            counts[mention.recognizer, default: (0, 0)].found += 1
            if right.contains(index) { counts[mention.recognizer, default: (0, 0)].right += 1 }
        }
        let names = recognizers + counts.keys.filter { !recognizers.contains($0) }.sorted()
        let expected = scorer.gold.count
        return names.map { name in
            let (found, right) = counts[name] ?? (0, 0)
            let figure = Figure(matched: right, predicted: found, expected: expected)
            return Contribution(
                recognizer: name, found: found, right: right, precision: figure.precision,
                recall: figure.recall)
        }
    }
}

/// Loads recognizers and lexicon once for several evaluations.
public struct Evaluator: Sendable {
    private let pipeline: Pipeline
    private let linker: Linker

    /// - Parameters:
    ///   - lexicons: paths of the user's own lexicon files.
    ///   - model: the tagger's; the program's own if there is none.
    public init(lexicons: [String] = [], tagger model: TaggerModel? = nil) throws {
        let (pipeline, lexicon) = try Pipeline.standard(
            lexicons: try GraphBuilder.texts(ofLexicons: lexicons), tagger: model)
        self.pipeline = pipeline
        linker = Linker(lexicon)
    }

    /// Names of the recognizers, in the order in which they are asked.
    public var recognizers: [String] { pipeline.recognizers.map(\.name) }

    public func evaluate(
        _ annotations: Annotations, without left: Set<String> = []
    ) async throws -> Evaluation {
        if let unknown = left.subtracting(recognizers).min() {
            throw EvaluationFailure(
                reason: "\(unknown): no such recognizer; there are \(recognizers.joined(separator: ", "))")
        }
        return try await evaluate(annotations, with: pipeline.without(left))
    }

    /// The figures of spans that taggers found before, in the tagger's place: of a cross-validation.
    ///
    /// - Parameters:
    ///   - spans: by document.
    ///   - left: names of recognizers to leave out.
    public func evaluate(
        _ annotations: Annotations, taggedSpans spans: [String: [Candidate]], without left: Set<String> = []
    ) async throws -> Evaluation {
        let paths = Dictionary(annotations.documents.map { ($0.name, $0.path) }) { first, _ in first }
        var byPath: [String: [Candidate]] = [:]
        for (name, candidates) in spans { if let path = paths[name] { byPath[path] = candidates } }
        return try await evaluate(
            annotations, with: pipeline.without(left).with(taggedSpans: byPath))
    }

    private func evaluate(_ annotations: Annotations, with pipeline: Pipeline) async throws -> Evaluation {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "kg-eval-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let database = folder.appendingPathComponent("kg.sqlite").path
        let report = try await GraphBuilder(database: database, pipeline: pipeline, linker: linker).build(
            annotations.documents.map(\.path))
        if let skipped = report.skipped.first {
            throw EvaluationFailure(reason: "\(skipped.path): \(skipped.reason)")
        }
        let names = Dictionary(annotations.documents.map { ($0.path, $0.name) }) { first, _ in first }
        let known = Set(names.values)
        var found: [ScoredMention] = []
        try KnowledgeGraph(path: database).mentions { row in
            guard let document = names[row.issue] ?? Predictions.document(row.issue, among: known) else {
                return
            }
            found.append(
                ScoredMention(
                    document: document, line: row.line, surface: row.surface, type: row.type,
                    entity: row.entity,
                    recognizer: row.recognizer))
        }
        return Evaluation(annotations, found, recognizers: pipeline.recognizers.map(\.name))
    }

    /// What is lost when one recognizer is left out.
    public struct Ablation: Sendable, Hashable {
        /// Nil for the whole pipeline.
        public var without: String?
        public var score: Score
    }

    /// The figures of the whole pipeline and of the pipeline without each recognizer in its turn.
    ///
    /// - Parameter left: recognizers that are left out in all of them.
    public func ablations(
        _ annotations: Annotations, without left: Set<String> = []
    ) async throws -> [Ablation] {
        var ablations = [
            Ablation(without: nil, score: try await evaluate(annotations, without: left).scorer.score())
        ]
        for name in recognizers where !left.contains(name) {
            let score = try await evaluate(annotations, without: left.union([name])).scorer.score()
            ablations.append(Ablation(without: name, score: score))
        }
        return ablations
    }
}

/// Why an evaluation cannot begin, in one line.
public struct EvaluationFailure: Error, CustomStringConvertible {
    public var reason: String
    public var description: String { reason }
}
