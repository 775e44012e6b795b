import Foundation
import GraphStore

/// The nodes and edges of a graph as arrays: what paths, ranks and communities are counted on.
///
/// Nodes are numbers from 0 on, in order of the entities' keys. An edge's weight is the number of passages that
/// name both ends, where translations of one issue count once.
public struct Network: Sendable, Equatable {
    /// Number of each node's entity in the database.
    public let ids: [Int64]
    /// The neighbours of node `n` stand in `targets` and `weights` at `offsets[n]..<offsets[n + 1]`, in order of
    /// their numbers; every edge stands there twice.
    public let offsets: [Int]
    public let targets: [Int32]
    public let weights: [Double]

    public var nodeCount: Int { ids.count }
    public var edgeCount: Int { targets.count / 2 }

    /// - Parameter edges: ends are indexes into `ids`; each pair once, no node with itself.
    public init(ids: [Int64], edges: [(a: Int, b: Int, weight: Double)]) {
        self.init(
            ids: ids, sources: edges.map { UInt32($0.a) }, targets: edges.map { UInt32($0.b) },
            weights: edges.map(\.weight))
    }

    private init(ids: [Int64], sources: [UInt32], targets ends: [UInt32], weights halves: [Double]) {
        var offsets = Array(repeating: 0, count: ids.count + 1)
        for index in sources.indices {
            offsets[Int(sources[index]) + 1] += 1
            offsets[Int(ends[index]) + 1] += 1
        }
        for node in ids.indices { offsets[node + 1] += offsets[node] }
        var next = offsets
        var targets = Array(repeating: Int32(0), count: 2 * sources.count)
        var weights = Array(repeating: 0.0, count: 2 * sources.count)
        // Two passes over edges in order of both ends: first to lower numbers, then to higher ones.
        for index in sources.indices {
            let (a, b) = (Int(sources[index]), Int(ends[index]))
            targets[next[b]] = Int32(a)
            weights[next[b]] = halves[index]
            next[b] += 1
        }
        for index in sources.indices {
            let (a, b) = (Int(sources[index]), Int(ends[index]))
            targets[next[a]] = Int32(b)
            weights[next[a]] = halves[index]
            next[a] += 1
        }
        self.ids = ids
        self.offsets = offsets
        self.targets = targets
        self.weights = weights
    }

    public func neighbors(of node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

    /// Sum of the weights of a node's edges.
    public func strength(of node: Int) -> Double {
        neighbors(of: node).reduce(0) { $0 + weights[$1] }
    }

    // MARK: - Packed

    /// Under these names the arrays lie in the database.
    private enum Part: String, CaseIterable {
        case ids = "network.ids"
        case sources = "network.sources"
        case targets = "network.targets"
        case weights = "network.weights"
    }

    /// The arrays of a network over entities with the given numbers; edges must be sorted by both ends, the
    /// smaller first.
    static func packed(ids: [Int64], a: [UInt32], b: [UInt32], weights: [Double]) -> [(
        name: String, data: Data
    )] {
        [
            (Part.ids.rawValue, PackedArray.data(ids.map { UInt32($0) })),
            (Part.sources.rawValue, PackedArray.data(a)), (Part.targets.rawValue, PackedArray.data(b)),
            (Part.weights.rawValue, PackedArray.data(weights.map(\.bitPattern))),
        ]
    }

    /// Reads what `packed` wrote.
    init(arrays: (String) throws -> Data?) rethrows {
        let ids: [UInt32] = PackedArray.read(try arrays(Part.ids.rawValue))
        let sources: [UInt32] = PackedArray.read(try arrays(Part.sources.rawValue))
        let targets: [UInt32] = PackedArray.read(try arrays(Part.targets.rawValue))
        let weights: [UInt64] = PackedArray.read(try arrays(Part.weights.rawValue))
        let isWhole =
            sources.count == targets.count && sources.count == weights.count
            && (sources + targets).allSatisfy { Int($0) < ids.count }
        self.init(
            ids: ids.map { Int64($0) }, sources: isWhole ? sources : [], targets: isWhole ? targets : [],
            weights: isWhole ? weights.map { Double(bitPattern: $0) } : [])
    }
}
