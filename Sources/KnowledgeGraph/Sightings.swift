import GRDB
import GraphStore

/// All mentions that are linked to an entity, by passage and place.
struct Sightings {
    struct Sighting {
        /// Numbers in the database.
        var passage: Int64
        var entity: Int64
        /// Position of the entity's node in the subgraph; negative where it is none.
        var node: Int32
        /// Bytes of the passage's text.
        var start: Int32
        var end: Int32

        var mark: SubgraphContent.Passage.Mark? {
            guard node >= 0, start <= end else { return nil }
            return .init(range: Int(start)..<Int(end), node: Int(node))
        }
    }

    private var all: [Sighting] = []

    init(_ db: Database, _ entities: EntityPositions) throws {
        let rows = try RowStatement(
            db,
            """
            SELECT passage_id, entity_id, text_start, text_end FROM mention WHERE entity_id IS NOT NULL
            ORDER BY passage_id, text_start
            """)
        while try rows.next() {
            let entity = Int64(rows.integer(1))
            all.append(
                Sighting(
                    passage: Int64(rows.integer(0)), entity: entity,
                    node: Int32(truncatingIfNeeded: entities[entity] ?? -1),
                    start: Int32(truncatingIfNeeded: rows.integer(2)),
                    end: Int32(truncatingIfNeeded: rows.integer(3))))
        }
    }

    subscript(index: Int) -> Sighting { all[index] }

    /// The sightings of each passage of an issue that has any.
    func passages(of issue: IssuePassages) -> [Range<Int>] {
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle].passage < issue.passages.lowerBound { low = middle + 1 } else { high = middle }
        }
        var ranges: [Range<Int>] = []
        while low < all.count, all[low].passage < issue.passages.upperBound {
            let start = low
            while low < all.count, all[low].passage == all[start].passage { low += 1 }
            ranges.append(start..<low)
        }
        return ranges
    }

    /// The nodes that a passage names, each once and sorted, and how many entities it names, nodes or not.
    func named(in passage: Range<Int>) -> (nodes: [Int], entities: Int) {
        if passage.count == 1 {
            let node = all[passage.lowerBound].node
            return (node < 0 ? [] : [Int(node)], 1)
        }
        let entities = Self.distinct(passage.map { all[$0].entity })
        let nodes = Self.distinct(passage.lazy.map { Int(all[$0].node) }.filter { $0 >= 0 })
        return (nodes, entities.count)
    }

    private static func distinct<Number: Comparable>(_ numbers: some Sequence<Number>) -> [Number] {
        numbers.sorted().reduce(into: []) { kept, number in
            if kept.last != number { kept.append(number) }
        }
    }
}

/// Which passages an issue has.
struct IssuePassages {
    var id: Int64
    var date: String?
    /// The same for an issue and its translations; an issue without any has one of its own.
    var edition: Int
    /// Their numbers in the database.
    var passages: Range<Int64>

    /// The issues of a filter, by date and path.
    static func all(_ db: Database, _ filter: IssueFilter) throws -> [IssuePassages] {
        let (condition, values) = filter.condition
        return try Row.fetchAll(
            db,
            sql: """
                SELECT id, date, edition, first_passage, passages FROM issue WHERE \(condition)
                ORDER BY date IS NULL, date, path
                """, arguments: StatementArguments(values)
        ).map { row in
            let (id, first, count): (Int64, Int64, Int64) = (row[0], row[3], row[4])
            let end = first.addingReportingOverflow(count).partialValue
            return IssuePassages(
                id: id, date: row[1], edition: row[2] ?? -1 - Int(truncatingIfNeeded: id),
                passages: first..<max(first, end))
        }
    }
}
