import KGModel

/// The horizontal axis: what stands under a period.
enum PeriodAxis {
    struct Tick {
        var period: Int
        /// `Mar`, `Q1`, `23 Feb`, `2020`.
        var text: String
        /// A second line: the year, where it begins; nil for none.
        var year: String?
    }

    /// As many ticks as stand side by side without touching, evenly spaced.
    ///
    /// - Parameters:
    ///   - step: from a period to the next, in pixels.
    ///   - textSize: in pixels.
    static func ticks(_ periods: [String], step: Double, textSize: Double) -> [Tick] {
        let parts = periods.map(read)
        let widest = parts.map { CharacterWidths.width(of: $0.text, size: textSize) }.max() ?? 0
        let every = max(1, Int(((widest + textSize * 0.6) / max(step, 0.1)).rounded(.up)))
        var ticks: [Tick] = []
        var lastYear: String?
        for period in stride(from: 0, to: periods.count, by: every) {
            let part = parts[period]
            let year = part.year == lastYear ? nil : part.year
            lastYear = part.year ?? lastYear
            ticks.append(Tick(period: period, text: part.text, year: year))
        }
        return ticks
    }

    /// `Mar 2020`, as texts name a period.
    static func name(_ period: String) -> String {
        let part = read(period)
        return part.year.map { "\(part.text) \($0)" } ?? part.text
    }

    private static func read(_ period: String) -> (text: String, year: String?) {
        if let date = IssueDate(iso: period) {
            guard let month = date.month else { return ("\(date.year)", nil) }
            let name = DateSpan.months[month - 1]
            return (date.day.map { "\($0) \(name)" } ?? name, "\(date.year)")
        }
        let parts = period.split(separator: "-")
        return parts.count == 2 ? (String(parts[1]), String(parts[0])) : (period, nil)
    }
}
