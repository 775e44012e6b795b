import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

extension DiffError: KGError { var exitStatus: Int32 { 1 } }

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tell what an issue brings: new and returning names, first pairs, what grew.",
        discussion: """
            Without an issue: the last one and the one before. Issues are named by path, number or date, and taken
            with their translations. New is what no earlier issue names, returning what the issue before lacks.
            --format markdown writes a paragraph with footnotes that quote, ready to paste.

              kg diff
              kg diff 4 5 --format markdown
              kg diff --since 2020-03
            """)

    @Argument(help: "The earlier issue (default: the one before the later).")
    var earlier: String?

    @Argument(help: "The later issue (default: the last).")
    var later: String?

    @Option(
        help: ArgumentHelp("Compare all issues since this date with the one before them.", valueName: "date"))
    var since: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var listing: ListingOptions

    func validate() throws {
        if let since {
            guard IssueDate(iso: since) != nil else {
                throw ValidationError("\(since): no date; write 2020, 2020-03 or 2020-03-09")
            }
            guard earlier == nil else { throw ValidationError("give two issues, or --since, not both") }
        }
    }

    func run() throws {
        let graph = try database.open()
        let limit = listing.limit(or: listing.format == .table ? 8 : listing.format == .markdown ? 5 : nil)
        // Filtering by type comes before the limit.
        let isWhole = types.types.isEmpty
        var diff =
            try since.map { try graph.diff(since: $0, limit: isWhole ? limit : nil) }
            ?? graph.diff(earlier, later, limit: isWhole ? limit : nil)
        if !isWhole { narrow(&diff, limit) }
        guard
            diff.new.count + diff.returning.count + diff.grown.count + diff.gone.count + diff.pairs.count > 0
        else { throw CommandError("\(diff.later.title): nothing that fits has changed", exitStatus: 1) }
        switch listing.format {
        case .json: Output.write(json(diff).pretty + "\n")
        case .markdown: Output.write(DiffParagraph(diff).text)
        default: rows(diff).print(as: listing.format, note: note(diff))
        }
    }

    private func narrow(_ diff: inout IssueDiff, _ limit: Int?) {
        func kept(_ changes: [IssueDiff.Change]) -> [IssueDiff.Change] {
            let kept = changes.filter { types.types.contains($0.entity.type) }
            return limit.map { Array(kept.prefix($0)) } ?? kept
        }
        (diff.new, diff.returning) = (kept(diff.new), kept(diff.returning))
        (diff.grown, diff.gone) = (kept(diff.grown), kept(diff.gone))
        let pairs = diff.pairs.filter { types.types.contains($0.a.type) && types.types.contains($0.b.type) }
        diff.pairs = limit.map { Array(pairs.prefix($0)) } ?? pairs
    }

    private func groups(_ diff: IssueDiff) -> [(word: String, changes: [IssueDiff.Change])] {
        [("new", diff.new), ("returning", diff.returning), ("more", diff.grown), ("gone", diff.gone)]
    }

    private func rows(_ diff: IssueDiff) -> Listing {
        var rows = groups(diff).flatMap { word, changes in
            changes.map { change -> [Listing.Cell] in
                [
                    .text(word), .text(change.entity.name), .text(change.entity.type.rawValue), .none,
                    .number(change.before, decimals: 1), .number(change.after, decimals: 1),
                    .optional(change.lastDate), .optional(change.missedIssues), place(change.evidence),
                ]
            }
        }
        rows += diff.pairs.map { pair in
            [
                .text("pair"), .text(pair.a.name), .text(pair.a.type.rawValue), .text(pair.b.name), .none,
                .integer(pair.passages), .none, .none, place(pair.evidence),
            ]
        }
        return Listing(
            columns: [
                .init(name: "change"), .init(name: "name", isFlexible: true), .init(name: "type"),
                .init(name: "with", isFlexible: true), .init(name: "before", isNumber: true),
                .init(name: "now", isNumber: true), .init(name: "last seen"),
                .init(name: "missed", isNumber: true), .init(name: "at", isFlexible: true, isPath: true),
            ], rows: rows)
    }

    private func place(_ quotation: Quotation?) -> Listing.Cell {
        .optional(quotation.map { "\($0.issue):\($0.line)" })
    }

    private func note(_ diff: IssueDiff) -> String {
        var text = "\(side(diff.later)) after \(side(diff.earlier))"
        if diff.pairsWithNew > 0 { text += "; \(diff.pairsWithNew) more pairs with a new name" }
        if diff.undatedEditions > 0 { text += "; \(diff.undatedEditions) issues without a date left out" }
        return text
    }

    private func side(_ side: IssueDiff.Side) -> String {
        guard let first = side.firstDate, let last = side.lastDate else { return side.title }
        return "\(side.title) (\(first == last ? first : "\(first) to \(last)"))"
    }

    private func json(_ diff: IssueDiff) -> JSONValue {
        func value(_ side: IssueDiff.Side) -> JSONValue {
            .object([
                .init("title", .string(side.title)), .init("first", .optional(side.firstDate)),
                .init("last", .optional(side.lastDate)), .init("issues", .integer(side.editions)),
            ])
        }
        func quote(_ quotation: Quotation?) -> [JSONValue.Member] {
            [
                .init("issue", .optional(quotation?.issue)),
                .init("line", quotation.map { .integer($0.line) } ?? .null),
                .init("text", .optional(quotation?.text)),
            ]
        }
        let changes = groups(diff).map { word, changes in
            JSONValue.Member(
                word,
                .array(
                    changes.map { change in
                        .object(
                            [
                                .init("id", .string(change.entity.key)),
                                .init("name", .string(change.entity.name)),
                                .init("type", .string(change.entity.type.rawValue)),
                                .init("before", .number(change.before)), .init("now", .number(change.after)),
                                .init("last seen", .optional(change.lastDate)),
                                .init("missed", change.missedIssues.map { .integer($0) } ?? .null),
                            ] + quote(change.evidence))
                    }))
        }
        let pairs = JSONValue.Member(
            "pairs",
            .array(
                diff.pairs.map { pair in
                    .object(
                        [
                            .init("a", .string(pair.a.key)), .init("b", .string(pair.b.key)),
                            .init("passages", .integer(pair.passages)),
                        ] + quote(pair.evidence))
                }))
        return .object(
            [.init("earlier", value(diff.earlier)), .init("later", value(diff.later))] + changes + [
                pairs, .init("pairs with a new name", .integer(diff.pairsWithNew)),
                .init("undated issues", .integer(diff.undatedEditions)),
            ])
    }
}
