import Testing

@testable import KnowledgeGraph

@Suite struct ProportionTests {
    /// Values of `scipy.stats.binomtest(k, n).proportion_ci(method="wilson")`.
    @Test(arguments: [(0, 8, 0.0, 0.32440756), (3, 8, 0.13684431, 0.69425761), (8, 8, 0.67559244, 1.0)])
    func boundsAreWilsons(count: Int, total: Int, lower: Double, upper: Double) throws {
        let bounds = try #require(Proportion(count: count, total: total).wilson)
        #expect(abs(bounds.lowerBound - lower) < 1e-7)
        #expect(abs(bounds.upperBound - upper) < 1e-7)
    }

    @Test func aShareOfNothingHasNoBounds() {
        #expect(Proportion(count: 0, total: 0).wilson == nil)
        #expect(Proportion(count: 0, total: 0).share == 0)
    }
}

@Suite struct TrendTestTests {
    /// All ways to choose as many issues, counted one by one.
    private func permutations(_ totals: [Int], _ counts: [Int]) -> Double {
        let scores = totals.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        let named = counts.reduce(0, +)
        let mean = Double(named) * Double(scores.reduce(0, +)) / Double(scores.count)
        let observed = abs(Double(counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }) - mean)
        var (all, far) = (0, 0)
        for choice in 0..<(1 << scores.count) where choice.nonzeroBitCount == named {
            let sum = scores.indices.reduce(0) { $0 + (choice >> $1 & 1) * scores[$1] }
            all += 1
            if abs(Double(sum) - mean) >= observed - 1e-9 { far += 1 }
        }
        return Double(far) / Double(all)
    }

    @Test(arguments: [
        ([2, 2, 2, 2], [0, 0, 1, 2]), ([1, 1, 1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 1, 1, 1]),
        ([3, 0, 2, 4], [3, 0, 1, 0]), ([1, 2, 3, 4], [1, 1, 1, 1]),
    ])
    func fewIssuesAreTestedExactly(totals: [Int], counts: [Int]) throws {
        let result = try #require(TrendTest(totals: totals).result(named: counts))
        #expect(abs(result.p - permutations(totals, counts)) < 1e-6)
    }

    @Test func manyIssuesAreTestedByTheNormalApproximation() throws {
        // z² is the number of issues times the squared correlation of period and naming.
        let result = try #require(TrendTest(totals: [50, 50, 50]).result(named: [10, 20, 30]))
        #expect(abs(result.z - 4.082483) < 1e-6)
        #expect(abs(result.p - 4.45571e-05) < 1e-10)
        let falling = try #require(TrendTest(totals: [50, 50, 50]).result(named: [30, 20, 10]))
        #expect(falling.z == -result.z)
    }

    @Test(arguments: [
        ([2, 2], [0, 3]), ([1, 1, 1, 1], [0, 1, 1, 1]), ([2, 2, 2], [0, 0, 2]), ([2, 2, 2], [2, 2, 2]),
        ([6, 0, 0], [3, 0, 0]), ([], []),
    ])
    func tooLittleIsNotTested(totals: [Int], counts: [Int]) {
        #expect(TrendTest(totals: totals).result(named: counts) == nil)
    }
}
