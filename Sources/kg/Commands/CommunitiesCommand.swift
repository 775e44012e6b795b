import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

struct CommunitiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "communities",
        abstract: "List groups that hang together more than with the rest, named by their central members.",
        discussion: """
            Found by the Louvain method, the same each time; kept in the database until the graph changes.
            --of tells the group of one name.

              kg communities
              kg communities --of spaCy
            """)

    @Option(help: ArgumentHelp("Only the group of this name, with all its members.", valueName: "name"))
    var of: String?

    @Option(help: ArgumentHelp("Only groups of this many members.", valueName: "n"))
    var minSize = 3

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let entity = try of.map { try graph.entity(named: $0) }
        let answer = try graph.communities()
        if let entity {
            guard let community = answer.communities.first(where: { $0.members.contains(entity) }) else {
                throw CommandError(
                    "\(entity.name): in no group, since nothing is named beside it", exitStatus: 1)
            }
            printMembers(community)
            return
        }
        let chosen = answer.communities.filter { $0.members.count >= minSize }
        guard !chosen.isEmpty else {
            throw CommandError("no group of \(minSize) members or more in this graph", exitStatus: 1)
        }
        let shown = listing.limit(or: 20).map { Array(chosen.prefix($0)) } ?? chosen
        Listing(
            columns: [
                .init(name: "group", isNumber: true), .init(name: "members", isNumber: true),
                .init(name: "central members", isFlexible: true), .init(name: "also", isFlexible: true),
            ],
            rows: shown.map { community in
                [
                    .integer(community.number), .integer(community.members.count), .text(community.name),
                    .special(
                        shown: community.members.dropFirst(3).filter(isWanted).prefix(8).map(\.name)
                            .joined(separator: ", "),
                        json: .array(community.members.filter(isWanted).map { .string($0.key) })),
                ]
            }
        ).print(as: listing.format, note: note(answer, shown.count, chosen.count))
    }

    private func isWanted(_ entity: EntitySummary) -> Bool {
        types.types.isEmpty || types.types.contains(entity.type)
    }

    private func printMembers(_ community: Community) {
        let members = community.members.filter(isWanted)
        let shown = listing.limit(or: 20).map { Array(members.prefix($0)) } ?? members
        Listing(
            columns: [
                .init(name: "name", isFlexible: true), .init(name: "type"),
                .init(name: "issues", isNumber: true),
                .init(name: "mentions", isNumber: true),
            ],
            rows: shown.map {
                [.text($0.name), .text($0.type.rawValue), .integer($0.issues), .integer($0.mentions)]
            }
        ).print(
            as: listing.format,
            note: "group \(community.number) (\(community.name)): \(shown.count) of \(members.count)")
    }

    private func note(_ answer: Communities, _ shown: Int, _ of: Int) -> String {
        var text = "\(shown) of \(of) groups; modularity "
        text += Listing.Cell.number(answer.modularity, decimals: 2).shown
        if answer.entitiesWithoutEdge > 0 {
            text += "; \(answer.entitiesWithoutEdge) entities stand beside nothing"
        }
        return text
    }
}
