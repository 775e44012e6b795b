import Foundation
import GRDB
import KGModel
import Linking

/// The counts behind a diff: who is named on both sides, and when before.
struct Comparison {
    /// Mentions on each side; of translations the mean.
    private(set) var before: [Int64: Double] = [:]
    private(set) var after: [Int64: Double] = [:]
    private(set) var new: [Int64] = []
    private(set) var returning: [Int64] = []
    private(set) var grown: [Int64] = []
    private(set) var gone: [Int64] = []
    /// Of returning ones: the last date before, and the issues that missed them since.
    private(set) var lastDates: [Int64: String] = [:]
    private(set) var missed: [Int64: Int] = [:]
    private(set) var pairs: [(a: Int64, b: Int64, passages: Int)] = []
    private(set) var pairsWithNew = 0

    private var places: [CoMentions.Place] = []
    /// The later side's passages that name each entity.
    private var passages: [Int64: [Int64]] = [:]
    private let later: Set<Int>
    private let firstPlace: Int

    init(_ db: Database, _ shelf: EditionShelf, earlier: [Int], later: [Int]) throws {
        self.later = Set(later)
        firstPlace = later.compactMap { shelf.place(of: $0) }.min() ?? 0
        for edition in earlier {
            before.merge(try Self.mentions(db, shelf, edition).counts, uniquingKeysWith: +)
        }
        for edition in later {
            let (counts, places) = try Self.mentions(db, shelf, edition)
            after.merge(counts, uniquingKeysWith: +)
            self.places += places
        }
        for place in places { passages[Int64(place.entity), default: []].append(Int64(place.passage)) }
        // A span is told per issue, so that it can be compared with a single one.
        for (id, count) in after { after[id] = count / Double(max(1, later.count)) }
        try sort(db, shelf, before: earlier)
    }

    var all: Set<Int64> { Set(before.keys).union(after.keys) }

    /// The later side's passages that name all of some entities; the first few, which is enough to quote one.
    func passages(naming ids: [Int64]) -> [Int64] {
        guard let first = ids.first.flatMap({ passages[$0] }) else { return [] }
        let others = ids.dropFirst().map { Set(passages[$0] ?? []) }
        let all = Set(first).filter { passage in others.allSatisfy { $0.contains(passage) } }
        return Array(all.sorted().prefix(200))
    }

    func gain(_ id: Int64) -> Double {
        let gain = (after[id] ?? 0) - (before[id] ?? 0)
        return after[id] == nil ? -gain : gain
    }

    private static func mentions(
        _ db: Database, _ shelf: EditionShelf, _ edition: Int
    ) throws -> (counts: [Int64: Double], places: [CoMentions.Place]) {
        var counts: [Int64: Double] = [:]
        var places: [CoMentions.Place] = []
        let issues = shelf.editions[edition].issues
        for issue in issues {
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT entity_id, mention_row.passage_id FROM issue
                        JOIN mention_row ON passage_id >= first_passage AND passage_id < first_passage + passages
                    WHERE issue.id = ? AND entity_id IS NOT NULL
                    """, arguments: [issue.id])
            while let row = try rows.next() {
                guard let entity = Int32(exactly: row[0] as Int64) else { continue }
                counts[row[0], default: 0] += 1 / Double(issues.count)
                places.append(
                    CoMentions.Place(passage: row[1], issue: Int32(edition), entity: entity))
            }
        }
        return (counts, places)
    }

    private mutating func sort(_ db: Database, _ shelf: EditionShelf, before: [Int]) throws {
        let appearances = try Appearances(arrays: { try KnowledgeGraph.array($0, db) })
        var placeOfIssue: [UInt32: Int] = [:]
        for (place, edition) in shelf.ordered.enumerated() {
            for issue in shelf.editions[edition].issues { placeOfIssue[UInt32(issue.id)] = place }
        }
        for (index, id) in appearances.ids.enumerated() {
            guard let count = after[id] else {
                if self.before[id] != nil { gone.append(id) }
                continue
            }
            if let former = self.before[id] {
                if count >= former + 1 { grown.append(id) }
                continue
            }
            let last = appearances.issues(at: index).compactMap { placeOfIssue[$0] }.filter {
                $0 < firstPlace
            }.max()
            guard let last else {
                new.append(id)
                continue
            }
            returning.append(id)
            lastDates[id] = shelf.editions[shelf.ordered[last]].date?.description
            missed[id] = firstPlace - last - 1
        }
    }

    /// Pairs that no earlier issue names together. The stored edge tells the number of all editions that do; only
    /// where there are others than the later side's are their places asked for.
    mutating func findPairs(_ db: Database, _ shelf: EditionShelf) throws {
        let isNew = Set(new)
        let issues = shelf.editions.indices.map {
            SightedIssue(path: "", language: nil, date: nil, edition: $0)
        }
        let stored = try db.cachedStatement(
            sql: "SELECT editions FROM edge WHERE (a_id = ? AND b_id = ?) OR (a_id = ? AND b_id = ?)")
        for edge in CoMentions.count(places, issues: issues) {
            let (a, b) = (Int64(edge.a), Int64(edge.b))
            if isNew.contains(a) || isNew.contains(b) {
                pairsWithNew += 1
                continue
            }
            let everywhere = try Int.fetchOne(stored, arguments: [a, b, b, a]) ?? 0
            if everywhere > edge.editions, try isEarlier(a, b, db, shelf) { continue }
            pairs.append((a, b, Int(edge.passages)))
        }
    }

    private func isEarlier(_ a: Int64, _ b: Int64, _ db: Database, _ shelf: EditionShelf) throws -> Bool {
        let editions = try Int.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT DISTINCT edition FROM mention_row AS one
                        JOIN mention_row AS other ON other.passage_id = one.passage_id
                        JOIN passage_row ON passage_row.id = one.passage_id JOIN issue ON issue.id = issue_id
                    WHERE one.entity_id = ? AND other.entity_id = ? AND edition IS NOT NULL
                    """), arguments: [a, b])
        let earlier = Set(shelf.ordered.prefix(firstPlace).map { shelf.editions[$0].number })
        return editions.contains { earlier.contains($0) }
    }
}
