import Linking

/// Which edges mean something: named together more often than chance explains, where there is enough to test.
///
/// Tested is every pair of names that stand in at least three editions each (translations of one issue are one
/// edition), whether they are ever named together or not: the false discovery rate is told over all of them. A
/// pair named together in one edition only is never a finding, whatever its figures, since the passages of one
/// issue are no witnesses independent of each other. A graph of fewer than five editions is not tested.
public struct EdgeSignificance: Sendable, Hashable {
    /// Editions that a graph needs, that each name of a pair needs, and that a finding needs.
    public static let leastEditions = 5
    public static let leastEditionsOfName = 3
    public static let leastEditionsOfPair = 2
    /// The false discovery rate that `--significant` allows.
    public static let rate = 0.05

    /// What a test tells of an edge.
    public struct Test: Sendable, Hashable {
        /// The chance of the edge's log-likelihood ratio.
        public var p: Double
        /// The false discovery rate at which the edge is a finding.
        public var q: Double
    }

    /// Indexes of the edges that are not too rare to test, ascending, and what was found: most edges are too rare.
    private var tested: [Int] = []
    private var tests: [Test] = []
    /// Pairs of names that were tested, those that are never named together among them.
    public private(set) var testedPairs = 0

    /// - Parameters:
    ///   - edges: all pairs that are named together.
    ///   - editionsOfEntity: in how many editions each entity is named.
    ///   - editions: how many there are.
    init(_ edges: [CoMention], editionsOfEntity: [Int], editions: Int) {
        guard editions >= Self.leastEditions else { return }
        let isTestable = editionsOfEntity.map { $0 >= Self.leastEditionsOfName }
        let names = isTestable.lazy.filter { $0 }.count
        testedPairs = names * (names - 1) / 2
        for (index, edge) in edges.enumerated()
        where edge.editions >= Self.leastEditionsOfPair && isTestable[Int(edge.a)] && isTestable[Int(edge.b)]
        {
            tested.append(index)
        }
        // Pairs that stand together less often than by chance are no finding of this test.
        let associations = tested.map { edges[$0].association }
        let pValues = associations.map { $0.isPositive ? $0.p : 1 }
        let adjusted = BenjaminiHochberg.adjusted(pValues, tests: testedPairs)
        tests = zip(associations, adjusted).map { association, adjusted in
            Test(p: SignificantDigits.six(association.p), q: SignificantDigits.six(adjusted))
        }
    }

    /// Whether an edge is not too rare to test, for each of so many.
    func areTested(_ edges: Int) -> [Bool] {
        var result = Array(repeating: false, count: edges)
        for edge in tested { result[edge] = true }
        return result
    }

    /// Nil for an edge that is too rare to test.
    public subscript(edge: Int) -> Test? {
        var (low, high) = (0, tested.count)
        while low < high {
            let middle = (low + high) / 2
            if tested[middle] < edge { low = middle + 1 } else { high = middle }
        }
        return low < tested.count && tested[low] == edge ? tests[low] : nil
    }
}
