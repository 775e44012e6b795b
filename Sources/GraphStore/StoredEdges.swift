import GRDB
import KGModel

/// An edge as it stands in the database.
struct StoredEdge: Equatable {
    var a: Int64
    var b: Int64
    var passages: Int32
    var issues: Int32
    var editions: Int32
    /// Number of its `StoredAssociation`.
    var association: Int64
    var firstDate: IssueDate?
    /// Nil where it is the first: most pairs are named once.
    var otherLastDate: IssueDate?

    /// - Parameter ids: the numbers of the entities that go with the row.
    init(_ row: EdgeRow, _ ids: [Int64], association: Int64) {
        a = ids[row.a]
        b = ids[row.b]
        passages = Int32(clamping: row.passages)
        issues = Int32(clamping: row.issues)
        editions = Int32(clamping: row.editions)
        self.association = association
        firstDate = row.firstDate
        otherLastDate = row.lastDate == row.firstDate ? nil : row.lastDate
    }

    private init(_ row: RowStatement) {
        a = Int64(row.integer(0))
        b = Int64(row.integer(1))
        passages = Int32(truncatingIfNeeded: row.integer(2))
        issues = Int32(truncatingIfNeeded: row.integer(3))
        editions = Int32(truncatingIfNeeded: row.integer(4))
        association = Int64(row.integer(5))
        firstDate = row.date(6)
        otherLastDate = row.date(7)
    }

    /// All edges of a database, in order of both ends.
    static func all(_ db: Database) throws -> [StoredEdge] {
        var edges: [StoredEdge] = []
        let rows = try RowStatement(
            db,
            """
            SELECT a_id, b_id, passages, issues, editions, association_id, first_date, other_last_date
            FROM edge_row ORDER BY a_id, b_id
            """)
        edges.reserveCapacity(try GraphCounts.room(db).edges)
        while try rows.next() { edges.append(StoredEdge(rows)) }
        return edges
    }

    /// Runs a statement that wants all columns in their order.
    func write(_ statement: RowStatement) throws {
        statement.bind(1, a)
        statement.bind(2, b)
        statement.bind(3, Int(passages))
        statement.bind(4, Int(issues))
        statement.bind(5, Int(editions))
        statement.bind(6, association)
        statement.bind(7, firstDate)
        statement.bind(8, otherLastDate)
        try statement.run()
    }
}

/// The rows of edges, brought from one graph to the next.
struct EdgeTable {
    private let db: Database
    /// Those of the database in order of both ends; nil where all are to be written anew.
    private let stored: [StoredEdge]?

    init(_ db: Database, _ stored: [StoredEdge]?) {
        self.db = db
        self.stored = stored
    }

    /// Writes the given edges and forgets all others.
    ///
    /// - Parameters:
    ///   - edges: their ends are indexes into `ids`, sorted by both.
    ///   - ids: the numbers of entities.
    func replace(by edges: EdgeRows, _ ids: [Int64], _ associations: inout AssociationTable) throws {
        let order = Self.order(edges, ids)
        var place = 0
        func next() -> StoredEdge? {
            guard place < edges.rows.count else { return nil }
            defer { place += 1 }
            let index = order.map { Int($0[place]) } ?? place
            let row = edges.rows[index]
            return StoredEdge(row, ids, association: associations.id(row.weights) { edges.figures(index) })
        }
        if let stored { try update(stored, next) } else { try insert(next) }
    }

    /// The edges in order of their numbers in the database; nil where they stand so already, as those of a first build.
    private static func order(_ edges: EdgeRows, _ ids: [Int64]) -> [Int32]? {
        guard ids.indices.dropFirst().contains(where: { ids[$0] < ids[$0 - 1] }) else { return nil }
        let ends = (0..<edges.rows.count).map { index in
            let row = edges.rows[index]
            return (a: ids[row.a], b: ids[row.b])
        }
        // What is new stands behind what was there: the others are in order already.
        return ends.indices.map { Int32($0) }.sorted { ends[Int($0)] < ends[Int($1)] }
    }

    private func insert(_ next: () -> StoredEdge?) throws {
        try db.execute(sql: "DROP INDEX IF EXISTS edge_by_b; DELETE FROM edge_row")
        let insert = try RowStatement(db, "INSERT INTO edge_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        while let edge = next() { try edge.write(insert) }
    }

    /// Writes only what differs.
    private func update(_ stored: [StoredEdge], _ next: () -> StoredEdge?) throws {
        let write = try RowStatement(db, "INSERT OR REPLACE INTO edge_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        let delete = try RowStatement(db, "DELETE FROM edge_row WHERE a_id = ? AND b_id = ?")
        var at = 0
        func forget() throws {
            delete.bind(1, stored[at].a)
            delete.bind(2, stored[at].b)
            try delete.run()
            at += 1
        }
        while let edge = next() {
            while at < stored.count, (stored[at].a, stored[at].b) < (edge.a, edge.b) { try forget() }
            if at < stored.count, stored[at].a == edge.a, stored[at].b == edge.b {
                at += 1
                if stored[at - 1] == edge { continue }
            }
            try edge.write(write)
        }
        while at < stored.count { try forget() }
    }
}
