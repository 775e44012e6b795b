import GraphStore
import KGModel
import Linking

/// The half of a build that looks at all issues together: names become entities, and what is named together edges.
enum GraphLinking {
    /// - Parameter texts: where a thread beside the writer's finds texts, in a build that changes little of a graph.
    static func link(_ writer: GraphWriter, _ linker: Linker, texts: PassageTexts?) throws {
        let (issues, stored) = try writer.linkable()
        let sighted = GraphStructure.sighted(issues)
        let (sightings, positions) = sightings(issues, stored)
        let links = try links(writer, issues, sighted)
        let linked: LinkedEntities
        if let texts {
            // Both halves take as long: names are linked while the rows that they will change are read.
            let linking = Promise {
                try texts.read { text in
                    try linker.link(sightings, issues: sighted, links: links, text: text)
                }
            }
            try writer.loadGraph()
            let weights = PassageWeights(issues, stored, sighted)
            try writer.refreshEdges { weights.figures($0, $1, together: $2) }
            linked = try linking.get()
        } else {
            linked = try linker.link(
                sightings, issues: sighted, links: links, text: { try writer.passageText(Int64($0)) })
        }
        let structure = Promise {
            GraphStructure(
                sightings, entities: linked.entityOfSighting, entityCount: linked.entities.count,
                edges: CoMentions.count(sightings, entities: linked.entityOfSighting, issues: sighted),
                issues: sighted, stored: issues)
        }
        var entityOfMention = Array(repeating: 0, count: stored.rows.count)
        for (position, entity) in zip(positions, linked.entityOfSighting) {
            entityOfMention[position] = entity
        }
        try writer.replaceGraph(
            rows(linked, sightings, sighted), try structure.get().edges, entityOfMention: entityOfMention,
            merges: linked.merges.map { merge in
                MergeRow(
                    entity: merge.entity, name: merge.name, other: merge.other, reason: merge.reason.rawValue,
                    mention: place(stored, positions[merge.evidence]),
                    otherMention: merge.otherEvidence.map { place(stored, positions[$0]) })
            },
            structure: { try structure.get().rows($0) })
    }

    private static func place(_ stored: MentionRows, _ position: Int) -> MentionPlace {
        MentionPlace(passage: stored.rows[position].passage, start: stored.rows[position].start)
    }

    /// The links of issues that have translations: only they teach names.
    private static func links(
        _ writer: GraphWriter, _ issues: [LinkableIssue], _ sighted: [SightedIssue]
    ) throws -> [SightedLink] {
        var sizes: [Int: Int] = [:]
        for issue in sighted { if let edition = issue.edition { sizes[edition, default: 0] += 1 } }
        var links: [SightedLink] = []
        for (index, issue) in sighted.enumerated() where issue.edition.map({ sizes[$0] ?? 0 > 1 }) ?? false {
            for link in try writer.links(ofIssue: issues[index].id) {
                links.append(
                    SightedLink(
                        issue: index, passage: Int(link.passage), text: link.text,
                        address: link.identity ?? SightedLink.address(ofURL: link.url)))
            }
        }
        return links
    }

    /// The mentions as the linker wants them, in order of paths and places, and where each stands among the stored.
    private static func sightings(
        _ issues: [LinkableIssue], _ stored: MentionRows
    ) -> (sightings: [Sighting], positions: [Int]) {
        var sightings: [Sighting] = []
        var positions: [Int] = []
        sightings.reserveCapacity(stored.rows.count)
        positions.reserveCapacity(stored.rows.count)
        for (index, issue) in issues.enumerated() {
            for position in issue.mentions {
                let row = stored.rows[position]
                let name = stored.names.names[Int(row.name)]
                sightings.append(
                    Sighting(
                        issue: index, passage: Int(row.passage),
                        range: Int(row.start)..<Int(row.start) + name.surface.utf8.count,
                        surface: name.surface, type: name.type,
                        reference: name.reference, confidence: MentionRows.confidence(row)))
                positions.append(position)
            }
        }
        return (sightings, positions)
    }

    private static func rows(
        _ linked: LinkedEntities, _ sightings: [Sighting], _ issues: [SightedIssue]
    ) -> [EntityRow] {
        /// Sightings come in order of issues and passages: whether one was counted, the last one tells.
        struct Tally {
            var mentions = 0
            var passages = 0
            var issues = 0
            var lastPassage = -1
            var lastIssue = -1
            var firstDate: IssueDate?
            var lastDate: IssueDate?
        }
        var tallies = Array(repeating: Tally(), count: linked.entities.count)
        for (sighting, entity) in zip(sightings, linked.entityOfSighting) {
            tallies[entity].mentions += 1
            if tallies[entity].lastPassage != sighting.passage {
                tallies[entity].lastPassage = sighting.passage
                tallies[entity].passages += 1
            }
            guard tallies[entity].lastIssue != sighting.issue else { continue }
            tallies[entity].lastIssue = sighting.issue
            tallies[entity].issues += 1
            guard let date = issues[sighting.issue].date else { continue }
            if tallies[entity].firstDate.map({ date < $0 }) ?? true { tallies[entity].firstDate = date }
            if tallies[entity].lastDate.map({ $0 < date }) ?? true { tallies[entity].lastDate = date }
        }
        return zip(linked.entities, tallies).map { entity, tally in
            EntityRow(
                key: entity.key, entity: entity.entity, typeConfidence: entity.typeConfidence,
                mentions: tally.mentions, passages: tally.passages,
                issues: tally.issues, firstDate: tally.firstDate?.description,
                lastDate: tally.lastDate?.description)
        }
    }
}
