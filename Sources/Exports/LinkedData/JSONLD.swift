import KnowledgeGraph

/// RDF in JSON-LD, see `LinkedData`.
public enum JSONLD: ExportFormat {
    public static let name = "jsonld"
    public static let summary = "the same RDF as JSON-LD"
    public static let parts: SubgraphContent.Parts = [.names, .evidence, .pairEvidence]

    public static func export(_ graph: ExportGraph) -> Export {
        var out = Writer()
        out.text.write("{\n  \"@context\": {")
        for (index, prefix) in LinkedData.prefixes.enumerated() {
            out.text.write("\(index == 0 ? "" : ",")\n    \"\(prefix.0)\": \"\(prefix.1)\"")
        }
        out.text.write("\n  },\n  \"@graph\": [")
        LinkedData.write(graph, to: &out)
        out.text.write("\n  ]\n}\n")
        return Export([ExportFile("graph.jsonld", out.text)])
    }

    private struct Writer: StatementWriter {
        var text = TextWriter()
        private var isFirst = true

        mutating func begin(_ iri: String, _ types: [String]) {
            text.write(isFirst ? "\n    {\"@id\": \"" : ",\n    {\"@id\": \"")
            isFirst = false
            text.write(iri)
            text.write("\"")
            if !types.isEmpty {
                text.write(", \"@type\": [" + types.map { "\"\($0)\"" }.joined(separator: ", ") + "]")
            }
        }

        mutating func property(_ predicate: String, _ object: LinkedData.Term) {
            text.write(",\n      \"")
            text.write(predicate)
            text.write("\": ")
            write(object)
        }

        mutating func property(_ predicate: String, _ objects: [LinkedData.Term]) {
            guard !objects.isEmpty else { return }
            text.write(",\n      \"")
            text.write(predicate)
            text.write("\": ")
            if objects.count > 1 { text.write("[") }
            for (index, object) in objects.enumerated() {
                if index > 0 { text.write(", ") }
                write(object)
            }
            if objects.count > 1 { text.write("]") }
        }

        mutating func end() { text.write("}") }

        private mutating func write(_ term: LinkedData.Term) {
            switch term {
            case .name(let iri), .iri(let iri):
                // No IRI here holds a quotation mark or a backslash.
                text.write("{\"@id\": \"")
                text.write(iri)
                text.write("\"}")
            case .text(let value, nil): text.write(json: value)
            case .text(let value, let language?):
                text.write("{\"@language\": \"\(language)\", \"@value\": ")
                text.write(json: value)
                text.write("}")
            case .integer(let value): text.write(value)
            case .number(let value):
                let digits = value.description
                text.write("{\"@type\": \"xsd:double\", \"@value\": \"")
                text.write(digits)
                text.write(digits.utf8.contains(UInt8(ascii: "e")) ? "\"}" : "e0\"}")
            case .date(let date):
                text.write("{\"@type\": \"\(LinkedData.dateType(date))\", \"@value\": \"\(date)\"}")
            }
        }
    }
}
