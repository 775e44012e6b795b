import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

struct Candidates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates",
        abstract: "List names that are too doubtful for the graph.",
        discussion: """
            A name that the recognizers are less than half sure of is a candidate: it is kept with its evidence, and
            is no node. Those in most issues come first. With a name its passages are quoted. What is a name indeed
            goes into a lexicon of your own: kg build --lexicon.

              kg candidates --type model
              kg candidates Zorkmid
            """)

    @Argument(help: "Quote the passages of this candidate.")
    var name: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    @Option(help: ArgumentHelp("Only what stands in this many issues.", valueName: "n"))
    var minIssues = 1

    func run() throws {
        let graph = try database.open()
        if let name {
            try quote(name, graph)
            return
        }
        let rows = try graph.candidates(
            types: types.types, minIssues: minIssues, filter: filter.filter, limit: listing.limit(or: 20))
        guard !rows.isEmpty else {
            throw CommandError("no candidates of that kind in this graph", exitStatus: 1)
        }
        Listing(
            columns: [
                .init(name: "name", isFlexible: true), .init(name: "type"),
                .init(name: "issues", isNumber: true),
                .init(name: "count", isNumber: true), .init(name: "confidence", isNumber: true),
                .init(name: "recognizers"), .init(name: "first"), .init(name: "last"),
            ],
            rows: rows.map { row in
                [
                    .text(row.name), .text(row.type.rawValue), .integer(row.issues), .integer(row.count),
                    .number(row.confidence, decimals: 2),
                    .special(
                        shown: row.recognizers.joined(separator: ", "),
                        json: .array(row.recognizers.map { .string($0) })),
                    .optional(row.firstDate), .optional(row.lastDate),
                ]
            }
        ).print(as: listing.format)
    }

    private func quote(_ name: String, _ graph: KnowledgeGraph) throws {
        let rows = try graph.evidence(
            forCandidate: name, types: types.types, filter: filter.filter,
            limit: listing.limit(or: listing.format == .table ? 20 : nil))
        guard !rows.isEmpty else {
            throw CommandError("\(name): no such candidate; `kg candidates` lists them", exitStatus: 1)
        }
        if listing.format == .table || listing.format == .markdown {
            QuotationPrinter(format: listing.format).print(rows.map(\.quotation))
            return
        }
        Listing(
            columns: [
                .init(name: "issue"), .init(name: "line", isNumber: true), .init(name: "date"),
                .init(name: "type"), .init(name: "recognizer"), .init(name: "confidence", isNumber: true),
                .init(name: "text"),
            ],
            rows: rows.map { row in
                [
                    .text(row.quotation.issue), .integer(row.quotation.line), .optional(row.quotation.date),
                    .text(row.type.rawValue), .text(row.recognizer), .number(row.confidence, decimals: 2),
                    .text(row.quotation.text),
                ]
            }
        ).print(as: listing.format)
    }
}
