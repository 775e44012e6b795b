import GraphStore
import KGModel
import Linking

/// The mentions of all issues as the linker wants them: in order of paths and places.
struct LinkableMentions {
    let stored: [LinkableIssue]
    let issues: [SightedIssue]
    let sightings: SightingTable
    /// Where each sighting stands among the mentions of the writer; nil where they stand in the same order.
    private let positions: [Int32]?

    init(_ writer: GraphWriter) throws {
        var (stored, mentions) = try writer.linkable()
        var all: [Sighting] = []
        var positions: [Int32] = []
        all.reserveCapacity(mentions.rows.count)
        let isInOrder = zip(stored, stored.dropFirst()).allSatisfy {
            $0.mentions.upperBound <= $1.mentions.lowerBound
        }
        issues = Parallel.beside { [stored] in
            GraphStructure.sighted(stored)
        } do: {
            for (index, issue) in stored.enumerated() {
                for position in issue.mentions {
                    let row = mentions.rows[position]
                    all.append(
                        Sighting(
                            passage: Int(row.passage), issue: Int32(index), form: row.form, start: row.start,
                            confidence: Int32(row.confidence)))
                    if !isInOrder { positions.append(Int32(position)) }
                }
            }
        }
        // Editions are told; nothing else asks for them.
        for index in stored.indices { stored[index].links = [] }
        self.stored = stored
        sightings = SightingTable(all, forms: mentions.names.forms)
        self.positions = isInOrder ? nil : positions
    }

    /// For each mention of the writer what is told of its sighting.
    func inOrderOfMentions(_ entities: [Int32]) -> [Int32] {
        guard let positions else { return entities }
        var result = Array(repeating: Int32(0), count: entities.count)
        for (position, entity) in zip(positions, entities) { result[Int(position)] = entity }
        return result
    }

    func place(_ sighting: Int) -> MentionPlace {
        let one = sightings.all[sighting]
        return MentionPlace(passage: Int64(one.passage), start: one.start)
    }

    /// The links of issues that have translations: only they teach names.
    func links(_ writer: GraphWriter) throws -> [SightedLink] {
        var sizes: [Int: Int] = [:]
        for issue in issues { if let edition = issue.edition { sizes[edition, default: 0] += 1 } }
        var links: [SightedLink] = []
        for (index, issue) in issues.enumerated() where issue.edition.map({ sizes[$0] ?? 0 > 1 }) ?? false {
            for link in try writer.links(ofIssue: stored[index].id) {
                links.append(
                    SightedLink(
                        issue: index, passage: Int(link.passage), text: link.text,
                        address: link.identity ?? SightedLink.address(ofURL: link.url)))
            }
        }
        return links
    }
}
