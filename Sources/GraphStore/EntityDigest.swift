import Foundation
import GRDB
import KGModel

/// What the rows of an entity say, in brief: it tells whether they are as they were without reading them.
struct EntityDigest: Sendable {
    /// Number in the database; 0 for an entity that is not there yet.
    var id: Int64 = 0
    /// Of its type and name and what tells it from others of these.
    var key: UInt64
    /// Of its row and of what it is called and known by.
    var row: UInt64
    /// Of the edges that have it as their first end; 0 for none.
    var edges: UInt64 = 0
    /// Of the reasons that hold it together; 0 for none.
    var merges: UInt64 = 0

    init(_ row: EntityRow) {
        self.init(
            row.entity.type.rawValue, row.entity.name, row.suffix, StoredEntity.Figures(row),
            StoredEntity.Names(row.entity))
    }

    init(_ stored: StoredEntity) {
        self.init(stored.type, stored.name, stored.suffix, stored.figures, stored.names)
        id = stored.id
    }

    private init(
        _ type: String, _ name: String, _ suffix: String, _ figures: StoredEntity.Figures,
        _ names: StoredEntity.Names
    ) {
        var digest = RowDigest()
        digest.add(type)
        digest.add(name)
        digest.add(suffix)
        self.key = digest.value
        figures.add(to: &digest)
        names.add(to: &digest)
        row = digest.value
    }

    fileprivate init(id: Int64, key: UInt64, row: UInt64, edges: UInt64) {
        self.id = id
        self.key = key
        self.row = row
        self.edges = edges
    }
}

/// The digests of a graph, kept in the database until the graph is linked anew.
enum EntityDigests {
    private enum Part: String {
        case ids = "digests.ids"
        case keys = "digests.keys"
        case rows = "digests.rows"
        case edges = "digests.edges"
        case merges = "digests.merges"
    }

    /// As they are kept; nil where they are not, or where rows were changed since.
    static func read(_ db: Database) throws -> [EntityDigest]? {
        guard try String.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'linked'") == "yes" else {
            return nil
        }
        func data(_ part: Part) throws -> Data? {
            try Data.fetchOne(
                db.cachedStatement(sql: "SELECT data FROM structure WHERE name = ?"),
                arguments: [part.rawValue])
        }
        guard let ids = try data(.ids) else { return nil }
        let (keys, rows) = (numbers(try data(.keys)), numbers(try data(.rows)))
        let edges = numbers(try data(.edges))
        var digests: [EntityDigest] = []
        digests.reserveCapacity(keys.count)
        var last: Int64 = 0
        let isWhole = ids.withUnsafeBytes { bytes in
            var ids = PackedNumbers.Reader(bytes)
            while let difference = ids.next() {
                let index = digests.count
                last = PackedNumbers.number(difference, from: last)
                guard index < keys.count, index < rows.count, index < edges.count else { return false }
                digests.append(
                    EntityDigest(id: last, key: keys[index], row: rows[index], edges: edges[index]))
            }
            return digests.count == keys.count
        }
        let merges = PackedNumbers.read(try data(.merges))
        guard isWhole, merges.count % 2 == 0 else { return nil }
        for pair in stride(from: 0, to: merges.count, by: 2) {
            guard merges[pair] < UInt64(digests.count) else { return nil }
            digests[Int(merges[pair])].merges = merges[pair + 1]
        }
        return digests
    }

    /// What `read` reads.
    static func packed(_ digests: [EntityDigest]) -> [(name: String, data: Data)] {
        var last: Int64 = 0
        let ids = digests.lazy.map { digest in
            defer { last = digest.id }
            return PackedNumbers.difference(digest.id, from: last)
        }
        let merges = digests.indices.lazy.filter { digests[$0].merges != 0 }.flatMap {
            [UInt64($0), digests[$0].merges]
        }
        return [
            (Part.ids.rawValue, PackedNumbers.data(ids)),
            (Part.keys.rawValue, data(digests.lazy.map { $0.key })),
            (Part.rows.rawValue, data(digests.lazy.map { $0.row })),
            (Part.edges.rawValue, data(digests.lazy.map { $0.edges })),
            (Part.merges.rawValue, PackedNumbers.data(merges)),
        ]
    }

    private static func data(_ numbers: some Sequence<UInt64>) -> Data {
        numbers.map { $0.littleEndian }.withUnsafeBytes { Data($0) }
    }

    private static func numbers(_ data: Data?) -> [UInt64] {
        (data ?? Data()).withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count & ~7, by: 8).map {
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
            }
        }
    }
}
