import GRDB
import KGModel

/// An entity as it goes into the database.
public struct EntityRow: Sendable {
    /// `model:BERT`, and behind it what tells it from others of its name.
    public var key: String
    public var entity: Entity
    /// The share of the evidence that speaks for its type, 0 to 1; kept in thousandths.
    public var typeConfidence: Double
    public var mentions: Int
    public var passages: Int
    public var issues: Int
    public var firstDate: String?
    public var lastDate: String?

    public init(
        key: String, entity: Entity, typeConfidence: Double = 1, mentions: Int, passages: Int, issues: Int,
        firstDate: String?,
        lastDate: String?
    ) {
        self.key = key
        self.entity = entity
        self.typeConfidence = typeConfidence
        self.mentions = mentions
        self.passages = passages
        self.issues = issues
        self.firstDate = firstDate
        self.lastDate = lastDate
    }

    /// What of the key is not type and name.
    var suffix: String {
        String(key.utf8.dropFirst(entity.type.rawValue.utf8.count + 1 + entity.name.utf8.count)) ?? ""
    }
}

/// An edge as it goes into the database; ends are indexes of the entities that go with it.
public struct EdgeRow: Sendable {
    public var a: Int
    public var b: Int
    public var passages: Int
    public var issues: Int
    public var firstDate: String?
    public var lastDate: String?
    public var npmi: Double
    public var llr: Double

    /// Issues, translations of one counted once; passages, those of translations counted once together.
    public var editions: Int
    public var weight: Double
    public var jaccard: Double
    /// Chance of such an `llr` by itself, and among all pairs that were tested; nil where there is too
    /// little to test.
    public var p: Double?
    public var q: Double?

    public init(
        a: Int, b: Int, passages: Int, issues: Int, firstDate: String?, lastDate: String?, npmi: Double,
        llr: Double, editions: Int = 0, weight: Double = 0, jaccard: Double = 0, p: Double? = nil,
        q: Double? = nil
    ) {
        self.editions = editions
        self.weight = weight
        self.jaccard = jaccard
        self.p = p
        self.q = q
        self.a = a
        self.b = b
        self.passages = passages
        self.issues = issues
        self.firstDate = firstDate
        self.lastDate = lastDate
        self.npmi = npmi
        self.llr = llr
    }
}

/// Rows of which each is made when it is asked for: there are many.
public struct RowsOnDemand<Row>: ExpressibleByArrayLiteral {
    /// How many rows there are.
    public let count: Int
    private let row: (Int) -> Row

    /// - Parameter row: makes the row at an index from 0 to `count`.
    public init(count: Int, row: @escaping (Int) -> Row) {
        self.count = count
        self.row = row
    }

    public init(arrayLiteral rows: Row...) { self.init(count: rows.count) { rows[$0] } }

    subscript(index: Int) -> Row { row(index) }
}

extension GraphWriter {
    /// Replaces the graph. Entities that stay keep their numbers; rows that stay as they are, are not touched.
    ///
    /// - Parameters:
    ///   - entities: with distinct keys, sorted by key.
    ///   - edges: their ends are indexes into `entities`, sorted by both; the first end is stored as `a`. Asked for
    ///     when the entities are written.
    ///   - entityOfMention: tells the index of the entity of each mention of `linkable`.
    ///   - merges: why the names of the entities belong together.
    ///   - structure: what else is to be kept of the graph, made from the numbers that its entities got.
    public func replaceGraph(
        _ entities: RowsOnDemand<EntityRow>, _ edges: @autoclosure () throws -> RowsOnDemand<EdgeRow>,
        entityOfMention: (Int) -> Int,
        merges: [MergeRow] = [],
        structure: (_ ids: [Int64]) throws -> StructureRows = { _ in StructureRows() }
    ) throws {
        let table = try stored?.entities ?? EntityTable(db, StoredEntity.all(db))
        let (ids, counts) = try table.replace(by: entities)
        try assign { Int32(truncatingIfNeeded: ids[entityOfMention($0)]) }
        try replaceMerges(merges, ids)
        let edges = try edges()
        try replaceEdges(edges, ids)
        try GraphStore.writeStructure(structure(ids), db)
        try Schema.createIndexes(db)
        try GraphCounts(mentions: mentions.rows.count, entities: counts, edges: edges.count).write(db)
        try GraphStore.setState(db, "linked", "yes")
        stored = nil
    }

    private func replaceEdges(_ edges: RowsOnDemand<EdgeRow>, _ ids: [Int64]) throws {
        // The numbers of a first build are in the order of the keys, and so are the edges.
        if !ids.indices.dropFirst().contains(where: { ids[$0] < ids[$0 - 1] }) {
            try replaceEdges(by: (0..<edges.count).lazy.map { StoredEdge(edges[$0], ids) })
            return
        }
        var wanted: [StoredEdge] = []
        wanted.reserveCapacity(edges.count)
        for index in 0..<edges.count { wanted.append(StoredEdge(edges[index], ids)) }
        // What is new stands behind what was there: the others are in order already.
        var order = wanted.indices.map { Int32($0) }
        order.sort { a, b in
            let (a, b) = (Int(a), Int(b))
            return wanted[a].a == wanted[b].a ? wanted[a].b < wanted[b].b : wanted[a].a < wanted[b].a
        }
        try replaceEdges(by: order.lazy.map { wanted[Int($0)] })
    }

    /// - Parameter wanted: in order of both ends.
    private func replaceEdges(by wanted: some Sequence<StoredEdge>) throws {
        if let stored {
            try stored.edges.replace(by: wanted)
        } else {
            try db.execute(sql: "DROP INDEX IF EXISTS edge_by_b; DELETE FROM edge_row")
            let insert = try RowStatement(db, StoredEdges.insertion)
            for edge in wanted { try edge.write(insert) }
        }
    }
}

extension GraphStore {
    static func setState(_ db: Database, _ name: String, _ value: String) throws {
        try db.cachedStatement(
            sql: "INSERT INTO state VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        )
        .execute(arguments: [name, value])
    }
}
