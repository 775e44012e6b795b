import KGModel
import KnowledgeGraph
import Testing

@testable import Diagrams

/// Layers and circles, on pages of any shape.
@Suite struct LayoutTests {
    @Test(
        arguments: [Diagram.Layout.dot, .circo, .twopi, .neato, .sfdp],
        [PictureSize.column, .card, PictureSize(width: 400)])
    func noLabelLiesOnAnotherAndNothingLeavesThePage(layout: Diagram.Layout, size: PictureSize) throws {
        let picture = try Diagram(Samples.ego(30, density: 0.3), title: "A title", layout: layout, size: size)
            .compose()
        let frames = picture.nodes.map(\.frame)
        let page = picture.scene.size
        for (index, frame) in frames.enumerated() {
            #expect(!frames[(index + 1)...].contains(where: frame.intersects), "\(layout) \(index)")
            #expect(frame.x >= 0 && frame.y >= 0 && frame.maxX <= page.width && frame.maxY <= page.height)
        }
        for group in picture.scene.groups where group.kind == "edge" {
            for case .line(let line) in group.marks {
                for point in line.curves.flatMap({ $0.points(8) }) {
                    #expect((0...page.width).contains(point.x) && (0...page.height).contains(point.y))
                }
            }
        }
    }

    @Test func aTrunkLeadsToEveryNodeByItsStrongestLink() throws {
        let graph = Samples.ego(20, density: 0.4)
        let links = Links(graph, layers: Trunk.Room(layers: 4, rows: nil))
        let layers = try #require(links.layers)
        #expect(layers[0] == 0 && layers.dropFirst().allSatisfy { (1...3).contains($0) })
        let trunk = links.drawn.filter { $0.parent != nil }
        #expect(trunk.count == 19)
        for link in trunk {
            let parent = try #require(link.parent)
            let child = link.edge.a == parent ? link.edge.b : link.edge.a
            #expect(layers[child] == layers[parent] + 1)
        }
    }

    @Test func layersTakeNoMoreRowsThanThereIsRoomFor() throws {
        let graph = Samples.ego(24, density: 0.6)
        let free = try #require(Links(graph, layers: Trunk.Room(layers: 6, rows: nil)).layers)
        let bound = try #require(Links(graph, layers: Trunk.Room(layers: 6, rows: 6)).layers)
        func widest(_ layers: [Int]) -> Int { (0...6).map { n in layers.count { $0 == n } }.max() ?? 0 }
        #expect(widest(bound) < widest(free))
    }

    @Test func severalNamesThatWereAskedForStandOnALevel() {
        var graph = Samples.ego(8)
        graph.nodes[1].depth = 0
        #expect(Links(graph, layers: Trunk.Room(layers: 4, rows: nil)).layers == nil)
    }

    /// The order around the middle is the engine's, from the node at the left clockwise.
    @Test func aRingKeepsTheOrderOfTheEngine() throws {
        let ring = Ring(
            sizes: Array(repeating: Size(width: 80, height: 20), count: 4), gap: 10,
            frame: Rectangle(x: 0, y: 0, width: 600, height: 300), isFixed: true)
        let points = [Point(x: 0, y: -9), Point(x: 9, y: 0), Point(x: 0, y: 9), Point(x: -9, y: 0)]
        let centers = try #require(ring.centers(like: points, first: 3))
        #expect(centers[3].x < centers[0].x && centers[0].x < centers[1].x)
        #expect(centers[0].y < centers[1].y && centers[1].y < centers[2].y)
        #expect(ring.centers(like: points, first: 3) == centers)
    }
}
