import KGModel

extension Diagram {
    /// The colours of a picture.
    public enum Theme: String, CaseIterable, Sendable {
        /// For a white page.
        case light
        /// For a dark page.
        case dark
        /// Greys alone, for paper: types differ by the shape of their corners and by white or grey.
        case print
        /// Hues that people with any colour vision tell apart, strongly inked.
        case colourBlindSafe = "colour-blind-safe"

        /// Reads the name of a theme in either spelling.
        public init?(name: String) {
            self.init(rawValue: name.lowercased().replacing("color", with: "colour"))
        }
    }
}

/// What a theme paints each thing with.
struct Palette: Sendable {
    var background: Color
    var text: Color
    /// Legend, caption and axes.
    var mutedText: Color
    /// Labels of nodes: at least 4.5:1 against every fill.
    var label: Color
    /// Lines of a chart's grid.
    var rule: Color
    var weakEdge: Color
    var strongEdge: Color
    /// How much of its hue is in a node's fill, and how much of the page is in its border.
    private var tint: Double
    private var fade: Double
    private var hues: [EntityType: Color]
    private var greys: Set<EntityType>?

    /// The type's own colour, as lines of a chart have it.
    func hue(_ type: EntityType) -> Color { hues[type] ?? mutedText }

    /// The inside of an ordinary node.
    func fill(_ type: EntityType) -> Color {
        if let greys { return greys.contains(type) ? Color(0xE2E2E2) : background }
        return background.mixed(with: hue(type), share: tint)
    }

    /// The columns of a chart.
    func column(_ type: EntityType) -> Color {
        guard greys != nil else { return hue(type).mixed(with: background, share: 0.15) }
        // From black to light grey, dark and light in turn.
        let steps: [EntityType: UInt32] = [
            .model: 0x1A1A1A, .library: 0xA8A8A8, .dataset: 0x555555, .paper: 0xCFCFCF, .person: 0x333333,
            .organization: 0xBBBBBB, .venue: 0x777777,
        ]
        return Color(steps[type] ?? 0x777777)
    }

    /// The border of an ordinary node.
    func border(_ type: EntityType) -> Color { hue(type).mixed(with: background, share: fade) }

    /// The inside and the label of a node that was asked for.
    func emphasis(_ type: EntityType) -> (fill: Color, label: Color) {
        let fill = hue(type)
        let choices = [Color(0xFFFFFF), Color(0x10151C)]
        let best = choices.max { $0.contrast(with: fill) < $1.contrast(with: fill) }
        return (fill, best ?? label)
    }

    /// Colour and width in pixels of an edge of a strength (0 to 1).
    func ink(_ strength: Double, textSize: Double) -> (color: Color, width: Double) {
        (weakEdge.mixed(with: strongEdge, share: strength), (1 + 4.6 * strength) * textSize / 16)
    }

    /// Colours for lines that are no types, in the order in which they are given out. With more lines than
    /// colours they begin again.
    var series: [Color]

    init(_ theme: Diagram.Theme) {
        switch theme {
        case .light:
            background = Color(0xFFFFFF)
            text = Color(0x17202B)
            mutedText = Color(0x56616F)
            label = Color(0x17202B)
            rule = Color(0xE3E7EC)
            weakEdge = Color(0xC3CAD3)
            strongEdge = Color(0x3F4B5A)
            (tint, fade) = (0.16, 0.12)
            hues = Self.deep
            series = [0x2563A8, 0xB8441F, 0x17754B, 0x8247B8, 0x8A5D08, 0x0E7490, 0xA8326B].map(Color.init)
        case .dark:
            background = Color(0x14181F)
            text = Color(0xF0F3F7)
            mutedText = Color(0xA9B3C0)
            label = Color(0xF0F3F7)
            rule = Color(0x2B323D)
            weakEdge = Color(0x414B59)
            strongEdge = Color(0xB7C1CE)
            (tint, fade) = (0.24, 0.18)
            hues = Self.bright
            series = [0x74B3FF, 0xFF9A73, 0x57D49F, 0xCBA4FF, 0xE8C15A, 0x5BD0E6, 0xFF8FBF].map(Color.init)
        case .print:
            background = Color(0xFFFFFF)
            text = Color(0x000000)
            mutedText = Color(0x3D3D3D)
            label = Color(0x000000)
            rule = Color(0xD9D9D9)
            weakEdge = Color(0xB0B0B0)
            strongEdge = Color(0x202020)
            (tint, fade) = (0, 0)
            hues = [:]
            for type in EntityType.allCases { hues[type] = Color(0x262626) }
            greys = [.library, .paper, .organization]
            series = [0x000000, 0x5E5E5E, 0x8A8A8A, 0x3A3A3A, 0x737373, 0x1F1F1F, 0x4D4D4D].map(Color.init)
        case .colourBlindSafe:
            background = Color(0xFFFFFF)
            text = Color(0x111111)
            mutedText = Color(0x4F4F4F)
            label = Color(0x000000)
            rule = Color(0xE2E2E2)
            weakEdge = Color(0xBDBDBD)
            strongEdge = Color(0x303030)
            (tint, fade) = (0.36, 0)
            hues = Self.safe
            series = [0x0072B2, 0xD55E00, 0x009E73, 0x000000, 0xCC79A7, 0x56B4E9, 0xE69F00].map(Color.init)
        }
    }

    /// Dark enough to be written on in white.
    private static let deep: [EntityType: Color] = [
        .model: Color(0x2563A8), .library: Color(0x17754B), .dataset: Color(0x8A5D08),
        .paper: Color(0x56616F), .person: Color(0x8247B8), .organization: Color(0xB8441F),
        .venue: Color(0x5B6B0C),
    ]

    private static let bright: [EntityType: Color] = [
        .model: Color(0x74B3FF), .library: Color(0x57D49F), .dataset: Color(0xE8C15A),
        .paper: Color(0xB4BFCC), .person: Color(0xCBA4FF), .organization: Color(0xFF9A73),
        .venue: Color(0xC6D65A),
    ]

    /// Types of the same shape get hues that lie far apart. Source of the hues: M. Okabe and K. Ito, "Color
    /// Universal Design", 2008; their yellow is darkened, for it is a border here.
    private static let safe: [EntityType: Color] = [
        .model: Color(0x0072B2), .library: Color(0xD55E00), .dataset: Color(0xCDBB00),
        .paper: Color(0x555555), .person: Color(0x56B4E9), .organization: Color(0xE69F00),
        .venue: Color(0xCC79A7),
    ]
}
