import Foundation
import KGModel
import KnowledgeGraph
import Testing

@testable import Diagrams

/// Small pictures, byte for byte as somebody looked at them and found them good.
///
///     KG_UPDATE_GOLDEN=1 swift test --filter GoldenFileTests
///
/// writes them anew; look at each before it is committed. None of them asks Graphviz for places, whose engines
/// may place differently in another release.
@Suite struct GoldenFileTests {
    @Test(arguments: ["around-a-name", "around-a-name-dark", "type-against-type", "card-for-paper"])
    func diagramsAreDrawnAsTheyWere(name: String) throws {
        try compare(try Self.diagram(name).render(.svg), with: name)
    }

    @Test(arguments: ["shares", "counts", "counts-side-by-side"])
    func chartsAreDrawnAsTheyWere(name: String) throws {
        try compare(try Self.chart(name).render(.svg), with: name)
    }

    private static func diagram(_ name: String) throws -> Diagram {
        var graph = Samples.ego(9, density: 0.3)
        graph.omittedNodes = 14
        var diagram = Diagram(graph, title: "Beside BERT")
        switch name {
        case "type-against-type":
            diagram.subgraph = Samples.ego(15, density: 0.4).between(
                TypePair(.model, .organization), limit: 12)
            (diagram.title, diagram.layout, diagram.leftType) = ("Models and organizations", .columns, .model)
        case "card-for-paper":
            (diagram.size, diagram.theme, diagram.layout) = (.card, .print, .columns)
        default:
            diagram.theme = name.hasSuffix("dark") ? .dark : .light
            let points = [
                (340, 250), (120, 120), (560, 130), (110, 330), (550, 350), (320, 100), (340, 400),
                (150, 220), (540, 230),
            ]
            let nodes = zip(graph.nodes, points).map { node, point in
                "{\"id\": \"\(node.id)\", \"x\": \(point.0), \"y\": \(point.1)}"
            }
            let json =
                "{\"kg\": \"diagram\", \"width\": 680, \"text\": 15, \"nodes\": [\(nodes.joined(separator: ","))]}"
            diagram.places = try SavedLayout(Array(json.utf8))
            diagram.evidence["model:BERT"] = .init(
                text: "“BERT was everywhere.” — one.md:7", link: "https://example.org/one.md#L7")
        }
        return diagram
    }

    private static func chart(_ name: String) -> Chart {
        let months = ["2019-11", "2019-12", "2020-01", "2020-02", "2020-03"]
        if name == "shares" {
            let counts = [("BERT", [3, 4, 4, 2, 4]), ("微软", [0, 1, 1, 2, 3])]
            let series = counts.map { name, counts in
                Chart.Series(
                    name: name,
                    values: counts.map { count in
                        let share = Proportion(count: count, total: 4)
                        return .init(share.share, interval: share.wilson, note: "\(count) of 4 issues")
                    })
            }
            return Chart(
                .shares(series), periods: months, title: "How often BERT and 微软 are named",
                subtitle: "Share of the issues of a month", caption: "20 issues, Nov 2019 to Mar 2020")
        }
        let series = EntityType.allCases.enumerated().map { index, type in
            Chart.Series(
                name: type.plural, type: type,
                values: months.indices.map { .init(Double(($0 * 3 + index * 5) % 11)) })
        }
        var chart = Chart(.counts(series), periods: months, title: "What the issues name")
        chart.isInMultiples = name == "counts-side-by-side"
        if chart.isInMultiples { chart.theme = .colourBlindSafe }
        return chart
    }

    private func compare(_ bytes: [UInt8], with name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/\(name).svg")
        if ProcessInfo.processInfo.environment["KG_UPDATE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
        let golden = try Data(contentsOf: file)
        #expect(Data(bytes) == golden, "\(name).svg has changed; draw it anew and look at it")
    }
}
