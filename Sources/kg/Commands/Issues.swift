import ArgumentParser
import KnowledgeGraph

struct Issues: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "issues",
        abstract: "List the issues of the graph.",
        discussion: """
              kg issues --language fr --since 2020-03
              kg issues --repaired
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    @Flag(help: "Only issues whose text had to be repaired, and how much of it.")
    var repaired = false

    func run() throws {
        let issues = try database.open().issues(
            filter.filter, onlyRepaired: repaired, limit: listing.limit(or: nil))
        guard !issues.isEmpty else {
            throw CommandError(repaired ? "no issue had to be repaired" : "no issue fits", exitStatus: 1)
        }
        (repaired ? repairs(issues) : contents(issues)).print(as: listing.format)
    }

    private func contents(_ issues: [IssueSummary]) -> Listing {
        Listing(
            columns: [
                .init(name: "date"), .init(name: "number", isNumber: true), .init(name: "language"),
                .init(name: "entities", isNumber: true), .init(name: "mentions", isNumber: true),
                .init(name: "title", isFlexible: true), .init(name: "path", isFlexible: true, isPath: true),
            ],
            rows: issues.map { issue in
                [
                    .optional(issue.date), .optional(issue.number), .optional(issue.language),
                    .integer(issue.entities), .integer(issue.mentions), .text(issue.title), .text(issue.path),
                ]
            })
    }

    /// The view `repairs` holds every change; `kg repair FILE --explain` prints those of a file.
    private func repairs(_ issues: [IssueSummary]) -> Listing {
        Listing(
            columns: [
                .init(name: "encoding"), .init(name: "changes", isNumber: true),
                .init(name: "doubtful", isNumber: true),
                .init(name: "title", isFlexible: true), .init(name: "path", isFlexible: true, isPath: true),
            ],
            rows: issues.map { issue in
                [
                    .text(issue.encoding), .integer(issue.repairs), .integer(issue.doubtfulRepairs),
                    .text(issue.title),
                    .text(issue.path),
                ]
            })
    }
}
