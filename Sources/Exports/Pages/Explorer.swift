import KGModel
import KnowledgeGraph

/// A page that explores the graph in any browser: one file, nothing loaded from elsewhere, and a content security
/// policy that lets no script or style run but its own.
public enum Explorer: ExportFormat {
    public static let name = "html"
    public static let summary = "a page to explore, one file, no network"
    public static let parts: SubgraphContent.Parts = [.names, .dates, .evidence, .pairEvidence]

    public static func export(_ graph: ExportGraph) -> Export {
        let script = String(decoding: PackageResources.explorer_js, as: UTF8.self)
        let style = String(decoding: PackageResources.explorer_css, as: UTF8.self)
        let policy = """
            default-src 'none'; script-src 'sha256-\(hash(script))'; style-src 'sha256-\(hash(style))'; \
            base-uri 'none'; form-action 'none'
            """
        var out = TextWriter()
        var rest = Substring(String(decoding: PackageResources.explorer_html, as: UTF8.self))
        while let open = rest.firstRange(of: "{{"), let close = rest.firstRange(of: "}}") {
            out.write(String(rest[..<open.lowerBound]))
            switch rest[open.upperBound..<close.lowerBound] {
            case "policy": out.write(xml: policy)
            case "style": out.write(style)
            case "script": out.write(script)
            case "graph": ExplorerData.write(graph, to: &out)
            case "summary": out.write(xml: summary(graph))
            case "issues": out.write(xml: ObsidianVault.count(graph.content.graph.issues, "issue"))
            default: out.write("Knowledge graph")
            }
            rest = rest[close.upperBound...]
        }
        out.write(String(rest))
        return Export([ExportFile("graph.html", out)])
    }

    private static func hash(_ text: String) -> String { SHA256.base64(Array(text.utf8)) }

    /// `39,902`, as the page's script writes numbers.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number))
        return digits.enumerated().reduce(into: "") { text, digit in
            if digit.offset > 0, (digits.count - digit.offset) % 3 == 0 { text += "," }
            text.append(digit.element)
        }
    }

    private static func summary(_ graph: ExportGraph) -> String {
        func count(_ number: Int, _ word: String) -> String {
            "\(grouped(number)) \(word)\(number == 1 ? "" : "s")"
        }
        var text = "\(count(graph.nodes.count, "name")), "
        text += "\(count(graph.edges.count, "pair")) named together, "
        text += count(graph.content.graph.issues, "issue")
        if let first = graph.content.graph.firstDate, let last = graph.content.graph.lastDate {
            text += first == last ? ", \(first)" : ", \(first) to \(last)"
        }
        return text
    }
}

/// The graph as the page's script wants it: rows without names, in the order that the script unpacks.
enum ExplorerData {
    static func write(_ graph: ExportGraph, to out: inout TextWriter) {
        let types = EntityType.allCases.sorted()
        out.write("{\"types\":[")
        list(types, &out) { type, out in out.write("[\"\(type.rawValue)\",\"\(type.plural)\"]") }
        out.write("],\"dates\":[")
        list(graph.content.dates, &out) { date, out in out.write(json: date) }
        out.write("],\n\"nodes\":[")
        list(of: graph.nodes.count, &out) { index, out in
            let node = graph.nodes[index]
            let known = graph.content.nodes[index]
            out.write("\n[")
            out.write(json: node.id)
            out.write(",")
            out.write(json: node.name)
            out.write(",\(types.firstIndex(of: node.type) ?? 0),\(node.issues),\(node.mentions),[")
            list(known.aliases, &out) { alias, out in
                out.write("[")
                out.write(json: alias.name)
                if let language = alias.language {
                    out.write(",")
                    out.write(json: language)
                }
                out.write("]")
            }
            out.write("],[")
            list(known.identities, &out) { identity, out in
                out.write("[")
                out.write(json: identity.description)
                out.write(",")
                out.write(json: identity.url)
                out.write("]")
            }
            out.write("],")
            writeDays(known.days, &out)
            writeNumbers(known.passages, &out)
            out.write("]")
        }
        out.write("],\n\"edges\":[")
        list(of: graph.edges.count, &out) { index, out in
            let edge = graph.edges[index]
            let known = graph.content.edges[index]
            out.write("\n[\(edge.a),\(edge.b),\(edge.passages),\(edge.issues),")
            writeDays(known.days, &out)
            writeNumbers(known.passages, &out)
            out.write("]")
        }
        out.write("],\n\"relations\":[")
        list(graph.content.relations, &out) { one, out in
            out.write("\n[")
            out.write(json: one.kind)
            out.write(",\(one.subject),\(one.object),")
            writeNumbers(one.passages, &out)
            out.write("]")
        }
        out.write("],\n\"passages\":[")
        list(of: graph.content.passages.count, &out) { index, out in
            let passage = graph.content.passages[index]
            out.write("\n[\(passage.issue),\(passage.line),")
            out.write(json: passage.text)
            out.write(",")
            out.write(json: passage.section)
            out.write(",")
            writeNumbers(marks(passage), &out)
            out.write("]")
        }
        out.write("],\n\"issues\":[")
        list(graph.content.issues, &out) { issue, out in
            out.write("\n[")
            out.write(json: issue.path)
            out.write(",")
            out.write(json: issue.title)
            out.write(",")
            issue.date.map { out.write(json: $0) } ?? out.write("null")
            out.write(",")
            issue.language.map { out.write(json: $0) } ?? out.write("null")
            out.write("]")
        }
        out.write("]}")
    }

    private static func list<Elements: Sequence>(
        _ elements: Elements, _ out: inout TextWriter, _ body: (Elements.Element, inout TextWriter) -> Void
    ) {
        var isFirst = true
        for element in elements {
            if !isFirst { out.write(",") }
            isFirst = false
            body(element, &out)
        }
    }

    /// The same of many, side by side.
    private static func list(
        of count: Int, _ out: inout TextWriter, _ body: @Sendable (Int, inout TextWriter) -> Void
    ) {
        out.writeEach(of: count) { index, out in
            if index > 0 { out.write(",") }
            body(index, &out)
        }
    }

    private static func writeDays(_ days: [SubgraphContent.Day], _ out: inout TextWriter) {
        writeNumbers(days.flatMap { [$0.date, $0.passages, $0.issues] }, &out)
        out.write(",")
    }

    private static func writeNumbers(_ numbers: [Int], _ out: inout TextWriter) {
        out.write("[")
        list(numbers, &out) { number, out in out.write(number) }
        out.write("]")
    }

    /// Start, end and node of each mark; places in UTF-16 units, as scripts count.
    private static func marks(_ passage: SubgraphContent.Passage) -> [Int] {
        let text = passage.text
        let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        func place(_ byte: Int) -> Int {
            if isASCII { return byte }
            return text.utf8.prefix(byte).reduce(0) { sum, byte in
                // A lead byte is a unit, that of four bytes two.
                byte & 0xC0 == 0x80 ? sum : sum + (byte >= 0xF0 ? 2 : 1)
            }
        }
        return passage.marks.flatMap { mark in
            [place(mark.range.lowerBound), place(mark.range.upperBound), mark.node]
        }
    }
}
