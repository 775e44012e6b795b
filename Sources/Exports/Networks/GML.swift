import KnowledgeGraph

/// GML: ASCII, other characters as references, no label twice. Source: M. Himsolt, "GML: a portable graph file
/// format", 1997.
public enum GML: ExportFormat {
    public static let name = "gml"
    public static let summary = "networkx, igraph, yEd, Gephi"

    public static func export(_ graph: ExportGraph) -> Export {
        var out = TextWriter()
        out.write("graph [\n  directed 0\n")
        let labels = UniqueLabels(graph).labels
        out.writeEach(of: graph.nodes.count) { index, out in
            let node = graph.nodes[index]
            out.write("  node [\n    id \(index)\n    label ")
            write(quoted: labels[index], &out)
            out.write("\n    key ")
            write(quoted: node.id, &out)
            out.write("\n")
            writeValues(Column.ofNodes, graph, index, &out)
            out.write("  ]\n")
        }
        out.writeEach(of: graph.edges.count) { index, out in
            let edge = graph.edges[index]
            out.write(
                "  edge [\n    source \(edge.a)\n    target \(edge.b)\n    weight \(real(edge.weight))\n")
            writeValues(Column.ofEdges, graph, index, &out)
            out.write("  ]\n")
        }
        out.write("]\n")
        return Export([ExportFile("graph.gml", out)])
    }

    private static func writeValues(
        _ columns: [Column], _ graph: ExportGraph, _ index: Int, _ out: inout TextWriter
    ) {
        for column in columns {
            guard let value = column.value(graph, index) else { continue }
            out.write("    ")
            out.write(column.name)
            out.write(" ")
            switch value {
            case .integer(let number): out.write(String(number))
            case .number(let number): out.write(real(number))
            case .text, .texts: write(quoted: value.joined, &out)
            }
            out.write("\n")
        }
    }

    /// GML wants a decimal point in every real, also before an exponent.
    private static func real(_ number: Double) -> String {
        let text = number.isFinite ? "\(number)" : "0.0"
        guard !text.contains("."), let exponent = text.firstIndex(of: "e") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }

    private static func write(quoted text: String, _ out: inout TextWriter) {
        out.write("\"")
        for scalar in text.unicodeScalars {
            if scalar.isASCII, scalar != "\"", scalar != "&" {
                out.write(byte: UInt8(truncatingIfNeeded: scalar.value))
            } else {
                out.write("&#\(scalar.value);")
            }
        }
        out.write("\"")
    }
}

/// Names of nodes, those that several bear with their types, and if need be with numbers.
struct UniqueLabels {
    let labels: [String]

    /// - Parameters:
    ///   - spelled: the name as the format will have it.
    ///   - key: what of it must differ.
    init(
        _ graph: ExportGraph, spelled: @Sendable (String) -> String = { $0 },
        key: @Sendable (String) -> String = { $0 }
    ) {
        let named = SideBySide.map(graph.nodes.count) { share in
            share.map { index in
                let name = spelled(graph.nodes[index].name)
                return (name: name, key: key(name))
            }
        }.flatMap { $0 }
        var bearers: [String: Int] = [:]
        for one in named { bearers[one.key, default: 0] += 1 }
        var taken: Set<String> = []
        labels = graph.nodes.indices.map { index in
            let name = named[index]
            let isAlone = bearers[name.key] == 1
            let base =
                isAlone
                ? name.name : spelled("\(graph.nodes[index].name) (\(graph.nodes[index].type.rawValue))")
            var label = base
            var labelKey = isAlone ? name.key : key(base)
            var number = 2
            // A name that is alone keeps its spelling: no other's label may take it.
            while taken.contains(labelKey) || label != name.name && bearers[labelKey] != nil {
                label = spelled("\(base) \(number)")
                labelKey = key(label)
                number += 1
            }
            taken.insert(labelKey)
            return label
        }
    }
}
