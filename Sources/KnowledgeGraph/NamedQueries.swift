import Foundation
import GRDB
import GRDBSQLite
import GraphStore
import KGModel

/// The answer to a query in SQL: columns and rows of texts, numbers or nothing.
public struct QueryResult: Sendable {
    public enum Value: Sendable, Hashable {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
    }

    public var columns: [String]
    public var rows: [[Value]]
    /// There were more rows than the limit.
    public var isCut: Bool
}

extension KnowledgeGraph {
    /// Runs one statement on a connection that cannot write.
    ///
    /// - Parameters:
    ///   - sql: a statement; parameters stand in it as `:name`.
    ///   - values: of its parameters; one that is not given is NULL.
    ///   - limit: rows at most; nil for all.
    ///   - seconds: after which the statement is stopped with an error.
    /// - Throws: `QueryError` for SQL that cannot be run.
    public func query(
        _ sql: String, values: [String: String] = [:], limit: Int? = nil, seconds: Double = 30
    ) throws -> QueryResult {
        let deadline = Date().addingTimeInterval(seconds)
        do {
            return try store.read { db in
                // Interrupts from within, every few thousand steps: no thread has to wait.
                let clock = Deadline(deadline)
                let handle = Unmanaged.passUnretained(clock).toOpaque()
                sqlite3_progress_handler(db.sqliteConnection, 10_000, Deadline.check, handle)
                defer { sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
                return try withExtendedLifetime(clock) { try Self.run(sql, values, limit, db) }
            }
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT {
                throw QueryError(
                    reason: "query stopped after \(Int(seconds)) s; narrow it, or give it more with --timeout"
                )
            }
            throw QueryError(
                reason: "query: " + (error.message ?? "SQLite error \(error.resultCode.rawValue)"))
        }
    }

    private static func run(_ sql: String, _ values: [String: String], _ limit: Int?, _ db: Database) throws
        -> QueryResult
    {
        let statement: Statement
        do {
            statement = try db.makeStatement(sql: sql)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_MISUSE {
            throw QueryError(reason: "query: one statement at a time, and not an empty one")
        }
        // What begins, ends or attaches writes nothing by itself; only an answer has columns.
        guard statement.isReadonly, statement.columnCount > 0 else {
            throw QueryError(
                reason: "query: only reads are allowed; use sqlite3 to change a copy of the database")
        }
        var arguments: [String: (any DatabaseValueConvertible)?] = [:]
        for index in 1...max(1, sqlite3_bind_parameter_count(statement.sqliteStatement)) {
            guard let name = sqlite3_bind_parameter_name(statement.sqliteStatement, index) else { continue }
            let key = String(String(cString: name).dropFirst())
            let value = values[key]
            arguments.updateValue(value.flatMap { Int64($0) } ?? value, forKey: key)
        }
        if let unknown = values.keys.sorted().first(where: { !arguments.keys.contains($0) }) {
            throw QueryError(reason: "query: it has no parameter :\(unknown)")
        }
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        var result = QueryResult(columns: statement.columnNames, rows: [], isCut: false)
        while let row = try rows.next() {
            if let limit, result.rows.count == limit {
                result.isCut = true
                break
            }
            result.rows.append(
                (0..<row.count).map { column in
                    switch (row[column] as DatabaseValue).storage {
                    case .null: .null
                    case .int64(let value): .integer(value)
                    case .double(let value): .real(value)
                    case .string(let value): .text(value)
                    case .blob(let data): .text("(\(data.count) bytes)")
                    }
                })
        }
        return result
    }

    /// The time at which a statement is to be stopped.
    private final class Deadline {
        let date: Date
        init(_ date: Date) { self.date = date }

        static let check: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { pointer in
            guard let pointer else { return 0 }
            return Unmanaged<Deadline>.fromOpaque(pointer).takeUnretainedValue().date < Date() ? 1 : 0
        }
    }
}

/// Why a query gives no answer, in one line.
public struct QueryError: Error, CustomStringConvertible {
    public var reason: String
    public var description: String { reason }
}
