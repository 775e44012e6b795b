import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

struct Top: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "top",
        abstract: "List what recurs: in how many issues, how often, since when.",
        discussion: """
            The last column shows the issues of each month, first to last.

              kg top tool
              kg top person --since 2020-02 --limit 10
            """)

    @Argument(
        help:
            "Only this type: model, library (tool), dataset, paper, person (author), organization (org), venue."
    )
    var type: EntityTypeArgument?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    @Option(help: ArgumentHelp("Only what this many issues name.", valueName: "n"))
    var minIssues = 1

    func run() throws {
        let types: Set<EntityType> = type.map { [$0.type] } ?? []
        let answer = try database.open().top(
            types: types, minIssues: minIssues, filter: filter.filter, limit: listing.limit(or: 20))
        guard !answer.rows.isEmpty else {
            throw CommandError("nothing of that kind in this graph", exitStatus: 1)
        }
        var columns: [Listing.Column] = [.init(name: "name", isFlexible: true)]
        if type == nil { columns.append(.init(name: "type")) }
        columns += [
            .init(name: "issues", isNumber: true), .init(name: "mentions", isNumber: true),
            .init(name: "first"),
            .init(name: "last"), .init(name: "by month"),
        ]
        let rows = answer.rows.map { row in
            var cells: [Listing.Cell] = [.text(row.entity.name)]
            if type == nil { cells.append(.text(row.entity.type.rawValue)) }
            return cells + [
                .integer(row.issues), .integer(row.mentions), .optional(row.firstDate),
                .optional(row.lastDate),
                .special(
                    shown: Sparkline.text(row.issuesByMonth),
                    json: .object(
                        zip(answer.months, row.issuesByMonth).filter { $1 > 0 }.map {
                            .init($0, .integer($1))
                        })),
            ]
        }
        var note = "\(answer.issues) issues"
        if let first = answer.months.first, let last = answer.months.last { note += ", \(first) to \(last)" }
        if answer.undatedIssues > 0 { note += "; \(answer.undatedIssues) of them in no month" }
        Listing(columns: columns, rows: rows).print(as: listing.format, note: note)
    }
}
