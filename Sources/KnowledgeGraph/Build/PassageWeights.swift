import GraphStore
import Linking

/// What all passages weigh together, and those that name each stored entity: what the figures of edges are counted
/// over. New mentions belong to no stored entity yet, so that the figures are right for edges that stay as they are.
struct PassageWeights {
    private let total: Double
    /// By the entity's number in the database.
    private let alone: [Double]

    init(_ issues: [LinkableIssue], _ mentions: MentionRows, _ sighted: [SightedIssue]) {
        var sizes: [Int: Int] = [:]
        for issue in sighted { if let edition = issue.edition { sizes[edition, default: 0] += 1 } }
        var total = 0
        var alone: [Int] = []
        var named: [Int] = []
        for (issue, sighting) in zip(issues, sighted) {
            let units = CoMentions.unit / (sighting.edition.flatMap { sizes[$0] } ?? 1)
            var last: Int64 = -1
            for row in mentions.rows[issue.mentions] {
                if row.passage != last {
                    last = row.passage
                    total += units
                    named.removeAll(keepingCapacity: true)
                }
                let entity = Int(row.entity)
                guard entity > 0, !named.contains(entity) else { continue }
                named.append(entity)
                if entity >= alone.count {
                    alone += Array(repeating: 0, count: max(entity + 1 - alone.count, alone.count))
                }
                alone[entity] += units
            }
        }
        self.total = Self.weight(total)
        self.alone = alone.map(Self.weight)
    }

    private static func weight(_ units: Int) -> Double { Double(units) / Double(CoMentions.unit) }

    /// Nil for what cannot be: an edge of passages that are gone.
    func figures(_ a: Int64, _ b: Int64, together: Double) -> AssociationFigures? {
        guard max(a, b) < alone.count, together > 0 else { return nil }
        let (ofA, ofB) = (alone[Int(a)], alone[Int(b)])
        guard ofA >= together, ofB >= together, ofA + ofB - together <= total else { return nil }
        let association = Association(together: together, a: ofA, b: ofB, total: total)
        return AssociationFigures(
            jaccard: association.jaccard, npmi: association.npmi, llr: association.llr)
    }
}
