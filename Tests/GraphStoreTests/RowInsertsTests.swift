import GRDB
import Testing

@testable import GraphStore

@Suite struct RowInsertsTests {
    @Test(arguments: [0, 1, 63, 64, 65, 128, 200])
    func everyRowIsWrittenInItsOrder(count: Int) throws {
        let rows = try written(count, said: count)
        #expect(rows == (0..<count).map { [Int64($0), Int64($0 * 3)] })
    }

    /// Those that were not announced are written one by one.
    @Test func moreRowsThanWereSaidAreWrittenToo() throws {
        #expect(try written(150, said: 70).count == 150)
        #expect(try written(150, said: 0).count == 150)
    }

    @Test func aRowThatDoesNotFitIsTold() throws {
        try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE TABLE t (a INTEGER PRIMARY KEY, b)")
            let inserts = try RowInserts(db, "INSERT INTO t", columns: 2, count: 64)
            for _ in 0..<63 { try insert(1, inserts) }
            #expect(throws: DatabaseError.self) { try insert(1, inserts) }
        }
    }

    private func insert(_ number: Int, _ inserts: RowInserts) throws {
        inserts.row.bind(1, number)
        inserts.row.bind(2, number * 3)
        try inserts.endRow()
    }

    private func written(_ count: Int, said: Int) throws -> [[Int64]] {
        try DatabaseQueue().write { db in
            try db.execute(sql: "CREATE TABLE t (a INTEGER, b INTEGER)")
            let inserts = try RowInserts(db, "INSERT INTO t", columns: 2, count: said)
            for number in 0..<count { try insert(number, inserts) }
            return try Row.fetchAll(db, sql: "SELECT a, b FROM t ORDER BY rowid").map { [$0[0], $0[1]] }
        }
    }
}
