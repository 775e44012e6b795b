import GRDB
import GRDBSQLite
import KGModel

/// A statement that is run once for each of many rows: prepared once, its values bound without a copy.
///
/// GRDB's statements make an array of boxed values for every run; for some hundred thousand rows that costs more than
/// SQLite itself, and its rows cost as much to read. It must not be used outside the access to the database in which it was made.
public final class RowStatement {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    /// Added to the index of every value that is bound, see `RowInserts`.
    var firstIndex: Int32 = 0

    /// - Throws: `DatabaseError`.
    public init(_ db: Database, _ sql: String) throws {
        guard let connection = db.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the database is closed")
        }
        var statement: OpaquePointer?
        let code = sqlite3_prepare_v3(
            connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
        guard code == SQLITE_OK, let statement else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
        }
        self.statement = statement
        self.connection = connection
    }

    deinit { sqlite3_finalize(statement) }

    /// - Parameter index: from 1.
    public func bind(_ index: Int32, _ value: Int) {
        sqlite3_bind_int64(statement, firstIndex + index, Int64(value))
    }

    public func bind(_ index: Int32, _ value: Int64?) {
        if let value {
            sqlite3_bind_int64(statement, firstIndex + index, value)
        } else {
            sqlite3_bind_null(statement, firstIndex + index)
        }
    }

    func bind(_ index: Int32, _ value: Double?) {
        if let value {
            sqlite3_bind_double(statement, firstIndex + index, value)
        } else {
            sqlite3_bind_null(statement, firstIndex + index)
        }
    }

    public func bind(_ index: Int32, _ value: String?) {
        guard var value else {
            sqlite3_bind_null(statement, firstIndex + index)
            return
        }
        value.withUTF8 { bytes in
            // SQLite copies: the text may lie in the variable itself.
            bytes.withMemoryRebound(to: CChar.self) { text in
                _ = sqlite3_bind_text(
                    statement, firstIndex + index, text.baseAddress ?? Self.empty, Int32(text.count),
                    Self.transient)
            }
        }
    }

    func bind(_ index: Int32, _ date: IssueDate?) { bind(index, date?.description) }

    /// Binds bytes that stay where they are until the statement is run.
    func bind(_ index: Int32, blob: UnsafeRawBufferPointer) {
        sqlite3_bind_blob(
            statement, firstIndex + index, blob.baseAddress ?? UnsafeRawPointer(Self.empty),
            Int32(blob.count), nil)
    }

    /// Runs a statement that has no rows to give.
    func run() throws {
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw error(code) }
    }

    /// A text that may be NULL.
    public func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    /// Whether there is a further row; begins anew behind the last.
    public func next() throws -> Bool {
        let code = sqlite3_step(statement)
        if code == SQLITE_ROW { return true }
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else { throw error(code) }
        return false
    }

    /// Leaves the rows that were not asked for.
    public func reset() { sqlite3_reset(statement) }

    /// Columns are counted from 0.
    public func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
    public func integer(_ column: Int32) -> Int { Int(sqlite3_column_int64(statement, column)) }
    public func double(_ column: Int32) -> Double { sqlite3_column_double(statement, column) }

    public func text(_ column: Int32) -> String {
        let count = Int(sqlite3_column_bytes(statement, column))
        guard let bytes = sqlite3_column_text(statement, column) else { return "" }
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    /// A date as `IssueDate` writes it; nil for NULL and for what is none.
    func date(_ column: Int32) -> IssueDate? {
        isNull(column) ? nil : withText(column) { IssueDate(bytes: $0) }
    }

    /// A text without a copy, for as long as `body` runs.
    func withText<Result>(
        _ column: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
        let count = Int(sqlite3_column_bytes(statement, column))
        return try body(UnsafeBufferPointer(start: sqlite3_column_text(statement, column), count: count))
    }

    /// A blob.
    func bytes(_ column: Int32) -> [UInt8] {
        let count = Int(sqlite3_column_bytes(statement, column))
        guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: count))
    }

    /// A blob of whole numbers, the lowest byte first.
    func integers(_ column: Int32) -> [UInt64] {
        let count = Int(sqlite3_column_bytes(statement, column)) / 8
        guard let bytes = sqlite3_column_blob(statement, column) else { return [] }
        return (0..<count).map {
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
        }
    }

    private func error(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)),
            message: String(cString: sqlite3_errmsg(connection)))
    }

    /// What tells SQLite to copy: the constant is a macro that Swift does not see.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// An address for what has no bytes; a null pointer would mean NULL.
    private static var empty: UnsafePointer<CChar> {
        UnsafeRawPointer(nothing.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    private static let nothing: StaticString = ""
}
