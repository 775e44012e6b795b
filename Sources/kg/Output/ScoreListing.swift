import KnowledgeGraph

/// Figures of an evaluation as listings.
enum ScoreListing {
    static func total(_ score: Score, _ intervals: ConfidenceIntervals?) -> Listing {
        let rows = zip(Score.names, score.figures).enumerated().map { index, pair in
            let (name, figure) = pair
            return [
                Listing.Cell.text(name), number(figure.f1), number(figure.precision), number(figure.recall),
                intervals.map { number($0.lower[index]) } ?? .none,
                intervals.map { number($0.upper[index]) } ?? .none, .integer(figure.matched),
                .integer(figure.predicted), .integer(figure.expected),
            ]
        }
        return Listing(
            columns: [.init(name: "figure")]
                + ["F1", "P", "R", "from", "to", "right", "found", "expected"].map {
                    .init(name: $0, isNumber: true)
                },
            rows: rows)
    }

    static func slices(_ slices: [(name: String, score: Score)], _ heading: String) -> Listing {
        Listing(
            columns: [.init(name: heading, isFlexible: true)]
                + Score.names.flatMap { name in
                    [name, "\(name) P", "\(name) R"].map { .init(name: $0, isNumber: true) }
                },
            rows: slices.map { slice in
                [.text(slice.name)]
                    + slice.score.figures.flatMap {
                        [number($0.f1), number($0.precision), number($0.recall)]
                    }
            })
    }

    static func contributions(_ contributions: [Evaluation.Contribution]) -> Listing {
        Listing(
            columns: [.init(name: "recognizer")]
                + ["found", "right", "P", "R"].map { .init(name: $0, isNumber: true) },
            rows: contributions.map {
                [
                    .text($0.recognizer), .integer($0.found), .integer($0.right), number($0.precision),
                    number($0.recall),
                ]
            })
    }

    static func errors(_ errors: [EvaluationError], paths: [String: String]) -> Listing {
        Listing(
            columns: [
                .init(name: "error"), .init(name: "at", isFlexible: true, isPath: true),
                .init(name: "expected", isFlexible: true), .init(name: "expected type"),
                .init(name: "found", isFlexible: true), .init(name: "found type"), .init(name: "recognizer"),
            ],
            rows: errors.map { error in
                [
                    .text(error.kind.rawValue),
                    .text("\(paths[error.document] ?? error.document):\(error.line)"),
                    .optional(error.expected?.surface), .optional(error.expected?.type),
                    .optional(error.found?.surface), .optional(error.found?.type),
                    .optional(error.found.flatMap { $0.recognizer.isEmpty ? nil : $0.recognizer }),
                ]
            })
    }

    private static func number(_ value: Double) -> Listing.Cell { .number(value, decimals: 1) }
}
