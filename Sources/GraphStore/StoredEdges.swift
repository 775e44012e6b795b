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

    /// - Parameter entities: those that go with the row.
    init(_ row: EdgeRow, _ entities: [EntityDigest], association: Int64) {
        a = entities[row.a].id
        b = entities[row.b].id
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

    /// The edges that have an entity as their first end, in order of the second.
    static func all(from a: Int64, _ rows: RowStatement) throws -> [StoredEdge] {
        var edges: [StoredEdge] = []
        rows.bind(1, a)
        while try rows.next() { edges.append(StoredEdge(rows)) }
        return edges
    }

    /// A statement for `all`.
    static func statement(_ db: Database) throws -> RowStatement {
        try RowStatement(
            db,
            """
            SELECT a_id, b_id, passages, issues, editions, association_id, first_date, other_last_date
            FROM edge_row WHERE a_id = ? ORDER BY b_id
            """)
    }

    /// Binds all columns in their order.
    func bind(to statement: RowStatement) {
        statement.bind(1, a)
        statement.bind(2, b)
        statement.bind(3, Int(passages))
        statement.bind(4, Int(issues))
        statement.bind(5, Int(editions))
        statement.bind(6, association)
        statement.bind(7, firstDate)
        statement.bind(8, otherLastDate)
    }
}

/// The rows of edges, brought from one graph to the next.
struct EdgeTable {
    private let db: Database
    private let edges: EdgeRows
    /// The numbers of the edges' ends.
    private let entities: [EntityDigest]

    /// - Parameter edges: their ends are indexes into `entities`, sorted by both.
    init(_ db: Database, _ edges: EdgeRows, _ entities: [EntityDigest]) {
        self.db = db
        self.edges = edges
        self.entities = entities
    }

    private func edge(_ index: Int, _ associations: inout AssociationTable) -> StoredEdge {
        let row = edges.rows[index]
        return StoredEdge(row, entities, association: associations.id(row.weights) { edges.figures(index) })
    }

    // MARK: - All anew

    /// Writes all edges anew, and tells the digests of each entity's.
    func insert(_ associations: inout AssociationTable) throws -> [UInt64] {
        try db.execute(sql: "DROP INDEX IF EXISTS edge_by_b; DELETE FROM edge_row")
        let inserts = try RowInserts(db, "INSERT INTO edge_row", columns: 8, count: edges.rows.count)
        let order = order()
        for place in 0..<edges.rows.count {
            edge(order.map { Int($0[place]) } ?? place, &associations).bind(to: inserts.row)
            try inserts.endRow()
        }
        return EdgeDigests(edges.rows, entities).ofEntities
    }

    /// The edges in order of their numbers in the database; nil where they stand so already, as those of a first build.
    private func order() -> [Int32]? {
        guard entities.indices.dropFirst().contains(where: { entities[$0].id < entities[$0 - 1].id }) else {
            return nil
        }
        let ends = (0..<edges.rows.count).map { index in
            let row = edges.rows[index]
            return (a: entities[row.a].id, b: entities[row.b].id)
        }
        // What is new stands behind what was there: the others are in order already.
        return ends.indices.map { Int32($0) }.sorted { ends[Int($0)] < ends[Int($1)] }
    }

    // MARK: - By their differences

    /// Writes only what differs from what the entities' digests tell of, and tells the digests as they are now.
    ///
    /// - Parameter gone: entities that are no more.
    func update(gone: [EntityDigest], _ associations: inout AssociationTable) throws -> [UInt64] {
        let difference = try EdgeDifference(db)
        let digests = EdgeDigests(edges.rows, entities)
        // An association that nobody asks for goes away.
        for first in digests.distinct { _ = edge(first, &associations) }
        for run in digests.runs where run.digest != entities[run.a].edges {
            let wanted = run.rows.map { edge($0, &associations) }
            try difference.write(wanted, from: entities[run.a].id, hadNone: entities[run.a].edges == 0)
        }
        let ofEntities = digests.ofEntities
        for (a, entity) in entities.enumerated() where entity.edges != 0 && ofEntities[a] == 0 {
            try difference.write([], from: entity.id, hadNone: false)
        }
        for entity in gone where entity.edges != 0 {
            try difference.write([], from: entity.id, hadNone: false)
        }
        return ofEntities
    }
}

/// Brings the rows of the edges of one entity up to date.
private struct EdgeDifference {
    private let stored: RowStatement
    private let insert: RowStatement
    private let delete: RowStatement

    init(_ db: Database) throws {
        stored = try StoredEdge.statement(db)
        insert = try RowStatement(db, "INSERT OR REPLACE INTO edge_row VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        delete = try RowStatement(db, "DELETE FROM edge_row WHERE a_id = ? AND b_id = ?")
    }

    /// - Parameter a: the first end of all.
    func write(_ wanted: [StoredEdge], from a: Int64, hadNone: Bool) throws {
        var rest = try (hadNone ? [] : StoredEdge.all(from: a, stored))[...]
        for edge in wanted.sorted(by: { $0.b < $1.b }) {
            while let old = rest.first, old.b < edge.b { try forget(rest.removeFirst()) }
            if let old = rest.first, old.b == edge.b {
                rest.removeFirst()
                if old == edge { continue }
            }
            edge.bind(to: insert)
            try insert.run()
        }
        for old in rest { try forget(old) }
    }

    private func forget(_ edge: StoredEdge) throws {
        delete.bind(1, edge.a)
        delete.bind(2, edge.b)
        try delete.run()
    }
}
