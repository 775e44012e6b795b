import KGModel

/// Draws one coordinate system with its series.
struct Plot {
    struct Painted {
        var series: Chart.Series
        /// Among all series of the chart.
        var order: Int
        var color: Color
    }

    let chart: Chart
    let series: [Painted]
    /// With axes and labels, in pixels.
    let frame: Rectangle
    let scale: ValueScale
    let palette: Palette
    let textSize: Double
    /// Whether the chart has no other plots beside it: then lines are labelled at their ends, else above.
    let isAlone: Bool

    func groups() -> [Scene.Group] {
        let area = area()
        var groups = [axes(area)]
        switch chart.content {
        case .shares:
            // All intervals lie under all lines.
            groups += series.compactMap { band($0, area) }
            groups += series.map { line($0, area) }
        case .counts:
            groups += columns(area)
            groups.append(Scene.Group(kind: "axes", marks: [rule(0, area)]))
        }
        groups += isAlone ? endLabels(area) : [heading()]
        return groups
    }

    // MARK: - Room

    /// Where the figures are drawn, without axes and labels.
    private func area() -> Rectangle {
        let left = (scale.ticks.map { width(scale.text($0)) }.max() ?? 0) + textSize * 0.6
        let right = isAlone ? labelWidth + textSize * 1.1 : 0
        let top = isAlone ? textSize * 0.5 : textSize * 2.2
        let bottom = textSize * (hasYears ? 2.9 : 1.7)
        return Rectangle(
            x: frame.x + left, y: frame.y + top, width: max(frame.width - left - right, 10),
            height: max(frame.height - top - bottom, 10))
    }

    private var hasYears: Bool { chart.periods.contains { PeriodAxis.name($0) != $0 } }

    private var labels: [Label] {
        series.map {
            Label($0.series.name, size: textSize, bold: true, maxWidth: frame.width * 0.27, maxLines: 2)
        }
    }

    private var labelWidth: Double { labels.map(\.extent.width).max() ?? 0 }

    private func width(_ text: String) -> Double { CharacterWidths.width(of: text, size: textSize) }

    /// Columns stand in the middle of their period, lines run from edge to edge.
    private func x(_ period: Int, _ area: Rectangle) -> Double {
        let count = chart.periods.count
        if case .counts = chart.content {
            return area.x + (Double(period) + 0.5) * area.width / Double(count)
        }
        let inset = min(textSize * 1.2, area.width / 4)
        if count == 1 { return area.center.x }
        return area.x + inset + Double(period) * (area.width - 2 * inset) / Double(count - 1)
    }

    private func y(_ value: Double, _ area: Rectangle) -> Double {
        area.maxY - min(max(value / scale.top, 0), 1) * area.height
    }

    private func text(
        _ content: String, x: Double, y: Double, _ anchor: Scene.Text.Anchor, bold: Bool = false,
        color: Color,
        isRightToLeft: Bool = false
    ) -> Scene.Mark {
        .text(
            .init(
                content: content, origin: Point(x: x, y: y), anchor: anchor, size: textSize, isBold: bold,
                color: color, isRightToLeft: isRightToLeft))
    }

    // MARK: - Axes

    private func axes(_ area: Rectangle) -> Scene.Group {
        var marks: [Scene.Mark] = []
        for tick in scale.ticks {
            let y = y(tick, area)
            let ink = (tick == 0 ? palette.mutedText : palette.rule, tick == 0 ? 1.0 : 1.0)
            marks.append(
                .line(.init(through: [Point(x: area.x, y: y), Point(x: area.maxX, y: y)], ink: ink)))
            marks.append(
                text(
                    scale.text(tick), x: area.x - textSize * 0.5, y: y + textSize * 0.35, .end,
                    color: palette.mutedText))
        }
        let step = chart.periods.count > 1 ? x(1, area) - x(0, area) : area.width
        for tick in PeriodAxis.ticks(chart.periods, step: step, textSize: textSize) {
            let x = x(tick.period, area)
            marks.append(
                text(tick.text, x: x, y: area.maxY + textSize * 1.4, .middle, color: palette.mutedText))
            if let year = tick.year {
                marks.append(
                    text(
                        year, x: x, y: area.maxY + textSize * 2.6, .middle, bold: true,
                        color: palette.mutedText))
            }
        }
        return Scene.Group(kind: "axes", marks: marks)
    }

    private func rule(_ value: Double, _ area: Rectangle) -> Scene.Mark {
        let y = y(value, area)
        let color = value == 0 ? palette.mutedText : palette.rule
        return .line(
            .init(through: [Point(x: area.x, y: y), Point(x: area.maxX, y: y)], ink: (color, textSize / 13)))
    }

    // MARK: - Lines

    private func places(_ painted: Painted, _ area: Rectangle) -> [[(period: Int, value: Chart.Value)]] {
        var runs: [[(period: Int, value: Chart.Value)]] = [[]]
        for (period, value) in painted.series.values.enumerated() where period < chart.periods.count {
            if let value {
                runs[runs.count - 1].append((period, value))
            } else if runs.last?.isEmpty == false {
                runs.append([])
            }
        }
        return runs.filter { !$0.isEmpty }
    }

    /// Bands of two series can be told apart where they overlap, those of three are mud; and a period that stands
    /// alone between others without an issue has no band. Then each figure has a whisker.
    private func hasBands(_ area: Rectangle) -> Bool {
        series.count <= 2 && series.allSatisfy { places($0, area).allSatisfy { $0.count > 1 } }
    }

    /// Whiskers of several series stand side by side.
    private func shift(_ painted: Painted, _ area: Rectangle) -> Double {
        guard !hasBands(area), let place = series.firstIndex(where: { $0.order == painted.order }) else {
            return 0
        }
        return (Double(place) - Double(series.count - 1) / 2) * textSize * 0.62
    }

    private func band(_ painted: Painted, _ area: Rectangle) -> Scene.Group? {
        var marks: [Scene.Mark] = []
        let isBand = hasBands(area)
        let shift = shift(painted, area)
        for run in places(painted, area) {
            let known = run.compactMap { place in place.value.interval.map { (place.period, $0) } }
            guard known.count == run.count else { continue }
            if isBand {
                let upper = known.map { Point(x: x($0, area), y: y($1.upperBound, area)) }
                let lower = known.reversed().map { Point(x: x($0, area), y: y($1.lowerBound, area)) }
                marks.append(.area(.init(points: upper + lower, color: painted.color, opacity: 0.15)))
                continue
            }
            let pale = painted.color.mixed(with: palette.background, share: 0.55)
            for (period, interval) in known {
                let x = x(period, area) + shift
                let ends = [interval.upperBound, interval.lowerBound].map { Point(x: x, y: y($0, area)) }
                marks.append(.line(.init(through: ends, ink: (pale, textSize * 0.22))))
            }
        }
        return marks.isEmpty ? nil : Scene.Group(kind: "interval", marks: marks)
    }

    private func line(_ painted: Painted, _ area: Rectangle) -> Scene.Group {
        var marks: [Scene.Mark] = []
        let weight = textSize * 0.17
        let shift = shift(painted, area)
        // Dots on a long line are beads.
        let isLong = chart.periods.count > 24
        var end: Point?
        for run in places(painted, area) {
            let points = run.map { Point(x: x($0.period, area) + shift, y: y($0.value.value, area)) }
            if let end, let first = points.first {
                // Over periods without an issue.
                let pale = painted.color.mixed(with: palette.background, share: 0.65)
                marks.append(.line(.init(through: [end, first], ink: (pale, weight * 0.6))))
            }
            end = points.last
            marks.append(.line(.init(through: points, ink: (painted.color, weight))))
            for (index, point) in points.enumerated() where !isLong || index == points.count - 1 {
                let radius = textSize * 0.28
                marks.append(
                    .box(
                        .init(
                            frame: Rectangle(
                                center: point, size: Size(width: 2 * radius, height: 2 * radius)),
                            corner: .round(radius), fill: painted.color, stroke: palette.background,
                            strokeWidth: textSize * 0.09)))
            }
        }
        return Scene.Group(kind: "line", tooltip: tooltip(painted), marks: marks)
    }

    private func tooltip(_ painted: Painted) -> String {
        let values = painted.series.values.enumerated().compactMap { period, value -> String? in
            guard let value, period < chart.periods.count else { return nil }
            let note = value.note.isEmpty ? "" : " (\(value.note))"
            return "\(PeriodAxis.name(chart.periods[period])): \(scale.text(value.value))\(note)"
        }
        return ([painted.series.name] + values).joined(separator: "\n")
    }

    // MARK: - Columns

    private func columns(_ area: Rectangle) -> [Scene.Group] {
        let step = area.width / Double(chart.periods.count)
        let width = min(step * 0.72, textSize * 5)
        var floors = chart.periods.map { _ in 0.0 }
        // The first series lies on top, in the order of the labels beside it.
        return series.reversed().map { painted in
            var marks: [Scene.Mark] = []
            for (period, value) in painted.series.values.enumerated() where period < chart.periods.count {
                guard let value, value.value > 0 else { continue }
                let (bottom, top) = (y(floors[period], area), y(floors[period] + value.value, area))
                floors[period] += value.value
                let box = Rectangle(
                    x: x(period, area) - width / 2, y: top, width: width, height: max(bottom - top, 0))
                marks.append(
                    .box(
                        .init(
                            frame: box, corner: .round(0), fill: painted.color,
                            // A seam parts the layers where colours do not.
                            stroke: series.count > 1 ? palette.background : nil,
                            strokeWidth: series.count > 1 ? min(1.5, textSize * 0.1) : 0)))
            }
            return Scene.Group(kind: "columns", tooltip: tooltip(painted), marks: marks)
        }
    }

    // MARK: - Labels

    /// The name of each series beside its last figure, in its colour; names that would overlap move apart.
    private func endLabels(_ area: Rectangle) -> [Scene.Group] {
        let labels = labels
        let anchors = anchors(area)
        let order = series.indices.sorted { (anchors[$0].y, $0) < (anchors[$1].y, $1) }
        let places = EndLabels.spread(
            order.map { (center: anchors[$0].y, height: labels[$0].extent.height + textSize * 0.3) },
            top: frame.y, bottom: max(area.maxY + textSize * 0.7, frame.y + 1))
        let left = area.maxX + textSize * 1.1
        return zip(order, places).map { index, center in
            let label = labels[index]
            var marks: [Scene.Mark] = []
            if abs(center - anchors[index].y) > textSize * 0.5 || anchors[index].x < area.maxX - textSize * 2
            {
                marks.append(
                    .line(
                        .init(
                            through: [
                                Point(x: anchors[index].x + textSize * 0.4, y: anchors[index].y),
                                Point(x: left - textSize * 0.25, y: center),
                            ], ink: (palette.mutedText.mixed(with: palette.background, share: 0.45), 1))))
            }
            var baseline = center - label.extent.height / 2 + textSize * 0.85
            for line in label.lines {
                marks.append(
                    text(line, x: left, y: baseline, .start, bold: true, color: readable(series[index].color))
                )
                baseline += textSize * Label.leading
            }
            return Scene.Group(kind: "label", marks: marks)
        }
    }

    /// Where each series ends.
    private func anchors(_ area: Rectangle) -> [Point] {
        if case .counts = chart.content {
            var floor = 0.0
            var centers = series.map { _ in 0.0 }
            let last = chart.periods.count - 1
            for index in series.indices.reversed() {
                let values = series[index].series.values
                let value = values.indices.contains(last) ? values[last]?.value ?? 0 : 0
                centers[index] = y(floor + value / 2, area)
                floor += value
            }
            return centers.map { Point(x: area.maxX - textSize * 0.2, y: $0) }
        }
        return series.map { painted in
            let last = painted.series.values.lastIndex { $0 != nil } ?? 0
            let value =
                painted.series.values.indices.contains(last) ? painted.series.values[last]?.value ?? 0 : 0
            return Point(x: x(last, area), y: y(value, area))
        }
    }

    private func heading() -> Scene.Group {
        guard let painted = series.first else { return Scene.Group(kind: "label", marks: []) }
        let label = Label(
            painted.series.name, size: textSize * 1.1, bold: true, maxWidth: frame.width, maxLines: 1)
        return Scene.Group(
            kind: "label",
            marks: label.lines.map { line in
                .text(
                    .init(
                        content: line, origin: Point(x: frame.x, y: frame.y + textSize), anchor: .start,
                        size: label.size, isBold: true, color: readable(painted.color),
                        isRightToLeft: label.isRightToLeft))
            })
    }

    /// A colour in which text can be read on the page: the series' own, darker or lighter where needed.
    private func readable(_ color: Color) -> Color {
        var readable = color
        for _ in 0..<10 where readable.contrast(with: palette.background) < 4.5 {
            readable = readable.mixed(with: palette.text, share: 0.2)
        }
        return readable
    }
}
