import KnowledgeGraph

/// RDF in JSON-LD 1.1, see `LinkedData`: a thing a line.
public enum JSONLD: ExportFormat {
    public static let name = "jsonld"
    public static let summary = "the same RDF as JSON-LD"
    public static let parts: SubgraphContent.Parts = [.names, .evidence, .pairEvidence]

    public static func export(_ graph: ExportGraph) -> Export {
        var out = Writer(isFirst: true)
        out.text.write("{\n  \"@context\": {\n    \"@version\": 1.1")
        for prefix in LinkedData.prefixes(graph) {
            // What ends in no punctuation has to say that it is a prefix.
            let isPlain = [":", "/", "#"].contains { prefix.iri.hasSuffix($0) }
            out.text.write(",\n    \"\(prefix.word)\": ")
            out.text.write(
                isPlain ? "\"\(prefix.iri)\"" : "{\"@id\": \"\(prefix.iri)\", \"@prefix\": true}")
        }
        // What a predicate's objects are is said once.
        let kinds = Set(graph.content.relations.map { LinkedData.predicate($0.kind) })
        for predicate in LinkedData.toThings + kinds.sorted() {
            out.text.write(",\n    \"\(predicate)\": {\"@type\": \"@id\"}")
        }
        for predicate in LinkedData.toNumbers {
            out.text.write(",\n    \"\(predicate)\": {\"@type\": \"xsd:double\"}")
        }
        out.text.write("\n  },\n  \"@graph\": [")
        LinkedData.write(graph, to: &out)
        out.text.write("\n  ]\n}\n")
        return Export([ExportFile("graph.jsonld", out.text)])
    }

    private struct Writer: StatementWriter {
        var text = TextWriter()
        private(set) var isFirst: Bool

        init(isFirst: Bool) { self.isFirst = isFirst }

        static func spelled(_ prefix: LinkedData.Prefix, _ name: String) -> String {
            prefix.word + ":" + name
        }

        mutating func begin(_ thing: String, _ types: [String]) {
            text.write(isFirst ? "\n    {\"@id\": \"" : ",\n    {\"@id\": \"")
            isFirst = false
            text.write(thing)
            text.write("\"")
            guard !types.isEmpty else { return }
            for (index, type) in types.enumerated() {
                text.write(index == 0 ? ", \"@type\": [\"" : "\", \"")
                text.write(type)
            }
            text.write("\"]")
        }

        mutating func property(_ predicate: String, _ object: LinkedData.Term) {
            write(predicate)
            write(object)
        }

        mutating func property(_ predicate: String, _ objects: [LinkedData.Term]) {
            guard !objects.isEmpty else { return }
            write(predicate)
            if objects.count > 1 { text.write("[") }
            for (index, object) in objects.enumerated() {
                if index > 0 { text.write(", ") }
                write(object)
            }
            if objects.count > 1 { text.write("]") }
        }

        mutating func end() { text.write("}") }

        private mutating func write(_ predicate: String) {
            text.write(", \"")
            text.write(predicate)
            text.write("\": ")
        }

        private mutating func write(_ term: LinkedData.Term) {
            switch term {
            case .name(let iri), .thing(let iri), .iri(let iri):
                // No IRI here holds a quotation mark or a backslash.
                text.write("\"")
                text.write(iri)
                text.write("\"")
            case .text(let value, nil): text.write(json: value)
            case .text(let value, let language?):
                text.write("{\"@language\": \"\(language)\", \"@value\": ")
                text.write(json: value)
                text.write("}")
            case .integer(let value): text.write(value)
            case .number(let value): text.write(value)
            case .date(let date):
                text.write("{\"@type\": \"\(LinkedData.dateType(date))\", \"@value\": \"\(date)\"}")
            }
        }
    }
}
