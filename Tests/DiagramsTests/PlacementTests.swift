import KnowledgeGraph
import Testing

@testable import Diagrams

@Suite struct PlacementTests {
    @Test(arguments: [1, 2, 3, 5, 12, 30, 60], [240, 1200])
    func nothingOverlaps(count: Int, width: Int) throws {
        for (seed, density) in [(1, 0.05), (2, 0.3)] as [(UInt64, Double)] {
            let graph = Samples.ego(count, density: density, seed: seed)
            expectNoOverlap(
                try Diagram(graph, title: "What stands next to BERT", size: PictureSize(width: width))
                    .compose())
        }
    }

    @Test(arguments: Diagram.Layout.allCases)
    func nothingOverlapsInAnyLayout(layout: Diagram.Layout) throws {
        for count in [1, 2, 9, 24] {
            expectNoOverlap(try Diagram(Samples.ego(count), title: "Around BERT", layout: layout).compose())
        }
    }

    @Test(arguments: [2, 15, 40], Diagram.Layout.allCases)
    func nothingOverlapsInASocialCard(count: Int, layout: Diagram.Layout) throws {
        expectNoOverlap(
            try Diagram(Samples.ego(count), title: "Around BERT", layout: layout, size: .card).compose())
    }

    @Test func nothingOverlapsWithoutEdges() throws {
        var graph = Samples.ego(20)
        graph.edges = []
        expectNoOverlap(try Diagram(graph, title: "Loners").compose())
    }

    @Test func nothingOverlapsWithOddNames() throws {
        let graph = Samples.star(Samples.oddNames)
        for width in [240, 1200] {
            expectNoOverlap(
                try Diagram(graph, title: Samples.oddNames[8], size: PictureSize(width: width)).compose())
        }
    }

    /// The last resort needs no luck: all nodes in one place, in a frame that holds one beside the other.
    @Test func pointsInOnePlaceAreParted() {
        let sizes = (0..<40).map { Size(width: 60 + Double($0 % 5) * 20, height: 30) }
        let placement = Placement(
            sizes: sizes, width: 150, gap: 8, weights: sizes.map { _ in 1 })
        let (centers, height) = placement.place(
            sizes.map { _ in Point(x: 3, y: 3) }, turning: true, evening: 0.5)
        let boxes = zip(centers, sizes).map { Rectangle(center: $0, size: $1) }
        for (index, box) in boxes.enumerated() {
            #expect(box.x >= -0.01 && box.maxX <= 150.01 && box.y >= -0.01 && box.maxY <= height + 0.01)
            for other in boxes[(index + 1)...] { #expect(!box.intersects(other)) }
        }
    }

    @Test func turningLaysTheLongAxisFlat() {
        let points = (0..<10).map { Point(x: Double($0), y: 2 * Double($0)) }
        for point in Placement.turned(points) { #expect(point.y.magnitude < 1e-9) }
        for point in Placement.turned(points, upright: true) { #expect(point.x.magnitude < 1e-9) }
    }

    private func expectNoOverlap(_ picture: Picture, sourceLocation: SourceLocation = #_sourceLocation) {
        let page = Rectangle(x: 0, y: 0, width: picture.scene.size.width, height: picture.scene.size.height)
        let boxes = picture.nodes.map(\.frame)
        for (index, box) in boxes.enumerated() {
            #expect(box.x >= 0 && box.maxX <= page.maxX, sourceLocation: sourceLocation)
            #expect(box.y >= 0 && box.maxY <= page.maxY, sourceLocation: sourceLocation)
            for other in boxes[(index + 1)...] + picture.furniture {
                #expect(!box.grown(by: 2).intersects(other), sourceLocation: sourceLocation)
            }
            let text = picture.nodes[index].label.extent
            #expect(text.width < box.width && text.height < box.height, sourceLocation: sourceLocation)
        }
        for (index, block) in picture.furniture.enumerated() {
            #expect(block.maxX <= page.maxX && block.maxY <= page.maxY, sourceLocation: sourceLocation)
            for other in picture.furniture[(index + 1)...] {
                #expect(!block.intersects(other), sourceLocation: sourceLocation)
            }
        }
    }
}
