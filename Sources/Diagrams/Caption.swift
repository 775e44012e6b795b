import KnowledgeGraph

/// The line under the picture, and what a screen reader says about it.
enum Caption {
    /// `39 issues, Jan to Mar 2020 · and 14 more names · 31 weaker links not drawn`
    static func text(_ graph: Subgraph, hiddenEdges: Int) -> String {
        var parts: [String] = []
        let scope = [
            graph.issues > 0 ? count(graph.issues, "issue") : nil,
            DateSpan.text(graph.firstDate, graph.lastDate),
        ].compactMap { $0 }
        if !scope.isEmpty { parts.append(scope.joined(separator: ", ")) }
        if graph.omittedNodes > 0 {
            parts.append("and \(count(graph.omittedNodes, "more name", "more names"))")
        }
        if graph.testability != nil, graph.droppedEdges > 0 {
            parts.append("\(count(graph.droppedEdges, "link")) not significant")
        }
        if hiddenEdges > 0 { parts.append("\(count(hiddenEdges, "weaker link")) not drawn") }
        return parts.joined(separator: " · ")
    }

    /// A paragraph for `desc` and for a page's alternative text: what is drawn, then its strongest links.
    static func summary(_ graph: Subgraph, links: Links, caption: String) -> String {
        let types = Set(graph.nodes.map(\.type)).sorted().map { type in
            let number = graph.nodes.count { $0.type == type }
            return number == 1 ? "1 \(type.rawValue)" : "\(number) \(type.plural)"
        }
        var text = "Network of \(list(types)), linked where one passage names both."
        let asked = graph.nodes.filter { $0.depth == 0 }.prefix(8).map { $0.displayName(maxLength: 80) }
        if !asked.isEmpty, asked.count < graph.nodes.count { text += " In the middle: \(list(asked))." }
        let strongest = links.drawn.reversed().prefix(5).map { link in
            let names = [link.edge.a, link.edge.b].map { graph.nodes[$0].displayName(maxLength: 80) }
            return "\(names[0]) with \(names[1]) (\(count(link.edge.passages, "shared passage")))"
        }
        if !strongest.isEmpty {
            text +=
                " Strongest \(strongest.count == 1 ? "link" : "links"): \(list(strongest, separator: "; "))."
        }
        if !caption.isEmpty { text += " \(caption.prefix(1).uppercased() + caption.dropFirst())." }
        return text
    }

    /// `1 issue`, `2 issues`, `1,298 issues`.
    static func count(_ number: Int, _ word: String, _ plural: String? = nil) -> String {
        number == 1 ? "1 \(word)" : "\(grouped(number)) \(plural ?? word + "s")"
    }

    /// With a comma between thousands.
    static func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        var index = digits.count - 3
        while index > 0 {
            digits.insert(",", at: digits.index(digits.startIndex, offsetBy: index))
            index -= 3
        }
        return number < 0 ? "-" + digits : digits
    }

    /// `a, b and c`.
    static func list(_ words: [String], separator: String = ", ") -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: separator) + " and \(last)"
    }
}
