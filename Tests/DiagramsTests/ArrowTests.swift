import Foundation
import KnowledgeGraph
import Testing

@testable import Diagrams

@Suite struct ArrowTests {
    private func diagram(_ arrows: [Diagram.Arrow], layout: Diagram.Layout = .neato) -> Diagram {
        var diagram = Diagram(Samples.ego(9, density: 0.2), title: "x", layout: layout)
        diagram.arrows = arrows
        return diagram
    }

    private let arrow = Diagram.Arrow(from: "model:BERT", to: "organization:Google", label: "released by")

    /// Triangles of arrow heads.
    private func heads(_ picture: Picture) -> [[Point]] {
        picture.scene.groups.flatMap(\.marks).compactMap { mark in
            if case .area(let area) = mark { area.points } else { nil }
        }
    }

    @Test(arguments: Diagram.Layout.allCases)
    func anArrowPointsAtTheBorderOfItsObject(layout: Diagram.Layout) throws {
        let picture = try diagram([arrow], layout: layout).compose()
        let heads = heads(picture)
        #expect(heads.count == 1)
        let google = picture.nodes[2].frame
        let tip = try #require(heads.first?.first)
        #expect(google.grown(by: 3).contains(tip))
        #expect(!google.grown(by: -3).contains(tip))
        // Its base lies farther from the node than its tip.
        for corner in heads[0].dropFirst() {
            #expect(
                corner.distance(to: picture.nodes[0].frame.center) < tip.distance(
                    to: picture.nodes[0].frame.center) + 20)
        }
    }

    @Test func bothDirectionsHaveAHeadAndTheWordsStandOnce() throws {
        let back = Diagram.Arrow(from: "organization:Google", to: "model:BERT", label: "released by")
        let picture = try diagram([arrow, back]).compose()
        #expect(heads(picture).count == 2)
        #expect(picture.scene.groups.count { $0.kind == "relation" } <= 1)
    }

    @Test func wordsOfArrowsTouchNothing() throws {
        let graph = Samples.ego(20, density: 0.2)
        var picture = Diagram(graph, title: "x")
        picture.arrows = graph.edges.map {
            .init(from: graph.nodes[$0.a].id, to: graph.nodes[$0.b].id, label: "evaluated on")
        }
        let composed = try picture.compose()
        let boxes = composed.scene.groups.filter { $0.kind == "relation" }.flatMap(\.marks).compactMap {
            mark -> Rectangle? in
            if case .box(let box) = mark { box.frame } else { nil }
        }
        #expect(boxes.count > 5)
        for (index, box) in boxes.enumerated() {
            for other in boxes[(index + 1)...] + composed.nodes.map(\.frame) {
                #expect(!box.intersects(other))
            }
        }
    }

    @Test func arrowsKeepTheirEdges() {
        let graph = Samples.ego(40, density: 0.5)
        let hidden = graph.edges.filter { edge in !Links(graph).drawn.contains { $0.edge == edge } }
        let arrows = hidden.prefix(5).map {
            Diagram.Arrow(from: graph.nodes[$0.a].id, to: graph.nodes[$0.b].id, label: "at")
        }
        let drawn = Links(graph, arrows: Arrows(Array(arrows), graph)).drawn
        #expect(hidden.count >= 5)
        for edge in hidden.prefix(5) { #expect(drawn.contains { $0.edge == edge }) }
    }

    @Test func arrowsOfNodesThatAreNotThereAreIgnored() throws {
        let odd = [
            Diagram.Arrow(from: "model:BERT", to: "model:none", label: "x"),
            Diagram.Arrow(from: "model:BERT", to: "model:BERT", label: "x"),
        ]
        #expect(heads(try diagram(odd).compose()).isEmpty)
    }

    @Test func wordsAreEscaped() throws {
        var arrow = arrow
        arrow.label = "]]></text><script>\u{202E}"
        let svg = String(decoding: try diagram([arrow]).render(.svg), as: UTF8.self)
        #expect(!svg.contains("<script") && !svg.contains("]]>"))
        #expect(try diagram([arrow]).render(.png).count > 1000)
    }
}
