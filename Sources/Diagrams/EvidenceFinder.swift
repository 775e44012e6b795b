import Foundation
import KnowledgeGraph

extension DiagramEvidence {
    /// Looks up the first passage behind each node and each drawn edge of a diagram.
    ///
    /// - Parameters:
    ///   - filter: only what these issues say.
    ///   - linkPrefix: the address under which the issues can be read; an issue's path, from the folder that all
    ///     issues share, and its line are put behind it. Nil for no links.
    ///   - quoting: whether sources quote the passage, or tell its place alone.
    public init(
        of diagram: Diagram, in graph: KnowledgeGraph, filter: IssueFilter = IssueFilter(),
        linkPrefix: String? = nil, quoting: Bool = true
    ) throws {
        self.init()
        let base = Self.sharedFolder(of: try graph.outermostIssuePaths())
        func source(_ quotation: Quotation) -> Source {
            let path = String(quotation.issue.dropFirst(base.count))
            let place = "\(Label.clean(path)):\(quotation.line)"
            let text = quoting ? "“\(Self.excerpt(quotation))” — \(place)" : place
            return Source(text: text, link: linkPrefix.map { Self.link($0, path, quotation.line) })
        }
        let nodes = diagram.subgraph.nodes
        let edges = diagram.drawnEdges()
        let found = try graph.firstQuotations(of: diagram.subgraph, edges: edges, filter: filter)
        for (node, quotation) in zip(nodes, found.nodes) { self[node.id] = quotation.map(source) }
        for (edge, quotation) in zip(edges, found.pairs) {
            self[nodes[edge.a].id, nodes[edge.b].id] = quotation.map(source)
        }
    }

    /// Whether a text may stand before a path in a link: a web address or a path, nothing that runs.
    public static func isLinkPrefix(_ text: String) -> Bool {
        guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value <= 0x20 || $0.value == 0x7F })
        else {
            return false
        }
        let scheme = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard scheme.contains(":") else { return true }
        return ["http:", "https:"].contains(scheme.lowercased())
    }

    /// The folders that all paths begin with, with the last slash.
    static func sharedFolder(of paths: [String]) -> String {
        func folder(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }
        guard var shared = paths.first.map(folder) else { return "" }
        for path in paths {
            while !path.hasPrefix(shared) { shared = folder(String(shared.dropLast())) }
        }
        return shared
    }

    static func link(_ prefix: String, _ path: String, _ line: Int) -> String {
        let safe = CharacterSet(
            charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
        return prefix + (path.addingPercentEncoding(withAllowedCharacters: safe) ?? "") + "#L\(line)"
    }

    /// About 200 characters around the first name.
    private static func excerpt(_ quotation: Quotation) -> String {
        let bytes = Array(quotation.text.utf8)
        let first = min(quotation.marks.first?.lowerBound ?? 0, bytes.count)
        let before = String(decoding: bytes[..<first], as: UTF8.self).suffix(80)
        let after = String(decoding: bytes[first...], as: UTF8.self)
        let isCutBefore = before.utf8.count < first
        let text = Label.clean((isCutBefore ? "…" : "") + before + after, maxLength: 200)
        return text.count < 200 ? text : text + "…"
    }
}
