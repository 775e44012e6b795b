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

    private static let parts = ["issues.ids", "issues.months"]

    static func packed(ids: [Int64], _ issues: [SightedIssue]) -> [(name: String, data: Data)] {
        let months = issues.lazy.map { issue -> UInt64 in
            guard let date = issue.date, let month = date.month else { return 0 }
            return UInt64(max(0, date.year * 12 + month))
        }
        return [(parts[0], PackedIDs.data(ids)), (parts[1], PackedNumbers.data(months))]
    }

    /// Reads what `packed` wrote; nil where there is nothing.
    init?(arrays: (String) throws -> Data?) rethrows {
        let ids = PackedIDs.read(try arrays(Self.parts[0]))
        let kept = PackedNumbers.read(try arrays(Self.parts[1]))
        guard !ids.isEmpty, ids.count == kept.count, let last = ids.max(), let first = ids.min(), first > 0,
            last < 1 << 31
        else { return nil }
        var months = Array(repeating: UInt32(0), count: Int(last) + 1)
        var undated = 0
        for (id, month) in zip(ids, kept) {
            months[Int(id)] = UInt32(truncatingIfNeeded: month)
            if month == 0 { undated += 1 }
        }
        self.months = months
        issues = ids.count
        self.undated = undated
    }

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
