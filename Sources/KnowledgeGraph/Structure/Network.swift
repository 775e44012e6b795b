import Foundation
import GraphStore
import Linking

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

    /// Under these names the arrays lie in the database: numbers of entities as differences, for each node how many
    /// edges lead from it to later ones, these as differences, and the weights of all.
    private enum Part: String, CaseIterable {
        case ids = "network.ids"
        case counts = "network.counts"
        case targets = "network.targets"
        case weights = "network.weights"
    }

    /// The arrays of a network over entities with the given numbers; edges must be sorted by both ends, the
    /// smaller first.
    static func packed(
        ids: [Int64], edges: some Collection<(a: Int32, b: Int32, weight: Double)>
    ) -> [(name: String, data: Data)] {
        var counts = Array(repeating: UInt64(0), count: ids.count)
        var targets: [UInt64] = []
        targets.reserveCapacity(edges.count)
        var last = (a: Int32(-1), b: Int32(0))
        for (source, target, _) in edges {
            counts[Int(source)] += 1
            targets.append(UInt64(target - (source == last.a ? last.b : source)))
            last = (source, target)
        }
        return [
            (Part.ids.rawValue, PackedIDs.data(ids)), (Part.counts.rawValue, PackedNumbers.data(counts)),
            (Part.targets.rawValue, PackedNumbers.data(targets)),
            (Part.weights.rawValue, PackedNumbers.data(edges.lazy.map { Self.packed(weight: $0.weight) })),
        ]
    }

    /// Most weights are whole numbers of passages; the others are counted in the parts that passages of translations
    /// count.
    private static func packed(weight: Double) -> UInt64 {
        let units = UInt64((weight * Double(CoMentions.unit)).rounded())
        let (whole, rest) = units.quotientAndRemainder(dividingBy: UInt64(CoMentions.unit))
        return rest == 0 ? whole << 1 : units << 1 | 1
    }

    private static func weight(_ packed: UInt64) -> Double {
        packed & 1 == 0 ? Double(packed >> 1) : Double(packed >> 1) / Double(CoMentions.unit)
    }

    /// Reads what `packed` wrote.
    init(arrays: (String) throws -> Data?) rethrows {
        let ids = PackedIDs.read(try arrays(Part.ids.rawValue))
        let counts = PackedNumbers.read(try arrays(Part.counts.rawValue))
        let differences = PackedNumbers.read(try arrays(Part.targets.rawValue))
        let weights = PackedNumbers.read(try arrays(Part.weights.rawValue))
        var sources: [UInt32] = []
        var targets: [UInt32] = []
        var isWhole =
            counts.count == ids.count && weights.count == differences.count
            && counts.allSatisfy { $0 <= UInt64(differences.count) }
            && counts.reduce(0, +) == UInt64(differences.count)
        if isWhole {
            sources.reserveCapacity(differences.count)
            targets.reserveCapacity(differences.count)
            for (node, count) in counts.enumerated() {
                var target = UInt64(node)
                for _ in 0..<count {
                    target &+= differences[sources.count]
                    sources.append(UInt32(node))
                    targets.append(UInt32(truncatingIfNeeded: target))
                    isWhole = isWhole && target < UInt64(ids.count)
                }
            }
        }
        self.init(
            ids: ids, sources: isWhole ? sources : [], targets: isWhole ? targets : [],
            weights: isWhole ? weights.map(Self.weight) : [])
    }
}

/// Numbers of entities, each as its difference from the one before: those of a first build follow each other.
enum PackedIDs {
    static func data(_ ids: some Sequence<Int64>) -> Data {
        var last: Int64 = 0
        return PackedNumbers.data(
            ids.lazy.map { id in
                defer { last = id }
                return PackedNumbers.difference(id, from: last)
            })
    }

    static func read(_ data: Data?) -> [Int64] {
        var last: Int64 = 0
        return PackedNumbers.read(data).map { difference in
            last = PackedNumbers.number(difference, from: last)
            return last
        }
    }
}
