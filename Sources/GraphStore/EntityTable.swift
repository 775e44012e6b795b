import GRDB
import KGModel

/// The rows of entities and of what they are called, brought from one graph to the next by their differences.
final class EntityTable {
    private let db: Database
    private let stored: StoredGraph
    private var lastID: Int64

    /// - Parameter stored: the graph of the database.
    init(_ db: Database, _ stored: StoredGraph) {
        self.db = db
        self.stored = stored
        lastID = stored.entities.lazy.map(\.id).max() ?? 0
    }

    /// What became of the rows.
    struct Result {
        /// For each entity its number, what its own rows say now, and what edges and merges that it had said.
        var digests: [EntityDigest]
        /// Those that are no more.
        var gone: [EntityDigest]
        /// How many entities there are of each type.
        var counts: [EntityType: Int]
    }

    /// Writes the entities and forgets all others. What says what it said is not touched.
    ///
    /// - Parameter entities: in order of their keys, byte for byte.
    func replace(by entities: RowsOnDemand<EntityRow>) throws -> Result {
        // Of a graph that is there already few are new.
        let inserts = try RowInserts(
            db,
            """
            INSERT INTO entity (mentions, passages, issues, first_date, last_date, type_thousandths, id, type, name,
                suffix)
            """, columns: 10, count: stored.entities.isEmpty ? entities.count : 0)
        let update = try RowStatement(
            db,
            """
            UPDATE entity SET mentions = ?, passages = ?, issues = ?, first_date = ?, last_date = ?, type_thousandths = ?
            WHERE id = ?
            """)
        var names = try NameRows(db)
        var digests = Parallel.map(count: entities.count) { EntityDigest(entities[$0]) }
        var counts: [EntityType: Int] = [:]
        var isKept = Array(repeating: false, count: stored.entities.count)
        var next = 0
        for index in digests.indices {
            counts[entities[index].entity.type, default: 0] += 1
            let place = place(of: digests[index].key, near: next)
            if let place, !isKept[place] {
                let old = stored.entities[place]
                next = place + 1
                var isSame = old.row == digests[index].row
                if !isSame { isSame = try bring(old, to: entities[index], update, &names) }
                if isSame {
                    isKept[place] = true
                    (digests[index].id, digests[index].edges, digests[index].merges) = (
                        old.id, old.edges, old.merges
                    )
                    continue
                }
            }
            let row = entities[index]
            lastID += 1
            digests[index].id = lastID
            Self.bind(row, lastID, to: inserts.row)
            inserts.row.bind(8, row.entity.type.rawValue)
            inserts.row.bind(9, row.entity.name)
            inserts.row.bind(10, row.suffix)
            try inserts.endRow()
            try names.insert(row.entity, StoredEntity.Names(row.entity).identities, lastID)
        }
        let gone = isKept.indices.lazy.filter { !isKept[$0] }.map { self.stored.entities[$0] }.sorted {
            $0.id < $1.id
        }
        try forget(gone, &names)
        try names.flush()
        return Result(digests: digests, gone: gone, counts: counts)
    }

    /// Where the entity of a key stands among the stored ones; most stand in the same order.
    private func place(of key: UInt64, near next: Int) -> Int? {
        if next < stored.entities.count, stored.entities[next].key == key { return next }
        return stored.place(key)
    }

    /// Brings the rows of an entity up to date; false where it turns out to be another one.
    private func bring(
        _ digest: EntityDigest, to row: EntityRow, _ update: RowStatement, _ names: inout NameRows
    ) throws -> Bool {
        guard let old = try StoredEntity.one(db, digest.id), old.isCalled(row) else {
            return false
        }
        if old.figures != StoredEntity.Figures(row) {
            Self.bind(row, old.id, to: update)
            try update.run()
        }
        let wanted = StoredEntity.Names(row.entity)
        if old.names != wanted {
            try names.delete(old)
            try names.insert(row.entity, wanted.identities, old.id)
        }
        return true
    }

    private func forget(_ gone: [EntityDigest], _ names: inout NameRows) throws {
        let delete = try RowStatement(db, "DELETE FROM entity WHERE id = ?")
        for digest in gone {
            if let old = try StoredEntity.one(db, digest.id) { try names.delete(old) }
            delete.bind(1, digest.id)
            try delete.run()
        }
    }

    /// Binds what an entity's figures are, and its number.
    private static func bind(_ row: EntityRow, _ id: Int64, to statement: RowStatement) {
        statement.bind(1, row.mentions)
        statement.bind(2, row.passages)
        statement.bind(3, row.issues)
        statement.bind(4, row.firstDate)
        statement.bind(5, row.lastDate)
        statement.bind(6, StoredEntity.Figures(row).typeThousandths)
        statement.bind(7, id)
    }
}

/// The rows by which an entity is found: aliases, identities, and the hashes of its names' keys.
private struct NameRows {
    private let db: Database
    private let alias: RowStatement
    private var identities: [(identity: String, entity: Int64)] = []
    private var hashes: [(hash: Int64, entity: Int64)] = []

    init(_ db: Database) throws {
        self.db = db
        alias = try RowStatement(db, "INSERT OR IGNORE INTO alias_row VALUES (?, ?, ?)")
    }

    mutating func insert(_ entity: Entity, _ identities: [String], _ id: Int64) throws {
        for one in entity.aliases {
            alias.bind(1, id)
            alias.bind(2, one.name)
            alias.bind(3, one.language)
            try alias.run()
        }
        for identity in identities { self.identities.append((identity, id)) }
        var keys = [NameKey(entity.name).hash]
        for one in entity.aliases { keys.append(NameKey(one.name).hash) }
        for key in Set(keys) { hashes.append((key, id)) }
    }

    /// Of an entity that has its row still.
    func delete(_ entity: StoredEntity) throws {
        let id = entity.id
        let name = try String.fetchOne(
            db.cachedStatement(sql: "SELECT name FROM entity WHERE id = ?"), arguments: [id])
        let names = entity.names.aliases.map(\.name) + [name].compactMap(\.self)
        for table in ["alias_row", "identity"] {
            try db.cachedStatement(sql: "DELETE FROM \(table) WHERE entity_id = ?").execute(arguments: [id])
        }
        for name in names {
            try db.cachedStatement(sql: "DELETE FROM name_key WHERE hash = ? AND entity_id = ?")
                .execute(arguments: [NameKey(name).hash, id])
        }
    }

    /// Writes what is kept in the order of other keys than the entities'.
    mutating func flush() throws {
        let identity = try RowInserts(
            db, "INSERT OR IGNORE INTO identity", columns: 2, count: identities.count)
        for row in identities.sorted(by: { ($0.identity, $0.entity) < ($1.identity, $1.entity) }) {
            identity.row.bind(1, row.identity)
            identity.row.bind(2, row.entity)
            try identity.endRow()
        }
        let hash = try RowInserts(db, "INSERT OR IGNORE INTO name_key", columns: 2, count: hashes.count)
        for row in hashes.sorted(by: { ($0.hash, $0.entity) < ($1.hash, $1.entity) }) {
            hash.row.bind(1, row.hash)
            hash.row.bind(2, row.entity)
            try hash.endRow()
        }
    }
}

extension NameKey {
    /// By what a name is looked up in `name_key`: 32 bits, so that different names may have one in common.
    public var hash: Int64 {
        Int64((fingerprint ^ fingerprint >> 32) & 0xFFFF_FFFF)
    }
}
