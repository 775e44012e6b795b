import ArgumentParser
import KGModel
import KnowledgeGraph

struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Tell what the graph holds, in numbers.",
        discussion: """
              kg stats --format json
            """)

    @OptionGroup var database: DatabaseOption
    @Option(help: "table, json, jsonl, csv, tsv or markdown.")
    var format: ListingFormat = .table

    func run() throws {
        let statistics = try database.open().statistics()
        var rows: [(String, Listing.Cell)] = [
            ("issues", .integer(statistics.issues)), ("issues with a date", .integer(statistics.datedIssues)),
            ("first date", .optional(statistics.firstDate)), ("last date", .optional(statistics.lastDate)),
            ("passages", .integer(statistics.passages)), ("mentions", .integer(statistics.mentions)),
            ("edges", .integer(statistics.edges)),
        ]
        for type in EntityType.allCases.sorted() {
            rows.append((type.plural, .integer(statistics.entities[type] ?? 0)))
        }
        for (language, count) in statistics.languages.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) })
        {
            rows.append(("issues in \(language.isEmpty ? "no known language" : language)", .integer(count)))
        }
        for (recognizer, count) in statistics.recognizers.sorted(by: {
            ($1.value, $0.key) < ($0.value, $1.key)
        }) {
            rows.append(("mentions by \(recognizer)", .integer(count)))
        }
        Listing(
            columns: [.init(name: "figure"), .init(name: "value", isNumber: true)],
            rows: rows.map { [.text($0), $1] }
        ).print(as: format)
    }
}
