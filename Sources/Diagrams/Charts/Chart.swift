import KGModel

/// A picture of figures through time: shares as lines with their intervals, or counts as columns.
///
///     let chart = Chart(.counts(series), periods: ["2020-01", "2020-02"], title: "What the issues name")
///     let bytes = try chart.render(.svg)
///
/// In the themes and sizes of diagrams, and like them the same on every machine.
public struct Chart: Sendable {
    /// A figure of one period.
    public struct Value: Sendable, Hashable {
        public var value: Double
        /// What it may as well be, both ends included; nil for a plain count.
        public var interval: ClosedRange<Double>?
        /// Said of it in words: `5 of 8 issues`.
        public var note: String

        public init(_ value: Double, interval: ClosedRange<Double>? = nil, note: String = "") {
            self.value = value
            self.interval = interval
            self.note = note
        }
    }

    /// Figures of one thing through time.
    public struct Series: Sendable {
        public var name: String
        /// Gives the colour of that type; nil for one of the theme's own.
        public var type: EntityType?
        /// One for each period; nil where there is nothing to count.
        public var values: [Value?]

        public init(name: String, type: EntityType? = nil, values: [Value?]) {
            self.name = name
            self.type = type
            self.values = values
        }
    }

    /// What is drawn, and how.
    public enum Content: Sendable {
        /// Shares from 0 to 1.
        case shares([Series])
        /// Counts, piled up.
        case counts([Series])
    }

    /// A file format of charts.
    public enum Format: String, CaseIterable, Sendable { case svg, png, pdf }

    public var content: Content
    /// `2020-03`, `2020-Q1`, `2020` or `2020-03-09`, without gaps.
    public var periods: [String]
    /// Stands above the picture; empty for none.
    public var title: String
    /// Says under the title what is counted.
    public var subtitle: String
    /// Stands below: over what it is counted, and what is missing.
    public var caption: String
    public var theme: Diagram.Theme
    public var size: PictureSize
    /// A small chart for each series, side by side; else all in one.
    public var isInMultiples = false
    /// Pixels of a bitmap for each pixel of the picture, 1 to 4.
    public var scale = 1

    public init(
        _ content: Content, periods: [String], title: String, subtitle: String = "", caption: String = "",
        theme: Diagram.Theme = .light, size: PictureSize = .column
    ) {
        self.content = content
        self.periods = periods
        self.title = title
        self.subtitle = subtitle
        self.caption = caption
        self.theme = theme
        self.size = size
    }

    public func render(_ format: Format) throws(DiagramError) -> [UInt8] {
        let scene = try compose()
        switch format {
        case .svg: return try scene.rendered(.svg, scale: scale)
        case .png: return try scene.rendered(.png, scale: scale)
        case .pdf: return try scene.rendered(.pdf, scale: scale)
        }
    }

    /// A paragraph that says what the picture shows, for readers who cannot see it.
    public func alternativeText() throws(DiagramError) -> String { try compose().summary }

    var series: [Series] {
        switch content {
        case .shares(let series), .counts(let series): series
        }
    }

    func compose() throws(DiagramError) -> Scene {
        guard !periods.isEmpty, series.contains(where: { $0.values.contains { $0 != nil } }) else {
            throw .empty
        }
        try size.check()
        return try ChartComposer(self).compose()
    }
}
