import GRDB

/// An edge as it stands in the database.
struct StoredEdge: Equatable {
    var a: Int64
    var b: Int64
    var passages: Int
    var issues: Int
    var editions: Int
    var weight: Double
    var firstDate: String?
    /// Nil where it is the first: most pairs are named once.
    var otherLastDate: String?
    /// Millionths: figures are rounded to six decimals, and take half the room as whole numbers.
    var jaccard: Int
    var npmi: Int
    var llr: Int
    var p: Double?
    var q: Double?

    /// - Parameter ids: the numbers of the entities that go with the row.
    init(_ row: EdgeRow, _ ids: [Int64]) {
        a = ids[row.a]
        b = ids[row.b]
        passages = row.passages
        issues = row.issues
        editions = row.editions
        weight = row.weight
        firstDate = row.firstDate
        otherLastDate = row.lastDate == row.firstDate ? nil : row.lastDate
        jaccard = Self.millionths(row.jaccard)
        npmi = Self.millionths(row.npmi)
        llr = Self.millionths(row.llr)
        p = row.p
        q = row.q
    }

    /// Reads the row that a statement stands on.
    init(_ row: RowStatement) {
        a = Int64(row.integer(0))
        b = Int64(row.integer(1))
        passages = row.integer(2)
        issues = row.integer(3)
        editions = row.integer(4)
        weight = row.double(5)
        firstDate = row.optionalText(6)
        otherLastDate = row.optionalText(7)
        jaccard = row.integer(8)
        npmi = row.integer(9)
        llr = row.integer(10)
        p = row.isNull(11) ? nil : row.double(11)
        q = row.isNull(12) ? nil : row.double(12)
    }

    static func millionths(_ value: Double) -> Int { Int((value * 1_000_000).rounded()) }

    /// Runs a statement that wants all columns in their order.
    func write(_ statement: RowStatement) throws {
        statement.bind(1, a)
        statement.bind(2, b)
        statement.bind(3, passages)
        statement.bind(4, issues)
        statement.bind(5, editions)
        statement.bind(6, weight)
        statement.bind(7, firstDate)
        statement.bind(8, otherLastDate)
        statement.bind(9, jaccard)
        statement.bind(10, npmi)
        statement.bind(11, llr)
        statement.bind(12, p)
        statement.bind(13, q)
        try statement.run()
    }
}

/// The edges of the database in order of both ends, kept in memory so that only rows that differ are written.
final class StoredEdges {
    static let insertion = "INSERT INTO edge_row VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    private static let columns =
        "a_id, b_id, passages, issues, editions, weight, first_date, other_last_date, jaccard, npmi, llr, p, q"

    private let db: Database
    private var edges: [StoredEdge]

    /// - Parameter edges: those of the database, in order of both ends.
    init(_ db: Database, _ edges: [StoredEdge]) {
        self.db = db
        self.edges = edges
    }

    /// All edges of a database, in order of both ends.
    static func all(_ db: Database) throws -> [StoredEdge] {
        var edges: [StoredEdge] = []
        let rows = try RowStatement(db, "SELECT \(Self.columns) FROM edge_row ORDER BY a_id, b_id")
        edges.reserveCapacity(try GraphCounts.room(db).edges)
        while try rows.next() { edges.append(StoredEdge(rows)) }
        return edges
    }

    /// Gives edges other figures of association, where they differ.
    func refresh(_ figures: (_ a: Int64, _ b: Int64, _ weight: Double) -> AssociationFigures?) throws {
        let update = try RowStatement(
            db, "UPDATE edge_row SET jaccard = ?, npmi = ?, llr = ? WHERE a_id = ? AND b_id = ?")
        for index in edges.indices {
            let edge = edges[index]
            guard let wanted = figures(edge.a, edge.b, edge.weight) else { continue }
            let (jaccard, npmi, llr) = (
                StoredEdge.millionths(wanted.jaccard), StoredEdge.millionths(wanted.npmi),
                StoredEdge.millionths(wanted.llr)
            )
            guard edge.jaccard != jaccard || edge.npmi != npmi || edge.llr != llr else { continue }
            edges[index].jaccard = jaccard
            edges[index].npmi = npmi
            edges[index].llr = llr
            update.bind(1, jaccard)
            update.bind(2, npmi)
            update.bind(3, llr)
            update.bind(4, edge.a)
            update.bind(5, edge.b)
            try update.run()
        }
    }

    /// Writes the given edges, in order of both ends, and forgets all others.
    func replace(by wanted: some Sequence<StoredEdge>) throws {
        let write = try RowStatement(db, Self.insertion.replacing("INSERT", with: "INSERT OR REPLACE"))
        let delete = try RowStatement(db, "DELETE FROM edge_row WHERE a_id = ? AND b_id = ?")
        var rest = edges[...]
        func forget(_ edge: StoredEdge) throws {
            delete.bind(1, edge.a)
            delete.bind(2, edge.b)
            try delete.run()
        }
        for edge in wanted {
            while let old = rest.first, (old.a, old.b) < (edge.a, edge.b) {
                try forget(old)
                rest.removeFirst()
            }
            if let old = rest.first, old.a == edge.a, old.b == edge.b {
                rest.removeFirst()
                if old == edge { continue }
            }
            try edge.write(write)
        }
        for old in rest { try forget(old) }
    }
}

/// How surprising it is that two entities are named together; see `Linking.Association`.
public struct AssociationFigures: Sendable {
    public var jaccard: Double
    public var npmi: Double
    public var llr: Double

    public init(jaccard: Double, npmi: Double, llr: Double) {
        self.jaccard = jaccard
        self.npmi = npmi
        self.llr = llr
    }
}

extension GraphWriter {
    /// Brings the figures of the edges that `prepareLinking` read nearer to what they will be. What linking finds is
    /// written later, but most edges stay, and only their figures follow from what all issues hold together.
    ///
    /// - Parameter figures: nil for an edge that is better left alone.
    public func refreshEdges(
        _ figures: (_ a: Int64, _ b: Int64, _ weight: Double) -> AssociationFigures?
    ) throws {
        try stored?.edges.refresh(figures)
    }
}
