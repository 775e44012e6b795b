import GRDB
import GraphStore
import KGModel

extension KnowledgeGraph {
    /// What stands behind the figures of a subgraph.
    ///
    /// - Parameters:
    ///   - parts: what of it; the rest is left empty.
    ///   - quotations: for each node and each pair at most, the earliest.
    ///   - filter: the one that the subgraph was counted with.
    public func content(
        of graph: Subgraph, parts: SubgraphContent.Parts, quotations: Int = 3,
        filter: IssueFilter = IssueFilter()
    ) throws -> SubgraphContent {
        try read { db in
            var positions: [String: Int] = [:]
            for (index, node) in graph.nodes.enumerated() { positions[node.id] = index }
            var nodeOf: [Int64: Int] = [:]
            let rows = try Row.fetchCursor(db, sql: "SELECT id, key FROM entity")
            while let row = try rows.next() { nodeOf[row[0]] = positions[row[1]] }

            var nodes = Array(repeating: SubgraphContent.Node(), count: graph.nodes.count)
            if parts.contains(.names) { try Self.readNames(db, graph, nodeOf, &nodes) }
            let stated = try StatedRelations(db, nodeOf, filter)
            var relations = stated.all
            guard !parts.isDisjoint(with: [.dates, .evidence, .pairEvidence]) else {
                return SubgraphContent(graph: graph, nodes: nodes, relations: relations)
            }
            let places = try NamedPlaces(
                db, graph, nodeOf, stated, parts, quotations: quotations, filter: filter)
            for index in nodes.indices {
                nodes[index].days = places.nodeDays[index]
                nodes[index].passages = places.nodePassages[index]
            }
            var edges = Array(repeating: SubgraphContent.Edge(), count: graph.edges.count)
            for index in edges.indices {
                edges[index].days = places.edgeDays[index]
                edges[index].passages = places.edgePassages[index]
            }
            for index in relations.indices { relations[index].passages = places.relationPassages[index] }
            let (passages, issues) = try Self.readPassages(db, places)
            return SubgraphContent(
                graph: graph, nodes: nodes, edges: edges, relations: relations, dates: places.dates,
                passages: passages,
                issues: issues)
        }
    }

    private static func readNames(
        _ db: Database, _ graph: Subgraph, _ nodeOf: [Int64: Int], _ nodes: inout [SubgraphContent.Node]
    ) throws {
        let aliases = try Row.fetchCursor(
            db, sql: "SELECT entity_id, name, language FROM alias ORDER BY entity_id, name")
        while let row = try aliases.next() {
            guard let node = nodeOf[row[0]] else { continue }
            let name: String = row[1]
            if name != graph.nodes[node].name {
                nodes[node].aliases.append(Entity.Alias(name: name, language: row[2]))
            }
        }
        let identities = try Row.fetchCursor(
            db, sql: "SELECT entity_id, identity FROM identity ORDER BY entity_id, identity")
        while let row = try identities.next() {
            guard let node = nodeOf[row[0]], let identity = Identity(row[1] as String) else { continue }
            nodes[node].identities.append(identity)
        }
    }

    private static func readPassages(
        _ db: Database, _ places: NamedPlaces
    ) throws -> (passages: [SubgraphContent.Passage], issues: [SubgraphContent.Issue]) {
        var passages: [SubgraphContent.Passage] = []
        var issues: [SubgraphContent.Issue] = []
        var issueOf: [Int64: Int] = [:]
        let texts = try db.makeStatement(
            sql: "SELECT issue_id, ordinal, section, text FROM passage WHERE id = ?")
        let heads = try db.makeStatement(sql: "SELECT path, title, date, language FROM issue WHERE id = ?")
        for quoted in places.quoted {
            guard let row = try Row.fetchOne(texts, arguments: [quoted.id]) else { continue }
            let issue: Int
            if let known = issueOf[row[0]] {
                issue = known
            } else {
                issue = issues.count
                issueOf[row[0]] = issue
                if let head = try Row.fetchOne(heads, arguments: [row[0] as Int64]) {
                    issues.append(
                        SubgraphContent.Issue(
                            path: head[0], title: head[1], date: head[2], language: head[3]))
                }
            }
            passages.append(
                SubgraphContent.Passage(
                    issue: issue, ordinal: row[1], section: row[2], text: row[3], line: quoted.line,
                    marks: quoted.marks))
        }
        return (passages, issues)
    }
}
