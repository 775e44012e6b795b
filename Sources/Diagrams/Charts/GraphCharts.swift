import KGModel
import KnowledgeGraph

extension Chart {
    /// Shares of the issues that name things, as lines with their Wilson intervals.
    public init(
        _ trends: Trends, title: String, theme: Diagram.Theme = .light, size: PictureSize = .column
    ) {
        let series = trends.rows.map { row in
            Series(
                name: row.entity.name,
                values: row.shares.map { share in
                    guard let interval = share.wilson else { return nil }
                    // An issue names it or not; there is nothing to be sure of.
                    if trends.length == .issue { return Value(share.share) }
                    let bounds = [interval.lowerBound, interval.upperBound].map { Int(($0 * 100).rounded()) }
                    return Value(
                        share.share, interval: interval,
                        note: "\(share.count) of \(Caption.count(share.total, "issue")), "
                            + "95 % interval \(bounds[0]) to \(bounds[1]) %")
                })
        }
        self.init(
            .shares(series), periods: trends.periods.map(\.label), title: title,
            subtitle: trends.length == .issue
                ? "Which issues name it"
                : "Share of \(Self.issues(of: trends.length)) that name it, with its 95 % interval",
            caption: Self.caption(
                trends.periods, editions: trends.editions, issues: trends.issues,
                undated: trends.undatedEditions + trends.impreciseEditions),
            theme: theme, size: size)
    }

    /// How many names of each type the issues hold, as piled columns.
    public init(
        _ types: TypesByPeriod, title: String, theme: Diagram.Theme = .light, size: PictureSize = .column
    ) {
        let series = types.names.keys.sorted().map { type in
            let word = type.plural.prefix(1).uppercased() + type.plural.dropFirst()
            return Series(
                name: word, type: type,
                values: zip(types.names[type] ?? [], types.periods).map { count, period in
                    period.editions == 0 ? nil : Value(Double(count))
                })
        }
        self.init(
            .counts(series), periods: types.periods.map(\.label), title: title,
            subtitle: "Different names in \(Self.issues(of: types.length))",
            caption: Self.caption(
                types.periods, editions: types.editions, issues: types.issues, undated: types.undatedEditions),
            theme: theme, size: size)
    }

    private static func issues(of length: PeriodLength) -> String {
        switch length {
        case .issue: "each issue"
        case .month: "the issues of a month"
        case .quarter: "the issues of a quarter"
        case .year: "the issues of a year"
        }
    }

    /// `8 issues (34 with translations), Jan to Apr 2020 · 2 without a date left out`
    private static func caption(_ periods: [Period], editions: Int, issues: Int, undated: Int) -> String {
        var text = Caption.count(editions, "issue")
        if issues > editions { text += " (\(Caption.grouped(issues)) with translations)" }
        if let first = periods.first, let last = periods.last {
            let span = DateSpan.text(first.label, last.label)
            let names = [first.label, last.label].map(PeriodAxis.name)
            text += ", " + (span ?? (names[0] == names[1] ? names[0] : "\(names[0]) to \(names[1])"))
        }
        if undated > 0 { text += " · \(Caption.grouped(undated)) without a date that fits left out" }
        return text
    }
}
