/// Why a diagram could not be drawn.
public enum DiagramError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The subgraph has no nodes.
    case empty
    /// The picture's width or height in pixels lies outside `PictureSize.sides`.
    case width(Int)
    case height(Int)
    /// The picture would have this many pixels on a side, more than a picture file can hold.
    case tooHigh(Int)
    /// Not even two nodes fit into the size that was asked for.
    case tooSmall(PictureSize)
    /// The scale of a bitmap is not 1 to 4.
    case scale(Int)
    /// Graphviz refused; the text is its own message.
    case graphviz(String)

    public var description: String {
        switch self {
        case .empty:
            "there is nothing to draw: the graph has no nodes"
        case .width(let side):
            "a picture \(side) px wide cannot be drawn: choose \(Self.sides) px"
        case .height(let side):
            "a picture \(side) px high cannot be drawn: choose \(Self.sides) px"
        case .tooHigh(let side):
            "the picture would have \(side) px on one side: draw fewer nodes, a wider picture or a smaller --scale"
        case .tooSmall(let size):
            "nothing fits into \(size.width)x\(size.height ?? 0) px: choose a larger size or a shorter title"
        case .scale(let scale):
            "a bitmap \(scale) times as large cannot be drawn: choose 1 to 4"
        case .graphviz(let message):
            "Graphviz: \(message)"
        }
    }

    private static let sides = "\(PictureSize.sides.lowerBound) to \(PictureSize.sides.upperBound)"
}
