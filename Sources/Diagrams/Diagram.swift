import KnowledgeGraph

/// A picture of a piece of the graph: nodes coloured by type, edges as wide as they are strong,
/// with title, legend and caption.
///
///     let diagram = Diagram(subgraph, title: "What stands next to BERT")
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
    }

    /// Which of Graphviz's layout engines finds the nodes' places.
    ///
    /// `fdp` is missing: it orders edges by their addresses in memory, so no two pictures are the same.
    public enum Layout: String, CaseIterable, Sendable {
        /// Layers, from left to right.
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
    }

    /// The widths a picture may have, in pixels.
    public static let widths = 240...10_000

    public var subgraph: Subgraph
    /// Stands above the picture; empty for none.
    public var title: String
    public var layout: Layout
    public var theme: Theme
    /// In pixels. The height follows from what there is to show.
    public var width: Int

    public init(
        _ subgraph: Subgraph, title: String, layout: Layout = .neato, theme: Theme = .light, width: Int = 1200
    ) {
        self.subgraph = subgraph
        self.title = title
        self.layout = layout
        self.theme = theme
        self.width = width
    }

    /// Draws the picture.
    ///
    /// - Returns: the bytes of a file. PNG has exactly `width` pixels in a row; SVG and PDF have the same
    ///   size in CSS pixels and points.
    public func render(_ format: Format) throws(DiagramError) -> [UInt8] {
        let picture = try compose()
        switch format {
        case .svg:
            return Array(SVGWriter.write(picture.scene).utf8)
        case .dot:
            return Array(DOTWriter.write(picture, diagram: self).utf8)
        case .png:
            guard picture.scene.size.height <= Self.maxBitmapHeight else {
                throw .height(Int(picture.scene.size.height))
            }
            return try XDotWriter.render(picture.scene, format: "png:cairo")
        case .pdf:
            return PDFDate.removed(from: try XDotWriter.render(picture.scene, format: "pdf:cairo"))
        }
    }

    /// Cairo draws no bitmap that is higher.
    private static let maxBitmapHeight = 32_000.0

    /// Everything about the picture but the file format.
    func compose() throws(DiagramError) -> Picture {
        guard !subgraph.nodes.isEmpty else { throw .empty }
        guard Self.widths.contains(width) else { throw .width(width) }
        return try Composer(self).compose()
    }
}
