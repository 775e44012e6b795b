import KGModel
import KnowledgeGraph

/// The file formats in which a graph can leave the program.
public enum GraphFormat: String, Sendable, CaseIterable {
    /// Graphviz's language.
    case dot
    /// Node-link JSON, as networkx and D3 read it.
    case json
    /// Two tables, nodes and edges.
    case csv

    /// A file of an export; several where the format needs them.
    public struct File: Sendable {
        /// `edges.csv`; the first file of an export is the one that goes to standard output.
        public var name: String
        public var text: String
    }

    public func files(_ graph: Subgraph) -> [File] {
        switch self {
        case .dot: [File(name: "graph.dot", text: DOTExport.text(graph))]
        case .json: [File(name: "graph.json", text: JSONExport.text(graph))]
        case .csv:
            [
                File(name: "edges.csv", text: CSVExport.edges(graph)),
                File(name: "nodes.csv", text: CSVExport.nodes(graph)),
            ]
        }
    }
}
