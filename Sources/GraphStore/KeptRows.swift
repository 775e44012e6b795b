import GRDB

/// How central an entity is, as it goes into the database.
public struct RankRow: Sendable {
    public var id: Int64
    public var pagerank: Double
    public var degree: Int
    public var strength: Double
    public var betweenness: Double

    public init(id: Int64, pagerank: Double, degree: Int, strength: Double, betweenness: Double) {
        self.id = id
        self.pagerank = pagerank
        self.degree = degree
        self.strength = strength
        self.betweenness = betweenness
    }
}

/// That an entity belongs to a community.
public struct CommunityRow: Sendable {
    public var id: Int64
    public var community: Int
    public var name: String

    public init(id: Int64, community: Int, name: String) {
        self.id = id
        self.community = community
        self.name = name
    }
}

/// What a question counted and the next one need not count again.
public struct KeptRows: Sendable {
    public var ranks: [RankRow]
    /// Those of one community stand together, the most central first.
    public var members: [CommunityRow]
    /// Figures that belong to them.
    public var states: [String: String]

    public init(ranks: [RankRow], members: [CommunityRow], states: [String: String]) {
        self.ranks = ranks
        self.members = members
        self.states = states
    }
}

extension GraphStore {
    /// Keeps rows until the graph is linked anew.
    ///
    /// - Parameter nodes: how many entities they were counted over.
    /// - Returns: false where the graph has changed meanwhile.
    public static func keep(_ rows: KeptRows, path: String, nodes: Int) throws -> Bool {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.write { db in
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM entity")
            let isLinked =
                try String.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'linked'") == "yes"
            guard isLinked, count == nodes else { return false }
            try db.execute(sql: "DELETE FROM node_rank; DELETE FROM community")
            let rank = try db.cachedStatement(sql: "INSERT INTO node_rank VALUES (?, ?, ?, ?, ?)")
            for row in rows.ranks {
                try rank.execute(arguments: [row.id, row.pagerank, row.degree, row.strength, row.betweenness])
            }
            let member = try db.cachedStatement(sql: "INSERT INTO community VALUES (?, ?, ?, ?)")
            for (place, row) in rows.members.enumerated() {
                try member.execute(arguments: [row.id, row.community, place, row.name])
            }
            for (name, value) in rows.states.sorted(by: { $0.key < $1.key }) { try setState(db, name, value) }
            return true
        }
    }
}
