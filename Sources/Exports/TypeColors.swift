import KGModel

/// Colours of the types, for formats that carry colours; text on them is black.
///
/// Told apart by people who see no red or green. Source of the hues: M. Okabe and K. Ito, "Color universal
/// design", 2008, lightened.
enum TypeColors {
    static func rgb(_ type: EntityType) -> (red: Int, green: Int, blue: Int) {
        switch type {
        case .model: (120, 190, 235)
        case .library: (240, 185, 80)
        case .dataset: (90, 195, 160)
        case .paper: (245, 232, 120)
        case .person: (222, 165, 200)
        case .organization: (240, 150, 105)
        case .venue: (200, 200, 200)
        }
    }

    /// `#78beeb`.
    static func hex(_ type: EntityType) -> String {
        let color = rgb(type)
        return "#"
            + [color.red, color.green, color.blue].map { part in
                (part < 16 ? "0" : "") + String(part, radix: 16)
            }.joined()
    }
}
