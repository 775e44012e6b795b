import Foundation
import GraphStore
import KGModel
import Linking

/// The month of each issue, as arrays: what `top` needs to know of all issues, without reading their rows.
struct IssueMonths: Sendable {
    /// By the issue's number in the database: `year * 12 + month`, 0 where it has no month or there is no such issue.
    private let months: [UInt32]
    let issues: Int
    let undated: Int

    private static let name = "issues.monthRuns"

    /// Issues whose numbers follow one another and that are of one month, as three numbers: how far the first is from the
    /// last of the run before, how many there are, and how far their month is from that run's.
    static func packed(ids: [Int64], _ issues: [SightedIssue]) -> (name: String, data: Data) {
        var numbers: [UInt64] = []
        var (id, month) = (Int64(0), Int64(0))
        var next = 0
        while next < ids.count {
            let (first, ofRun) = (next, number(of: issues[next]))
            repeat {
                next += 1
            } while next < ids.count && ids[next] == ids[next - 1] + 1
                && number(of: issues[next]) == ofRun
            numbers.append(PackedNumbers.difference(ids[first], from: id))
            numbers.append(UInt64(next - first))
            numbers.append(PackedNumbers.difference(ofRun, from: month))
            (id, month) = (ids[next - 1], ofRun)
        }
        return (name, PackedNumbers.data(numbers))
    }

    private static func number(of issue: SightedIssue) -> Int64 {
        guard let date = issue.date, let month = date.month else { return 0 }
        return Int64(max(0, date.year * 12 + month))
    }

    /// Reads what `packed` wrote; nil where there is nothing, or nothing that fits together.
    init?(arrays: (String) throws -> Data?) rethrows {
        guard let runs = try arrays(Self.name), let read = runs.withUnsafeBytes({ Self.read(.init($0)) }),
            read.issues > 0
        else { return nil }
        (months, issues, undated) = read
    }

    private static func read(_ runs: PackedNumbers.Reader) -> (months: [UInt32], issues: Int, undated: Int)? {
        var runs = runs
        var months: [UInt32] = []
        var (id, month, issues, undated): (Int64, Int64, Int, Int) = (0, 0, 0, 0)
        while let toFirst = runs.next() {
            guard let count = runs.next(), let toMonth = runs.next() else { return nil }
            let first = PackedNumbers.number(toFirst, from: id)
            month = PackedNumbers.number(toMonth, from: month)
            // No database has so many issues; a damaged one must not ask for room for them.
            guard 1..<mostIssues ~= first, 1..<UInt64(mostIssues - first) ~= count, month >= 0 else {
                return nil
            }
            id = first + Int64(count) - 1
            if months.count <= id {
                months.append(contentsOf: repeatElement(0, count: Int(id) + 1 - months.count))
            }
            for place in Int(first)...Int(id) { months[place] = UInt32(truncatingIfNeeded: month) }
            issues += Int(count)
            if month == 0 { undated += Int(count) }
        }
        return (months, issues, undated)
    }

    private static let mostIssues: Int64 = 1 << 26

    /// From the first month with an issue to the last; empty where no issue has one.
    var span: ClosedRange<Int>? {
        var span: ClosedRange<Int>?
        for month in months where month > 0 {
            let month = Int(month)
            span = min(span?.lowerBound ?? month, month)...max(span?.upperBound ?? month, month)
        }
        return span
    }

    /// Nil where the issue has no month.
    func month(ofIssue id: UInt32) -> Int? {
        guard Int(id) < months.count, months[Int(id)] > 0 else { return nil }
        return Int(months[Int(id)])
    }
}
