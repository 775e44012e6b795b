import Foundation
import GRDB

/// All issues by the numbers of their passages, each with its place in time: tells whose a passage is and which of two
/// issues is the earlier without a look at the issues' rows, which hold far more than that.
public struct IssueOrder: Sendable {
    public struct Issue: Sendable, Hashable {
        /// Number in the database.
        public var id: Int64
        /// Their numbers in the database.
        public var passages: Range<Int64>
        /// By date, then path, from 0; issues without a date come last.
        public var place: Int
    }

    /// In order of their passages.
    public let issues: [Issue]
    /// How many have a date.
    public let dated: Int

    /// As the last build kept it; counted from the issues' rows where it kept nothing or was interrupted.
    public init(_ db: Database) throws {
        let kept = try Data.fetchOne(
            db,
            sql: """
                SELECT data FROM structure
                WHERE name = ? AND (SELECT value FROM state WHERE name = 'linked') = 'yes'
                """, arguments: [Self.name])
        self.init(packed: try kept ?? Self.packed(db))
    }

    /// The index of the issue that a passage is of; nil where there is none.
    ///
    /// - Parameter first: from this index on.
    public func index(ofPassage passage: Int64, from first: Int = 0) -> Int? {
        var (low, high) = (first, issues.count)
        if low < high, issues[low].passages.contains(passage) { return low }
        while low < high {
            let middle = (low + high) / 2
            if issues[middle].passages.upperBound <= passage { low = middle + 1 } else { high = middle }
        }
        return low < issues.count && issues[low].passages.contains(passage) ? low : nil
    }

    // MARK: - Packed

    static let name = "issues.order"

    /// The number of dated issues, then of each issue four numbers; what grows or repeats as differences.
    static func packed(_ db: Database) throws -> Data {
        var issues: [Issue] = []
        var dated = 0
        let rows = try RowStatement(
            db,
            """
            SELECT id, first_passage, passages, date IS NOT NULL FROM issue
            ORDER BY date IS NULL, date, path
            """)
        while try rows.next() {
            let first = Int64(rows.integer(1))
            let end = first.addingReportingOverflow(Int64(max(0, rows.integer(2))))
            issues.append(
                Issue(
                    id: Int64(rows.integer(0)), passages: first..<(end.overflow ? first : end.partialValue),
                    place: issues.count))
            dated += rows.integer(3)
        }
        issues.sort { ($0.passages.lowerBound, $0.id) < ($1.passages.lowerBound, $1.id) }
        var numbers = [UInt64(dated)]
        numbers.reserveCapacity(issues.count * 4 + 1)
        var last = Issue(id: 0, passages: 0..<0, place: -1)
        for issue in issues {
            numbers.append(PackedNumbers.difference(issue.id, from: last.id))
            numbers.append(
                PackedNumbers.difference(issue.passages.lowerBound, from: last.passages.upperBound))
            numbers.append(UInt64(issue.passages.count))
            numbers.append(PackedNumbers.difference(Int64(issue.place), from: Int64(last.place) + 1))
            last = issue
        }
        return PackedNumbers.data(numbers)
    }

    private init(packed: Data) {
        var issues: [Issue] = []
        // A small number takes one byte.
        issues.reserveCapacity(packed.count / 4)
        dated = packed.withUnsafeBytes { bytes in
            var numbers = PackedNumbers.Reader(bytes)
            let dated = numbers.next() ?? 0
            var last = Issue(id: 0, passages: 0..<0, place: -1)
            while let id = numbers.next(), let first = numbers.next(), let count = numbers.next(),
                let place = numbers.next()
            {
                let start = PackedNumbers.number(first, from: last.passages.upperBound)
                let end = start.addingReportingOverflow(Int64(truncatingIfNeeded: count))
                last = Issue(
                    id: PackedNumbers.number(id, from: last.id),
                    passages: start..<(end.overflow ? start : max(start, end.partialValue)),
                    place: Int(PackedNumbers.number(place, from: Int64(last.place) &+ 1)))
                issues.append(last)
            }
            return Int(truncatingIfNeeded: dated)
        }
        self.issues = issues
    }
}
