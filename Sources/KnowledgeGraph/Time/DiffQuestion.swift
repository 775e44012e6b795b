import Foundation
import GRDB
import KGModel
import Linking

extension KnowledgeGraph {
    /// What an issue brings that an earlier one lacks.
    ///
    /// - Parameters:
    ///   - later: a path or its end, a number (`#5`, `5`) or a date that only one issue bears; nil for the last.
    ///   - earlier: likewise; nil for the one before. Named the other way round, they are exchanged.
    ///   - limit: how many changes of each kind; nil for all.
    /// - Throws: `DiffError` where these are not two dated issues.
    public func diff(_ earlier: String? = nil, _ later: String? = nil, limit: Int? = nil) throws -> IssueDiff
    {
        let shelf = try read { try EditionShelf($0) }
        let last = try later.map { try shelf.edition($0) } ?? shelf.last(before: nil)
        guard var after = last else { throw DiffError.nothingBefore("the graph") }
        guard shelf.place(of: after) != nil else { throw DiffError.undated(shelf.title(of: after)) }
        let first = try earlier.map { try shelf.edition($0) } ?? shelf.last(before: after)
        guard var before = first else { throw DiffError.nothingBefore(shelf.title(of: after)) }
        guard before != after else { throw DiffError.same(shelf.title(of: after)) }
        guard let one = shelf.place(of: before), let other = shelf.place(of: after) else {
            throw DiffError.undated(shelf.title(of: before))
        }
        if one > other { swap(&before, &after) }
        return try diff(shelf, earlier: [before], later: [after], limit)
    }

    /// What the issues since a date bring that the one before them lacks.
    public func diff(since date: String, limit: Int? = nil) throws -> IssueDiff {
        let shelf = try read { try EditionShelf($0) }
        let later = shelf.ordered.filter { (shelf.editions[$0].date?.description ?? "") >= date }
        guard let first = later.first else { throw DiffError.nothingSince(date) }
        guard let before = try shelf.last(before: first) else {
            throw DiffError.nothingBefore("issues since \(date)")
        }
        return try diff(shelf, earlier: [before], later: later, limit)
    }

    private func diff(
        _ shelf: EditionShelf, earlier: [Int], later: [Int], _ limit: Int?
    ) throws -> IssueDiff {
        var comparison = try read { try Comparison($0, shelf, earlier: earlier, later: later) }
        try read { try comparison.findPairs($0, shelf) }
        let ids = comparison.all
        let leads = later.compactMap { shelf.lead(of: $0)?.id }
        let known = Dictionary(try entities(ids).map { ($0.id, $0) }) { first, _ in first }
        func changes(_ ids: [Int64]) throws -> [IssueDiff.Change] {
            let all = ids.compactMap { known[$0] }.sorted { a, b in
                let (one, other) = (comparison.gain(a.id), comparison.gain(b.id))
                return one != other ? one > other : a.key < b.key
            }
            return try (limit.map { Array(all.prefix($0)) } ?? all).map { entity in
                IssueDiff.Change(
                    entity: entity, before: comparison.before[entity.id] ?? 0,
                    after: comparison.after[entity.id] ?? 0, lastDate: comparison.lastDates[entity.id],
                    missedIssues: comparison.missed[entity.id],
                    evidence: try quotation(of: [entity.id], comparison, leads: leads))
            }
        }
        let pairs = comparison.pairs.compactMap { pair -> IssueDiff.Pair? in
            guard let a = known[pair.a], let b = known[pair.b] else { return nil }
            return IssueDiff.Pair(a: a, b: b, passages: pair.passages)
        }.sorted { x, y in
            // Those of names that are met often, then those that are named together more.
            let (one, other) = (min(x.a.issues, x.b.issues), min(y.a.issues, y.b.issues))
            if one != other { return one > other }
            return x.passages != y.passages
                ? x.passages > y.passages : (x.a.key, x.b.key) < (y.a.key, y.b.key)
        }
        return IssueDiff(
            earlier: shelf.side(earlier), later: shelf.side(later), new: try changes(comparison.new),
            returning: try changes(comparison.returning), grown: try changes(comparison.grown),
            gone: try changes(comparison.gone),
            pairs: try (limit.map { Array(pairs.prefix($0)) } ?? pairs).map { pair in
                var pair = pair
                pair.evidence = try quotation(of: [pair.a.id, pair.b.id], comparison, leads: leads)
                return pair
            }, pairsWithNew: comparison.pairsWithNew, undatedEditions: shelf.undated)
    }

    /// The first passage of some issues that names all of some entities: of those that lead their editions before
    /// translations, of running text before headings.
    private func quotation(of ids: [Int64], _ comparison: Comparison, leads: [Int64]) throws -> Quotation? {
        let passages = comparison.passages(naming: ids)
        guard !passages.isEmpty else { return nil }
        return try read { db in
            let list = ids.map(String.init).joined(separator: ", ")
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT passage.id, path, issue.date, language, section, text, first_line
                    FROM passage JOIN issue ON issue.id = passage.issue_id
                    WHERE passage.id IN (\(passages.map(String.init).joined(separator: ", ")))
                    ORDER BY issue.id NOT IN (\(leads.map(String.init).joined(separator: ", "))),
                        kind IN ('title', 'heading', 'reference'), date IS NULL, date, path, passage.id LIMIT 1
                    """)
            guard let row = rows.first else { return nil }
            let marks = try Row.fetchAll(
                db,
                sql: """
                    SELECT text_start, text_end, line FROM mention
                    WHERE passage_id = ? AND entity_id IN (\(list)) ORDER BY text_start
                    """, arguments: [row[0] as Int64])
            return Quotation(
                issue: row[1], line: marks.first?[2] ?? row[6], date: row[2], language: row[3],
                section: row[4], text: row[5], marks: marks.map { ($0[0] as Int)..<($0[1] as Int) })
        }
    }
}
