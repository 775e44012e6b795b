import GRDB
import GraphStore
import KGModel

/// The relations that texts state between the nodes of a subgraph.
struct StatedRelations {
    /// By kind and subject, then in the order in which the texts state them: authors stay in their order. Each once.
    let all: [SubgraphContent.Relation]
    /// By the number of the passage in the database, indexes into `all`.
    let ofPassage: [Int64: [Int]]

    private struct Key: Hashable {
        /// Index into the kinds.
        var kind: Int
        var subject: Int
        var object: Int
    }

    /// - Parameter entities: the nodes, by the numbers of their entities.
    init(_ db: Database, _ entities: EntityPositions, _ filter: IssueFilter) throws {
        let (condition, values) = filter.condition
        let issues =
            filter.isEmpty
            ? nil
            : Set(
                try Int64.fetchAll(
                    db, sql: "SELECT id FROM issue WHERE \(condition)", arguments: StatementArguments(values))
            )
        let rows = try RowStatement(
            db,
            """
            SELECT kind, subject_id, object_id, passage_id, issue_id FROM relations
            ORDER BY date IS NULL, date, issue, id
            """)
        var kinds: [String] = []
        // In the order of the texts.
        var found: [Key] = []
        var passages: [[Int64]] = []
        var places: [Key: Int] = [:]
        while try rows.next() {
            guard let subject = entities[Int64(rows.integer(1))],
                let object = entities[Int64(rows.integer(2))],
                issues?.contains(Int64(rows.integer(4))) ?? true
            else { continue }
            let name = rows.text(0)
            let kind = kinds.firstIndex(of: name) ?? kinds.endIndex
            if kind == kinds.endIndex { kinds.append(name) }
            let key = Key(kind: kind, subject: subject, object: object)
            let passage = Int64(rows.integer(3))
            if let place = places[key] {
                if !passages[place].contains(passage) { passages[place].append(passage) }
            } else {
                places[key] = found.count
                found.append(key)
                passages.append([passage])
            }
        }
        let ranks = kinds.indices.map { kind in kinds.count { $0 < kinds[kind] } }
        let order = found.indices.sorted { a, b in
            (ranks[found[a].kind], found[a].subject, a) < (ranks[found[b].kind], found[b].subject, b)
        }
        all = order.map { place in
            SubgraphContent.Relation(
                kind: kinds[found[place].kind], subject: found[place].subject, object: found[place].object)
        }
        var ofPassage: [Int64: [Int]] = [:]
        for (index, place) in order.enumerated() {
            for passage in passages[place] { ofPassage[passage, default: []].append(index) }
        }
        self.ofPassage = ofPassage
    }
}
