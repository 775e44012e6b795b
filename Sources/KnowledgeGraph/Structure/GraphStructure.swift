import GraphStore
import KGModel
import Linking

/// What a build counts of a linked graph beyond its nodes and edges: editions, significance, and the arrays that
/// questions about structure and time are answered from. Linear in mentions and edges.
struct GraphStructure {
    private let coMentions: [CoMention]
    private let significance: EdgeSignificance
    private let appearances: IssuesOfEntities
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
    ///   - sightings: in order of issues; `entities` tells the entity of each.
    ///   - stored: the issues as the database has them.
    init(
        _ sightings: SightingTable, entities: [Int32], entityCount: Int, issues: [SightedIssue],
        stored: [LinkableIssue]
    ) {
        appearances = IssuesOfEntities(
            zip(sightings.all, entities).lazy.map { ($0.issue, $1) }, count: entityCount)
        coMentions = CoMentions.count(sightings, entities: entities, issues: issues)
        significance = EdgeSignificance(
            coMentions, editionsOfEntity: appearances.editions(issues),
            editions: Set(issues.compactMap(\.edition)).count)
        self.issues = issues
        self.stored = stored
    }

    var edges: EdgeRows {
        let areTested = significance.areTested(coMentions.count)
        let rows = RowsOnDemand(count: coMentions.count) { [coMentions] index in
            let edge = coMentions[index]
            return EdgeRow(
                a: Int(edge.a), b: Int(edge.b), passages: Int(edge.passages), issues: Int(edge.issues),
                editions: Int(edge.editions), firstDate: edge.firstDate, lastDate: edge.lastDate,
                weights: AssociationWeights(
                    together: edge.weight, a: edge.weightOfA, b: edge.weightOfB,
                    isTested: areTested[index]))
        }
        return EdgeRows(rows) { [coMentions, significance] index in
            let (association, test) = (coMentions[index].association, significance[index])
            return AssociationFigures(
                jaccard: association.jaccard, npmi: association.npmi, llr: association.llr, p: test?.p,
                q: test?.q)
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
            Network.packed(ids: ids, edges: coMentions.lazy.map { ($0.a, $0.b, $0.weight) })
            + Appearances.packed(ids: ids, appearances, issues: stored.map(\.id))
            + [IssueMonths.packed(ids: stored.map(\.id), issues)]
        return rows
    }
}
