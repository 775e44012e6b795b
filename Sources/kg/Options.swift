import ArgumentParser
import Foundation
import KGModel
import KnowledgeGraph

/// Which database a command works on.
struct DatabaseOption: ParsableArguments {
    @Option(
        name: .customLong("db"), help: "The graph's SQLite file (default: $KG_DB, else kg.sqlite).",
        completion: .file())
    var database: String?

    var path: String {
        database ?? ProcessInfo.processInfo.environment["KG_DB"].flatMap { $0.isEmpty ? nil : $0 }
            ?? "kg.sqlite"
    }

    /// Opens the graph for questions; says so when its last build was interrupted.
    func open() throws -> KnowledgeGraph {
        let graph = try KnowledgeGraph(path: path)
        // It stays open until the program ends, which closes the file as well: to take a connection for reading down
        // starts a thread and leaves nothing behind.
        _ = Unmanaged.passRetained(OpenGraph(graph: graph))
        if try !graph.isComplete() {
            Terminal.printError(
                "kg: \(path): the last build was interrupted; run `kg build` again for a whole graph")
        }
        return graph
    }
}

/// Holds a graph open.
private final class OpenGraph {
    let graph: KnowledgeGraph
    init(graph: KnowledgeGraph) { self.graph = graph }
}

/// How listings are printed.
struct ListingOptions: ParsableArguments {
    @Option(help: "table, json, jsonl, csv, tsv or markdown.")
    var format: ListingFormat = .table

    @Option(help: "Rows at most; 0 for all.")
    var limit: Int?

    /// The limit, or `standard`; nil for all.
    func limit(or standard: Int?) -> Int? {
        guard let limit else { return standard }
        return limit == 0 ? nil : limit
    }

    func validate() throws {
        if let limit, limit < 0 {
            throw ValidationError("--limit \(limit): give a number of rows, or 0 for all")
        }
    }
}

/// Which issues a question is about.
struct FilterOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only issues of this date and later (2020, 2020-03 or 2020-03-09).", valueName: "date"))
    var since: String?

    @Option(help: ArgumentHelp("Only issues up to this date.", valueName: "date"))
    var until: String?

    @Option(help: ArgumentHelp("Only issues in this language (en, zh, fr, …).", valueName: "code"))
    var language: String?

    var filter: IssueFilter { IssueFilter(since: since, until: until, language: language?.lowercased()) }

    func validate() throws {
        for date in [since, until] {
            if let date, IssueDate(iso: date) == nil {
                throw ValidationError("\(date): no date; write 2020, 2020-03 or 2020-03-09")
            }
        }
    }
}

/// Which types of nodes a question is about.
struct TypeOptions: ParsableArguments {
    @Option(
        help:
            "Only this type: model, library (tool), dataset, paper, person (author), organization (org), venue. May be repeated."
    )
    var type: [EntityTypeArgument] = []

    var types: Set<EntityType> { Set(type.map(\.type)) }
}

/// A type as users write it.
struct EntityTypeArgument: ExpressibleByArgument {
    var type: EntityType

    init?(argument: String) {
        guard let type = EntityType(argument: argument) else { return nil }
        self.type = type
    }

    static var allValueStrings: [String] { EntityType.allCases.map(\.rawValue) + ["tool", "author", "org"] }
}

extension NeighborOrder: ExpressibleByArgument {}
