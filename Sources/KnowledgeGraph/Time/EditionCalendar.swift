import GRDB
import KGModel

/// The issues of a filter in order of time, translations of one taken together.
struct EditionCalendar {
    let length: PeriodLength
    let periods: [Period]
    /// For each edition, counted from 0, the index of its period; nil without a date, or with one that is not
    /// precise enough for the length.
    let periodOfEdition: [Int?]
    /// The first date of each edition.
    let dates: [IssueDate?]
    /// By the issue's number in the database: its edition; -1 for issues outside the filter.
    private let editionOfIssue: [Int32]
    let issues: Int
    /// Editions without a date, and those whose date is not precise enough.
    let undated: Int
    let imprecise: Int

    /// - Parameter length: nil for one that fits the span of the issues.
    init(_ db: Database, _ filter: IssueFilter, length asked: PeriodLength?) throws {
        let (condition, values) = filter.condition
        var editions: [Int: Int] = [:]
        var dates: [IssueDate?] = []
        var ofIssue: [Int32] = []
        var issues = 0
        let rows = try Row.fetchCursor(
            db, sql: "SELECT id, edition, date FROM issue WHERE \(condition) ORDER BY edition, path",
            arguments: StatementArguments(values))
        while let row = try rows.next() {
            let id: Int = row[0]
            // A graph whose last build was interrupted may know issues of no edition yet.
            let number: Int = row[1] ?? -id
            let edition = editions[number] ?? dates.count
            if edition == dates.count {
                editions[number] = edition
                dates.append(nil)
            }
            if let text: String = row[2], let date = IssueDate(iso: text) {
                dates[edition] = dates[edition].map { min($0, date) } ?? date
            }
            if ofIssue.count <= id { ofIssue += Array(repeating: -1, count: id + 1 - ofIssue.count) }
            ofIssue[id] = Int32(edition)
            issues += 1
        }
        let length = asked ?? PeriodLength.fitting(dates.compactMap(\.self))
        self.length = length
        self.dates = dates
        self.issues = issues
        editionOfIssue = ofIssue
        undated = dates.count { $0 == nil }
        (periods, periodOfEdition) = length == .issue ? Self.byIssue(dates) : Self.byTime(dates, length)
        imprecise = periodOfEdition.count { $0 == nil } - undated
    }

    var editions: Int { dates.count }

    func edition(ofIssue id: UInt32) -> Int? {
        guard Int(id) < editionOfIssue.count else { return nil }
        let edition = editionOfIssue[Int(id)]
        return edition >= 0 ? Int(edition) : nil
    }

    private static func byTime(_ dates: [IssueDate?], _ length: PeriodLength) -> ([Period], [Int?]) {
        let numbers = dates.map { $0.flatMap { length.number(of: $0) } }
        guard let first = numbers.compactMap(\.self).min(), let last = numbers.compactMap(\.self).max() else {
            return ([], numbers.map { _ in nil })
        }
        var periods = (first...last).map { Period(label: length.label(of: $0), editions: 0) }
        for number in numbers { if let number { periods[number - first].editions += 1 } }
        return (periods, numbers.map { $0.map { $0 - first } })
    }

    private static func byIssue(_ dates: [IssueDate?]) -> ([Period], [Int?]) {
        // Editions are numbered in order of the dates of all their issues; a filter may leave later ones.
        let order = dates.indices.filter { dates[$0] != nil }.sorted { a, b in
            guard let one = dates[a], let other = dates[b], one < other || other < one else { return a < b }
            return one < other
        }
        var places: [Int?] = dates.map { _ in nil }
        for (place, edition) in order.enumerated() { places[edition] = place }
        return (order.map { Period(label: dates[$0]?.description ?? "", editions: 1) }, places)
    }
}
