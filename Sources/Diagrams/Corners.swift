import KGModel

/// The shape of a node's corners: a second sign of its type, beside the colour.
enum Corners: Sendable {
    /// Half a circle at each end: people and organizations.
    case pill
    /// Slightly round: what one can run.
    case soft
    /// Nearly square, like a sheet: what one can read.
    case square
    /// Cut off: where it was published.
    case cut

    func corner(height: Double, textSize: Double) -> Scene.Corner {
        switch self {
        case .pill: .round(min(height / 2, textSize * 1.3))
        case .soft: .round(textSize * 0.45)
        case .square: .round(textSize * 0.1)
        case .cut: .cut(min(height * 0.3, textSize * 0.6))
        }
    }
}

extension EntityType {
    var corners: Corners {
        switch self {
        case .model, .library: .soft
        case .dataset, .paper: .square
        case .person, .organization: .pill
        case .venue: .cut
        }
    }
}

extension Scene.Corner {
    /// The corner of an outline that runs `distance` pixels outside.
    func grown(by distance: Double) -> Scene.Corner {
        switch self {
        case .round(let radius): .round(radius + distance)
        case .cut(let length): .cut(length + distance * 0.586)  // 2 - √2: the same distance on the slant
        }
    }
}
