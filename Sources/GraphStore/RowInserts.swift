import GRDB

/// Rows that are inserted many at a time: to begin and to end a statement takes as long as to write a row.
///
///     let inserts = try RowInserts(db, "INSERT INTO identity", columns: 2, count: rows.count)
///     for row in rows {
///         inserts.row.bind(1, row.identity)
///         inserts.row.bind(2, row.entity)
///         try inserts.endRow()
///     }
final class RowInserts {
    /// Rows of one statement; more of them bring nothing.
    static let atOnce = 64

    /// What the values of the next row are bound to, counted from 1.
    private(set) var row: RowStatement
    private let db: Database
    private let sql: String
    private let columns: Int
    /// Rows to come, of which those that `row` holds are not yet written.
    private var rest: Int
    private var held = 0
    private var isOfMany: Bool

    /// - Parameters:
    ///   - sql: up to what is to stand before `VALUES`.
    ///   - count: how many rows there will be at least: of fewer the last ones would not be written.
    /// - Throws: `DatabaseError`.
    init(_ db: Database, _ sql: String, columns: Int, count: Int) throws {
        (self.db, self.sql, self.columns) = (db, sql, columns)
        rest = count
        isOfMany = count >= Self.atOnce
        row = try Self.statement(db, sql, columns: columns, rows: isOfMany ? Self.atOnce : 1)
    }

    /// Says that the values of a row are bound.
    func endRow() throws {
        held += 1
        guard isOfMany else { return try write() }
        if held < Self.atOnce {
            row.firstIndex += Int32(columns)
        } else {
            try write()
            guard rest < Self.atOnce else { return }
            isOfMany = false
            row = try Self.statement(db, sql, columns: columns, rows: 1)
        }
    }

    private func write() throws {
        row.firstIndex = 0
        try row.run()
        rest -= held
        held = 0
    }

    private static func statement(_ db: Database, _ sql: String, columns: Int, rows: Int) throws
        -> RowStatement
    {
        let row = "(" + Array(repeating: "?", count: columns).joined(separator: ",") + ")"
        return try RowStatement(
            db, sql + " VALUES " + Array(repeating: row, count: rows).joined(separator: ","))
    }
}
