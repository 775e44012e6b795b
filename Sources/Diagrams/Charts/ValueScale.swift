/// The vertical axis: from zero to a round number, the same for all plots of a chart.
struct ValueScale {
    /// From 0, in equal steps.
    let ticks: [Double]
    let isPercent: Bool

    var top: Double { ticks.last ?? 1 }

    /// - Parameter height: of a plot, in lines of text.
    init(_ chart: Chart, isPercent: Bool, height: Double) {
        self.isPercent = isPercent
        let most = max(Self.highest(chart), 1e-9)
        let wanted = max(2, min(6, Int(height / 3.2)))
        if isPercent {
            let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5]
            let step = steps.first { $0 * Double(wanted) >= min(most, 1) - 1e-9 } ?? 0.5
            ticks = Self.ticks(step: step, most: min(most, 1))
        } else {
            // 1, 2 or 5 times a power of ten, and no halves of names.
            var step = 1.0
            var factors = [2.0, 2.5, 2.0]
            while step * Double(wanted) < most {
                step *= factors[0]
                factors.append(factors.removeFirst())
            }
            ticks = Self.ticks(step: step.rounded(), most: most)
        }
    }

    func text(_ value: Double) -> String {
        isPercent ? "\(Int((value * 100).rounded())) %" : Caption.grouped(Int(value.rounded()))
    }

    private static func ticks(step: Double, most: Double) -> [Double] {
        let count = max(1, Int((most / step - 1e-9).rounded(.up)))
        return (0...count).map { Double($0) * step }
    }

    private static func highest(_ chart: Chart) -> Double {
        switch chart.content {
        case .shares(let series):
            return series.flatMap(\.values).compactMap { $0?.interval?.upperBound ?? $0?.value }.max() ?? 0
        case .counts(let series):
            if chart.isInMultiples { return series.flatMap(\.values).compactMap { $0?.value }.max() ?? 0 }
            return chart.periods.indices.map { period in
                series.map { $0.values.indices.contains(period) ? $0.values[period]?.value ?? 0 : 0 }
                    .reduce(0, +)
            }.max() ?? 0
        }
    }
}
