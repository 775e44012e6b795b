import GRDB
import KGModel

/// A graph as it stands in the database, in brief.
struct StoredGraph: Sendable {
    /// In order of their keys as a rule.
    let entities: [EntityDigest]
    /// Where the entity of each key stands, by the key's digest.
    private let places: NumbersByHash
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
        var places = NumbersByHash(capacity: entities.count)
        for (place, entity) in entities.enumerated() { places.keep(place, entity.key) { _ in true } }
        self.places = places
        associations = try StoredAssociation.all(db)
    }

    /// Where the entity stands whose key has such a digest.
    func place(_ key: UInt64) -> Int? { places.number(key) { _ in true } }
}
