import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show all that is known of a name.",
        discussion: """
              kg show 微软
              kg show model:Transformer --format json
            """)

    @Argument(help: "A name or any alias of it; type:name where several things bear it.")
    var name: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let details = try graph.details(of: graph.entity(named: name))
        let relations = try graph.relations(of: details.entity)
        switch listing.format {
        case .table: Output.write(text(details, relations))
        case .json: Output.write(json(details, relations).pretty + "\n")
        case .jsonl: Output.write(json(details, relations).line + "\n")
        case .csv, .tsv, .markdown: appearances(details).print(as: listing.format)
        }
    }

    private func text(_ details: EntityDetails, _ relations: [Relation]) -> String {
        let entity = details.entity
        var text = Terminal.bold(entity.name) + "  \(entity.type.rawValue)\n"
        text += "\(entity.mentions) mentions in \(entity.issues) issues"
        if let first = entity.firstDate, let last = entity.lastDate {
            text += first == last ? ", \(first)" : ", \(first) to \(last)"
        }
        text += "\n"
        if !details.aliases.isEmpty {
            text +=
                "also: "
                + details.aliases.map { $0.language == nil ? $0.name : "\($0.name) (\($0.language ?? ""))" }
                .joined(separator: ", ") + "\n"
        }
        for identity in details.identities { text += "\(identity)  \(identity.url)\n" }
        for line in lines(of: relations, entity) { text += line + "\n" }
        return text + "\n" + appearances(details).text(.table, width: Terminal.width)
    }

    /// `released by OpenAI`, and the other way round `Google: BERT, T5 (released by it)`.
    private func lines(of relations: [Relation], _ entity: EntitySummary) -> [String] {
        RelationKind.allCases.flatMap { kind -> [String] in
            let objects = relations.filter { $0.kind == kind && $0.subject == entity }.map(\.object.name)
            let subjects = relations.filter { $0.kind == kind && $0.object == entity }.map(\.subject.name)
            var lines: [String] = []
            if !objects.isEmpty { lines.append("\(kind.rawValue): \(objects.joined(separator: ", "))") }
            if !subjects.isEmpty {
                lines.append("\(kind.rawValue) it: \(subjects.joined(separator: ", "))")
            }
            return lines
        }
    }

    private func appearances(_ details: EntityDetails) -> Listing {
        let shown =
            listing.limit(or: nil).map { Array(details.appearances.prefix($0)) } ?? details.appearances
        return Listing(
            columns: [
                .init(name: "date"), .init(name: "mentions", isNumber: true),
                .init(name: "title", isFlexible: true),
                .init(name: "first at", isFlexible: true, isPath: true),
            ],
            rows: shown.map {
                [.optional($0.date), .integer($0.mentions), .text($0.title), .text("\($0.issue):\($0.line)")]
            })
    }

    private func json(_ details: EntityDetails, _ relations: [Relation]) -> JSONValue {
        let entity = details.entity
        return .object([
            .init("id", .string(entity.key)), .init("name", .string(entity.name)),
            .init("type", .string(entity.type.rawValue)), .init("mentions", .integer(entity.mentions)),
            .init("issues", .integer(entity.issues)), .init("first", .optional(entity.firstDate)),
            .init("last", .optional(entity.lastDate)),
            .init(
                "aliases",
                .array(
                    details.aliases.map {
                        .object([.init("name", .string($0.name)), .init("language", .optional($0.language))])
                    })),
            .init(
                "relations",
                .array(
                    relations.map {
                        .object([
                            .init("subject", .string($0.subject.key)),
                            .init("relation", .string($0.kind.rawValue)),
                            .init("object", .string($0.object.key)), .init("issues", .integer($0.issues)),
                        ])
                    })),
            .init("identities", .array(details.identities.map { .string($0.description) })),
            .init(
                "appearances",
                .array(
                    details.appearances.map {
                        .object([
                            .init("issue", .string($0.issue)), .init("title", .string($0.title)),
                            .init("date", .optional($0.date)), .init("mentions", .integer($0.mentions)),
                            .init("line", .integer($0.line)),
                        ])
                    })),
        ])
    }
}
