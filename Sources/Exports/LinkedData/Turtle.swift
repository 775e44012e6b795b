import KnowledgeGraph

/// RDF in Turtle, see `LinkedData`.
public enum Turtle: ExportFormat {
    public static let name = "turtle"
    public static let summary = "RDF for triple stores: SKOS, schema.org, PROV"
    public static let parts: SubgraphContent.Parts = [.names, .evidence, .pairEvidence]

    public static func export(_ graph: ExportGraph) -> Export {
        var out = Writer()
        for (prefix, iri) in LinkedData.prefixes { out.text.write("@prefix \(prefix): <\(iri)> .\n") }
        LinkedData.write(graph, to: &out)
        return Export([ExportFile("graph.ttl", out.text)])
    }

    private struct Writer: StatementWriter {
        var text = TextWriter()
        private var isFirst = true

        mutating func begin(_ iri: String, _ types: [String]) {
            text.write("\n<")
            text.write(iri)
            text.write(">")
            isFirst = types.isEmpty
            if !isFirst { text.write(" a " + types.joined(separator: ", ")) }
        }

        mutating func property(_ predicate: String, _ object: LinkedData.Term) {
            text.write(isFirst ? " " : " ;\n    ")
            isFirst = false
            text.write(predicate)
            text.write(" ")
            write(object)
        }

        mutating func property(_ predicate: String, _ objects: [LinkedData.Term]) {
            guard !objects.isEmpty else { return }
            text.write(isFirst ? " " : " ;\n    ")
            isFirst = false
            text.write(predicate)
            for (index, object) in objects.enumerated() {
                text.write(index == 0 ? " " : ", ")
                write(object)
            }
        }

        mutating func end() { text.write(" .\n") }

        private mutating func write(_ term: LinkedData.Term) {
            switch term {
            case .name(let name): text.write(name)
            case .iri(let iri):
                text.write("<")
                text.write(iri)
                text.write(">")
            case .text(let value, let language):
                text.write("\"")
                text.write(value, escaping: UInt8(ascii: "\""), UInt8(ascii: "\\"))
                text.write("\"")
                if let language {
                    text.write("@")
                    text.write(language)
                }
            case .integer(let value): text.write(value)
            case .number(let value):
                // An exponent tells a double from a decimal.
                let digits = value.description
                text.write(digits)
                if !digits.utf8.contains(UInt8(ascii: "e")) { text.write("e0") }
            case .date(let date): text.write("\"\(date)\"^^\(LinkedData.dateType(date))")
            }
        }
    }
}
