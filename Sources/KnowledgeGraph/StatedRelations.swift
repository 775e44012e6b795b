import GRDB
import KGModel

/// The relations that texts state between the nodes of a subgraph.
struct StatedRelations {
    /// By kind, then by the places of their ends in the subgraph; each once.
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
                """, arguments: StatementArguments(values))
        var passages: [SubgraphContent.Relation: Set<Int64>] = [:]
        while let row = try rows.next() {
            guard let subject = nodeOf[row[1]], let object = nodeOf[row[2]] else { continue }
            let relation = SubgraphContent.Relation(kind: row[0], subject: subject, object: object)
            passages[relation, default: []].insert(row[3])
        }
        all = passages.keys.sorted { ($0.kind, $0.subject, $0.object) < ($1.kind, $1.subject, $1.object) }
        var ofPassage: [Int64: [Int]] = [:]
        for (index, relation) in all.enumerated() {
            for passage in passages[relation] ?? [] { ofPassage[passage, default: []].append(index) }
        }
        self.ofPassage = ofPassage
    }
}
