import GRDB
import KGModel

/// The rows of entities and of what they are called, brought from one graph to the next by their differences.
final class EntityTable {
    private let db: Database
    /// In order of their keys, byte for byte.
    private var stored: [StoredEntity]
    private var lastID: Int64

    /// - Parameter stored: the entities of the database.
    init(_ db: Database, _ stored: [StoredEntity]) {
        self.db = db
        self.stored = stored
        lastID = stored.lazy.map(\.id).max() ?? 0
    }

    /// Writes the entities, forgets all others, and tells the number of each and how many there are of each type.
    ///
    /// - Parameter entities: in order of their keys, byte for byte.
    func replace(
        by entities: RowsOnDemand<EntityRow>
    ) throws -> (ids: [Int64], counts: [EntityType: Int]) {
        let insert = try RowStatement(
            db,
            """
            INSERT INTO entity (mentions, passages, issues, first_date, last_date, type_thousandths, id, type, name,
                suffix)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let update = try RowStatement(
            db,
            """
            UPDATE entity SET mentions = ?, passages = ?, issues = ?, first_date = ?, last_date = ?, type_thousandths = ?
            WHERE id = ?
            """)
        var names = try NameRows(db)
        var ids: [Int64] = []
        var counts: [EntityType: Int] = [:]
        ids.reserveCapacity(entities.count)
        var rest = stored[...]
        var gone: [StoredEntity] = []
        for index in 0..<entities.count {
            let row = entities[index]
            counts[row.entity.type, default: 0] += 1
            while let first = rest.first, first.key.precedesInBytes(row.key) {
                gone.append(rest.removeFirst())
            }
            let wanted = StoredEntity.Names(
                aliases: row.entity.aliases.count < 2
                    ? row.entity.aliases : row.entity.aliases.sorted { $0.name < $1.name },
                identities: row.entity.identities.map(\.description).sorted())
            guard let old = rest.first, old.key.hasSameBytes(row.key) else {
                lastID += 1
                ids.append(lastID)
                insert.bind(8, row.entity.type.rawValue)
                insert.bind(9, row.entity.name)
                insert.bind(10, row.suffix)
                try write(row, lastID, insert)
                try names.insert(row.entity, wanted.identities, lastID)
                continue
            }
            rest.removeFirst()
            ids.append(old.id)
            if old.figures != StoredEntity.Figures(row) { try write(row, old.id, update) }
            if old.names != wanted {
                try names.delete(old)
                try names.insert(row.entity, wanted.identities, old.id)
            }
        }
        let delete = try RowStatement(db, "DELETE FROM entity WHERE id = ?")
        for gone in (gone + rest).sorted(by: { $0.id < $1.id }) {
            try names.delete(gone)
            delete.bind(1, gone.id)
            try delete.run()
        }
        try names.flush()
        stored = []
        return (ids, counts)
    }

    private func write(_ row: EntityRow, _ id: Int64, _ statement: RowStatement) throws {
        statement.bind(1, row.mentions)
        statement.bind(2, row.passages)
        statement.bind(3, row.issues)
        statement.bind(4, row.firstDate)
        statement.bind(5, row.lastDate)
        statement.bind(6, StoredEntity.Figures(row).typeThousandths)
        statement.bind(7, id)
        try statement.run()
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
        let identity = try RowStatement(db, "INSERT OR IGNORE INTO identity VALUES (?, ?)")
        for row in identities.sorted(by: { ($0.identity, $0.entity) < ($1.identity, $1.entity) }) {
            identity.bind(1, row.identity)
            identity.bind(2, row.entity)
            try identity.run()
        }
        let hash = try RowStatement(db, "INSERT OR IGNORE INTO name_key VALUES (?, ?)")
        for row in hashes.sorted(by: { ($0.hash, $0.entity) < ($1.hash, $1.entity) }) {
            hash.bind(1, row.hash)
            hash.bind(2, row.entity)
            try hash.run()
        }
    }
}

extension NameKey {
    /// By what a name is looked up in `name_key`: 32 bits, so that different names may have one in common.
    public var hash: Int64 {
        Int64((fingerprint ^ fingerprint >> 32) & 0xFFFF_FFFF)
    }
}
