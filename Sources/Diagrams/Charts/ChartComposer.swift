import KGModel

/// Lays a chart out: title, plots, caption.
struct ChartComposer {
    private let chart: Chart
    private let palette: Palette
    private let width: Double
    private let margin: Double
    private let textSize: Double

    init(_ chart: Chart) {
        self.chart = chart
        palette = Palette(chart.theme)
        width = Double(chart.size.width)
        margin = min(36, width * 0.032)
        textSize = min(max(13 * (width / 680).squareRoot(), 11), 40)
    }

    func compose() throws(DiagramError) -> Scene {
        let inner = width - 2 * margin
        var groups: [Scene.Group] = []
        var y = margin
        func add(_ text: String, size: Double, bold: Bool, color: Color, lines: Int, kind: String) {
            guard !Label.clean(text).isEmpty else { return }
            let label = Label(text, size: size, bold: bold, maxWidth: inner, maxLines: lines)
            let block = TextBlock(label, kind: kind, color: color, left: margin, top: y)
            groups.append(block.group)
            y = block.frame.maxY + textSize * 0.5
        }
        add(
            chart.title, size: max(textSize * 1.6, 20), bold: true, color: palette.text, lines: 2,
            kind: "title")
        add(
            chart.subtitle, size: textSize * 1.05, bold: false, color: palette.mutedText, lines: 2,
            kind: "subtitle")
        y += textSize * 0.8

        let caption = Label(chart.caption, size: textSize, maxWidth: inner, maxLines: 3)
        let hasCaption = !Label.clean(chart.caption).isEmpty
        let footer = (hasCaption ? caption.extent.height + textSize * 1.1 : 0) + margin * 0.8
        let panels = panels()
        let columns = columns(of: panels.count)
        let rows = (panels.count + columns - 1) / columns
        let gap = Size(width: textSize * 1.8, height: textSize * 1.6)
        let panelWidth = (inner - gap.width * Double(columns - 1)) / Double(columns)
        let natural = panels.count == 1 ? min(panelWidth * 0.55, 560) : panelWidth * 0.78
        let panelHeight =
            chart.size.height.map {
                (Double($0) - y - footer - gap.height * Double(rows - 1)) / Double(rows)
            } ?? natural
        guard panelHeight >= textSize * 6, panelWidth >= textSize * 7 else { throw .tooSmall(chart.size) }

        let scale = ValueScale(chart, isPercent: isPercent, height: panelHeight / textSize)
        for (index, panel) in panels.enumerated() {
            let frame = Rectangle(
                x: margin + Double(index % columns) * (panelWidth + gap.width),
                y: y + Double(index / columns) * (panelHeight + gap.height), width: panelWidth,
                height: panelHeight)
            let plot = Plot(
                chart: chart, series: panel, frame: frame, scale: scale, palette: palette, textSize: textSize,
                isAlone: panels.count == 1)
            groups += plot.groups()
        }
        y += Double(rows) * panelHeight + Double(rows - 1) * gap.height
        if hasCaption {
            let block = TextBlock(
                caption, kind: "caption", color: palette.mutedText, left: margin, top: y + textSize * 1.1)
            groups.append(block.group)
        }
        let title = Label.clean(chart.title)
        let height = chart.size.height.map(Double.init) ?? (y + footer).rounded(.up)
        return Scene(
            size: Size(width: width, height: height), background: palette.background, kind: "chart",
            title: title.isEmpty ? "Chart" : title, summary: ChartSummary(chart, isPercent: isPercent).text,
            groups: groups)
    }

    private var isPercent: Bool {
        if case .shares = chart.content { true } else { false }
    }

    /// A series keeps its colour in whatever panel it stands.
    private func panels() -> [[Plot.Painted]] {
        let painted = chart.series.enumerated().map { index, series in
            Plot.Painted(series: series, order: index, color: color(series, index))
        }
        return chart.isInMultiples ? painted.map { [$0] } : [painted]
    }

    private func color(_ series: Chart.Series, _ index: Int) -> Color {
        // In charts of their own nothing has to be told apart.
        if chart.isInMultiples, chart.theme == .print { return palette.mutedText }
        if let type = series.type { return palette.column(type) }
        return palette.series[chart.isInMultiples ? 0 : index % palette.series.count]
    }

    private func columns(of count: Int) -> Int {
        let fitting = max(1, Int((width - 2 * margin) / (textSize * 15)))
        if count == 4 { return min(fitting, 2) }
        return min(count, fitting)
    }
}
