/// Why a diagram could not be drawn.
public enum DiagramError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The subgraph has no nodes.
    case empty
    /// The picture's width in pixels lies outside `Diagram.widths`.
    case width(Int)
    /// The picture would be this many pixels high, more than a picture file can hold.
    case height(Int)
    /// Graphviz refused; the text is its own message.
    case graphviz(String)

    public var description: String {
        switch self {
        case .empty:
            "there is nothing to draw: the graph has no nodes"
        case .width(let width):
            "a picture \(width) px wide cannot be drawn: choose "
                + "\(Diagram.widths.lowerBound) to \(Diagram.widths.upperBound) px"
        case .height(let height):
            "the picture would be \(height) px high: draw fewer nodes or a wider picture"
        case .graphviz(let message):
            "Graphviz: \(message)"
        }
    }
}
