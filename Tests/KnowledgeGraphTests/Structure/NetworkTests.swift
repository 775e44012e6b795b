import Foundation
import Testing

@testable import KnowledgeGraph

extension Network {
    /// Edges as `(a, b, weight)`, nodes numbered from 0 on.
    init(_ count: Int, _ edges: [(Int, Int, Double)]) {
        self.init(
            ids: (0..<count).map { Int64($0 + 1) },
            edges: edges.map { (min($0.0, $0.1), max($0.0, $0.1), $0.2) }.sorted {
                ($0.0, $0.1) < ($1.0, $1.1)
            }
            .map { (a: $0.0, b: $0.1, weight: $0.2) })
    }
}

@Suite struct NetworkTests {
    /// Two triangles joined by one edge, and a node alone.
    private let bridge = Network(
        7, [(0, 1, 1), (1, 2, 1), (0, 2, 1), (2, 3, 1), (3, 4, 1), (4, 5, 1), (3, 5, 1)])

    @Test func whatIsPackedComesBack() throws {
        let edges: [(a: Int32, b: Int32, weight: Double)] = [(0, 2, 1.5), (1, 2, 0.25)]
        let parts = Dictionary(
            uniqueKeysWithValues: Network.packed(ids: [5, 7, 9], edges: edges).map { ($0.name, $0.data) })
        let network = Network { parts[$0] }
        #expect(network == Network(ids: [5, 7, 9], edges: [(0, 2, 1.5), (1, 2, 0.25)]))
        #expect(network.edgeCount == 2)
        #expect(network.neighbors(of: 2).map { network.targets[$0] } == [0, 1])
        #expect(network.strength(of: 2) == 1.75)
        // Arrays that do not fit each other give no edges rather than a crash.
        #expect(Network { $0 == "network.targets" ? Data([9, 0, 0, 0]) : parts[$0] }.edgeCount == 0)
        #expect(Network { _ in nil }.nodeCount == 0)
    }

    @Test func theStrongestPathIsNotTheOneOfFewestSteps() {
        let network = Network(4, [(0, 3, 1), (0, 1, 4), (1, 3, 4), (0, 2, 3), (2, 3, 3)])
        let paths = ShortestPaths(network).paths(from: 0, to: 3, count: 5)
        #expect(paths.map(\.nodes) == [[0, 1, 3], [0, 2, 3], [0, 3]])
        #expect(paths.map { ($0.length * 1000).rounded() } == [500, 667, 1000])
        #expect(ShortestPaths(network).paths(from: 0, to: 3, count: 1).map(\.nodes) == [[0, 1, 3]])
    }

    @Test func partsThatNothingJoinsHaveNoPath() {
        #expect(ShortestPaths(bridge).paths(from: 0, to: 6, count: 3).isEmpty)
        #expect(ShortestPaths(bridge).paths(from: 0, to: 0, count: 3).isEmpty)
    }

    @Test func ranksAddUpToOne() throws {
        let ranks = PageRank.ranks(of: bridge)
        #expect(abs(ranks.reduce(0, +) - 1) < 1e-9)
        #expect(abs(try #require(ranks.max()) - ranks[2]) < 1e-9)
        #expect(PageRank.ranks(of: Network(0, [])).isEmpty)
    }

    @Test func theBridgeLiesBetween() {
        let values = Betweenness(bridge)
        #expect(values.pivots == 6)
        // Two lie in the left triangle behind node 2, three in the right one; 6 pairs of 15 pass it.
        #expect(abs(values.values[2] - 6.0 / 15) < 1e-12)
        #expect(values.values[0] == 0)
        // From some of the nodes it is an estimate.
        #expect(Betweenness(bridge, mostSteps: 60).pivots == 3)
    }

    @Test func groupsAreThoseThatHangTogether() {
        let groups = Louvain.groups(of: bridge)
        #expect(groups == [0, 0, 0, 1, 1, 1, 2])
        #expect(abs(Louvain.modularity(of: groups, in: bridge) - (6.0 / 7 - 0.5)) < 1e-12)
        #expect(Louvain.groups(of: Network(0, [])).isEmpty)
        #expect(Louvain.groups(of: Network(2, [])) == [0, 1])
    }

    @Test func nodesWithTheSameNeighboursAreAlike() throws {
        let network = Network(
            6, [(0, 2, 2), (0, 3, 2), (1, 2, 2), (1, 3, 2), (4, 5, 3), (3, 4, 1)])
        let matches = Similarity(network).matches(of: 0).sorted {
            ($1.cosine, $0.node) < ($0.cosine, $1.node)
        }
        let best = try #require(matches.first)
        #expect(best.node == 1)
        #expect(best.shared == 2)
        #expect(abs(best.cosine - 1) < 1e-9)
        #expect(!matches.contains { $0.node == 5 })
    }
}
