import GRDB
import KGModel

/// How much a graph holds, kept when it is linked so that nobody need count it again.
public struct GraphCounts: Sendable, Hashable {
    public var mentions: Int
    public var entities: [EntityType: Int]
    public var edges: Int

    init(mentions: Int, entities: [EntityType: Int], edges: Int) {
        self.mentions = mentions
        self.entities = entities
        self.edges = edges
    }

    /// What the database keeps; nil where it was linked by a program that kept nothing.
    public init?(_ db: Database) throws {
        guard let kept = try String.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'counts'") else {
            return nil
        }
        let numbers = kept.split(separator: " ").compactMap { Int($0) }
        guard numbers.count == EntityType.allCases.count + 2 else { return nil }
        mentions = numbers[0]
        edges = numbers[1]
        entities = [:]
        for type in EntityType.allCases where numbers[type.code + 2] > 0 {
            entities[type] = numbers[type.code + 2]
        }
    }

    /// How many mentions, entities and edges to make room for; what a database claims is not believed beyond reason.
    static func room(_ db: Database) throws -> (mentions: Int, entities: Int, edges: Int) {
        guard let counts = try GraphCounts(db) else { return (0, 0, 0) }
        func bounded(_ count: Int) -> Int { max(0, min(count, 1 << 22)) }
        return (
            bounded(counts.mentions), bounded(counts.entities.values.reduce(0) { $0 &+ $1 }),
            bounded(counts.edges)
        )
    }

    func write(_ db: Database) throws {
        let types = EntityType.allCases.sorted { $0.code < $1.code }.map { entities[$0] ?? 0 }
        try GraphStore.setState(
            db, "counts", ([mentions, edges] + types).map(String.init).joined(separator: " "))
    }
}
