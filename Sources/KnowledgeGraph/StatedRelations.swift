import GRDB
import KGModel

/// The relations that texts state between the nodes of a subgraph.
struct StatedRelations {
    /// By kind and subject, then in the order in which the texts state them: authors stay in their order. Each once.
    let all: [SubgraphContent.Relation]
    /// By the number of the passage in the database, indexes into `all`.
    let ofPassage: [Int64: [Int]]

    init(_ db: Database, _ nodeOf: [Int64: Int], _ filter: IssueFilter) throws {
        let (condition, values) = filter.condition
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT kind, subject_id, object_id, passage_id FROM relations
                WHERE issue_id IN (SELECT id FROM issue WHERE \(condition))
                ORDER BY date IS NULL, date, issue, id
                """, arguments: StatementArguments(values))
        var passages: [SubgraphContent.Relation: Set<Int64>] = [:]
        // The place in the texts at which each is stated first.
        var firsts: [SubgraphContent.Relation: Int] = [:]
        while let row = try rows.next() {
            guard let subject = nodeOf[row[1]], let object = nodeOf[row[2]] else { continue }
            let relation = SubgraphContent.Relation(kind: row[0], subject: subject, object: object)
            passages[relation, default: []].insert(row[3])
            if firsts[relation] == nil { firsts[relation] = firsts.count }
        }
        all = passages.keys.sorted { a, b in
            (a.kind, a.subject, firsts[a] ?? 0) < (b.kind, b.subject, firsts[b] ?? 0)
        }
        var ofPassage: [Int64: [Int]] = [:]
        for (index, relation) in all.enumerated() {
            for passage in passages[relation] ?? [] { ofPassage[passage, default: []].append(index) }
        }
        self.ofPassage = ofPassage
    }
}
