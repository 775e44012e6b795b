import KnowledgeGraph

/// A table of nodes or edges as CSV (RFC 4180): a head, then a row for each, the columns that are a format's own
/// before those that all formats have.
struct GraphTable {
    private(set) var text = TextWriter()
    private let columns: [Column]
    /// Several texts in one cell.
    private let list: @Sendable ([String]) -> String

    init(
        _ own: [String], _ columns: [Column], heading: (Column) -> String,
        list: @escaping @Sendable ([String]) -> String
    ) {
        self.columns = columns
        self.list = list
        text.write((own + columns.map(heading)).joined(separator: ",") + "\r\n")
    }

    /// - Parameter own: writes the cells that are the format's own.
    mutating func writeRows(
        of count: Int, _ graph: ExportGraph, own: @Sendable (Int, inout TextWriter) -> Void
    ) {
        let (columns, list) = (columns, list)
        text.writeEach(of: count) { index, out in
            own(index, &out)
            for column in columns {
                out.write(",")
                switch column.value(graph, index) {
                case .integer(let number)?: out.write(number)
                case .texts(let texts)?: out.write(cell: list(texts))
                case .text(let text)?: out.write(cell: text)
                case let number?: out.write(number.joined)
                case nil: break
                }
            }
            out.write("\r\n")
        }
    }

    /// Rows of what has no figures: the other columns stay empty.
    mutating func writeRelations(
        _ graph: ExportGraph, own: (SubgraphContent.Relation, inout TextWriter) -> Void
    ) {
        let rest = String(repeating: ",", count: columns.count) + "\r\n"
        for one in graph.content.relations {
            own(one, &text)
            text.write(rest)
        }
    }
}

extension TextWriter {
    mutating func write(cells a: Int, _ b: Int, of graph: ExportGraph) {
        write(cell: graph.nodes[a].id)
        write(",")
        write(cell: graph.nodes[b].id)
    }

    /// A text as a field of CSV (RFC 4180). Spreadsheets run what begins like a formula: such a text gets an
    /// apostrophe before it. Source: OWASP, "CSV injection".
    mutating func write(cell text: String) {
        var guarded = text
        switch text.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠": guarded = "'" + text
        default: break
        }
        guard guarded.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
            return write(guarded)
        }
        write("\"")
        for byte in guarded.utf8 {
            if byte == UInt8(ascii: "\"") { write("\"") }
            write(byte: byte)
        }
        write("\"")
    }
}
