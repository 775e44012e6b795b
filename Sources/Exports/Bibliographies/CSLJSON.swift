import KnowledgeGraph

/// The papers of the graph as CSL-JSON. Source: Citation Style Language 1.0.2, csl-data.json.
public enum CSLJSON: ExportFormat {
    public static let name = "csl-json"
    public static let summary = "papers for Zotero, pandoc, citeproc"

    public static func export(_ graph: ExportGraph) -> Export {
        let references = Reference.all(graph)
        let items = references.map { one in
            var members: [JSONValue.Member] = [
                .init("id", .string(one.key)),
                .init("type", .string(one.arxiv == nil ? "document" : "article")),
                .init("title", .string(one.title)),
            ]
            if !one.authors.isEmpty { members.append(.init("author", .array(one.authors.map(name)))) }
            if let year = one.year {
                let parts = [year] + (one.month.map { [$0] } ?? [])
                members.append(
                    .init(
                        "issued",
                        .object([.init("date-parts", .array([.array(parts.map { .integer($0) })]))])))
            }
            if let arxiv = one.arxiv {
                members.append(.init("publisher", .string("arXiv")))
                members.append(.init("number", .string("arXiv:" + arxiv)))
            }
            if let doi = one.doi { members.append(.init("DOI", .string(doi))) }
            if let url = one.url { members.append(.init("URL", .string(url))) }
            return JSONValue.object(members)
        }
        var out = TextWriter()
        out.write(JSONValue.array(items).pretty + "\n")
        let notes = references.isEmpty ? ["no papers among these names"] : []
        return Export([ExportFile("papers.json", out)], notes: notes)
    }

    /// Family and given name where they can be told apart, by the last blank; particles are the style's matter.
    private static func name(_ author: String) -> JSONValue {
        guard let blank = author.lastIndex(of: " ") else {
            return .object([.init("literal", .string(author))])
        }
        return .object([
            .init("family", .string(String(author[author.index(after: blank)...]))),
            .init("given", .string(String(author[..<blank]))),
        ])
    }
}
