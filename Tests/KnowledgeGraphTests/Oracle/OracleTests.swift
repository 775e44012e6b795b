import Foundation
import Linking
import Testing

@testable import KnowledgeGraph

/// Formulas, counted again by networkx and scipy from PyPI on the graph of the samples.
///
/// The packages are installed into `.build/oracle` when they are not there; where that cannot be done, or Python is
/// missing, the test says so and is skipped.
@Suite struct OracleTests {
    private struct Answer: Decodable {
        var pagerank: [Double]
        var betweenness: [Double]
        var modularity: Double
        var louvain: Double
        var connected: Bool
        var paths: [[Double]]
        var associations: [[Double]]
        var trends: [[Double]]
        var wilson: [[Double]]
        var adjusted: [Double]
        var similarity: [Double]
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let python = root.appendingPathComponent(".build/oracle/bin/python3").path

    @discardableResult
    private static func run(_ arguments: [String], output: URL? = nil) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        if let output, FileManager.default.createFile(atPath: output.path, contents: nil),
            let handle = try? FileHandle(forWritingTo: output)
        {
            process.standardOutput = handle
        } else {
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
        }
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Whether networkx and scipy can be asked.
    private static let isInstalled: Bool = {
        let check = [python, "-c", "import networkx, scipy"]
        if run(check) { return true }
        let folder = root.appendingPathComponent(".build/oracle").path
        let isThere =
            run(["python3", "-m", "venv", folder])
            && run([python, "-m", "pip", "install", "--quiet", "networkx", "scipy"]) && run(check)
        if !isThere { print("networkx and scipy cannot be installed here: formulas are not counted again") }
        return isThere
    }()

    @Test(.enabled("networkx and scipy from PyPI") { isInstalled })
    func formulasAgreeWithNetworkxAndScipy() async throws {
        let bench = try Bench.samples()
        try await bench.build()
        let network = try bench.graph().network()
        try #require(network.edgeCount > 500)
        let groups = Louvain.groups(of: network)
        let pairs = [[0, 5, 4], [1, 100, 3], [20, 200, 5], [7, 250, 3]]
        let tables = [[3.0, 5, 8, 120], [0.5, 2.5, 4, 99.5], [1, 40, 60, 200], [7, 7, 7, 50]]
        let trends = [
            ([9, 20, 15, 30], [1, 5, 6, 18]), ([50, 50, 50], [30, 20, 10]), ([11, 2, 40], [4, 1, 9]),
        ]
        let proportions = [[0, 8], [3, 8], [8, 8], [17, 400]]
        let pValues = [0.001, 0.2, 0.03, 0.03, 0.5, 1, 0.0004]

        let question: [String: Any] = [
            "nodes": network.nodeCount,
            "edges": (0..<network.nodeCount).flatMap { node in
                network.neighbors(of: node).compactMap { edge -> [Double]? in
                    let other = Int(network.targets[edge])
                    return node < other ? [Double(node), Double(other), network.weights[edge]] : nil
                }
            }.map { [Int($0[0]), Int($0[1]), $0[2]] as [Any] },
            "groups": groups, "pairs": pairs, "tables": tables, "trends": trends.map { [$0.0, $0.1] },
            "proportions": proportions, "p": pValues, "node": 5,
        ]
        let file = bench.root.appendingPathComponent("question.json")
        try JSONSerialization.data(withJSONObject: question).write(to: file)
        let output = bench.root.appendingPathComponent("answer.json")
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "oracle.py")
        try #require(Self.run([Self.python, script.path, file.path], output: output))
        let answer = try JSONDecoder().decode(Answer.self, from: Data(contentsOf: output))

        expectEqual(PageRank.ranks(of: network), answer.pagerank, 1e-8)
        expectEqual(Betweenness(network).values, answer.betweenness, 1e-9)
        #expect(abs(Louvain.modularity(of: groups, in: network) - answer.modularity) < 1e-9)
        // As good as that of networkx, but for what the order of the nodes does; and every group hangs together.
        #expect(answer.modularity > answer.louvain - 0.03)
        #expect(answer.connected)
        for (pair, lengths) in zip(pairs, answer.paths) {
            let paths = ShortestPaths(network).paths(from: pair[0], to: pair[1], count: pair[2])
            expectEqual(paths.map(\.length), lengths, 1e-9)
        }
        for (table, expected) in zip(tables, answer.associations) {
            let own = Association(together: table[0], a: table[1], b: table[2], total: table[3])
            expectEqual([own.llr, own.p, own.jaccard], expected, 1e-5)
        }
        for (one, expected) in zip(trends, answer.trends) {
            let own = try #require(TrendTest(totals: one.0).result(named: one.1))
            expectEqual([own.z, own.p], expected, 1e-5)
        }
        for (one, expected) in zip(proportions, answer.wilson) {
            let bounds = try #require(Proportion(count: one[0], total: one[1]).wilson)
            expectEqual([bounds.lowerBound, bounds.upperBound], expected, 1e-9)
        }
        expectEqual(BenjaminiHochberg.adjusted(pValues), answer.adjusted, 1e-12)
        var cosines = Array(repeating: 0.0, count: network.nodeCount)
        for match in Similarity(network).matches(of: 5) { cosines[match.node] = match.cosine }
        var expected = answer.similarity
        expected[5] = 0
        expectEqual(cosines, expected, 1e-9)
    }

    private func expectEqual(
        _ own: [Double], _ expected: [Double], _ tolerance: Double,
        at location: SourceLocation = #_sourceLocation
    ) {
        #expect(own.count == expected.count, sourceLocation: location)
        for (index, (one, other)) in zip(own, expected).enumerated() {
            #expect(abs(one - other) <= tolerance, "\(index)", sourceLocation: location)
        }
    }
}
