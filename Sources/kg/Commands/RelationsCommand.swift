import ArgumentParser
import KGModel
import KnowledgeGraph

extension RelationKind: ExpressibleByArgument {}

struct RelationsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relations",
        abstract:
            "List what the issues state: papers by people, models released by organizations, and so on.",
        discussion: """
            Only what a phrase of the text states counts, not that two names stand together. Kinds: by, released by,
            at, introduced in, from, evaluated on.

              kg relations OpenAI
              kg relations --kind "released by" --since 2020
              kg relations "Hugging Face" --format markdown
            """)

    @Argument(help: "A name or any alias of it; without one, all.")
    var name: String?

    @Option(help: ArgumentHelp("Only this kind. May be repeated.", valueName: "kind"))
    var kind: [RelationKind] = []

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let entity = try name.map { try graph.entity(named: $0) }
        let relations = try graph.relations(of: entity, kinds: Set(kind), filter: filter.filter)
        guard !relations.isEmpty else {
            throw CommandError(
                (entity.map { "\($0.name): " } ?? "") + "no relation that fits is stated", exitStatus: 1)
        }
        let shown = listing.limit(or: 20).map { Array(relations.prefix($0)) } ?? relations
        Listing(
            columns: [
                .init(name: "subject", isFlexible: true), .init(name: "relation"),
                .init(name: "object", isFlexible: true), .init(name: "issues", isNumber: true),
                .init(name: "first"), .init(name: "at", isFlexible: true, isPath: true),
            ] + (listing.format == .table ? [] : [.init(name: "text")]),
            rows: try shown.map { relation in
                let evidence = try graph.evidence(for: relation)
                let cells: [Listing.Cell] = [
                    .text(relation.subject.name), .text(relation.kind.rawValue), .text(relation.object.name),
                    .integer(relation.issues), .optional(relation.firstDate),
                    .optional(evidence.map { "\($0.issue):\($0.line)" }),
                ]
                return listing.format == .table ? cells : cells + [.optional(evidence?.text)]
            }
        ).print(as: listing.format, note: "\(shown.count) of \(relations.count) relations")
    }
}
