import GRDB
import KGModel

/// All editions with their issues, in order of time.
struct EditionShelf {
    struct Edition {
        var number: Int
        var date: IssueDate?
        var issues: [(id: Int64, path: String, title: String, date: String?, number: Int?, language: String?)]
    }

    let editions: [Edition]
    /// Indexes of the dated ones, the earliest first.
    let ordered: [Int]
    var undated: Int { editions.count - ordered.count }

    init(_ db: Database) throws {
        var editions: [Edition] = []
        let rows = try Row.fetchCursor(
            db,
            sql:
                "SELECT id, path, title, date, number, language, edition FROM issue ORDER BY edition, date, path"
        )
        while let row = try rows.next() {
            let number: Int = row[6] ?? -Int(row[0] as Int64)
            if editions.last?.number != number {
                editions.append(Edition(number: number, date: nil, issues: []))
            }
            let text: String? = row[3]
            let last = editions.count - 1
            if let date = text.flatMap({ IssueDate(iso: $0) }) {
                editions[last].date = editions[last].date.map { min($0, date) } ?? date
            }
            editions[last].issues.append((row[0], row[1], row[2], text, row[4], row[5]))
        }
        self.editions = editions
        ordered = editions.indices.filter { editions[$0].date != nil }.sorted { a, b in
            guard let one = editions[a].date, let other = editions[b].date, one < other || other < one else {
                return a < b
            }
            return one < other
        }
    }

    func place(of edition: Int) -> Int? { ordered.firstIndex(of: edition) }

    /// The last dated edition, or the last before another one.
    func last(before edition: Int?) throws -> Int? {
        guard let edition else { return ordered.last }
        guard let place = place(of: edition), place > 0 else { return nil }
        return ordered[place - 1]
    }

    func title(of edition: Int) -> String { lead(of: edition)?.title ?? "" }

    /// The issue that appeared first; of several of one day, the English one.
    func lead(
        of edition: Int
    ) -> (id: Int64, path: String, title: String, date: String?, number: Int?, language: String?)? {
        let issues = editions[edition].issues
        let dated = issues.filter { $0.date == editions[edition].date?.description }
        return dated.first { $0.language == "en" } ?? dated.first ?? issues.first
    }

    /// The edition that a user means.
    func edition(_ text: String) throws -> Int {
        let typed = text.hasPrefix("#") ? String(text.dropFirst()) : text
        let tests: [((path: String, date: String?, number: Int?)) -> Bool] = [
            { $0.path == text }, { $0.path.hasSuffix("/" + text) }, { $0.number.map(String.init) == typed },
            { $0.date == text }, { $0.date?.hasPrefix(text) ?? false }, { $0.path.contains(text) },
        ]
        for (index, test) in tests.enumerated() {
            // A number of four digits is a year, and half a word no path.
            if index == 5, text.count < 4 { break }
            let found = editions.indices.filter { edition in
                editions[edition].issues.contains { test(($0.path, $0.date, $0.number)) }
            }
            if found.count == 1 { return found[0] }
            if found.count > 1 {
                throw DiffError.ambiguousIssue(text, found.compactMap { lead(of: $0)?.path })
            }
        }
        throw DiffError.unknownIssue(text)
    }

    func side(_ chosen: [Int]) -> IssueDiff.Side {
        let dates = chosen.compactMap { editions[$0].date }
        let title = chosen.count == 1 ? title(of: chosen[0]) : "\(chosen.count) issues"
        return IssueDiff.Side(
            title: title, firstDate: dates.min()?.description, lastDate: dates.max()?.description,
            editions: chosen.count)
    }
}
