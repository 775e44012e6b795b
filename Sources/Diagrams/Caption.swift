import KnowledgeGraph

/// The sentence under the picture, and what a screen reader says about it.
enum Caption {
    /// `39 issues, 2020-01-12 to 2020-04-06 · 14 more names left out · 31 weaker links not drawn`
    static func text(_ graph: Subgraph, hiddenEdges: Int) -> String {
        var parts: [String] = []
        var scope = graph.issues > 0 ? [count(graph.issues, "issue")] : []
        switch (graph.firstDate, graph.lastDate) {
        case (let first?, let last?): scope.append(first == last ? first : "\(first) to \(last)")
        case (let date?, nil), (nil, let date?): scope.append(date)
        case (nil, nil): break
        }
        if !scope.isEmpty { parts.append(scope.joined(separator: ", ")) }
        if graph.omittedNodes > 0 { parts.append("\(graph.omittedNodes) more left out") }
        if hiddenEdges > 0 { parts.append("\(count(hiddenEdges, "weaker link")) not drawn") }
        return parts.joined(separator: " · ")
    }

    /// A paragraph for `desc`.
    static func summary(_ graph: Subgraph, caption: String) -> String {
        let types = Set(graph.nodes.map(\.type)).sorted().map { type in
            let number = graph.nodes.count { $0.type == type }
            return number == 1 ? "1 \(type.rawValue)" : "\(number) \(type.plural)"
        }
        var text = "A graph of \(types.joined(separator: ", ")), linked where one passage names both."
        let asked = graph.nodes.filter { $0.depth == 0 }.prefix(8).map { $0.displayName() }
        if !asked.isEmpty, asked.count < graph.nodes.count {
            text += " In the middle: \(asked.joined(separator: ", "))."
        }
        if !caption.isEmpty { text += " \(caption)." }
        return text
    }

    /// `1 issue`, `2 issues`.
    static func count(_ number: Int, _ word: String) -> String {
        number == 1 ? "1 \(word)" : "\(number) \(word)s"
    }
}
