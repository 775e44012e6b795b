import GRDB
import KGModel

/// A mention as the linker needs it back.
public struct StoredMention: Sendable {
    public var id: Int64
    public var issueID: Int64
    public var passageID: Int64
    public var entityID: Int64?
    public var surface: String
    public var type: EntityType
    public var reference: Mention.Reference
    public var confidence: Double
}

/// An entity as it goes into the database.
public struct EntityRow: Sendable {
    public var key: String
    public var entity: Entity
    public var mentions: Int
    public var passages: Int
    public var issues: Int
    public var firstDate: String?
    public var lastDate: String?

    public init(
        key: String, entity: Entity, mentions: Int, passages: Int, issues: Int, firstDate: String?,
        lastDate: String?
    ) {
        self.key = key
        self.entity = entity
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

extension GraphStore {
    /// Every issue that can be linked: id, path, language, date, in order of paths.
    public func issuesToLink() throws -> [(id: Int64, path: String, language: String?, date: IssueDate?)] {
        try queue.read { db in
            try Row.fetchAll(db, sql: "SELECT id, path, language, date FROM issue ORDER BY path").map { row in
                let date: String? = row[3]
                return (row[0], row[1], row[2], date.flatMap { IssueDate(iso: $0) })
            }
        }
    }

    /// Calls `body` with every mention, ordered by issue's path and place in the issue.
    public func mentionsToLink(_ body: (StoredMention) -> Void) throws {
        try queue.read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT mention.id, issue_id, passage_id, entity_id, surface, mention.type, reference, confidence
                    FROM issue
                        JOIN passage ON issue_id = issue.id
                        JOIN mention ON passage_id = passage.id
                    ORDER BY path, ordinal, text_start
                    """)
            while let row = try rows.next() {
                guard let type = EntityType(rawValue: row[5]) else { continue }
                body(
                    StoredMention(
                        id: row[0], issueID: row[1], passageID: row[2], entityID: row[3], surface: row[4],
                        type: type,
                        reference: Mention.Reference(stored: row[6]), confidence: row[7]))
            }
        }
    }

    /// Replaces the graph in one transaction. Rows of entities that stay keep their numbers.
    ///
    /// - Parameters:
    ///   - entities: with distinct keys.
    ///   - edges: their ends are indexes into `entities`; the first end is stored as `a`.
    ///   - mentions: the number of each mention, the index of its entity, and the number of the entity
    ///     that it belongs to in the database, if any.
    ///   - structure: what else is to be kept of the graph, made from the numbers that its entities got.
    public func replaceGraph(
        _ entities: [EntityRow], _ edges: [EdgeRow], mentions: [(id: Int64, entity: Int, stored: Int64?)],
        structure: (_ ids: [Int64]) -> StructureRows = { _ in StructureRows() }
    ) throws {
        try queue.write { db in
            let ids = try Self.writeEntities(entities, db)
            let move = try db.cachedStatement(sql: "UPDATE mention SET entity_id = ? WHERE id = ?")
            for mention in mentions where mention.stored != ids[mention.entity] {
                try move.execute(arguments: [ids[mention.entity], mention.id])
            }
            try Self.removeEntities(except: Set(ids), db)
            try Self.writeNames(entities, ids, db)
            try db.execute(sql: "DELETE FROM edge")
            let insert = try db.cachedStatement(
                sql: "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            for edge in edges {
                try insert.execute(arguments: [
                    ids[edge.a], ids[edge.b], edge.passages, edge.issues, edge.firstDate, edge.lastDate,
                    edge.npmi, edge.llr, edge.editions, edge.weight, edge.jaccard, edge.p, edge.q,
                ])
            }
            try Self.writeStructure(structure(ids), db)
            try Self.setState(db, "linked", "yes")
        }
    }

    private static func writeEntities(_ entities: [EntityRow], _ db: Database) throws -> [Int64] {
        let upsert = try db.cachedStatement(
            sql: """
                INSERT INTO entity (key, type, name, mentions, passages, issues, first_date, last_date)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET type = excluded.type, name = excluded.name,
                    mentions = excluded.mentions, passages = excluded.passages, issues = excluded.issues,
                    first_date = excluded.first_date, last_date = excluded.last_date
                RETURNING id
                """)
        return try entities.map { row in
            try Int64.fetchOne(
                upsert,
                arguments: [
                    row.key, row.entity.type.rawValue, row.entity.name, row.mentions, row.passages,
                    row.issues,
                    row.firstDate, row.lastDate,
                ]) ?? 0
        }
    }

    private static func removeEntities(except kept: Set<Int64>, _ db: Database) throws {
        let remove = try db.cachedStatement(sql: "DELETE FROM entity WHERE id = ?")
        for id in try Int64.fetchAll(db, sql: "SELECT id FROM entity") where !kept.contains(id) {
            try remove.execute(arguments: [id])
        }
    }

    private static func writeNames(_ entities: [EntityRow], _ ids: [Int64], _ db: Database) throws {
        try db.execute(sql: "DELETE FROM alias; DELETE FROM identity")
        let alias = try db.cachedStatement(sql: "INSERT OR IGNORE INTO alias VALUES (?, ?, ?, ?)")
        let identity = try db.cachedStatement(sql: "INSERT OR IGNORE INTO identity VALUES (?, ?)")
        for (row, id) in zip(entities, ids) {
            let names = [Entity.Alias(name: row.entity.name)] + row.entity.aliases
            for name in names {
                try alias.execute(arguments: [id, name.name, name.language, NameKey(name.name).text])
            }
            for one in row.entity.identities { try identity.execute(arguments: [one.description, id]) }
        }
    }
}
