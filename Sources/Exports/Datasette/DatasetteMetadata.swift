/// What Datasette wants to know of a graph's database: the named queries as pages of its own with fields for their
/// parameters, and which tables are not for reading. Source: Datasette's documentation, "Metadata" and "Canned
/// queries".
public struct DatasetteMetadata: Sendable {
    /// A query of `queries/`.
    public struct NamedQuery: Sendable {
        public var name: String
        /// With its comment: the first sentence is its title, the rest its description.
        public var sql: String

        public init(name: String, sql: String) {
            self.name = name
            self.sql = sql
        }
    }

    /// Name of the database: that of its file, without the ending.
    public var database: String
    public var queries: [NamedQuery]
    /// Tables behind the views.
    public var hiddenTables: [String]

    public init(database: String, queries: [NamedQuery], hiddenTables: [String]) {
        self.database = database
        self.queries = queries
        self.hiddenTables = hiddenTables
    }

    /// JSON, with queries and tables in their order.
    public var text: String {
        let pages = queries.map { query in
            let comment = Self.comment(query.sql)
            var members = [JSONValue.Member("sql", .string(Self.withFields(query.sql)))]
            if let title = comment.first { members.append(.init("title", .string(title))) }
            if comment.count > 1 {
                members.append(.init("description", .string(comment.dropFirst().joined(separator: " · "))))
            }
            return JSONValue.Member(query.name, .object(members))
        }
        let tables = hiddenTables.map { JSONValue.Member($0, .object([.init("hidden", .bool(true))])) }
        return JSONValue.object([
            .init("title", .string("Knowledge graph")),
            .init(
                "databases",
                .object([
                    .init(
                        database,
                        .object([.init("tables", .object(tables)), .init("queries", .object(pages))]))
                ])),
        ]).pretty + "\n"
    }

    /// The lines of the comment at the head.
    private static func comment(_ sql: String) -> [String] {
        sql.split(separator: "\n").prefix { $0.hasPrefix("--") }.map { line in
            line.drop { $0 == "-" || $0 == " " }.split(separator: " ").joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// The query as Datasette is to run it. It hands over what stands in a field, always as text: what is empty has to
    /// be NULL and what is a number a number, as for `kg query`.
    static func withFields(_ sql: String) -> String {
        var result = ""
        var rest = Substring(sql)
        /// Takes all up to and with the end of what begins here.
        func take(to end: String) {
            let body = rest.dropFirst()
            let stop = body.firstRange(of: end)?.upperBound ?? rest.endIndex
            result += rest[..<stop]
            rest = rest[stop...]
        }
        while let character = rest.first {
            if rest.hasPrefix("--") {
                take(to: "\n")
            } else if rest.hasPrefix("/*") {
                take(to: "*/")
            } else if character == "'" || character == "\"" || character == "`" {
                take(to: String(character))
            } else if character == ":", let name = parameter(rest.dropFirst()) {
                result += "(CASE WHEN :\(name) GLOB '[0-9]*' AND NOT :\(name) GLOB '*[^0-9]*' "
                result += "THEN CAST(:\(name) AS INTEGER) ELSE nullif(:\(name), '') END)"
                rest = rest.dropFirst(name.count + 1)
            } else {
                result.append(character)
                rest = rest.dropFirst()
            }
        }
        return result
    }

    private static func parameter(_ text: Substring) -> String? {
        let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard let first = name.first, !first.isNumber else { return nil }
        return String(name)
    }
}
