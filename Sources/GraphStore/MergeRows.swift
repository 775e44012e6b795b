import GRDB
import KGModel

/// A reason for which two names are one entity, as it goes into the database.
public struct MergeRow: Sendable {
    /// Index of the entity among those that go with it.
    public var entity: Int
    public var name: String
    public var other: String
    public var reason: String
    /// The mentions that show it.
    public var mention: MentionPlace
    public var otherMention: MentionPlace?

    public init(
        entity: Int, name: String, other: String, reason: String, mention: MentionPlace,
        otherMention: MentionPlace?
    ) {
        self.entity = entity
        self.name = name
        self.other = other
        self.reason = reason
        self.mention = mention
        self.otherMention = otherMention
    }

    /// What the row says beside its entity.
    func add(to digest: inout RowDigest) {
        digest.add(name)
        digest.add(other)
        digest.add(reason)
        digest.add(Int(mention.id))
        digest.add(otherMention.map { Int($0.id) } ?? -1)
    }
}

/// What tells one mention from all others.
public struct MentionPlace: Sendable, Hashable {
    /// Number of the passage in the database.
    public var passage: Int64
    /// First byte in the passage's text.
    public var start: Int32

    public init(passage: Int64, start: Int32) {
        self.passage = passage
        self.start = start
    }

    /// The mention's number, as the view `mention` tells it.
    var id: Int64 { passage << 26 | Int64(start) }
}

/// A link as the linker needs it back.
public struct StoredLink: Sendable {
    public var passage: Int64
    public var text: String
    public var url: String
    public var identity: String?
}

extension GraphWriter {
    /// The links of an issue, in order.
    public func links(ofIssue id: Int64) throws -> [StoredLink] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT passage_id, link.text, url, identity
                    FROM issue JOIN link ON passage_id >= first_passage AND passage_id < first_passage + passages
                    WHERE issue.id = ? ORDER BY link.id
                    """), arguments: [id]
        ).map { StoredLink(passage: $0[0], text: $0[1], url: $0[2], identity: $0[3]) }
    }

    /// Brings the merges up to date; rows that stay as they are, are not touched.
    ///
    /// - Parameters:
    ///   - merges: in order of their entities.
    ///   - entities: those that go with them; the digests of merges tell what is stored, and are brought up to date.
    ///   - gone: entities that are no more.
    ///   - isStored: whether the digests tell what is stored; else all are written anew.
    func replaceMerges(
        _ merges: [MergeRow], _ entities: inout [EntityDigest], gone: [EntityDigest], isStored: Bool
    ) throws {
        let insert = try RowStatement(db, "INSERT OR IGNORE INTO merge_row VALUES (?, ?, ?, ?, ?, ?)")
        let delete = try RowStatement(db, "DELETE FROM merge_row WHERE entity_id = ?")
        if !isStored { try db.execute(sql: "DELETE FROM merge_row") }
        func forget(_ entity: EntityDigest) throws {
            guard isStored, entity.merges != 0 else { return }
            delete.bind(1, entity.id)
            try delete.run()
        }
        var next = 0
        for index in entities.indices {
            let start = next
            var digest = RowDigest()
            while next < merges.count, merges[next].entity == index {
                merges[next].add(to: &digest)
                next += 1
            }
            let value = next > start ? digest.value : 0
            guard value != entities[index].merges || !isStored else { continue }
            try forget(entities[index])
            entities[index].merges = value
            try write(merges[start..<next], entities[index].id, insert)
        }
        for entity in gone { try forget(entity) }
    }

    private func write(_ merges: ArraySlice<MergeRow>, _ entity: Int64, _ insert: RowStatement) throws {
        for merge in merges {
            insert.bind(1, entity)
            insert.bind(2, merge.name)
            insert.bind(3, merge.other)
            insert.bind(4, merge.reason)
            insert.bind(5, merge.mention.id)
            insert.bind(6, merge.otherMention?.id)
            try insert.run()
        }
    }
}
