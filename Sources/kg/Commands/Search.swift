import ArgumentParser
import KnowledgeGraph

struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search the text of all passages.",
        discussion: """
            All words must stand in the passage; words in quotation marks next to each other. Chinese works, too.

              kg search 'distillation "language model"'
              kg search 预训练 --language zh
            """)

    @Argument(help: "Words to find.")
    var text: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let quotations = try database.open().search(text, filter: filter.filter, limit: listing.limit(or: 20))
        guard !quotations.isEmpty else { throw CommandError("\(text): no passage holds it", exitStatus: 1) }
        QuotationPrinter(format: listing.format).print(quotations)
    }
}
