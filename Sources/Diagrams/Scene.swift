/// A finished picture as marks on a page: what every file format writes.
struct Scene: Sendable {
    var size: Size
    var background: Color
    /// For readers who cannot see the picture.
    var title: String
    var summary: String
    /// In painting order.
    var groups: [Group]

    /// Marks that stand for one thing.
    struct Group: Sendable {
        /// Words for style sheets: `node model`.
        var kind: String
        /// Identifies an entity: `model:BERT`.
        var name: String?
        /// Shown when the pointer rests on it.
        var tooltip: String?
        var marks: [Mark]
    }

    enum Mark: Sendable {
        case box(Box)
        case line(Line)
        case text(Text)
    }

    struct Box: Sendable {
        var frame: Rectangle
        var corner: Corner
        var fill: Color
        var stroke: Color?
        var strokeWidth = 0.0
    }

    enum Corner: Sendable, Hashable {
        /// Round, with a radius in pixels.
        case round(Double)
        /// Cut off, by this many pixels.
        case cut(Double)
    }

    /// A straight line, with gaps where it passes behind something.
    struct Line: Sendable {
        var segments: [Segment]
        var color: Color
        var width: Double

        init(segments: [Segment], ink: (color: Color, width: Double)) {
            self.segments = segments
            color = ink.color
            width = ink.width
        }
    }

    struct Segment: Sendable, Hashable {
        var start: Point
        var end: Point
    }

    struct Text: Sendable {
        enum Anchor: Sendable { case start, middle }
        var content: String
        /// On the baseline.
        var origin: Point
        var anchor: Anchor
        var size: Double
        var isBold: Bool
        var color: Color
    }
}
