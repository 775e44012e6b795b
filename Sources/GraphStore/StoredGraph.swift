import GRDB

/// A graph as it stands in the database, in brief.
struct StoredGraph: Sendable {
    /// In order of their keys.
    let entities: [EntityDigest]
    /// Where the entity of each key stands, by the key's digest.
    let places: [UInt64: Int32]
    /// Whether the digests of edges and merges are known: else their rows are all to be written anew.
    let isWhole: Bool
    let associations: [StoredAssociation]

    init(path: String) throws {
        let store = try GraphStore(path: path, access: .read)
        self = try store.read { try StoredGraph($0) }
    }

    init(_ db: Database) throws {
        let kept = try EntityDigests.read(db)
        isWhole = kept != nil
        entities = try kept ?? StoredEntity.all(db).map { EntityDigest($0) }
        places = Dictionary(entities.enumerated().map { ($1.key, Int32($0)) }) { first, _ in first }
        associations = try StoredAssociation.all(db)
    }
}
