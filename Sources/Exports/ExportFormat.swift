import KnowledgeGraph

/// A file format in which a graph can leave the program.
///
///     let content = try graph.content(of: part, parts: GraphML.parts)
///     let export = GraphML.export(ExportGraph(content))
///
/// What is written depends on the content alone: the same graph gives the same bytes.
public protocol ExportFormat: Sendable {
    /// The word on the command line.
    static var name: String { get }
    /// What reads it, in a few words.
    static var summary: String { get }
    /// What it writes beyond the figures.
    static var parts: SubgraphContent.Parts { get }
    /// Whether it is a folder of files.
    static var isFolder: Bool { get }

    static func export(_ graph: ExportGraph) -> Export
}

extension ExportFormat {
    public static var parts: SubgraphContent.Parts { .names }
    public static var isFolder: Bool { false }
}

/// What a format made of a graph.
public struct Export: Sendable {
    /// The first is the one that goes to standard output; never empty.
    public var files: [ExportFile]
    /// What the format could not take, a sentence each.
    public var notes: [String]
    /// Whether its files carry a `NoteSignature`: what others wrote in the folder, or changed, is then left as it is,
    /// and files of former exports that this one does not have go.
    var isSigned = false

    public init(_ files: [ExportFile], notes: [String] = []) {
        self.files = files
        self.notes = notes
    }
}

public struct ExportFile: Sendable {
    /// Path within the export, with `/` between its parts: `edges.csv`.
    public var name: String
    /// UTF-8, in pieces that follow each other.
    public var pieces: [[UInt8]]

    public var bytes: [UInt8] { Array(pieces.joined()) }
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public init(_ name: String, _ writer: TextWriter) {
        self.name = name
        pieces = writer.allPieces
    }
}

/// All formats that there are.
public enum ExportFormats {
    /// In the order of help and README.
    public static let all: [any ExportFormat.Type] = [
        GraphML.self, GEXF.self, NodeLinkJSON.self, CytoscapeJSON.self, GML.self, Pajek.self,
        GephiTables.self, Neo4jTables.self, Cypher.self, Turtle.self, JSONLD.self, DOT.self, Mermaid.self,
        BibTeX.self, CSLJSON.self, ObsidianVault.self, Explorer.self,
    ]

    public static func named(_ name: String) -> (any ExportFormat.Type)? {
        all.first { $0.name == name.lowercased() }
    }
}
