import ArgumentParser
import KnowledgeGraph

struct BetweenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "between",
        abstract: "List what two names share: what is named beside both.",
        discussion: """
            The first and second columns of figures count passages with the one and with the other; strength is the
            weaker of the two, translations counted once.

              kg between BERT GPT-2
              kg between Google Facebook --type model
            """)

    @Argument(help: "A name or any alias of it; type:name where several things bear it.")
    var first: String

    @Argument(help: "Another.")
    var second: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let (a, b) = (try graph.entity(named: first), try graph.entity(named: second))
        guard a != b else { throw CommandError("\(a.name): both names mean the same") }
        let between = try graph.between(a, b, filter: filter.filter)
        let wanted = between.shared.filter { types.types.isEmpty || types.types.contains($0.entity.type) }
        let direct = between.direct.map {
            "named together in \($0.passages) \($0.passages == 1 ? "passage" : "passages")"
        }
        guard !wanted.isEmpty else {
            throw CommandError(
                "\(a.name) and \(b.name): nothing that fits is named beside both; "
                    + (direct ?? "never named together"), exitStatus: 1)
        }
        let shown = listing.limit(or: 20).map { Array(wanted.prefix($0)) } ?? wanted
        Listing(
            columns: [
                .init(name: "name", isFlexible: true), .init(name: "type"),
                .init(name: "with first", isNumber: true), .init(name: "with second", isNumber: true),
                .init(name: "strength", isNumber: true), .init(name: "issues", isNumber: true),
            ],
            rows: shown.map { one in
                [
                    .text(one.entity.name), .text(one.entity.type.rawValue), .integer(one.withFirst.passages),
                    .integer(one.withSecond.passages), .number(one.strength, decimals: 1),
                    .integer(one.entity.issues),
                ]
            }
        ).print(
            as: listing.format,
            note: "\(shown.count) of \(wanted.count) beside both \(a.name) and \(b.name); "
                + (direct ?? "never named together") + "; Jaccard of their neighbors "
                + Listing.Cell.number(between.jaccard, decimals: 2).shown)
    }
}
