import KGModel

/// How long the stretches of time are over which issues are counted.
public enum PeriodLength: String, Sendable, CaseIterable {
    /// Each issue by itself; translations of it are the same issue.
    case issue
    case month, quarter, year
}

/// A stretch of time and the issues that fall into it.
public struct Period: Sendable, Hashable {
    /// `2020-03`, `2020-Q1`, `2020`; for a single issue its date.
    public var label: String
    /// Issues, translations of one counted once.
    public var editions: Int
}

extension PeriodLength {
    /// The number of the stretch that a date falls into; nil for a date that is not precise enough.
    func number(of date: IssueDate) -> Int? {
        switch self {
        case .issue, .year: date.year
        case .month: date.month.map { date.year * 12 + $0 - 1 }
        case .quarter: date.month.map { date.year * 4 + ($0 - 1) / 3 }
        }
    }

    func label(of number: Int) -> String {
        switch self {
        case .issue, .year: return "\(number)"
        case .month:
            let month = number % 12 + 1
            return "\(number / 12)-\(month < 10 ? "0" : "")\(month)"
        case .quarter: return "\(number / 4)-Q\(number % 4 + 1)"
        }
    }

    /// The shortest of month, quarter and year that gives at most 36 stretches.
    static func fitting(_ dates: [IssueDate]) -> PeriodLength {
        for length in [PeriodLength.month, .quarter] {
            let numbers = dates.compactMap { length.number(of: $0) }
            if let first = numbers.min(), let last = numbers.max(), last - first < 36 { return length }
        }
        return dates.contains { $0.month != nil } ? .year : dates.isEmpty ? .month : .year
    }
}
