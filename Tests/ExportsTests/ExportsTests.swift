import Foundation
import KGModel
import KnowledgeGraph
import Testing

@testable import Exports

@Suite struct ExportsTests {
    private static let odd = "say \"BERT\", \\ & co\n2"

    private static let graph = Subgraph(
        nodes: [
            .init(id: "model:BERT", name: "BERT", type: .model, issues: 2, mentions: 5, depth: 0),
            .init(id: "library:" + odd, name: odd, type: .library, issues: 1, mentions: 1, depth: 1),
            .init(id: "organization:微软", name: "微软", type: .organization, issues: 1, mentions: 1, depth: 1),
        ],
        edges: [
            .init(
                a: 0, b: 1, passages: 3, issues: 2, npmi: 0.25, llr: 4, firstDate: "2020-01",
                lastDate: "2020-03"),
            .init(a: 1, b: 2, passages: 1, issues: 1, npmi: -0.5, llr: 0),
        ], issues: 4)

    @Test func csvIsTwoTablesThatQuoteWhatNeedsIt() throws {
        let files = GraphFormat.csv.files(Self.graph)
        #expect(files.map(\.name) == ["edges.csv", "nodes.csv"])
        let quoted = "\"library:say \"\"BERT\"\", \\ & co\n2\""
        #expect(
            files.first?.text == """
                Source,Target,Type,Weight,Issues,NPMI,LLR,First,Last\r
                model:BERT,\(quoted),Undirected,3,2,0.25,4.0,2020-01,2020-03\r
                \(quoted),organization:微软,Undirected,1,1,-0.5,0.0,,\r

                """)
        #expect(
            files.last?.text.hasPrefix("Id,Label,Type,Issues,Mentions\r\nmodel:BERT,BERT,model,2,5\r\n")
                == true)
    }

    /// To Swift a quotation mark with an accent is one character; to Graphviz it ends the text.
    @Test func dotEscapesQuotationMarksThatCarryAccents() {
        let node = Subgraph.Node(
            id: "model:a", name: "a\"\u{301}b", type: .model, issues: 1, mentions: 1, depth: 0)
        let text = GraphFormat.dot.files(Subgraph(nodes: [node], edges: [])).map(\.text).joined()
        #expect(text.unicodeScalars.contains("label=\"a\\\"\u{301}b\"".unicodeScalars))
    }

    @Test func dotQuotesWhatNeedsIt() {
        let text = GraphFormat.dot.files(Self.graph).map(\.text).joined()
        #expect(
            text == """
                graph kg {
                  "model:BERT" [label="BERT", type=model, issues=2, mentions=5];
                  "library:say \\"BERT\\", \\\\ & co 2" [label="say \\"BERT\\", \\\\ & co 2", type=library, issues=1, mentions=1];
                  "organization:微软" [label="微软", type=organization, issues=1, mentions=1];
                  "model:BERT" -- "library:say \\"BERT\\", \\\\ & co 2" [weight=3, issues=2, npmi=0.25, llr=4.0];
                  "library:say \\"BERT\\", \\\\ & co 2" -- "organization:微软" [weight=1, issues=1, npmi=-0.5, llr=0.0];
                }

                """)
    }

    @Test func jsonIsReadBackInOrder() throws {
        let text = GraphFormat.json.files(Self.graph).map(\.text).joined()
        let value = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let nodes = try #require(value["nodes"] as? [[String: Any]])
        let edges = try #require(value["edges"] as? [[String: Any]])
        #expect(nodes.compactMap { $0["name"] as? String } == ["BERT", Self.odd, "微软"])
        #expect(edges.compactMap { $0["source"] as? String } == ["model:BERT", "library:" + Self.odd])
        #expect(edges.first?["first"] as? String == "2020-01")
        #expect(edges.last?["first"] is NSNull)
        #expect(value["directed"] as? Bool == false)
        #expect(text.hasSuffix("}\n"))
    }

    @Test(arguments: GraphFormat.allCases) func anEmptyGraphIsWritten(format: GraphFormat) {
        let files = format.files(Subgraph(nodes: [], edges: []))
        #expect(files.allSatisfy { $0.text.utf8.last == UInt8(ascii: "\n") })
        #expect(Set(files.map(\.name)).count == files.count)
    }

    @Test(arguments: GraphFormat.allCases) func theSameGraphIsTheSameText(format: GraphFormat) {
        #expect(format.files(Self.graph).map(\.text) == format.files(Self.graph).map(\.text))
    }
}

@Suite struct JSONValueTests {
    @Test(arguments: [
        ("", "\"\""), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\r\n", #""\r\n""#),
        ("\u{1}\u{1F}\u{7F}", "\"\\u0001\\u001f\u{7F}\""), ("微软 é 🤗", "\"微软 é 🤗\""),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("</script>", "\"</script>\""),
        ("\"\u{301}", "\"\\\"\u{301}\""),
    ])
    func textsAreEscaped(text: String, json: String) throws {
        #expect(JSONValue.string(text).line == json)
        let read =
            try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String
        #expect(read?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test(arguments: [
        (JSONValue.null, "null"), (.bool(true), "true"), (.integer(-7), "-7"), (.number(0.25), "0.25"),
        (.number(4), "4"), (.number(-3), "-3"), (.number(.nan), "null"),
        (.number(.infinity), "null"), (.array([]), "[]"), (.object([]), "{}"),
        (.optional(nil as String?), "null"), (.optional(3), "3"),
        (.array([.integer(1), .string("a")]), #"[1, "a"]"#),
        (.object([.init("b", .null), .init("a", .array([.bool(false)]))]), #"{"b": null, "a": [false]}"#),
    ])
    func valuesAreWrittenOnOneLine(value: JSONValue, line: String) {
        #expect(value.line == line)
    }

    @Test(arguments: [1e300, 1e-9, 123_456_789.125, 1e15, 1e16, -0.000_001])
    func numbersAreReadBack(number: Double) throws {
        let text = JSONValue.number(number).line
        let read = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? Double)
        #expect(read == number)
    }

    @Test func prettyTextHasAMemberALine() {
        let value = JSONValue.object([
            .init("a", .array([.integer(1), .integer(2)])), .init("b", .object([])),
            .init("c", .object([.init("d", .null)])),
        ])
        #expect(
            value.pretty == """
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": {},
                  "c": {
                    "d": null
                  }
                }
                """)
    }
}

@Suite struct DelimitedTests {
    @Test(arguments: [
        (["a", "b"], "a,b"), ([], ""), (["", ""], ","), (["a,b"], "\"a,b\""), (["a\"b"], "\"a\"\"b\""),
        (["a\nb"], "\"a\nb\""), (["a\rb"], "\"a\rb\""),
        (["a\r\nb"], "\"a\r\nb\""), (["a;b", " c "], "a;b, c "), (["a\"\u{301}b"], "\"a\"\"\u{301}b\""),
        (["a,\u{301}b"], "\"a,\u{301}b\""),
    ])
    func csvQuotesCommasQuotesAndLineBreaks(fields: [String], line: String) {
        #expect(Delimited.csv(fields).unicodeScalars.elementsEqual(line.unicodeScalars))
    }

    @Test(arguments: [
        (["a", "b"], "a\tb"), (["a\tb", "c"], "a b\tc"), (["a\r\nb\nc\u{2028}d"], "a b c d"),
        (["\"a\""], "\"a\""),
    ])
    func tabsAndLineBreaksBecomeBlanks(fields: [String], line: String) {
        #expect(Delimited.tsv(fields) == line)
    }
}
