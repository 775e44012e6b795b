import GRDB
import KGModel
import Testing

@testable import GraphStore

/// What tells whether the rows of an entity are as they were.
@Suite struct EntityDigestTests {
    private static let google = Entity(
        type: .organization, name: "Google",
        aliases: [.init(name: "谷歌", language: "zh"), .init(name: "Alphabet")],
        identities: [
            Identity(kind: .url, value: "google.com"), Identity(kind: .github, value: "google/google"),
        ])

    private static func row(_ entity: Entity, suffix: String = "", mentions: Int = 2) -> EntityRow {
        EntityRow(
            entity: entity, suffix: suffix, typeConfidence: 0.75,
            mentions: mentions, passages: 2, issues: 1, firstDate: IssueDate(year: 2020, month: 3),
            lastDate: IssueDate(year: 2021))
    }

    private func link(_ store: GraphStore, _ rows: [EntityRow]) throws {
        try store.write { writer in
            _ = try writer.linkable()
            try writer.replaceGraph(
                RowsOnDemand(count: rows.count) { rows[$0] },
                EdgeRows([
                    EdgeRow(a: 0, b: 1, passages: 1, issues: 1, weights: .init(together: 1, a: 2, b: 2))
                ]) { _ in
                    AssociationFigures(npmi: 0.5)
                }, entityOfMention: { $0 % rows.count })
        }
    }

    private static let rows = [row(Entity(type: .model, name: "BERT")), row(google, suffix: "#2")]

    @Test func whatIsKeptIsWhatTheRowsSay() throws {
        try withStore { store throws in
            try store.replace(record("a.md", "BERT is", "Google has"), version: "1")
            try link(store, Self.rows)
            let kept = try #require(try store.read { try EntityDigests.read($0) })
            let stored = try store.read { try StoredEntity.all($0) }.map { EntityDigest($0) }
            #expect(kept.map(\.id) == stored.map(\.id))
            #expect(kept.map(\.key) == stored.map(\.key))
            #expect(kept.map(\.row) == stored.map(\.row))
            #expect(kept.map { $0.edges != 0 } == [true, false])
        }
    }

    @Test func anythingThatARowSaysShows() {
        let google = Self.row(Self.google)
        var others = [Self.row(Self.google, suffix: "#2"), Self.row(Self.google, mentions: 3)]
        var other = google
        other.typeConfidence = 0.8
        others.append(other)
        other = google
        other.firstDate = nil
        others.append(other)
        other = google
        other.entity.aliases[0].language = nil
        others.append(other)
        other = google
        other.entity.identities.removeLast()
        others.append(other)
        let digests = Set(([google] + others).map { EntityDigest($0).row })
        #expect(digests.count == others.count + 1)
    }

    @Test func whatWasChangedSinceIsNotBelieved() throws {
        try withStore { store throws in
            try store.replace(record("a.md", "BERT is", "Google has"), version: "1")
            try link(store, Self.rows)
            try store.replace(record("b.md", "BERT is", "Google has"), version: "1")
            #expect(try store.read { try EntityDigests.read($0) == nil })
        }
    }

    @Test(arguments: ["digests.ids", "digests.keys", "digests.rows", "digests.edges"])
    func whatIsCutShortIsNotBelieved(part: String) throws {
        try withStore { store throws in
            try store.replace(record("a.md", "BERT is", "Google has"), version: "1")
            try link(store, Self.rows)
            try store.queue.write {
                try $0.execute(
                    sql: "UPDATE structure SET data = substr(data, 1, length(data) - 1) WHERE name = ?",
                    arguments: [part])
            }
            #expect(try store.read { try EntityDigests.read($0) == nil })
        }
    }
}
