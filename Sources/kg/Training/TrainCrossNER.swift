import Exports
import KGModel
import Recognition

// The figures of a field of its own.
extension Train {
    /// CrossNER's types that are ours; its other types are no names of `kg`.
    private static let crossNERTypes: Set<EntityType> = [.person, .organization, .model, .library, .venue]

    func printCrossNERFigures() async throws {
        guard let crossner else { throw CommandError("--crossner-figures needs --crossner FOLDER") }
        let sentences = try TrainingCorpora.crossNER("\(crossner)/ai-train.txt", kind: "ai-train", weight: 1)
        let others = try TrainingCorpora.crossNER("\(crossner)/ai-dev.txt", kind: "ai-dev", weight: 1)
        let figures: SentenceFigures
        if let crossnerParts {
            let all = sentences + others
            var parts: [SentenceFigures] = []
            for part in 0..<crossnerParts {
                let tested = all.indices.filter { $0 % crossnerParts == part }.map { all[$0] }
                let learnt = all.indices.filter { $0 % crossnerParts != part }.map { all[$0] }
                parts.append(try await crossNERFigures(learning: learnt, testing: tested))
            }
            figures = SentenceFigures(parts)
        } else {
            figures = try await crossNERFigures(learning: sentences, testing: others)
        }
        func row(_ name: String, _ count: SentenceFigures.Count) -> [Listing.Cell] {
            [
                .text(name), .number(count.f1, decimals: 1), .number(count.precision, decimals: 1),
                .number(count.recall, decimals: 1), .integer(count.expected),
            ]
        }
        let types = EntityType.allCases.filter(Self.crossNERTypes.contains)
        Listing(
            columns: [
                .init(name: "type"), .init(name: "F1", isNumber: true),
                .init(name: "precision", isNumber: true),
                .init(name: "recall", isNumber: true), .init(name: "names", isNumber: true),
            ],
            rows: types.map { row($0.rawValue, figures.byType[$0] ?? .init()) } + [row("all", figures.all)]
        ).print(as: .table)
    }

    /// Figures of the whole pipeline on sentences, trained for sentences of their kind, annotated by their rules: the
    /// annotated issues only help.
    private func crossNERFigures(
        learning: [TrainingDocument], testing: [TrainingDocument]
    ) async throws -> SentenceFigures {
        let others = try annotated().map { issue in
            var issue = issue
            issue.isForeign = true
            issue.weight = furtherWeight ?? 0.3
            return issue
        }
        let documents = others + learning
        let options = trainingOptions(for: learning, readsEveryWord: true)
        let pipeline = try Pipeline.standard(tagger: .untrained).pipeline
        let trainer = Trainer(
            documents: documents, words: try TrainingCorpora.words(frequencies: frequencies),
            recognizers: pipeline.recognizers(before: "tagger"), options: options)
        let folds = trainer.folds(8, groups: Set(documents.map(\.group)))
        let trained = pipeline.with(tagger: await trainer.train(folds: folds))
        return SentenceFigures(testing, types: Self.crossNERTypes) { trained.names(in: $0).mentions }
    }
}
