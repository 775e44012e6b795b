import ArgumentParser
import KnowledgeGraph

struct Neighbors: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List what is named beside a name.",
        discussion: """
            Counted are passages (paragraphs, list items, table rows) that name both. npmi tells how surprising
            that is (0: as often as by chance, 1: never apart), llr how sure (above 10.8: p < 0.001).

              kg neighbors BERT
              kg neighbors BERT --type tool --min-issues 2 --sort llr
            """)

    @Argument(help: "A name or any alias of it; type:name where several things bear it.")
    var name: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    @Option(help: ArgumentHelp("Only pairs that this many issues name together.", valueName: "n"))
    var minIssues = 1

    @Option(help: "count, npmi or llr.")
    var sort: NeighborOrder = .count

    func run() throws {
        let graph = try database.open()
        let entity = try graph.entity(named: name)
        let neighbors = try graph.neighbors(
            of: entity, types: types.types, minIssues: minIssues, order: sort, filter: filter.filter)
        guard !neighbors.isEmpty else {
            throw CommandError("\(entity.name): nothing that fits is named beside it", exitStatus: 1)
        }
        let shown = listing.limit(or: 20).map { Array(neighbors.prefix($0)) } ?? neighbors
        Listing(
            columns: [
                .init(name: "name", isFlexible: true), .init(name: "type"),
                .init(name: "passages", isNumber: true),
                .init(name: "issues", isNumber: true), .init(name: "npmi", isNumber: true),
                .init(name: "llr", isNumber: true),
                .init(name: "first"), .init(name: "last"),
            ],
            rows: shown.map { neighbor in
                [
                    .text(neighbor.entity.name), .text(neighbor.entity.type.rawValue),
                    .integer(neighbor.passages),
                    .integer(neighbor.issues), .number(neighbor.npmi, decimals: 2),
                    .number(neighbor.llr, decimals: 1),
                    .optional(neighbor.firstDate), .optional(neighbor.lastDate),
                ]
            }
        ).print(
            as: listing.format,
            note: "\(entity.name) (\(entity.type.rawValue)): \(shown.count) of \(neighbors.count) neighbors")
    }
}
