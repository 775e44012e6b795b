/// A composed picture, before it is written in a format.
struct Picture: Sendable {
    var scene: Scene
    /// In the order of the subgraph.
    var nodes: [PlacedNode]
    var links: Links
    var caption: String
    /// Where the title, the legend and the caption stand; for those that the picture has.
    var furniture: [Rectangle]
}

/// A node with its place.
struct PlacedNode: Sendable {
    var frame: Rectangle
    var label: Label
    /// Whether it was asked for and therefore stands out.
    var isEmphasized: Bool
}
