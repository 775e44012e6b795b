import Foundation
import KnowledgeGraph
import Testing

@testable import Diagrams

@Suite struct DiagramTests {
    @Test(arguments: [(Diagram.Format.svg, "<?xml"), (.png, "\u{89}PNG"), (.pdf, "%PDF-"), (.dot, "graph {")])
    func eachFormatBeginsWithItsMark(format: Diagram.Format, mark: String) throws {
        let bytes = try Diagram(Samples.ego(8), title: "Around BERT").render(format)
        #expect(bytes.starts(with: mark.unicodeScalars.map { UInt8($0.value) }))
    }

    @Test(arguments: [240, 680, 1200, 1201, 2400])
    func pictureHasExactlyTheWidthAsked(width: Int) throws {
        let diagram = Diagram(Samples.ego(12), title: "Around BERT", width: width)
        let png = try diagram.render(.png)
        #expect(png[16..<20].reduce(0) { $0 << 8 | Int($1) } == width)
        let height = png[20..<24].reduce(0) { $0 << 8 | Int($1) }
        let svg = String(decoding: try diagram.render(.svg), as: UTF8.self)
        #expect(svg.contains("width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""))
    }

    @Test(arguments: Diagram.Format.allCases, Diagram.Layout.allCases)
    func repeatedRenderingGivesTheSameBytes(format: Diagram.Format, layout: Diagram.Layout) throws {
        let diagram = Diagram(Samples.ego(12), title: "Around BERT", layout: layout)
        #expect(try diagram.render(format) == diagram.render(format))
    }

    @Test func renderingInParallelGivesTheSameBytes() async throws {
        let diagram = Diagram(Samples.ego(14), title: "Around BERT")
        let expected = try diagram.render(.svg)
        try await withThrowingTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<8 { group.addTask { try diagram.render(.svg) } }
            for try await bytes in group { #expect(bytes == expected) }
        }
    }

    @Test func emptyGraphIsAnError() {
        for format in Diagram.Format.allCases {
            #expect(throws: DiagramError.empty) {
                try Diagram(Subgraph(nodes: [], edges: []), title: "Nothing").render(format)
            }
        }
    }

    @Test(arguments: [Int.min, 0, 239, 10_001, Int.max])
    func impossibleWidthIsAnError(width: Int) {
        #expect(throws: DiagramError.width(width)) {
            try Diagram(Samples.ego(3), title: "", width: width).render(.svg)
        }
    }

    @Test func edgesThatLeadNowhereAreIgnored() throws {
        var graph = Samples.ego(3)
        let good = graph.edges.count
        for (a, b) in [(0, 7), (-1, 1), (2, 2), (1, 0)] {
            graph.edges.append(.init(a: a, b: b, passages: -3, issues: 0, npmi: .nan, llr: .infinity))
        }
        #expect(try Diagram(graph, title: "").compose().links.drawn.count == good)
        for format in Diagram.Format.allCases { _ = try Diagram(graph, title: "").render(format) }
    }

    @Test func legendShowsOnlyTypesThatOccur() throws {
        let svg = String(decoding: try Diagram(Samples.ego(3), title: "").render(.svg), as: UTF8.self)
        #expect(svg.contains(">Models</text>") && svg.contains(">Organizations</text>"))
        #expect(!svg.contains(">Venues</text>") && !svg.contains(">People</text>"))
    }

    @Test func captionTellsWhatIsNotDrawn() throws {
        let picture = try Diagram(Samples.ego(30, density: 0.4), title: "").compose()
        #expect(picture.links.hidden > 0)
        #expect(
            picture.caption
                == "39 issues, 2020-01-12 to 2020-04-06 · 14 more left out · "
                + "\(picture.links.hidden) weaker links not drawn")
    }

    @Test func thirtyNodesAreDrawnFast() throws {
        let diagram = Diagram(Samples.ego(30, density: 0.3), title: "Around BERT")
        _ = try diagram.render(.svg)
        let time = try ContinuousClock().measure { _ = try diagram.render(.svg) }
        #if DEBUG
            #expect(time < .seconds(5))
        #else
            #expect(time < .milliseconds(150))
        #endif
    }
}
