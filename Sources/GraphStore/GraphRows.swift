import GRDB
import KGModel

/// An entity as it goes into the database.
public struct EntityRow: Sendable {
    public var entity: Entity
    /// What tells it from others of its type and name; empty for most.
    public var suffix: String
    /// The share of the evidence that speaks for its type, 0 to 1; kept in thousandths.
    public var typeConfidence: Double
    public var mentions: Int
    public var passages: Int
    public var issues: Int
    public var firstDate: IssueDate?
    public var lastDate: IssueDate?

    public init(
        entity: Entity, suffix: String = "", typeConfidence: Double = 1, mentions: Int, passages: Int,
        issues: Int,
        firstDate: IssueDate? = nil, lastDate: IssueDate? = nil
    ) {
        self.entity = entity
        self.suffix = suffix
        self.typeConfidence = typeConfidence
        self.mentions = mentions
        self.passages = passages
        self.issues = issues
        self.firstDate = firstDate
        self.lastDate = lastDate
    }
}

/// An edge as it goes into the database; ends are indexes of the entities that go with it.
public struct EdgeRow: Sendable {
    public var a: Int
    public var b: Int
    public var passages: Int
    public var issues: Int
    /// Issues, translations of one counted once.
    public var editions: Int
    public var firstDate: IssueDate?
    public var lastDate: IssueDate?
    public var weights: AssociationWeights

    public init(
        a: Int, b: Int, passages: Int, issues: Int, editions: Int = 0, firstDate: IssueDate? = nil,
        lastDate: IssueDate? = nil, weights: AssociationWeights
    ) {
        self.a = a
        self.b = b
        self.passages = passages
        self.issues = issues
        self.editions = editions
        self.firstDate = firstDate
        self.lastDate = lastDate
        self.weights = weights
    }
}

/// The edges of a graph, and what is told of each beyond what its own passages tell.
public struct EdgeRows {
    let rows: RowsOnDemand<EdgeRow>
    let figures: (Int) -> AssociationFigures

    /// - Parameter figures: of the row at an index; the same for all that have the same `weights`, and asked for once
    ///   for these.
    public init(_ rows: RowsOnDemand<EdgeRow>, figures: @escaping (Int) -> AssociationFigures) {
        self.rows = rows
        self.figures = figures
    }

    public static var none: EdgeRows { EdgeRows([]) { _ in AssociationFigures() } }
}

/// Rows of which each is made when it is asked for: there are many.
public struct RowsOnDemand<Row: Sendable>: ExpressibleByArrayLiteral, Sendable {
    /// How many rows there are.
    public let count: Int
    private let row: @Sendable (Int) -> Row

    /// - Parameter row: makes the row at an index from 0 to `count`.
    public init(count: Int, row: @escaping @Sendable (Int) -> Row) {
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
        _ entities: RowsOnDemand<EntityRow>, _ edges: @autoclosure () throws -> EdgeRows,
        entityOfMention: (Int) -> Int,
        merges: [MergeRow] = [],
        structure: (_ ids: [Int64]) throws -> Promise<StructureRows>? = { _ in nil }
    ) throws {
        let stored = try storedGraph?.get() ?? StoredGraph(db)
        let isWhole = stored.isWhole
        var associations = AssociationTable(stored.associations)
        let table = try EntityTable(db, consume stored).replace(by: entities)
        var digests = table.digests
        try assign { Int32(truncatingIfNeeded: digests[entityOfMention($0)].id) }
        try replaceMerges(merges, &digests, gone: table.gone, isStored: isWhole)
        let edges = try edges()
        let structure = try structure(digests.map { $0.id })
        let edgeTable = EdgeTable(db, edges, digests)
        let ofEdges =
            try isWhole ? edgeTable.update(gone: table.gone, &associations) : edgeTable.insert(&associations)
        for (index, digest) in ofEdges.enumerated() { digests[index].edges = digest }
        try associations.write(db)
        var kept = try structure?.get() ?? StructureRows()
        kept.arrays += EntityDigests.packed(digests)
        try GraphStore.writeStructure(kept, db)
        try Schema.createIndexes(db)
        let counts = GraphCounts(
            mentions: mentions.rows.count, entities: table.counts, edges: edges.rows.count)
        try counts.write(db)
        try GraphStore.setState(db, "linked", "yes")
        storedGraph = nil
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
