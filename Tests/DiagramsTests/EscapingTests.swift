import Foundation
import Testing

@testable import Diagrams

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct EscapingTests {
    @Test func oddNamesGiveWellFormedSVG() throws {
        let title = "\"Odd\" & <tags> ]]> \u{1}"
        let svg = try Diagram(Samples.star(Samples.oddNames), title: title).render(.svg)
        let reader = IDReader()
        let parser = XMLParser(data: Data(svg))
        parser.delegate = reader
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(Set(reader.ids).count == reader.ids.count)
        #expect(reader.names == Samples.oddNames.map { "model:\($0)" }.map(asAttribute))
        #expect(!String(decoding: svg, as: UTF8.self).contains("<script"))
    }

    /// What XML cannot hold becomes a blank.
    private func asAttribute(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0xFFFF ? " " : $0 }))
    }

    @Test(arguments: [Diagram.Format.png, .pdf])
    func oddNamesAreDrawn(format: Diagram.Format) throws {
        #expect(try Diagram(Samples.star(Samples.oddNames), title: #"\N "x""#).render(format).count > 1000)
    }

    @Test func graphvizReadsTheSourceBack() throws {
        let graph = Samples.star(Samples.oddNames)
        let dot = String(decoding: try Diagram(graph, title: #"a\"b"#).render(.dot), as: UTF8.self)
        let plain = try GraphvizContext.run(source: dot, engine: "neato", format: "plain")
        let lines = String(decoding: plain, as: UTF8.self).split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("edge ") } == graph.edges.count)
        // Names with line breaks take several lines of this format, so nodes are at least as many.
        #expect(lines.count { $0.hasPrefix("node ") } == graph.nodes.count)
    }

    @Test(arguments: [
        ("plain", "\"plain\""), ("a\"b", #""a\"b""#), (#"\N"#, #""\\N""#), ("a\nb", #""a\nb""#),
        (#"\""#, #""\\\"""#),
    ])
    func dotQuotes(text: String, quoted: String) {
        #expect(DOTWriter.quoted(text) == quoted)
    }

    @Test func svgEscapes() {
        #expect(SVGWriter.escaped("<a href='x'>&\"\u{0}\u{B}") == "&lt;a href=&#39;x&#39;&gt;&amp;&quot;  ")
    }

    private final class IDReader: NSObject, XMLParserDelegate {
        var ids: [String] = []
        var names: [String] = []

        func parser(
            _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
            qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
        ) {
            if let id = attributeDict["id"] { ids.append(id) }
            if let name = attributeDict["data-id"] { names.append(name) }
        }
    }
}
