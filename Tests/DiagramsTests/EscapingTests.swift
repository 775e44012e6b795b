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

    /// What XML cannot hold, and what turns the writing direction, becomes a blank.
    private func asAttribute(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    $0.value < 0x20 || $0.value == 0xFFFF || $0.value == 0x202E ? " " : $0
                }))
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

    /// A light and a dark picture of one graph stand in one page, where the reader's theme picks one.
    @Test func idsOfTwoPicturesInOnePageDiffer() throws {
        var seen = Set<String>()
        for theme in Diagram.Theme.allCases {
            let reader = IDReader()
            let parser = XMLParser(
                data: Data(try Diagram(Samples.ego(5), title: "x", theme: theme).render(.svg)))
            parser.delegate = reader
            #expect(parser.parse())
            #expect(reader.ids.count == 7)
            #expect(seen.isDisjoint(with: reader.ids))
            seen.formUnion(reader.ids)
        }
    }

    @Test func linksAndQuotationsAreEscaped() throws {
        var diagram = Diagram(Samples.star(["BERT", "GPT-2"]), title: "x")
        diagram.evidence["model:BERT"] = .init(
            text: "</title><script>alert(1)</script> ]]>\u{202E}", link: "https://a.example/?\"><script>#L1")
        diagram.evidence["model:GPT-2", "model:BERT"] = .init(text: "both", link: "https://a.example/#L2")
        let svg = try diagram.render(.svg)
        #expect(XMLParser(data: Data(svg)).parse())
        let text = String(decoding: svg, as: UTF8.self)
        #expect(!text.contains("<script") && !text.contains("]]>") && !text.contains("\u{202E}"))
        #expect(text.contains("href=\"https://a.example/?&quot;&gt;&lt;script&gt;#L1\""))
        #expect(text.contains("<a href=\"https://a.example/#L2\""))
        #expect(text.contains("role=\"group\""))
    }

    @Test(arguments: [
        ("https://example.org/x/", true), ("HTTP://a/", true), ("/issues/", true), ("issues/", true),
        ("./", true),
        ("javascript:alert(1)//", false), ("data:text/html,", false), ("vbscript:x", false), ("", false),
        (" https://a/", false), ("java\nscript:x", false), ("file:///etc/", false),
    ])
    func onlyAddressesThatCannotRunAreLinkPrefixes(text: String, isPrefix: Bool) {
        #expect(DiagramEvidence.isLinkPrefix(text) == isPrefix)
    }

    @Test func linksLeadToALineOfAFile() {
        #expect(
            DiagramEvidence.link("https://a.example/", "NLP简报 #1.md", 7)
                == "https://a.example/NLP%E7%AE%80%E6%8A%A5%20%231.md#L7")
        #expect(DiagramEvidence.sharedFolder(of: ["/a/b/c.md", "/a/b/d/e.md"]) == "/a/b/")
        #expect(DiagramEvidence.sharedFolder(of: ["c.md", "d/e.md"]) == "")
        #expect(DiagramEvidence.sharedFolder(of: []) == "")
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
