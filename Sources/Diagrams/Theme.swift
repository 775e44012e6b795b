import KGModel

extension Diagram {
    /// The colours of a picture.
    public enum Theme: String, CaseIterable, Sendable {
        /// For a white page.
        case light
        /// For a dark page.
        case dark
    }
}

/// An opaque colour.
struct Color: Sendable, Hashable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    /// From `0xRRGGBB`.
    init(_ rgb: UInt32) {
        red = UInt8(truncatingIfNeeded: rgb >> 16)
        green = UInt8(truncatingIfNeeded: rgb >> 8)
        blue = UInt8(truncatingIfNeeded: rgb)
    }

    /// `#rrggbb`.
    var hex: String {
        "#"
            + [red, green, blue].map { byte in
                let digits = String(byte, radix: 16)
                return byte < 16 ? "0" + digits : digits
            }.joined()
    }

    /// The colour `share` (0 to 1) of the way to another.
    func mixed(with other: Color, share: Double) -> Color {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8((Double(a) + (Double(b) - Double(a)) * min(max(share, 0), 1)).rounded())
        }
        var color = self
        color.red = mix(red, other.red)
        color.green = mix(green, other.green)
        color.blue = mix(blue, other.blue)
        return color
    }
}

/// What a theme paints each thing with.
struct Palette: Sendable {
    var background: Color
    var text: Color
    /// Legend and caption.
    var mutedText: Color
    /// Labels of nodes: at least 4.5:1 against every fill.
    var label: Color
    /// The border of an asked-for node.
    var emphasis: Color
    var weakEdge: Color
    var strongEdge: Color
    private var fills: [EntityType: Color]

    func fill(_ type: EntityType) -> Color { fills[type] ?? Color(0xDDDDDD) }

    /// The border of an ordinary node: its fill, darker.
    func border(_ type: EntityType) -> Color { fill(type).mixed(with: label, share: 0.38) }

    /// Colour and width in pixels of an edge of a strength (0 to 1).
    func ink(_ strength: Double, textSize: Double) -> (color: Color, width: Double) {
        (weakEdge.mixed(with: strongEdge, share: strength), (0.9 + 5.1 * strength) * textSize / 16)
    }

    init(_ theme: Diagram.Theme) {
        label = Color(0x10151C)
        fills = Self.light
        switch theme {
        case .light:
            background = Color(0xFFFFFF)
            text = Color(0x1B2430)
            mutedText = Color(0x566170)
            emphasis = Color(0x10151C)
            weakEdge = Color(0xD3D8DF)
            strongEdge = Color(0x4D5866)
        case .dark:
            background = Color(0x14181F)
            text = Color(0xEEF1F5)
            mutedText = Color(0xA6B0BD)
            emphasis = Color(0xFFFFFF)
            weakEdge = Color(0x343C48)
            strongEdge = Color(0xA3AEBC)
        }
    }

    /// Paul Tol's "light" scheme, made for dark labels on coloured cells and safe for the colour-blind.
    /// Source: Tol, "Colour Schemes", SRON/EPS/TN/09-002, issue 3.2, 2021.
    private static let light: [EntityType: Color] = [
        .model: Color(0x77AADD),
        .library: Color(0x44BB99),
        .dataset: Color(0xEEDD88),
        .paper: Color(0xDDDDDD),
        .person: Color(0xFFAABB),
        .organization: Color(0xEE8866),
        .venue: Color(0xBBCC33),
    ]
}
