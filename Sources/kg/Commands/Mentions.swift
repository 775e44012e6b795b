import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

struct Mentions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mentions",
        abstract: "List every mention with its place, type, entity and recognizer.",
        discussion: """
              kg mentions --format jsonl > mentions.jsonl
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let limit = listing.limit(or: nil)
        if listing.format == .jsonl {
            // A line at a time: the whole may be large.
            var buffer = ""
            try graph.mentions(types: types.types, filter: filter.filter, limit: limit) { row in
                buffer += json(row).line + "\n"
                if buffer.utf8.count > 1 << 16 {
                    Output.write(buffer)
                    buffer = ""
                }
            }
            Output.write(buffer)
            return
        }
        var rows: [[Listing.Cell]] = []
        try graph.mentions(types: types.types, filter: filter.filter, limit: limit) { row in
            rows.append([
                .text(row.issue), .integer(row.line), .text(row.surface), .text(row.type), .text(row.entity),
                .text(row.id),
                .integer(row.start), .integer(row.end), .text(row.recognizer),
                .number(row.confidence, decimals: 2),
            ])
        }
        Listing(
            columns: [
                .init(name: "issue", isFlexible: true, isPath: true), .init(name: "line", isNumber: true),
                .init(name: "surface", isFlexible: true), .init(name: "type"),
                .init(name: "entity", isFlexible: true),
                .init(name: "id", isFlexible: true), .init(name: "start", isNumber: true),
                .init(name: "end", isNumber: true),
                .init(name: "recognizer"), .init(name: "confidence", isNumber: true),
            ], rows: rows
        ).print(as: listing.format)
    }

    private func json(_ row: MentionRow) -> JSONValue {
        .object([
            .init("issue", .string(row.issue)), .init("line", .integer(row.line)),
            .init("surface", .string(row.surface)),
            .init("type", .string(row.type)), .init("entity", .string(row.entity)),
            .init("id", .string(row.id)),
            .init("start", .integer(row.start)), .init("end", .integer(row.end)),
            .init("recognizer", .string(row.recognizer)), .init("confidence", .number(row.confidence)),
        ])
    }
}
