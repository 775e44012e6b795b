/// A graph as it stands in the database.
struct StoredGraph: Sendable {
    var entities: [StoredEntity]
    var edges: [StoredEdge]
    var associations: [StoredAssociation]

    init(path: String) throws {
        let store = try GraphStore(path: path, access: .read)
        (entities, edges, associations) = try store.read {
            (try StoredEntity.all($0), try StoredEdge.all($0), try StoredAssociation.all($0))
        }
    }
}
