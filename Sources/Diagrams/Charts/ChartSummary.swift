/// What a chart shows, in words.
struct ChartSummary {
    let text: String

    init(_ chart: Chart, isPercent: Bool) {
        func figure(_ value: Double) -> String {
            isPercent ? "\(Int((value * 100).rounded())) %" : Caption.grouped(Int(value.rounded()))
        }
        let span = [chart.periods.first, chart.periods.last].compactMap { $0 }.map(PeriodAxis.name)
        var words = isPercent ? "Line chart" : "Column chart"
        let subtitle = Label.clean(chart.subtitle)
        if !subtitle.isEmpty { words += ": \(subtitle.prefix(1).lowercased())\(subtitle.dropFirst())" }
        if let first = span.first, let last = span.last {
            words += first == last ? ", \(first)." : ", \(first) to \(last)."
        }
        for series in chart.series.prefix(12) {
            let known = series.values.enumerated().compactMap { period, value in
                value.map { (period, $0.value) }
            }
            guard let first = known.first, let last = known.last,
                let most = known.max(by: { ($0.1, -$0.0) < ($1.1, -$1.0) })
            else { continue }
            words += " \(Label.clean(series.name, maxLength: 80)): \(figure(first.1))"
            if known.count > 1 { words += " at first, \(figure(last.1)) at last" }
            if most.0 != first.0, most.0 != last.0, chart.periods.indices.contains(most.0) {
                words += ", most in \(PeriodAxis.name(chart.periods[most.0])) (\(figure(most.1)))"
            }
            words += "."
        }
        let caption = Label.clean(chart.caption)
        if !caption.isEmpty { words += " \(caption.prefix(1).uppercased())\(caption.dropFirst())." }
        text = words
    }
}
