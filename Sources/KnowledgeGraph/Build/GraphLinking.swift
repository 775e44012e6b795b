import GraphStore
import KGModel
import Linking
import Recognition

/// The half of a build that looks at all issues together: names become entities, and what is named together edges.
enum GraphLinking {
    static func link(_ writer: GraphWriter, _ linker: Promise<Linker>) throws {
        let mentions = try LinkableMentions(writer)
        let linked = try linker.get().link(
            mentions.sightings, issues: mentions.issues, links: mentions.links(writer),
            text: { try writer.passageText(Int64($0)) })
        try write(linked, mentions, writer)
        Parallel.letGo((consume mentions, consume linked))
    }

    private static func write(
        _ linked: LinkedEntities, _ mentions: LinkableMentions, _ writer: GraphWriter
    ) throws {
        let (sightings, issues, stored) = (mentions.sightings, mentions.issues, mentions.stored)
        let (entities, count) = (linked.entityOfSighting, linked.entities.count)
        let counted = Promise {
            GraphStructure(
                sightings, entities: entities, entityCount: count, issues: issues, stored: stored)
        }
        let entityOfMention = mentions.inOrderOfMentions(entities)
        try writer.replaceGraph(
            Tallies(sightings, linked, issues).rows(linked.entities), try counted.get().edges,
            entityOfMention: { Int(entityOfMention[$0]) },
            merges: linked.merges.map { merge in
                MergeRow(
                    entity: merge.entity, name: merge.name, other: merge.other, reason: merge.reason.rawValue,
                    mention: mentions.place(merge.evidence),
                    otherMention: merge.otherEvidence.map(mentions.place))
            },
            structure: { ids in
                let structure = try counted.get()
                return Promise { structure.rows(ids) }
            })
        Parallel.letGo(consume counted)
    }
}

/// How often each entity is named.
private struct Tallies {
    /// Sightings come in order of issues and passages: whether one was counted, the last one tells.
    private struct Tally {
        var mentions: Int32 = 0
        var passages: Int32 = 0
        var issues: Int32 = 0
        var lastIssue: Int32 = -1
        var lastPassage = -1
        var firstDate: IssueDate?
        var lastDate: IssueDate?

        mutating func count(_ sighting: Sighting, _ sighted: [SightedIssue]) {
            mentions += 1
            if lastPassage != sighting.passage {
                lastPassage = sighting.passage
                passages += 1
            }
            guard lastIssue != sighting.issue else { return }
            lastIssue = sighting.issue
            issues += 1
            guard let date = sighted[Int(sighting.issue)].date else { return }
            if firstDate.map({ date < $0 }) ?? true { firstDate = date }
            if lastDate.map({ $0 < date }) ?? true { lastDate = date }
        }
    }

    private var tallies: [Tally]

    init(_ sightings: SightingTable, _ linked: LinkedEntities, _ issues: [SightedIssue]) {
        tallies = Array(repeating: Tally(), count: linked.entities.count)
        for (sighting, entity) in zip(sightings.all, linked.entityOfSighting) {
            tallies[Int(entity)].count(sighting, issues)
        }
    }

    func rows(_ entities: [LinkedEntity]) -> RowsOnDemand<EntityRow> {
        RowsOnDemand(count: entities.count) { index in
            let (linked, tally) = (entities[index], tallies[index])
            return EntityRow(
                entity: linked.entity, suffix: linked.suffix, typeConfidence: linked.typeConfidence,
                mentions: Int(tally.mentions), passages: Int(tally.passages), issues: Int(tally.issues),
                firstDate: tally.firstDate, lastDate: tally.lastDate)
        }
    }
}

extension Linker {
    /// Links names to the entries of a lexicon.
    init(_ lexicon: Lexicon) {
        let entries = lexicon.entries
        self.init(
            known: entries.map(\.entity), reserved: Set(entries.indices.filter { entries[$0].isCommon }),
            cased: Set(entries.indices.filter { entries[$0].isExact == true }))
    }
}
