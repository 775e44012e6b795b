import ArgumentParser
import KnowledgeGraph

struct Issues: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the issues of the graph.",
        discussion: """
              kg issues --language fr --since 2020-03
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let issues = try database.open().issues(filter.filter, limit: listing.limit(or: nil))
        guard !issues.isEmpty else { throw CommandError("no issue fits", exitStatus: 1) }
        Listing(
            columns: [
                .init(name: "date"), .init(name: "number", isNumber: true), .init(name: "language"),
                .init(name: "entities", isNumber: true), .init(name: "mentions", isNumber: true),
                .init(name: "title", isFlexible: true), .init(name: "path", isFlexible: true),
            ],
            rows: issues.map { issue in
                [
                    .optional(issue.date), .optional(issue.number), .optional(issue.language),
                    .integer(issue.entities),
                    .integer(issue.mentions), .text(issue.title), .text(issue.path),
                ]
            }
        ).print(as: listing.format)
    }
}
