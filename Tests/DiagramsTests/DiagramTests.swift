import Foundation
import KnowledgeGraph
import Testing

@testable import Diagrams

@Suite struct DiagramTests {
    @Test(arguments: [
        (Diagram.Format.svg, "<svg"), (.png, "\u{89}PNG"), (.pdf, "%PDF-"), (.dot, "graph {"), (.json, "{\n"),
    ])
    func eachFormatBeginsWithItsMark(format: Diagram.Format, mark: String) throws {
        let bytes = try Diagram(Samples.ego(8), title: "Around BERT").render(format)
        #expect(bytes.starts(with: mark.unicodeScalars.map { UInt8($0.value) }))
    }

    @Test(arguments: [240, 680, 1200, 1201, 2400])
    func pictureHasExactlyTheWidthAsked(width: Int) throws {
        let diagram = Diagram(Samples.ego(12), title: "Around BERT", size: PictureSize(width: width))
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
            try Diagram(Samples.ego(3), title: "", size: PictureSize(width: width)).render(.svg)
        }
        #expect(throws: DiagramError.height(width)) {
            try Diagram(Samples.ego(3), title: "", size: PictureSize(width: 680, height: width)).render(.svg)
        }
    }

    @Test(arguments: [(1200, 630), (1080, 1920), (400, 300)], [1, 5, 30])
    func aPictureOfFixedHeightHasThatHeight(size: (Int, Int), count: Int) throws {
        let size = PictureSize(width: size.0, height: size.1)
        let graph = Samples.ego(count)
        let picture = try Diagram(graph, title: "What stands next to BERT", size: size).compose()
        #expect(picture.scene.size == Size(width: Double(size.width), height: Double(size.height ?? 0)))
        // What did not fit is counted, and the name that was asked for stays.
        #expect(picture.graph.omittedNodes == 14 + count - picture.graph.nodes.count)
        #expect(picture.graph.nodes[0].id == graph.nodes[0].id)
        #expect(picture.graph.nodes.count >= min(count, 3))
    }

    @Test func aBitmapIsLargerByItsScale() throws {
        var diagram = Diagram(Samples.ego(5), title: "Around BERT", size: .card)
        diagram.scale = 2
        let png = try diagram.render(.png)
        #expect(png[16..<20].reduce(0) { $0 << 8 | Int($1) } == 2400)
        #expect(png[20..<24].reduce(0) { $0 << 8 | Int($1) } == 1260)
        diagram.scale = 9
        #expect(throws: DiagramError.scale(9)) { try diagram.render(.png) }
    }

    @Test(arguments: [
        ("680", PictureSize(width: 680)), ("1200x630", .card), ("1200×630", .card), ("CARD", .card),
        ("column", .column),
    ])
    func sizesAreRead(text: String, size: PictureSize) { #expect(PictureSize(text) == size) }

    @Test(arguments: ["", "x", "680x", "x630", "1x2x3", "wide", "12.5", "-", "99999999999999999999"])
    func whatIsNoSizeIsNotRead(text: String) { #expect(PictureSize(text) == nil) }

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
                == "39 issues, Jan to Apr 2020 · and 14 more names · "
                + "\(picture.links.hidden) weaker links not drawn")
    }

    @Test func thirtyNodesAreDrawnFast() throws {
        let diagram = Diagram(Samples.ego(30, density: 0.3), title: "Around BERT")
        _ = try diagram.render(.svg)
        let time = try ContinuousClock().measure { _ = try diagram.render(.svg) }
        #if DEBUG
            #expect(time < .seconds(30))
        #else
            #expect(time < .milliseconds(150))
        #endif
    }
}
