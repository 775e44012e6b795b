import KGModel
import KnowledgeGraph

/// A picture of a piece of the graph: nodes coloured by type, edges as wide as they are strong,
/// with title, legend and caption.
///
///     let diagram = Diagram(subgraph, title: "What stands next to BERT", size: .column)
///     let bytes = try diagram.render(.svg)
///
/// The same subgraph gives the same picture on every machine: labels are measured with a table of
/// character widths, not with the fonts that happen to be installed.
public struct Diagram: Sendable {
    /// A file format.
    public enum Format: String, CaseIterable, Sendable {
        case svg, png, pdf
        /// Graphviz's source, with the nodes' places: `dot -Tsvg` draws about the same picture from it.
        case dot
        /// The nodes' places, to draw the next picture by.
        case json
    }

    /// How the nodes' places are found: by one of Graphviz's engines, or in columns.
    ///
    /// `fdp` is missing: it orders edges by their addresses in memory, so no two pictures are the same.
    public enum Layout: String, CaseIterable, Sendable {
        /// Layers, from left to right; in a narrow picture from top to bottom.
        case dot
        /// Stress majorization: distances tell how near two nodes stand in the graph. The best choice
        /// for the surroundings of a name and for the core of a graph.
        case neato
        /// Springs, for large graphs.
        case sfdp
        /// Rings around the names that were asked for.
        case twopi
        /// Circles.
        case circo
        /// Two columns: the type of `Diagram.leftType` against all others.
        case columns
    }

    public var subgraph: Subgraph
    /// Stands above the picture; empty for none.
    public var title: String
    public var layout: Layout
    public var theme: Theme
    public var size: PictureSize
    /// Where the nodes stood in an earlier picture; they stay there, new ones are placed beside their neighbours.
    public var places: SavedLayout?
    /// The type of the left column; nil for that of the first node.
    public var leftType: EntityType?
    /// What tooltips quote, and where a click leads; SVG only.
    public var evidence = DiagramEvidence()
    /// What the texts state, drawn along the edges.
    public var arrows: [Arrow] = []
    /// Pixels of a bitmap for each pixel of the picture, 1 to 4.
    public var scale = 1

    public init(
        _ subgraph: Subgraph, title: String, layout: Layout = .neato, theme: Theme = .light,
        size: PictureSize = .column
    ) {
        self.subgraph = subgraph
        self.title = title
        self.layout = layout
        self.theme = theme
        self.size = size
    }

    /// Draws the picture.
    ///
    /// - Returns: the bytes of a file. PNG has exactly the pixels of `size` times `scale`; SVG and PDF have the
    ///   same size in CSS pixels and points.
    public func render(_ format: Format) throws(DiagramError) -> [UInt8] {
        let picture = try compose()
        switch format {
        case .dot: return Array(DOTWriter.write(picture, diagram: self).utf8)
        case .json: return Array(SavedLayout(picture).json.utf8)
        case .svg, .png, .pdf: return try picture.scene.rendered(format, scale: scale)
        }
    }

    /// A paragraph that says what the picture shows, for readers who cannot see it.
    public func alternativeText() throws(DiagramError) -> String { try compose().scene.summary }

    /// The edges that the picture shows, for those who look up what they rest on.
    public func drawnEdges() -> [Subgraph.Edge] {
        Links(subgraph, arrows: Arrows(arrows, subgraph)).drawn.map(\.edge)
    }

    /// Everything about the picture but the file format.
    func compose() throws(DiagramError) -> Picture {
        guard !subgraph.nodes.isEmpty else { throw .empty }
        try size.check()
        return try Composer(self).compose()
    }
}

extension Scene {
    /// Cairo draws no bitmap that is higher or wider.
    private static let mostPixels = 32_000.0

    /// The scene as a file; `dot` and `json` are not for scenes.
    func rendered(_ format: Diagram.Format, scale: Int) throws(DiagramError) -> [UInt8] {
        switch format {
        case .svg, .dot, .json:
            return Array(SVGWriter.write(self).utf8)
        case .png:
            guard (1...4).contains(scale) else { throw .scale(scale) }
            let longest = max(size.width, size.height) * Double(scale)
            guard longest <= Self.mostPixels else { throw .tooHigh(Int(longest)) }
            return try XDotWriter.render(self, format: "png:cairo", scale: scale)
        case .pdf:
            return PDFDate.removed(from: try XDotWriter.render(self, format: "pdf:cairo", scale: 1))
        }
    }
}
