import ArgumentParser
import Exports
import Foundation
import KnowledgeGraph

struct Query: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Run a query in SQL: a named one, a file, or SQL itself.",
        discussion: """
            The connection cannot write. Named queries are the .sql files of queries/ (here, or the folder that
            $KG_QUERIES names, or those that came with kg); without an argument they are listed.

              kg query recurring-tools --set min_issues=3
              kg query "SELECT name, issues FROM entities WHERE type = 'venue'"
              kg query --datasette > metadata.json && datasette kg.sqlite --metadata metadata.json
            """)

    @Argument(help: "A query's name, a .sql file, or SQL.", completion: .file(extensions: ["sql"]))
    var query: String?

    @OptionGroup var database: DatabaseOption
    @OptionGroup var listing: ListingOptions

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "The value of a parameter (:key in the query). May be repeated.", valueName: "key=value"))
    var values: [String] = []

    @Option(help: ArgumentHelp("Stop the query after this time.", valueName: "seconds"))
    var timeout: Double = 30

    @Flag(help: "Print metadata for Datasette instead: named queries as its pages.")
    var datasette = false

    func run() throws {
        if datasette { return try printMetadata() }
        guard let query else {
            try list()
            return
        }
        let result = try database.open().query(
            try QueryLibrary.sql(query), values: try parameters(), limit: listing.limit(or: nil),
            seconds: timeout)
        Listing(
            columns: result.columns.enumerated().map { index, name in
                let isNumber = !result.rows.isEmpty && result.rows.allSatisfy { Self.isNumber($0[index]) }
                return .init(name: name, isNumber: isNumber, isFlexible: !isNumber)
            },
            rows: result.rows.map { $0.map(Self.cell) }
        ).print(as: listing.format, note: result.isCut ? "more rows follow; --limit 0 shows all" : nil)
    }

    private func list() throws {
        let queries = QueryLibrary.all()
        guard !queries.isEmpty else {
            throw CommandError("no queries/ folder here; give a .sql file or SQL", exitStatus: 1)
        }
        Listing(
            columns: [.init(name: "name"), .init(name: "what it tells", isFlexible: true)],
            rows: queries.map { [.text($0.name), .text($0.summary)] }
        ).print(as: listing.format)
    }

    /// All named queries, or the one that was given.
    private func printMetadata() throws {
        let graph = try database.open()
        let names = query.map { [$0] } ?? QueryLibrary.all().map { $0.name }
        let tables = try graph.query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").rows
            .compactMap { row in
                if case .text(let name)? = row.first { name } else { nil }
            }
        let file = URL(fileURLWithPath: database.path).lastPathComponent
        Output.write(
            DatasetteMetadata(
                database: String(file.prefix { $0 != "." }),
                queries: try names.map { .init(name: $0, sql: try QueryLibrary.sql($0)) },
                hiddenTables: tables
            ).text)
    }

    private func parameters() throws -> [String: String] {
        var result: [String: String] = [:]
        for value in values {
            guard let equals = value.firstIndex(of: "="), equals > value.startIndex else {
                throw CommandError("--set \(value): write key=value")
            }
            result[String(value[..<equals])] = String(value[value.index(after: equals)...])
        }
        return result
    }

    private static func isNumber(_ value: QueryResult.Value) -> Bool {
        switch value {
        case .integer, .real, .null: true
        case .text: false
        }
    }

    private static func cell(_ value: QueryResult.Value) -> Listing.Cell {
        switch value {
        case .null: .none
        case .integer(let number): .integer(Int(number))
        case .real(let number): .number(number, decimals: 2)
        case .text(let text): .text(text)
        }
    }
}

/// The named queries that can be found.
enum QueryLibrary {
    /// Name and first comment line of each, sorted by name.
    static func all() -> [(name: String, summary: String)] {
        var found: [String: String] = [:]
        for folder in folders.reversed() {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            for name in names where name.hasSuffix(".sql") {
                let text = (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? ""
                let first = text.split(separator: "\n").first { $0.hasPrefix("--") } ?? ""
                found[String(name.dropLast(4))] = first.drop { $0 == "-" || $0 == " " }.description
            }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The SQL that a name, a path or SQL itself stands for.
    static func sql(_ query: String) throws -> String {
        let head = query.prefix { !$0.isWhitespace }.lowercased()
        if ["select", "with", "explain", "values", "pragma"].contains(head),
            query.contains(where: \.isWhitespace)
        {
            return query
        }
        for path in [query] + folders.map({ "\($0)/\(query).sql" })
        where FileManager.default.fileExists(atPath: path) {
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
                throw CommandError("\(path): cannot be read as a query; check that it is a UTF-8 file")
            }
            return text
        }
        if query.contains(where: \.isWhitespace) { return query }
        throw CommandError("\(query): no such query; `kg query` lists those there are")
    }

    private static var folders: [String] {
        var folders: [String] = []
        if let folder = ProcessInfo.processInfo.environment["KG_QUERIES"] { folders.append(folder) }
        folders.append("queries")
        if let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() {
            folders.append(program.appendingPathComponent("../share/kg/queries").standardized.path)
        }
        return folders
    }
}
