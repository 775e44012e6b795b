import ArgumentParser
import KnowledgeGraph

struct SimilarCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "similar",
        abstract: "List names that stand beside like things.",
        discussion: """
            Two names are similar when they have the same neighbors, each weighted by how much more often than by
            chance it is named beside them (cosine, 0 to 1); they need not be named together.

              kg similar BERT --type model
            """)

    @Argument(help: "A name or any alias of it; type:name where several things bear it.")
    var name: String

    @Option(help: ArgumentHelp("Neighbors that both must have.", valueName: "n"))
    var minShared = 2

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let entity = try graph.entity(named: name)
        let similar = try graph.similar(
            to: entity, types: types.types, minShared: minShared, limit: listing.limit(or: 20))
        guard !similar.isEmpty else {
            throw CommandError(
                "\(entity.name): nothing that fits shares \(minShared) neighbors with it", exitStatus: 1)
        }
        Listing(
            columns: [
                .init(name: "name", isFlexible: true), .init(name: "type"),
                .init(name: "similarity", isNumber: true), .init(name: "shared neighbors", isNumber: true),
                .init(name: "issues", isNumber: true),
            ],
            rows: similar.map { one in
                [
                    .text(one.entity.name), .text(one.entity.type.rawValue), .number(one.cosine, decimals: 2),
                    .integer(one.shared), .integer(one.entity.issues),
                ]
            }
        ).print(as: listing.format, note: "neighbors like those of \(entity.name) (\(entity.type.rawValue))")
    }
}
