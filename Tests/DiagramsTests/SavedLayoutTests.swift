import KnowledgeGraph
import Testing

@testable import Diagrams

@Suite struct SavedLayoutTests {
    private func saved(_ diagram: Diagram, _ format: Diagram.Format) throws -> SavedLayout {
        try SavedLayout(try diagram.render(format))
    }

    @Test(arguments: [Diagram.Format.svg, .json], [Diagram.Layout.neato, .twopi, .columns])
    func theSameGraphIsDrawnInTheSamePlaces(format: Diagram.Format, layout: Diagram.Layout) throws {
        var diagram = Diagram(Samples.ego(15), title: "January", layout: layout)
        let before = try diagram.compose()
        diagram.places = try saved(diagram, format)
        diagram.theme = .dark
        let after = try diagram.compose()
        for (old, new) in zip(before.nodes, after.nodes) {
            #expect(old.frame.center.distance(to: new.frame.center) < 0.05)
            #expect(old.frame.width == new.frame.width)
        }
    }

    @Test func oldNodesStayAndNewOnesFindRoom() throws {
        let first = Diagram(Samples.ego(14), title: "January")
        var second = Diagram(Samples.ego(24), title: "February")
        second.places = try saved(first, .svg)
        let (before, after) = (try first.compose(), try second.compose())
        for index in 0..<14 {
            #expect(before.nodes[index].frame.center.distance(to: after.nodes[index].frame.center) < 0.05)
        }
        let frames = after.nodes.map(\.frame)
        for (index, frame) in frames.enumerated() {
            #expect(frame.x >= 0 && frame.maxX <= after.scene.size.width)
            #expect(frame.maxY <= after.scene.size.height)
            for other in frames[(index + 1)...] + after.furniture { #expect(!frame.intersects(other)) }
        }
    }

    @Test func aNewNodeStandsBesideItsNeighbour() throws {
        let first = Diagram(Samples.ego(12, density: 0), title: "January")
        var graph = Samples.ego(13, density: 0)
        // It hangs on the sixth node alone.
        graph.edges.removeAll { $0.b == 12 }
        graph.edges.append(.init(a: 5, b: 12, passages: 9, issues: 2, npmi: 0.5, llr: 9))
        var second = Diagram(graph, title: "February")
        second.places = try saved(first, .json)
        let nodes = try second.compose().nodes
        let distances = (0..<12).map { nodes[12].frame.center.distance(to: nodes[$0].frame.center) }
        #expect(distances[5] < 200)
    }

    @Test func anotherWidthScalesThePlaces() throws {
        let first = Diagram(Samples.ego(10), title: "January", size: PictureSize(width: 600))
        var second = Diagram(Samples.ego(10), title: "January", size: PictureSize(width: 1200))
        second.places = try saved(first, .svg)
        let (before, after) = (try first.compose(), try second.compose())
        for (old, new) in zip(before.nodes, after.nodes) {
            #expect(abs(old.frame.center.x * 2 - new.frame.center.x) < 20)
        }
    }

    @Test func namesThatGrewPushEachOtherNotOverEachOther() throws {
        let first = Diagram(Samples.ego(20), title: "January")
        var graph = Samples.ego(20)
        for index in graph.nodes.indices { graph.nodes[index].name += " and a good deal more of it" }
        var second = Diagram(graph, title: "February")
        second.places = try saved(first, .svg)
        let frames = try second.compose().nodes.map(\.frame)
        for (index, frame) in frames.enumerated() {
            for other in frames[(index + 1)...] { #expect(!frame.intersects(other)) }
        }
    }

    @Test func oddNamesKeepTheirPlaces() throws {
        var diagram = Diagram(Samples.star(Samples.oddNames), title: "Odd")
        let before = try diagram.compose().nodes
        for format in [Diagram.Format.svg, .json] {
            diagram.places = try saved(diagram, format)
            for (old, new) in zip(before, try diagram.compose().nodes) {
                #expect(old.frame.center.distance(to: new.frame.center) < 0.05)
            }
        }
    }

    @Test func inAFrameOfFixedHeightNewNodesFitOrAreCounted() throws {
        let first = Diagram(Samples.ego(14), title: "January", size: .card)
        var second = Diagram(Samples.ego(60), title: "February", size: .card)
        second.places = try saved(first, .svg)
        let picture = try second.compose()
        #expect(picture.scene.size.height == 630)
        #expect(picture.nodes.allSatisfy { $0.frame.maxY <= 630 })
        #expect(picture.graph.omittedNodes == 14 + 60 - picture.nodes.count)
    }

    @Test(arguments: [
        "", "  \n", "BERT", "<html><svg width=\"3\"></svg></html>", "<svg xmlns=\"x\" width=\"10\"></svg>",
        "{}",
        "{\"kg\": \"chart\", \"width\": 680, \"text\": 12, \"nodes\": []}", "[1, 2]", "\u{FEFF}{",
        "<svg data-kg=\"chart\" width=\"680\" data-text=\"12\">",
        "<svg data-kg=\"diagram\" width=\"x\" data-text=\"1\">",
    ])
    func otherFilesAreRefused(text: String) {
        #expect(throws: SavedLayout.ReadError.noDiagram) { try SavedLayout(Array(text.utf8)) }
    }

    @Test(arguments: [
        "{\"kg\": \"diagram\", \"width\": 680, \"text\": 12, \"nodes\": []}",
        "{\"kg\": \"diagram\", \"width\": 0, \"text\": 12, \"nodes\": [{\"id\": \"a\", \"x\": 1, \"y\": 1}]}",
        "{\"kg\": \"diagram\", \"width\": 680, \"text\": 1e9, \"nodes\": [{\"id\": \"a\", \"x\": 1, \"y\": 1}]}",
        "{\"kg\": \"diagram\", \"width\": 680, \"text\": 12, \"nodes\": [{\"id\": \"a\", \"x\": 1e300, \"y\": 1}]}",
    ])
    func brokenDiagramsAreRefused(text: String) {
        #expect {
            try SavedLayout(Array(text.utf8))
        } throws: { error in
            guard case SavedLayout.ReadError.broken = error else { return false }
            return true
        }
    }

    @Test func bytesThatAreNoTextAreRefused() throws {
        let png = try Diagram(Samples.ego(3), title: "x").render(.png)
        #expect(throws: SavedLayout.ReadError.noDiagram) { try SavedLayout(png) }
    }
}
