import Foundation
import KGModel

/// Reads from an issue's text what it states of the things that it names: who wrote a paper, who released a model.
///
/// A pure function of one issue's record. Names that a text enumerates (`A, B and C of D`) are taken together; what
/// stands between two such groups, within one sentence, must be one of the phrases of `RelationPatterns`. Nothing is
/// concluded from two names standing near each other.
struct RelationReader: Sendable {
    /// Raise it with every change here: issues read by an older one are read again.
    static let revision = "1"

    /// Bytes between two groups of names; more than this no phrase has.
    private static let longestGap = 110

    /// Each relation once for each pair of mentions, in order of the mentions.
    static func relations(in record: IssueRecord) -> [StatedRelation] {
        var found: [StatedRelation] = []
        var first = 0
        while first < record.mentions.count {
            let passage = record.mentions[first].passage
            var end = first + 1
            while end < record.mentions.count, record.mentions[end].passage == passage { end += 1 }
            if end - first > 1, record.passages[passage].kind != .title {
                let text = PassageNames(record, first..<end)
                found += relations(in: text, record)
            }
            first = end
        }
        found += PageRelations.relations(in: record)
        var seen: Set<[Int]> = []
        return found.sorted { ($0.subject, $0.object) < ($1.subject, $1.object) }.filter { one in
            let kind = RelationKind.allCases.firstIndex(of: one.kind) ?? 0
            return seen.insert([kind, one.subject, one.object]).inserted
        }
    }

    private static func relations(in text: PassageNames, _ record: IssueRecord) -> [StatedRelation] {
        var found: [StatedRelation] = []
        for (index, left) in text.groups.enumerated().dropLast() {
            let right = text.groups[index + 1]
            let gapRange = left.range.upperBound..<right.range.lowerBound
            guard gapRange.count <= longestGap else { continue }
            let rules = RelationPatterns.rules(from: left.type, to: right.type)
            guard !rules.isEmpty else { continue }
            let gap = text.phrase(gapRange)
            for rule in rules {
                guard rule.between.matches(gap),
                    rule.behind.map({ $0.matches(text.phrase(behind: right)) }) ?? true,
                    rule.before.map({ $0.matches(text.phrase(before: left)) }) ?? true
                else { continue }
                for pair in pairs(rule, left, right)
                where RelationPatterns.accepts(rule.kind, record, pair.subject, pair.object)
                    && !(rule.isPossessive && rule.kind == .releasedBy
                        && RelationPatterns.isHost(record, pair.object))
                {
                    found.append(
                        StatedRelation(
                            kind: rule.kind, subject: pair.subject, object: pair.object, pattern: rule.name))
                }
                break
            }
        }
        return found
    }

    /// The members of the groups on both sides of a phrase that it relates.
    private static func pairs(
        _ rule: RelationRule, _ left: PassageNames.Group, _ right: PassageNames.Group
    ) -> [(subject: Int, object: Int)] {
        let subjects = rule.isReversed ? right.members : Array(left.members.reversed())
        let objects = rule.isReversed ? Array(left.members.reversed()) : right.members
        // The nearest to the phrase stand first.
        return subjects.prefix(rule.subjects == .all ? subjects.count : 1).flatMap { subject in
            objects.prefix(rule.objects == .all ? objects.count : 1).map { (subject, $0) }
        }
    }
}
