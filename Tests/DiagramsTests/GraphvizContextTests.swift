import Testing

@testable import Diagrams

@Suite struct GraphvizContextTests {
    @Test func brokenSourceBecomesAnError() throws {
        #expect {
            try GraphvizContext.run(source: "graph { a -- ", engine: "neato", format: "plain")
        } throws: { error in
            guard case DiagramError.graphviz(let message) = error else { return false }
            return message.contains("syntax error")
        }
        // And the next graph is read again.
        let plain = try GraphvizContext.run(source: "graph { a -- b }", engine: "neato", format: "plain")
        #expect(plain.starts(with: "graph ".utf8))
    }

    @Test(arguments: [("nonsense", "plain"), ("neato", "nonsense")])
    func unknownEngineAndFormatBecomeErrors(engine: String, format: String) {
        #expect {
            try GraphvizContext.run(source: "graph { a }", engine: engine, format: format)
        } throws: { error in
            guard case DiagramError.graphviz(let message) = error else { return false }
            return message.contains("nonsense")
        }
    }

    @Test(arguments: ["neato", "dot", "sfdp", "twopi", "circo"])
    func anEngineMayRunManyTimes(engine: String) throws {
        for count in 2..<40 {
            let edges = (1..<count).map { "a\($0 / 2) -- a\($0)" }.joined(separator: "; ")
            let source = "graph { mindist=0.6; \(edges) }"
            let first = try GraphvizContext.run(source: source, engine: engine, format: "plain")
            #expect(try GraphvizContext.run(source: source, engine: engine, format: "plain") == first)
        }
    }

    @Test func numbersAreWrittenShortly() {
        #expect([0, 1, 0.5, -3.256, 12.001, -0.001].map(\.short) == ["0", "1", "0.5", "-3.26", "12", "0"])
        #expect([Double.nan, .infinity, 1e300].map(\.short) == ["0", "0", "0"])
    }

    @Test func timeOfWritingIsTakenOutOfPDF() {
        let pdf = Array("<< /CreationDate (D:20240203040506+01'00)\n /ModDate (D:20240203040506Z) >>".utf8)
        let expected = "<< /CreationDate (D:20000101000000Z     )\n /ModDate (D:20000101000000Z) >>"
        #expect(String(decoding: PDFDate.removed(from: pdf), as: UTF8.self) == expected)
        #expect(PDFDate.removed(from: Array("/CreationDate".utf8)).count == 13)
    }
}
