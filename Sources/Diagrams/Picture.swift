import KnowledgeGraph

/// A composed picture, before it is written in a format.
struct Picture: Sendable {
    var scene: Scene
    /// What was drawn: the subgraph, without the nodes for which there was no room.
    var graph: Subgraph
    /// In the order of `graph`.
    var nodes: [PlacedNode]
    var links: Links
    var caption: String
    /// Where the title, the legend and the caption stand; for those that the picture has.
    var furniture: [Rectangle]
    /// Font size of an ordinary label, in pixels.
    var textSize: Double
}

/// A node with its place.
struct PlacedNode: Sendable {
    var frame: Rectangle
    var label: Label
    /// Whether it was asked for and therefore stands out.
    var isEmphasized: Bool
}

extension Subgraph {
    /// Whether nodes that were asked for stand out. Where everything was asked for, nothing does.
    func isEmphasized(_ node: Node) -> Bool { node.depth == 0 && nodes.contains { $0.depth != 0 } }
}

extension Subgraph.Node {
    /// The name in one clean line; a question mark for a name without anything to see.
    func displayName(maxLength: Int = 400) -> String {
        let name = Label.clean(self.name, maxLength: maxLength)
        return name.isEmpty ? "?" : name
    }
}
