import KGModel

/// Dates as captions write them.
enum DateSpan {
    /// `Jan to Mar 2020`, `Mar 2019 to Mar 2020`, `Mar 2020`, `23 Feb 2020` for a single day; nil without dates.
    ///
    /// - Parameters: ISO 8601, of any precision; in any order of absence.
    static func text(_ first: String?, _ last: String?) -> String? {
        let dates = [first, last].compactMap { $0 }
        guard let from = dates.first, let to = dates.last else { return nil }
        guard let start = IssueDate(iso: from), let end = IssueDate(iso: to) else { return nil }
        if from == to { return day(start) }
        if start.year == end.year {
            guard let a = start.month, let b = end.month else { return "\(start.year)" }
            return a == b ? month(start) : "\(months[a - 1]) to \(month(end))"
        }
        return "\(month(start)) to \(month(end))"
    }

    /// `Mar 2020`, or `2020` where no month is known.
    static func month(_ date: IssueDate) -> String {
        date.month.map { "\(months[$0 - 1]) \(date.year)" } ?? "\(date.year)"
    }

    private static func day(_ date: IssueDate) -> String {
        date.day.map { "\($0) \(month(date))" } ?? month(date)
    }

    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}
