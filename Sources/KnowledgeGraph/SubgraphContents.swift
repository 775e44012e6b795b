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
            let entities = try Self.entities(db, graph)
            var nodes = Array(repeating: SubgraphContent.Node(), count: graph.nodes.count)
            if parts.contains(.names) { try Self.readNames(db, graph, entities, &nodes) }
            let stated = try StatedRelations(db, entities, filter)
            var relations = stated.all
            guard !parts.isDisjoint(with: [.dates, .evidence, .pairEvidence]) else {
                return SubgraphContent(graph: graph, nodes: nodes, relations: relations)
            }
            let places = try NamedPlaces(
                db, graph, entities, stated, parts, quotations: quotations, filter: filter)
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

    /// The entities of the nodes, in their order.
    static func entities(_ db: Database, _ graph: Subgraph) throws -> EntityPositions {
        var ids: [String: Int64] = [:]
        if graph.nodes.contains(where: { $0.entity == nil }) {
            let rows = try RowStatement(db, "SELECT key, id FROM entity")
            while try rows.next() { ids[rows.text(0)] = Int64(rows.integer(1)) }
        }
        // A node that the database does not have gets a number that none has.
        return EntityPositions(
            graph.nodes.enumerated().map { $1.entity ?? ids[$1.id] ?? Int64.min + Int64($0) })
    }

    private static func readNames(
        _ db: Database, _ graph: Subgraph, _ entities: EntityPositions,
        _ nodes: inout [SubgraphContent.Node]
    ) throws {
        let aliases = try RowStatement(
            db, "SELECT entity_id, name, language FROM alias ORDER BY entity_id, name")
        while try aliases.next() {
            guard let node = entities[Int64(aliases.integer(0))] else { continue }
            let name = aliases.text(1)
            if name != graph.nodes[node].name {
                nodes[node].aliases.append(Entity.Alias(name: name, language: aliases.optionalText(2)))
            }
        }
        let identities = try RowStatement(
            db, "SELECT entity_id, identity FROM identity ORDER BY entity_id, identity")
        while try identities.next() {
            guard let node = entities[Int64(identities.integer(0))],
                let identity = Identity(identities.text(1))
            else { continue }
            nodes[node].identities.append(identity)
        }
    }

    private static func readPassages(
        _ db: Database, _ places: NamedPlaces
    ) throws -> (passages: [SubgraphContent.Passage], issues: [SubgraphContent.Issue]) {
        var issues: [SubgraphContent.Issue] = []
        var numbers: [Int: Int] = [:]
        let heads = try RowStatement(db, "SELECT path, title, date, language FROM issue WHERE id = ?")
        let issueOfPassage = try places.quoted.map { quoted in
            if let known = numbers[quoted.issue] { return known }
            heads.bind(1, places.issues[quoted.issue].id)
            var head = SubgraphContent.Issue(path: "", title: "")
            while try heads.next() {
                head = SubgraphContent.Issue(
                    path: heads.text(0), title: heads.text(1), date: heads.optionalText(2),
                    language: heads.optionalText(3))
            }
            numbers[quoted.issue] = issues.count
            issues.append(head)
            return issues.count - 1
        }
        let texts = try RowStatement(
            db,
            """
            SELECT text, id - above, first_line + ifnull((
                SELECT line_offset FROM mention_row WHERE passage_id = passage_row.id AND text_start = ?
            ), 0)
            FROM passage_row WHERE id = ?
            """)
        let sections = try Sections(db)
        var passages = zip(places.quoted, issueOfPassage).map { quoted, issue in
            SubgraphContent.Passage(
                issue: issue,
                ordinal: Int(quoted.id - places.issues[quoted.issue].passages.lowerBound), section: "",
                text: "", line: 0, marks: quoted.marks)
        }
        // In the order in which they lie in the file.
        for index in passages.indices.sorted(by: { places.quoted[$0].id < places.quoted[$1].id }) {
            texts.bind(1, passages[index].marks.first?.range.lowerBound ?? 0)
            texts.bind(2, places.quoted[index].id)
            while try texts.next() {
                passages[index].text = texts.text(0)
                passages[index].line = texts.integer(2)
                if !texts.isNull(1) { passages[index].section = try sections.under(Int64(texts.integer(1))) }
            }
        }
        return (passages, issues)
    }
}

/// The headings above passages, as the view `passage` has them; each is put together once.
private final class Sections {
    private let headings: RowStatement
    private var known: [Int64: String] = [:]

    init(_ db: Database) throws {
        headings = try RowStatement(db, "SELECT text, id - above FROM passage_row WHERE id = ?")
    }

    /// - Parameter heading: number of the passage that is the heading.
    func under(_ heading: Int64) throws -> String {
        if let section = known[heading] { return section }
        headings.bind(1, heading)
        var section = ""
        var upper: Int64?
        while try headings.next() {
            section = headings.text(0)
            upper = headings.isNull(1) ? nil : Int64(headings.integer(1))
        }
        // A heading stands below those above it: what says otherwise is no heading's number.
        if let upper, upper < heading { section = try under(upper) + " > " + section }
        known[heading] = section
        return section
    }
}
