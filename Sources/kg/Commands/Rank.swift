import ArgumentParser
import KGModel
import KnowledgeGraph

extension RankOrder: ExpressibleByArgument {}

struct Rank: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rank",
        abstract: "List what is central: weighted PageRank, degree, betweenness.",
        discussion: """
            pagerank is the share of the time that a reader who follows edges at random spends there, degree the
            number of neighbors, betweenness the share of pairs whose shortest ways pass. Counted once, then kept in
            the database until the graph changes.

              kg rank person
              kg rank --sort betweenness --limit 10
            """)

    @Argument(
        help:
            "Only this type: model, library (tool), dataset, paper, person (author), organization (org), venue."
    )
    var type: EntityTypeArgument?

    @Option(help: "pagerank, degree or betweenness.")
    var sort: RankOrder = .pagerank

    @OptionGroup var database: DatabaseOption
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let ranking = try database.open().ranking(
            types: type.map { [$0.type] } ?? [], by: sort, limit: listing.limit(or: 20))
        guard !ranking.rows.isEmpty else {
            throw CommandError("nothing of that kind in this graph", exitStatus: 1)
        }
        var columns: [Listing.Column] = [
            .init(name: "rank", isNumber: true), .init(name: "name", isFlexible: true),
        ]
        if type == nil { columns.append(.init(name: "type")) }
        columns += [
            .init(name: "pagerank", isNumber: true), .init(name: "degree", isNumber: true),
            .init(name: "strength", isNumber: true), .init(name: "betweenness", isNumber: true),
            .init(name: "issues", isNumber: true),
        ]
        let rows = ranking.rows.enumerated().map { place, row in
            var cells: [Listing.Cell] = [.integer(place + 1), .text(row.entity.name)]
            if type == nil { cells.append(.text(row.entity.type.rawValue)) }
            return cells + [
                .number(row.pagerank, decimals: 4), .integer(row.degree), .number(row.strength, decimals: 1),
                .number(row.betweenness, decimals: 4), .integer(row.entity.issues),
            ]
        }
        var note = "\(ranking.entities) entities in the graph"
        if ranking.isEstimate { note += "; betweenness estimated from \(ranking.pivots) of them" }
        Listing(columns: columns, rows: rows).print(as: listing.format, note: note)
    }
}
