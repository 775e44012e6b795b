/// A finished picture as marks on a page: what every file format writes.
struct Scene: Sendable {
    var size: Size
    var background: Color
    /// What the picture is, for programs that read it again: `diagram` or `chart`.
    var kind: String
    /// Facts about the picture for such programs, in order.
    var data: [(name: String, value: String)] = []
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
        /// Facts for programs, in order.
        var data: [(name: String, value: String)] = []
        /// Shown when the pointer rests on it.
        var tooltip: String?
        /// Where a click leads.
        var link: String?
        var marks: [Mark]
    }

    enum Mark: Sendable {
        case box(Box)
        case line(Line)
        case area(Area)
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

    /// A line of curves, with gaps where it passes behind something.
    struct Line: Sendable {
        var curves: [Curve]
        var color: Color
        var width: Double

        init(_ curves: [Curve], ink: (color: Color, width: Double)) {
            self.curves = curves
            color = ink.color
            width = ink.width
        }

        /// A chain of straight lines through points.
        init(through points: [Point], ink: (color: Color, width: Double)) {
            self.init(zip(points, points.dropFirst()).map { Curve(line: $0, $1) }, ink: ink)
        }
    }

    /// A filled polygon.
    struct Area: Sendable {
        var points: [Point]
        var color: Color
        /// 0 for nothing to see, to 1.
        var opacity = 1.0
    }

    struct Text: Sendable {
        enum Anchor: String, Sendable { case start, middle, end }
        var content: String
        /// On the baseline.
        var origin: Point
        var anchor: Anchor
        var size: Double
        var isBold: Bool
        var color: Color
        /// Anchors are those of the page: `start` is left also then.
        var isRightToLeft = false
    }
}
