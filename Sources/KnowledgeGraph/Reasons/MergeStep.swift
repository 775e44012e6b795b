import GRDB
import GraphStore
import KGModel
import Linking

/// A reason for which two names, or a name and an address, are one entity, with the evidence.
public struct MergeStep: Sendable, Hashable {
    public var name: String
    public var other: String
    public var reason: MergeReason
    /// Where `name` stands; nil for a name that the lexicon lists and no issue has.
    public var evidence: Quotation?
    /// Where `other` stands, if that shows it.
    public var otherEvidence: Quotation?

    /// The same step the other way.
    var reversed: MergeStep {
        var step = self
        swap(&step.name, &step.other)
        // A step with one piece of evidence keeps it: it shows both.
        if let otherEvidence { (step.evidence, step.otherEvidence) = (otherEvidence, evidence) }
        return step
    }
}

extension KnowledgeGraph {
    /// The steps by which an entity came together: a tree over its names, in the order of the reasons.
    func steps(of entity: EntitySummary) throws -> [MergeStep] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT name, other, reason, mention_id, other_mention_id FROM merge_row WHERE entity_id = ?
                    ORDER BY name, other
                    """, arguments: [entity.id])
            return try rows.compactMap { row in
                guard let reason = MergeReason(rawValue: row[2]) else { return nil }
                return MergeStep(
                    name: row[0], other: row[1], reason: reason,
                    evidence: try Self.quotation(ofMention: row[3], db),
                    otherEvidence: try (row[4] as Int64?).flatMap { try Self.quotation(ofMention: $0, db) })
            }
        }
    }

    private static func quotation(ofMention id: Int64, _ db: Database) throws -> Quotation? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT path, mention.line, issue.date, language, section, passage.text, text_start, text_end
                    FROM mention
                        JOIN passage ON passage.id = passage_id
                        JOIN issue ON issue.id = issue_id
                    WHERE passage_id = ? AND text_start = ?
                    """), arguments: [id >> 26, id & 0x3FF_FFFF]
        ).map { row in
            let (start, end): (Int, Int) = (row[6], row[7])
            return Quotation(
                issue: row[0], line: row[1], date: row[2], language: row[3], section: row[4], text: row[5],
                marks: [start..<max(start, end)])
        }
    }
}
