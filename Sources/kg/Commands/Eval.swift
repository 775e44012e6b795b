import ArgumentParser
import Exports
import Foundation
import KnowledgeGraph

extension AnnotationError: KGError { var exitStatus: Int32 { 2 } }
extension EvaluationFailure: KGError { var exitStatus: Int32 { 2 } }

struct Eval: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval",
        abstract: "Measure recognition and linking on annotated issues.",
        discussion: """
            The folder holds docs/NAME.md and mentions/NAME.tsv: a row a mention, its line, surface, type and entity,
            separated by tabs; # opens a comment. `kg sample` writes such a folder from your own issues:

              kg sample 20 -o sheet
              (correct sheet/mentions/*.tsv by hand)
              kg eval sheet

            mention: the same line, surface and type. node: the entities of each document. link: B-cubed over the
            mentions that were found. edge: entities that share a line. All are F1 in percent, with precision (P),
            recall (R) and the interval that holds 95 of 100 draws of as many documents.

              kg eval gold --by type
              kg eval gold --errors --format csv > errors.csv
              kg eval gold --without tagger
              kg eval gold --predictions mentions.jsonl
            """)

    enum Slicing: String, ExpressibleByArgument, CaseIterable {
        case type, document, language, recognizer
    }

    @Argument(help: "The folder of annotated issues.", completion: .directory)
    var gold: String

    @Option(help: ArgumentHelp("Where the documents lie, if not in docs/.", valueName: "folder"))
    var docs: String?

    @Option(help: "One row for each type, document, language or recognizer.")
    var by: Slicing?

    @Flag(help: "List what is missed, invented, or has the wrong type or boundary.")
    var errors = false

    @Flag(help: "Show the figures without each recognizer in its turn.")
    var ablation = false

    @Option(
        help: ArgumentHelp(
            "Leave out a recognizer, see `kg recognizers`. May be repeated.", valueName: "name"))
    var without: [String] = []

    @Option(
        help: ArgumentHelp(
            "Score the mentions of this file (JSON lines, as `kg mentions` prints them; - for standard input).",
            valueName: "file"), completion: .file())
    var predictions: String?

    @Option(
        help: ArgumentHelp("A file of your own names. May be repeated.", valueName: "file"),
        completion: .file())
    var lexicon: [String] = []

    @Option(help: ArgumentHelp("Draws for the intervals; 0 for none.", valueName: "n"))
    var draws = ConfidenceIntervals.standardDraws

    @OptionGroup var listing: ListingOptions

    func validate() throws {
        if draws < 0 { throw ValidationError("--draws \(draws): give 0 or more") }
        if predictions != nil, !without.isEmpty || ablation || !lexicon.isEmpty {
            throw ValidationError(
                "--predictions is scored as it is: leave out --without, --ablation and --lexicon")
        }
        if [by != nil, errors, ablation].count(where: { $0 }) > 1 {
            throw ValidationError("--by, --errors and --ablation are different listings: give one of them")
        }
    }

    func run() async throws {
        let annotations = try Annotations(folder: gold, documents: docs)
        if ablation {
            let rows = try await Evaluator(lexicons: lexicon).ablations(annotations, without: Set(without))
            ScoreListing.slices(
                rows.map { ($0.without.map { "without \($0)" } ?? "all", $0.score) }, "pipeline"
            )
            .print(as: listing.format)
            return
        }
        let evaluation = try await evaluation(annotations)
        if errors {
            var found = evaluation.scorer.errors()
            if let limit = listing.limit(or: nil) { found = Array(found.prefix(limit)) }
            let paths = Dictionary(annotations.documents.map { ($0.name, $0.path) }) { first, _ in first }
            ScoreListing.errors(found, paths: paths).print(as: listing.format)
            return
        }
        guard let by else {
            ScoreListing.total(
                evaluation.scorer.score(),
                draws > 0 ? evaluation.scorer.confidenceIntervals(draws: draws) : nil
            ).print(as: listing.format, note: note(annotations))
            return
        }
        switch by {
        case .type: list(evaluation.byType(), evaluation)
        case .document: list(evaluation.byDocument(), evaluation)
        case .language: list(evaluation.byLanguage(), evaluation)
        case .recognizer: ScoreListing.contributions(evaluation.byRecognizer()).print(as: listing.format)
        }
    }

    private func evaluation(_ annotations: Annotations) async throws -> Evaluation {
        guard let predictions else {
            return try await Evaluation.run(annotations, lexicons: lexicon, without: Set(without))
        }
        let data =
            predictions == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: predictions)
        guard let data else { throw CommandError("\(predictions): cannot be read; check the path") }
        let mentions = try Predictions.read(
            String(decoding: data, as: UTF8.self), file: predictions,
            documents: Set(annotations.documents.map(\.name)))
        return Evaluation(annotations, predictions: mentions)
    }

    private func list(_ slices: [Evaluation.Slice], _ evaluation: Evaluation) {
        var rows = slices.map { ($0.name, $0.score) }
        if let limit = listing.limit(or: nil) { rows = Array(rows.prefix(limit)) }
        rows.append(("all", evaluation.scorer.score()))
        ScoreListing.slices(rows, by?.rawValue ?? "").print(as: listing.format)
    }

    private func note(_ annotations: Annotations) -> String {
        let count = annotations.documents.count
        let mentions = annotations.mentions.count
        return "\(mentions) annotated mentions in \(count) document\(count == 1 ? "" : "s")"
    }
}
