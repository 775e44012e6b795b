/// How large a picture is, in pixels.
public struct PictureSize: Sendable, Hashable {
    public var width: Int
    /// Nil where the height follows from what there is to show.
    public var height: Int?

    public init(width: Int, height: Int? = nil) {
        self.width = width
        self.height = height
    }

    /// A column of a web page or a mail: 680 pixels wide, as high as needed.
    public static let column = PictureSize(width: 680)
    /// What sites show where a post is shared: 1200 × 630.
    public static let card = PictureSize(width: 1200, height: 630)

    /// The sides that a picture may have.
    public static let sides = 240...10_000

    /// Reads `680`, `1200x630` (also with `×`), `column` or `card`; nil for anything else.
    public init?(_ text: String) {
        switch text.lowercased() {
        case "column": self = .column
        case "card": self = .card
        default:
            let sides = text.lowercased().split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
                .map { Int($0) }
            guard (1...2).contains(sides.count), let width = sides[0] else { return nil }
            if sides.count == 2, sides[1] == nil { return nil }
            self.init(width: width, height: sides.count == 2 ? sides[1] : nil)
        }
    }

    /// Throws for sides that no picture has.
    func check() throws(DiagramError) {
        guard Self.sides.contains(width) else { throw .width(width) }
        if let height, !Self.sides.contains(height) { throw .height(height) }
    }
}
