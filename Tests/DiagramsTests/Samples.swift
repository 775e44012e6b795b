import KGModel
import KnowledgeGraph

@testable import Diagrams

/// Graphs to draw, the same in every run.
enum Samples {
    static let names: [(String, EntityType)] = [
        ("BERT", .model), ("GPT-2", .model), ("Google", .organization), ("Transformers", .library),
        ("微软", .organization), ("SQuAD", .dataset), ("Jacob Devlin", .person), ("ACL", .venue),
        ("斯坦福大学", .organization), ("Attention Is All You Need", .paper), ("PyTorch", .library),
        ("Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer", .paper),
        ("Université de Montréal", .organization), ("T5", .model), ("哈尔滨工业大学讯飞联合实验室", .organization),
    ]

    /// A graph of `count` nodes around the first; `density` (0 to 1) is the share of the other pairs linked.
    static func ego(_ count: Int, density: Double = 0.2, seed: UInt64 = 1) -> Subgraph {
        var random = Random(state: seed)
        let nodes = (0..<count).map { index in
            let (name, type) = names[index % names.count]
            let round = index / names.count
            let unique = round == 0 ? name : "\(name) \(round + 1)"
            let issues = 1 + random.next(40)
            return Subgraph.Node(
                id: "\(type):\(unique)", name: unique, type: type, issues: issues, mentions: issues * 2,
                depth: index == 0 ? 0 : 1)
        }
        var edges: [Subgraph.Edge] = []
        for a in 0..<count {
            for b in (a + 1)..<max(count, a + 1) where a == 0 || random.next(1000) < Int(density * 1000) {
                let passages = 1 + random.next(a == 0 ? 30 : 8)
                edges.append(.init(a: a, b: b, passages: passages, issues: 1, npmi: 0.2, llr: 3))
            }
        }
        return Subgraph(
            nodes: nodes, edges: edges, omittedNodes: 14, issues: 39, firstDate: "2020-01-12",
            lastDate: "2020-04-06")
    }

    /// A star around the first of these names.
    static func star(_ names: [String]) -> Subgraph {
        let nodes = names.enumerated().map { index, name in
            Subgraph.Node(
                id: "model:\(name)", name: name, type: .model, issues: 3, mentions: 5,
                depth: index == 0 ? 0 : 1)
        }
        let edges = nodes.indices.dropFirst().map {
            Subgraph.Edge(a: 0, b: $0, passages: $0, issues: 1, npmi: 0.1, llr: 1)
        }
        return Subgraph(nodes: nodes, edges: edges)
    }

    static let oddNames = [
        "say \"BERT\" & <co>", #"C:\new\N \G \E"#, #"ends in \"#, #"\""#, "line\nbreak\r\ttab",
        "🤗 Transformers 👩‍👩‍👧",
        "مايكروسوفت", "האוניברסיטה העברית", String(repeating: "long name ", count: 300),
        String(repeating: "x", count: 3000), "", " \u{0}\u{7}\u{FFFF}", "\u{202E}]]></script>", "<HTML>",
        "e" + String(repeating: "\u{301}", count: 3000), "𠀀𠮷", "%s%n%d", "-- -> {}; // /* #",
    ]

    private struct Random {
        var state: UInt64

        /// 0 up to `bound`.
        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
    }
}
