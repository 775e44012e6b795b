/// How an entity's share of the issues goes through time.
public struct Trend: Sendable, Hashable {
    public enum Direction: String, Sendable, CaseIterable {
        case rising, falling
        /// Tested, and no more than chance explains.
        case steady
        /// Every issue names it: nothing that could rise or fall.
        case always = "in every issue"
        /// Named in too few issues, or in a graph of too few.
        case tooFewToTest = "too few to test"
    }

    public var entity: EntitySummary
    /// For each of `Trends.periods`: of its issues, how many name the entity; translations of one count once.
    public var shares: [Proportion]
    /// Over all periods.
    public var overall: Proportion
    /// Labels of the first and last period with an issue that names it.
    public var first: String?
    public var last: String?
    /// Periods in a row that name it, those without an issue left out: the longest such streak, and the one that
    /// reaches the last period (0 if that does not name it).
    public var longestStreak: Int
    public var currentStreak: Int
    /// Periods in a row, between two that name it, that have issues and do not: the longest such gap.
    public var longestGap: Int
    /// The gap before the streak that reaches the last period; nil for none of two periods or more.
    public var comebackAfter: Int?
    /// Not named before the last period that has issues.
    public var isNewcomer: Bool
    /// See `TrendTest`: standard deviations (positive: later issues name it more), the p-value, and the false
    /// discovery rate among all that were tested; nil where nothing was.
    public var z: Double?
    public var p: Double?
    public var q: Double?

    public var direction: Direction {
        guard let q, let z else {
            let isAlways = overall.count == overall.total && overall.count >= TrendTest.leastNaming
            return isAlways ? .always : .tooFewToTest
        }
        return q > EdgeSignificance.rate ? .steady : z > 0 ? .rising : .falling
    }

    init(_ entity: EntitySummary, counts: [Int], periods: [Period]) {
        self.entity = entity
        shares = zip(counts, periods).map { Proportion(count: $0, total: $1.editions) }
        overall = Proportion(count: counts.reduce(0, +), total: periods.reduce(0) { $0 + $1.editions })
        first = counts.firstIndex { $0 > 0 }.map { periods[$0].label }
        last = counts.lastIndex { $0 > 0 }.map { periods[$0].label }
        longestStreak = 0
        currentStreak = 0
        longestGap = 0
        var gap = 0
        var gapBefore = 0
        var hasBegun = false
        for (count, period) in zip(counts, periods) where period.editions > 0 {
            if count > 0 {
                if currentStreak == 0 { gapBefore = hasBegun ? gap : 0 }
                if hasBegun { longestGap = max(longestGap, gap) }
                gap = 0
                hasBegun = true
                currentStreak += 1
                longestStreak = max(longestStreak, currentStreak)
            } else {
                gap += 1
                currentStreak = 0
            }
        }
        comebackAfter = currentStreak > 0 && gapBefore >= 2 ? gapBefore : nil
        let lastWithIssues = periods.lastIndex { $0.editions > 0 }
        isNewcomer = lastWithIssues != nil && counts.firstIndex { $0 > 0 } == lastWithIssues
    }
}

/// The answer to "what rises and what falls".
public struct Trends: Sendable {
    public var length: PeriodLength
    /// Without gaps, from the first dated issue to the last; some may have no issue.
    public var periods: [Period]
    /// The most recurrent first.
    public var rows: [Trend]
    /// Issues of the question, and as how many they count when translations count once.
    public var issues: Int
    public var editions: Int
    /// Of the editions: those without a date, and those whose date is not precise enough for the periods. They
    /// stand in no period.
    public var undatedEditions: Int
    public var impreciseEditions: Int
    /// How many entities were tested for rising and falling.
    public var tested: Int

    /// The part of the rows that a predicate keeps; what was tested stays as it was.
    public func filtered(_ isKept: (Trend) -> Bool) -> Trends {
        var trends = self
        trends.rows = rows.filter(isKept)
        return trends
    }
}
