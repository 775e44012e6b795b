import Foundation
import GRDB
import KGModel

extension KnowledgeGraph {
    /// How often the issues of each period name entities, and whether that rises or falls.
    ///
    /// - Parameters:
    ///   - types: only entities of these types; empty for all.
    ///   - names: only these entities, in this order; empty for all.
    ///   - minIssues: only what this many issues name (translations count once).
    ///   - length: nil for one that fits the span of the issues.
    public func trends(
        types: Set<EntityType> = [], of names: [EntitySummary] = [], minIssues: Int = 2,
        by length: PeriodLength? = nil, filter: IssueFilter = IssueFilter()
    ) throws -> Trends {
        try read { db in
            let calendar = try EditionCalendar(db, filter, length: length)
            let asked = names.isEmpty ? try Self.entities(db, types, minIssues) : names
            let appearances = try Appearances(arrays: { try Self.array($0, db) })
            let wanted = Dictionary(asked.enumerated().map { ($1.id, $0) }) { first, _ in first }
            var counts: [[Int]?] = Array(repeating: nil, count: asked.count)
            var seen = Array(repeating: -1, count: calendar.editions)
            for (index, id) in appearances.ids.enumerated() {
                guard let place = wanted[id] else { continue }
                var byPeriod = Array(repeating: 0, count: calendar.periods.count)
                for issue in appearances.issues(at: index) {
                    guard let edition = calendar.edition(ofIssue: issue), seen[edition] != index else {
                        continue
                    }
                    seen[edition] = index
                    if let period = calendar.periodOfEdition[edition] { byPeriod[period] += 1 }
                }
                counts[place] = byPeriod
            }
            var rows = zip(asked, counts).compactMap { entity, counts in
                counts.map { Trend(entity, counts: $0, periods: calendar.periods) }
            }
            if names.isEmpty { rows.removeAll { $0.overall.count < max(1, minIssues) } }
            let tested = Self.test(&rows, calendar.periods)
            if names.isEmpty {
                rows.sort { a, b in
                    (b.overall.count, b.entity.mentions, a.entity.key)
                        < (a.overall.count, a.entity.mentions, b.entity.key)
                }
            }
            return Trends(
                length: calendar.length, periods: calendar.periods, rows: rows, issues: calendar.issues,
                editions: calendar.editions, undatedEditions: calendar.undated,
                impreciseEditions: calendar.imprecise, tested: tested)
        }
    }

    private static func entities(
        _ db: Database, _ types: Set<EntityType>, _ minIssues: Int
    ) throws -> [EntitySummary] {
        let list = (types.isEmpty ? EntityType.allCases : types.sorted()).map { "'\($0.rawValue)'" }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT \(EntitySummary.columns) FROM entity
                WHERE type IN (\(list.joined(separator: ", "))) AND issues >= ?
                """, arguments: [minIssues]
        ).map(EntitySummary.init)
    }

    private static func test(_ rows: inout [Trend], _ periods: [Period]) -> Int {
        let test = TrendTest(totals: periods.map(\.editions))
        var tested: [(row: Int, result: TrendTest.Result)] = []
        for index in rows.indices {
            if let result = test.result(named: rows[index].shares.map(\.count)) {
                tested.append((index, result))
            }
        }
        let adjusted = BenjaminiHochberg.adjusted(tested.map(\.result.p))
        for (one, q) in zip(tested, adjusted) {
            rows[one.row].z = one.result.z
            rows[one.row].p = one.result.p
            rows[one.row].q = q
        }
        return tested.count
    }

    /// A packed array that the build kept; nil before a build came to its end.
    static func array(_ name: String, _ db: Database) throws -> Data? {
        try Data.fetchOne(
            db.cachedStatement(sql: "SELECT data FROM structure WHERE name = ?"), arguments: [name])
    }
}
