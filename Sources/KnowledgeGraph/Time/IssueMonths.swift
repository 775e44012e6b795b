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
        guard let ids = try arrays(Self.parts[0]), let kept = try arrays(Self.parts[1]) else { return nil }
        let read = ids.withUnsafeBytes { ids in
            kept.withUnsafeBytes { Self.read(.init(ids), .init($0)) }
        }
        guard let read, read.issues > 0 else { return nil }
        (months, issues, undated) = read
    }

    /// Nil where the two do not fit each other.
    private static func read(
        _ ids: PackedNumbers.Reader, _ kept: PackedNumbers.Reader
    ) -> (months: [UInt32], issues: Int, undated: Int)? {
        var (ids, kept) = (ids, kept)
        var months: [UInt32] = []
        var (id, issues, undated): (Int64, Int, Int) = (0, 0, 0)
        while let difference = ids.next() {
            id = PackedNumbers.number(difference, from: id)
            // No database has so many issues; a damaged one must not ask for room for them.
            guard let month = kept.next(), id > 0, id < 1 << 26 else { return nil }
            let place = Int(id)
            while months.count <= place { months.append(0) }
            months[place] = UInt32(truncatingIfNeeded: month)
            issues += 1
            if month == 0 { undated += 1 }
        }
        return kept.next() == nil ? (months, issues, undated) : nil
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
