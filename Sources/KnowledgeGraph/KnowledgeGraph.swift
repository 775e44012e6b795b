import GRDB
import GraphStore
import KGModel

/// A built graph, ready for questions.
///
///     let graph = try KnowledgeGraph(path: "kg.sqlite")
///     let bert = try graph.entity(named: "bert")
///     for neighbor in try graph.neighbors(of: bert, limit: 5) {
///         print(neighbor.entity.name, neighbor.passages)
///     }
///
/// Answers come in an order that depends on the graph alone. Every method throws `StoreError` when the
/// file cannot be read.
public struct KnowledgeGraph: Sendable {
    let store: GraphStore

    /// Opens a database for reading.
    public init(path: String) throws(StoreError) {
        store = try GraphStore(path: path, access: .read, isMapped: true)
    }

    /// Whether the last build came to its end; if not, the graph lacks what was read last.
    public func isComplete() throws -> Bool { try store.isLinked() }

    /// Runs SQL in words of this file's errors.
    func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        do {
            return try store.read(body)
        } catch let error as DatabaseError {
            throw StoreError(error, path: store.path)
        }
    }
}

/// A node, as listings show it.
public struct EntitySummary: Sendable, Hashable {
    /// Number in the database.
    public var id: Int64
    /// Unique and the same in every build: `model:BERT`.
    public var key: String
    public var name: String
    public var type: EntityType
    public var mentions: Int
    public var issues: Int
    /// ISO 8601, of the first and last dated issue that names it.
    public var firstDate: String?
    public var lastDate: String?

    static let columns =
        "entity.id, entity.key, entity.name, entity.type, entity.mentions, entity.issues, entity.first_date, entity.last_date"

    init(_ row: Row) {
        id = row[0]
        key = row[1]
        name = row[2]
        type = EntityType(rawValue: row[3]) ?? .model
        mentions = row[4]
        issues = row[5]
        firstDate = row[6]
        lastDate = row[7]
    }

    init(_ row: RowStatement) {
        id = Int64(row.integer(0))
        key = row.text(1)
        name = row.text(2)
        type = EntityType(rawValue: row.text(3)) ?? .model
        mentions = row.integer(4)
        issues = row.integer(5)
        firstDate = row.optionalText(6)
        lastDate = row.optionalText(7)
    }
}

/// Which issues a question is about.
public struct IssueFilter: Sendable, Hashable {
    /// ISO 8601, of any precision; issues without a date are left out where one of them is given.
    public var since: String?
    public var until: String?
    /// BCP 47 language code.
    public var language: String?
    /// Only the issue with this path.
    public var path: String?

    public init(
        since: String? = nil, until: String? = nil, language: String? = nil, path: String? = nil
    ) {
        self.since = since
        self.until = until
        self.language = language
        self.path = path
    }

    public var isEmpty: Bool { since == nil && until == nil && language == nil && path == nil }

    /// A condition on the table `issue`, and its arguments.
    var condition: (sql: String, arguments: [String: any DatabaseValueConvertible]) {
        var parts: [String] = []
        var arguments: [String: any DatabaseValueConvertible] = [:]
        if let since {
            parts.append("issue.date >= :since")
            arguments["since"] = since
        }
        if let until {
            parts.append("substr(issue.date, 1, length(:until)) <= :until")
            arguments["until"] = until
        }
        if let language {
            parts.append("issue.language = :language")
            arguments["language"] = language
        }
        if let path {
            parts.append("issue.path = :path")
            arguments["path"] = path
        }
        return (parts.isEmpty ? "1" : parts.joined(separator: " AND "), arguments)
    }
}
