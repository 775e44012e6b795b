import GraphStore
import KGModel
import Linking

/// What a build counts of a linked graph beyond its nodes and edges: editions, significance, and the arrays that
/// questions about structure and time are answered from. Linear in mentions and edges.
struct GraphStructure {
    private let coMentions: [CoMention]
    private let significance: EdgeSignificance
    private let appearances: [[UInt32]]
    private let stored: [LinkableIssue]
    private let issues: [SightedIssue]

    /// The issues as the linker wants them, each with its edition.
    static func sighted(_ issues: [LinkableIssue]) -> [SightedIssue] {
        let editions = Editions(
            issues.map { issue in
                EditionEvidence(
                    path: issue.path, number: issue.number, language: issue.language, date: issue.date,
                    links: issue.links)
            })
        return zip(issues, editions.ofIssue).map { issue, edition in
            SightedIssue(path: issue.path, language: issue.language, date: issue.date, edition: edition)
        }
    }

    /// - Parameters:
    ///   - sightings: in any order; `entities` tells the entity of each.
    ///   - edges: all pairs that are named together, sorted.
    ///   - stored: the issues as the database has them.
    init(
        _ sightings: [Sighting], entities: [Int], entityCount: Int, edges: [CoMention],
        issues: [SightedIssue], stored: [LinkableIssue]
    ) {
        appearances = Appearances.count(sightings, entities: entities, count: entityCount)
        let editionCount = Set(issues.compactMap(\.edition)).count
        significance = EdgeSignificance(
            edges, editionsOfEntity: Self.editions(appearances, issues), editions: editionCount)
        coMentions = edges
        self.issues = issues
        self.stored = stored
    }

    /// The edges as rows, each made when it is asked for: there are many.
    var edges: some RandomAccessCollection<EdgeRow> & Sendable { EdgeRows(coMentions, significance) }

    private struct EdgeRows: RandomAccessCollection, Sendable {
        private let edges: [CoMention]
        private let significance: EdgeSignificance

        init(_ edges: [CoMention], _ significance: EdgeSignificance) {
            self.edges = edges
            self.significance = significance
        }

        var startIndex: Int { 0 }
        var endIndex: Int { edges.count }

        subscript(index: Int) -> EdgeRow {
            let edge = edges[index]
            return EdgeRow(
                a: edge.a, b: edge.b, passages: edge.passages, issues: edge.issues,
                firstDate: edge.firstDate?.description, lastDate: edge.lastDate?.description,
                npmi: edge.association.npmi, llr: edge.association.llr, editions: edge.editions,
                weight: edge.weight, jaccard: edge.association.jaccard, p: significance.p[index],
                q: significance.q[index])
        }
    }

    /// In how many editions each entity is named.
    static func editions(_ appearances: [[UInt32]], _ issues: [SightedIssue]) -> [Int] {
        var last = Array(repeating: -1, count: (issues.compactMap(\.edition).max() ?? -1) + 1)
        return appearances.enumerated().map { entity, named in
            var count = 0
            for issue in named {
                guard let edition = issues[Int(issue)].edition else {
                    count += 1
                    continue
                }
                if last[edition] != entity {
                    last[edition] = entity
                    count += 1
                }
            }
            return count
        }
    }

    /// What goes into the database, once entities have their numbers there.
    func rows(_ ids: [Int64]) -> StructureRows {
        var rows = StructureRows()
        rows.editions = zip(stored, issues).compactMap { stored, issue in
            issue.edition.flatMap { $0 + 1 == stored.edition ? nil : (stored.id, $0 + 1) }
        }
        rows.testedPairs = significance.testedPairs
        rows.arrays =
            Network.packed(
                ids: ids, a: coMentions.map { UInt32($0.a) }, b: coMentions.map { UInt32($0.b) },
                weights: coMentions.map(\.weight))
            + Appearances.packed(ids: ids, appearances, issues: stored.map(\.id))
            + IssueMonths.packed(ids: stored.map(\.id), issues)
        return rows
    }
}
