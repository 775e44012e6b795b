import KnowledgeGraph

/// RDF in Turtle, see `LinkedData`.
public enum Turtle: ExportFormat {
    public static let name = "turtle"
    public static let summary = "RDF for triple stores: SKOS, schema.org, PROV"
    public static let parts: SubgraphContent.Parts = [.names, .evidence, .pairEvidence]

    public static func export(_ graph: ExportGraph) -> Export {
        var out = Writer(isFirst: true)
        for prefix in LinkedData.prefixes(graph) {
            out.text.write("@prefix \(prefix.word): <\(prefix.iri)> .\n")
        }
        LinkedData.write(graph, to: &out)
        return Export([ExportFile("graph.ttl", out.text)])
    }

    private struct Writer: StatementWriter {
        var text = TextWriter()
        private(set) var isFirst: Bool
        /// Whether the thing has no predicate yet.
        private var isBare = true

        init(isFirst: Bool) { self.isFirst = isFirst }

        /// With its prefix where Turtle takes the name behind it. Source: RDF 1.1 Turtle, `PN_LOCAL`.
        static func spelled(_ prefix: LinkedData.Prefix, _ name: String) -> String {
            let isPlain = name.utf8.allSatisfy(isOfNames)
            if isPlain, !name.hasPrefix("-"), !name.hasPrefix("."), !name.hasSuffix(".") {
                return prefix.word + ":" + name
            }
            return "<" + prefix.iri + name + ">"
        }

        private static func isOfNames(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: ":"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "%"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }

        mutating func begin(_ thing: String, _ types: [String]) {
            isFirst = false
            text.write("\n")
            text.write(thing)
            isBare = types.isEmpty
            for (index, type) in types.enumerated() {
                text.write(index == 0 ? " a " : ", ")
                text.write(type)
            }
        }

        mutating func property(_ predicate: String, _ object: LinkedData.Term) {
            text.write(isBare ? " " : " ;\n    ")
            isBare = false
            text.write(predicate)
            text.write(" ")
            write(object)
        }

        mutating func property(_ predicate: String, _ objects: [LinkedData.Term]) {
            guard !objects.isEmpty else { return }
            text.write(isBare ? " " : " ;\n    ")
            isBare = false
            text.write(predicate)
            for (index, object) in objects.enumerated() {
                text.write(index == 0 ? " " : ", ")
                write(object)
            }
        }

        mutating func end() { text.write(" .\n") }

        private mutating func write(_ term: LinkedData.Term) {
            switch term {
            case .name(let name), .thing(let name): text.write(name)
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
