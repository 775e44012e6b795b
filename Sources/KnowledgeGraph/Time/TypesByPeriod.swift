import GRDB
import KGModel

/// How many different names of each type the issues of each period hold.
public struct TypesByPeriod: Sendable {
    public var length: PeriodLength
    /// Without gaps, from the first dated issue to the last; some may have no issue.
    public var periods: [Period]
    /// Names of each type that occurs, for each period.
    public var names: [EntityType: [Int]]
    /// Issues of the question, and as how many they count when translations count once.
    public var issues: Int
    public var editions: Int
    /// Editions that stand in no period, for want of a date or of a precise one.
    public var undatedEditions: Int
    /// ISO 8601, of the first and last issue that stands in a period.
    public var firstDate: String?
    public var lastDate: String?
}

extension KnowledgeGraph {
    /// Counts the different names of each type by period.
    ///
    /// - Parameters:
    ///   - types: only these; empty for all.
    ///   - length: nil for one that fits the span of the issues.
    public func typesByPeriod(
        types: Set<EntityType> = [], by length: PeriodLength? = nil, filter: IssueFilter = IssueFilter()
    ) throws -> TypesByPeriod {
        try read { db in
            let calendar = try EditionCalendar(db, filter, length: length)
            let appearances = try Appearances(arrays: { try Self.array($0, db) })
            var typeOf: [Int64: EntityType] = [:]
            for row in try Row.fetchAll(db, sql: "SELECT id, type FROM entity") {
                guard let type = EntityType(rawValue: row[1]) else { continue }
                if types.isEmpty || types.contains(type) { typeOf[row[0]] = type }
            }
            var names: [EntityType: [Int]] = [:]
            for (index, id) in appearances.ids.enumerated() {
                guard let type = typeOf[id] else { continue }
                let periods = Set(
                    appearances.issues(at: index).compactMap { issue in
                        calendar.edition(ofIssue: issue).flatMap { calendar.periodOfEdition[$0] }
                    })
                for period in periods {
                    names[type, default: Array(repeating: 0, count: calendar.periods.count)][period] += 1
                }
            }
            let dates = zip(calendar.dates, calendar.periodOfEdition).compactMap { $1 == nil ? nil : $0 }
            return TypesByPeriod(
                length: calendar.length, periods: calendar.periods, names: names, issues: calendar.issues,
                editions: calendar.editions, undatedEditions: calendar.undated + calendar.imprecise,
                firstDate: dates.min()?.description, lastDate: dates.max()?.description)
        }
    }
}
