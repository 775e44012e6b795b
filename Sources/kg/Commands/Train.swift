import ArgumentParser
import Exports
import Foundation
import KGModel
import KnowledgeGraph
import Recognition

struct Train: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train",
        abstract: "Train the statistical tagger on annotated issues.",
        discussion: """
            The folder holds docs/NAME.md and mentions/NAME.tsv (line, surface, type, entity). The same input gives
            the same model, to the bit. With --cross-validate nothing is written but mentions, each found by a model
            that has not seen its issue in any language.

              kg train gold --further own --crossner crossner --frequencies common-words.tsv -o tagger.model
              kg train gold --frequencies common-words.tsv --cross-validate > mentions.jsonl

            For a field of its own, annotated by its own rules, give its documents first and what else is annotated as
            --further; --every-word if its names are spelt like other words (logistic regression), and --balanced if a
            missing name is as bad as a wrong one. It is with both that --crossner-figures trains, on CrossNER's own
            sentences and with all other documents as further ones.
            """)

    @Argument(help: "The folder of annotated issues.", completion: .directory)
    var gold: String

    @Option(
        help: ArgumentHelp(
            "A folder of annotated issues of another kind: what is peculiar to them is not kept.",
            valueName: "folder"), completion: .directory)
    var further: [String] = []

    @Option(
        help: ArgumentHelp(
            "How much each of the further issues weighs: 0 to 1. Default: 1, with --crossner-figures 0.3.",
            valueName: "weight"))
    var furtherWeight: Float?

    @Option(
        help: ArgumentHelp(
            "Folder of CrossNER's ai-train.txt and ai-dev.txt, learnt from with less weight.",
            valueName: "folder"))
    var crossner: String?

    @Option(help: ArgumentHelp("Word frequencies: language, word, Zipf value.", valueName: "file"))
    var frequencies: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The model to write.", valueName: "file"))
    var output: String?

    @Flag(
        help:
            "Names may be spelt like any other words: look at each word, not only at what looks like a name.")
    var everyWord = false

    @Flag(help: "With --output: name what gives the best F1; without it precision goes before recall.")
    var balanced = false

    @Flag(help: "Print the mentions of the whole pipeline, each issue left out in its turn, as JSON lines.")
    var crossValidate = false

    @Flag(help: "With --cross-validate: leave out whole newsletters instead of issues.")
    var newsletters = false

    @Option(help: ArgumentHelp("With --cross-validate: leave this recognizer out.", valueName: "recognizer"))
    var without: [String] = []

    @Flag(
        help: "Train without CrossNER's ai-dev and print the figures of the whole pipeline on it, names only."
    )
    var crossnerFigures = false

    @Option(
        help: ArgumentHelp(
            "With --crossner-figures: cut ai-train and ai-dev together into so many parts, each tested on what is trained without it.",
            valueName: "parts"))
    var crossnerParts: Int?

    func validate() throws {
        if let furtherWeight, !(furtherWeight > 0 && furtherWeight <= 1) {
            throw ValidationError("--further-weight \(furtherWeight): give more than 0, and 1 at most")
        }
        if balanced, output == nil { throw ValidationError("--balanced goes with --output") }
        if let crossnerParts {
            guard crossnerFigures else {
                throw ValidationError("--crossner-parts goes with --crossner-figures")
            }
            guard (2...20).contains(crossnerParts) else {
                throw ValidationError("--crossner-parts \(crossnerParts): give 2 to 20")
            }
        }
    }

    func run() async throws {
        if crossnerFigures { return try await printCrossNERFigures() }
        var documents = try annotated()
        let options = trainingOptions(for: documents, readsEveryWord: everyWord)
        let count = documents.count
        if let crossner {
            for part in ["ai-train", "ai-dev"] {
                documents += try TrainingCorpora.crossNER("\(crossner)/\(part).txt", kind: part, weight: 0.6)
            }
        }
        // The model that is there may be of another version, and is not asked.
        let whole = try Pipeline.standard(tagger: .untrained).pipeline
        if let unknown = without.first(where: { name in !whole.recognizers.contains { $0.name == name } }) {
            throw CommandError(
                "--without \(unknown): no such recognizer; kg recognizers lists them")
        }
        let pipeline = whole.without(Set(without))
        let trainer = Trainer(
            documents: documents, words: try TrainingCorpora.words(frequencies: frequencies),
            recognizers: pipeline.recognizers(before: "tagger"), options: options)
        let folds = trainer.folds(8, groups: Set(documents.map(\.group)))
        if crossValidate {
            let parts = newsletters ? newsletterFolds(documents) : folds
            let first = await trainer.crossValidate(folds: parts)
            let second = await trainer.crossValidateSecond(folds: parts, first: first)
            var spans: [String: [Candidate]] = [:]
            for index in 0..<count {
                spans[documents[index].name] = trainer.candidates(second, document: index)
            }
            for folder in [gold] + further {
                write(
                    try await Evaluator(tagger: .untrained).evaluate(
                        try Annotations(folder: folder), taggedSpans: spans, without: Set(without)))
            }
        }
        if let output {
            // Spans that are likelier wrong than right are no names: precision goes before recall.
            let model = await trainer.train(folds: folds, threshold: balanced ? nil : 0.5)
            do {
                try Data(model.encoded()).write(to: URL(fileURLWithPath: output), options: .atomic)
            } catch {
                throw CommandError("\(output): cannot be written; check the folder and its permissions")
            }
        }
        if !without.isEmpty, !crossValidate { throw CommandError("--without goes with --cross-validate") }
        if !crossValidate, output == nil {
            throw CommandError("nothing to do: give -o FILE, --cross-validate or --crossner-figures")
        }
    }

    /// Few names are learnt from with longer steps: in the usual ones what they teach is left half learnt.
    func trainingOptions(for documents: [TrainingDocument], readsEveryWord: Bool) -> TrainingOptions {
        var options = TrainingOptions()
        options.readsEveryWord = readsEveryWord
        let names = documents.reduce(0) { $1.isForeign ? $0 : $0 + $1.mentions.count }
        if names < Self.fewNames { options.alpha *= 2 }
        return options
    }

    private static let fewNames = 2_000

    func annotated() throws -> [TrainingDocument] {
        try TrainingCorpora.annotated(gold)
            + further.flatMap { folder in
                try TrainingCorpora.annotated(folder, isForeign: true).map { issue in
                    var issue = issue
                    issue.weight = furtherWeight ?? 1
                    return issue
                }
            }
    }

    /// Issues of one newsletter in all languages, further issues as one newsletter; sentences of other corpora spread
    /// over all folds.
    private func newsletterFolds(_ documents: [TrainingDocument]) -> [Set<Int>] {
        func newsletter(_ document: TrainingDocument) -> String {
            document.isForeign ? "further" : document.group.hasPrefix("issue-") ? "issue" : document.kind
        }
        let isSentence = documents.map { $0.weight < 1 && !$0.isForeign }
        let names = Set(documents.indices.filter { !isSentence[$0] }.map { newsletter(documents[$0]) })
            .sorted()
        var folds = names.map { name in
            Set(documents.indices.filter { !isSentence[$0] && newsletter(documents[$0]) == name })
        }
        for index in documents.indices where isSentence[index] { folds[index % folds.count].insert(index) }
        return folds
    }

    /// The mentions that were found, one a line.
    private func write(_ evaluation: Evaluation) {
        var lines = ""
        for mention in evaluation.scorer.found {
            lines +=
                JSONValue.object([
                    .init("issue", .string(mention.document)), .init("line", .integer(mention.line)),
                    .init("surface", .string(mention.surface)), .init("type", .string(mention.type)),
                    .init("entity", .string(mention.entity)),
                    .init("recognizer", .string(mention.recognizer)),
                ]).line + "\n"
        }
        Output.write(lines)
    }
}
