import Foundation
import GRDB
import GraphStore

/// Ranks and communities: what takes seconds to count on a large graph and is therefore kept.
struct KeptStructure {
    var ranks: [RankRow] = []
    /// By community, then the most central first.
    var members: [CommunityRow] = []
    var modularity = 0.0
    /// Entities, and those that have an edge.
    var nodes = 0
    var connected = 0
    /// See `Betweenness`.
    var pivots = 0

    /// Counts all of it.
    init(_ network: Network, names: (Int64) -> String) {
        nodes = network.nodeCount
        connected = (0..<nodes).count { !network.neighbors(of: $0).isEmpty }
        let pagerank = PageRank.ranks(of: network)
        let betweenness = Betweenness(network)
        pivots = betweenness.pivots
        // Nine decimals: what the last bits are, differs between machines.
        func rounded(_ value: Double) -> Double { (value * 1e9).rounded() / 1e9 }
        ranks = (0..<nodes).map { node in
            RankRow(
                id: network.ids[node], pagerank: rounded(pagerank[node]),
                degree: network.neighbors(of: node).count, strength: rounded(network.strength(of: node)),
                betweenness: rounded(betweenness.values[node]))
        }
        let groups = Louvain.groups(of: network)
        modularity = rounded(Louvain.modularity(of: groups, in: network))
        members = Self.members(groups, network, names)
    }

    private static func members(
        _ groups: [Int], _ network: Network, _ names: (Int64) -> String
    ) -> [CommunityRow] {
        var nodes = Array(repeating: [Int](), count: (groups.max() ?? -1) + 1)
        var inside = Array(repeating: 0.0, count: network.nodeCount)
        for node in groups.indices where !network.neighbors(of: node).isEmpty {
            nodes[groups[node]].append(node)
            for edge in network.neighbors(of: node) where groups[Int(network.targets[edge])] == groups[node] {
                inside[node] += network.weights[edge]
            }
        }
        let largest = nodes.filter { !$0.isEmpty }.sorted { a, b in
            a.count != b.count ? a.count > b.count : a[0] < b[0]
        }
        return largest.enumerated().flatMap { place, group in
            let central = group.sorted { a, b in inside[a] != inside[b] ? inside[a] > inside[b] : a < b }
            let name = central.prefix(3).map { names(network.ids[$0]) }.joined(separator: ", ")
            return central.map { CommunityRow(id: network.ids[$0], community: place + 1, name: name) }
        }
    }

    // MARK: - Kept

    private static let states = (
        modularity: "modularity", pivots: "betweenness_pivots", connected: "connected_nodes"
    )

    /// What the database keeps; nil where it keeps nothing.
    init?(_ db: Database) throws {
        guard let modularity = try Self.state(Self.states.modularity, db).flatMap({ Double($0) }),
            let pivots = try Self.state(Self.states.pivots, db).flatMap({ Int($0) }),
            let connected = try Self.state(Self.states.connected, db).flatMap({ Int($0) })
        else { return nil }
        nodes = try Int.fetchOne(db, sql: "SELECT count(*) FROM node_rank") ?? 0
        guard nodes > 0 else { return nil }
        self.modularity = modularity
        self.pivots = pivots
        self.connected = connected
        members = try Row.fetchAll(
            db, sql: "SELECT entity_id, community, name FROM community ORDER BY community, place"
        ).map { CommunityRow(id: $0[0], community: $0[1], name: $0[2]) }
    }

    private static func state(_ name: String, _ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM state WHERE name = ?", arguments: [name])
    }

    var rows: KeptRows {
        KeptRows(
            ranks: ranks, members: members,
            states: [
                Self.states.modularity: "\(modularity)", Self.states.pivots: "\(pivots)",
                Self.states.connected: "\(connected)",
            ])
    }
}

extension KnowledgeGraph {
    /// Ranks and communities, from the database if it keeps them. What is kept has no `ranks`: these are asked for
    /// in SQL.
    func keptStructure() throws -> (structure: KeptStructure, isKept: Bool) {
        if let kept = try read({ try KeptStructure($0) }) { return (kept, true) }
        let network = try network()
        let names = Dictionary(try allEntities([]).map { ($0.id, $0.name) }) { first, _ in first }
        let structure = KeptStructure(network) { names[$0] ?? "" }
        // A file that cannot be written, or that a build is changing, answers all the same.
        let isKept =
            (try? GraphStore.keep(structure.rows, path: store.path, nodes: network.nodeCount)) ?? false
        return (structure, isKept)
    }
}
