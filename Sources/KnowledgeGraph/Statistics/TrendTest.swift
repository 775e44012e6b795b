import Foundation
import Linking

/// Whether a share rises or falls over time: the Cochran-Armitage test for trend in proportions.
///
/// Up to forty issues the p-value is exact: of all ways to choose the issues that name a thing, how many lean at
/// least as far to one side. Above, it is that of the normal approximation. Sources: W. G. Cochran, "Some methods
/// for strengthening the common χ² tests", Biometrics 10(4), 1954; P. Armitage, "Tests for linear trends in
/// proportions and frequencies", Biometrics 11(3), 1955.
struct TrendTest {
    /// What a test needs: issues in all, periods that have any, and issues that name the thing.
    static let leastIssues = 5
    static let leastPeriods = 3
    static let leastNaming = 3
    /// So many issues are tested exactly.
    static let mostExact = 40

    struct Result: Hashable {
        /// Standard deviations by which the naming issues lie later (positive) or earlier than chance has it.
        var z: Double
        /// Two-sided.
        var p: Double
    }

    private let totals: [Int]
    private let issues: Int
    private let sumOfScores: Int
    /// Sum of squared distances of the issues' periods from their mean.
    private let spread: Double
    /// For each number of chosen issues, how many choices have each sum of periods; empty where too many.
    private let choices: [[Double]]

    /// - Parameter totals: how many issues each period has, in order; periods are scored 0, 1, 2, …
    init(totals: [Int]) {
        self.totals = totals
        issues = totals.reduce(0, +)
        sumOfScores = totals.enumerated().reduce(0) { $0 + $1.offset * $1.element }
        let squares = totals.enumerated().reduce(0) { $0 + $1.offset * $1.offset * $1.element }
        spread =
            issues > 0
            ? Double(squares) - Double(sumOfScores) * Double(sumOfScores) / Double(issues) : 0
        choices = issues <= Self.mostExact ? Self.choices(totals, issues, sumOfScores) : []
    }

    /// Nil where there is too little to test, or nothing that could rise or fall.
    func result(named counts: [Int]) -> Result? {
        let named = counts.reduce(0, +)
        guard issues >= Self.leastIssues, totals.count(where: { $0 > 0 }) >= Self.leastPeriods,
            named >= Self.leastNaming, named < issues, spread > 0
        else { return nil }
        let sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
        let share = Double(named) / Double(issues)
        let excess = Double(sum) - share * Double(sumOfScores)
        let z = excess / (share * (1 - share) * spread).squareRoot()
        let p = choices.isEmpty ? erfc(abs(z) / 2.0.squareRoot()) : exact(named, abs(excess), share)
        return Result(z: (z * 1_000_000).rounded() / 1_000_000, p: Association.significant(min(1, p)))
    }

    private func exact(_ named: Int, _ excess: Double, _ share: Double) -> Double {
        let ways = choices[named]
        let all = ways.reduce(0, +)
        var far = 0.0
        for (sum, count) in ways.enumerated()
        where abs(Double(sum) - share * Double(sumOfScores)) >= excess - 1e-9 { far += count }
        return all > 0 ? far / all : 1
    }

    private static func choices(_ totals: [Int], _ issues: Int, _ most: Int) -> [[Double]] {
        var ways = Array(repeating: Array(repeating: 0.0, count: most + 1), count: issues + 1)
        ways[0][0] = 1
        var seen = 0
        var reach = 0
        for (score, total) in totals.enumerated() {
            for _ in 0..<total {
                for chosen in stride(from: seen, through: 0, by: -1) {
                    for sum in 0...reach where ways[chosen][sum] > 0 {
                        ways[chosen + 1][sum + score] += ways[chosen][sum]
                    }
                }
                seen += 1
                reach += score
            }
        }
        return ways
    }
}
