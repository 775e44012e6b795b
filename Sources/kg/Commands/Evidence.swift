import ArgumentParser
import KnowledgeGraph

struct Evidence: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Quote the passages that name one thing, or several things together.",
        discussion: """
              kg evidence BERT Google
              kg evidence BERT --since 2020-03 --format markdown
            """)

    @Argument(help: "One name, or several that must stand in one passage.")
    var names: [String]

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let entities = try names.map { try graph.entity(named: $0) }
        let quotations = try graph.evidence(
            for: entities, filter: filter.filter,
            limit: listing.limit(or: listing.format == .table ? 20 : nil))
        guard !quotations.isEmpty else {
            throw CommandError(
                "no passage names \(entities.map(\.name).joined(separator: " and ")) together", exitStatus: 1)
        }
        QuotationPrinter(format: listing.format).print(quotations)
    }
}
