import KGModel
import KnowledgeGraph

/// GEXF 1.3 with the dates at which nodes and pairs were named, as spells. Source: https://gexf.net/schema.html.
public enum GEXF: ExportFormat {
    public static let name = "gexf"
    public static let summary = "Gephi with its timeline, networkx"
    public static let parts: SubgraphContent.Parts = [.names, .dates]

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        out.write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
              <graph defaultedgetype="undirected" mode="dynamic" timeformat="date" timerepresentation="interval">

            """)
        writeAttributes("node", Column.ofNodes, &out)
        writeAttributes("edge", Column.ofEdges, &out)
        let spells = graph.content.dates.map(Self.spell)
        out.write("    <nodes>\n")
        out.writeEach(of: graph.nodes.count) { index, out in
            let node = graph.nodes[index]
            out.write("      <node id=\"")
            out.write(xml: node.id)
            out.write("\" label=\"")
            out.write(xml: node.name)
            out.write("\">")
            writeValues(Column.ofNodes, graph, index, &out)
            writeSpells(graph.content.nodes[index].days, spells, &out)
            let color = TypeColors.rgb(node.type)
            out.write("<viz:color r=\"\(color.red)\" g=\"\(color.green)\" b=\"\(color.blue)\"/></node>\n")
        }
        out.write("    </nodes>\n    <edges>\n")
        out.writeEach(of: graph.edges.count) { index, out in
            let edge = graph.edges[index]
            out.write("      <edge id=\"\(index)\" source=\"")
            out.write(xml: graph.nodes[edge.a].id)
            out.write("\" target=\"")
            out.write(xml: graph.nodes[edge.b].id)
            out.write("\" weight=\"\(edge.weight)\">")
            writeValues(Column.ofEdges, graph, index, &out)
            writeSpells(graph.content.edges[index].days, spells, &out)
            out.write("</edge>\n")
        }
        out.write("    </edges>\n  </graph>\n</gexf>\n")
        return Export([ExportFile("graph.gexf", out)])
    }

    private static func writeAttributes(_ of: String, _ columns: [Column], _ out: inout TextWriter) {
        out.write("    <attributes class=\"\(of)\" mode=\"static\">\n")
        for (index, column) in columns.enumerated() {
            let type =
                switch column.kind {
                case .integer: "integer"
                case .number: "double"
                case .text, .texts: "string"
                }
            out.write("      <attribute id=\"\(index)\" title=\"\(column.name)\" type=\"\(type)\"/>\n")
        }
        out.write("    </attributes>\n")
    }

    private static func writeValues(
        _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        out.write("<attvalues>")
        for (number, column) in columns.enumerated() {
            guard let value = column.value(graph, index) else { continue }
            out.write("<attvalue for=\"\(number)\" value=\"")
            out.write(xml: value.joined)
            out.write("\"/>")
        }
        out.write("</attvalues>")
    }

    private static func writeSpells(
        _ days: [SubgraphContent.Day], _ spells: [String], _ out: inout TextWriter
    ) {
        guard !days.isEmpty else { return }
        out.write("<spells>")
        for day in days { out.write(spells[day.date]) }
        out.write("</spells>")
    }

    /// The days that a date of any precision stands for.
    private static func spell(_ date: String) -> String {
        let start: String
        let end: String
        switch date.utf8.count {
        case 4: (start, end) = (date + "-01-01", date + "-12-31")
        case 7: (start, end) = (date + "-01", date + "-\(lastDay(ofMonth: date))")
        default: (start, end) = (date, date)
        }
        return "<spell start=\"\(start)\" end=\"\(end)\"/>"
    }

    /// Of the Gregorian calendar.
    static func lastDay(ofMonth date: String) -> Int {
        let parts = date.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return 28 }
        switch parts[1] {
        case 2: return parts[0] % 4 == 0 && (parts[0] % 100 != 0 || parts[0] % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
}
