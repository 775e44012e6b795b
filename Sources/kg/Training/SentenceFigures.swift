import KGModel
import Recognition

/// Strict figures of a pipeline on annotated sentences: a name counts if its bytes and its type are right.
struct SentenceFigures {
    struct Count {
        var found = 0
        var right = 0
        var expected = 0

        var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
        var recall: Double { expected == 0 ? 0 : 100 * Double(right) / Double(expected) }
        var f1: Double {
            found + expected == 0 ? 0 : 200 * Double(right) / Double(found + expected)
        }
    }

    private(set) var byType: [EntityType: Count] = [:]

    var all: Count {
        byType.values.reduce(into: Count()) { sum, count in
            sum.found += count.found
            sum.right += count.right
            sum.expected += count.expected
        }
    }

    /// The figures of several parts together.
    init(_ parts: [SentenceFigures]) {
        for part in parts {
            for (type, count) in part.byType {
                byType[type, default: Count()].found += count.found
                byType[type, default: Count()].right += count.right
                byType[type, default: Count()].expected += count.expected
            }
        }
    }

    /// - Parameter types: those that the sentences' annotations tell apart; mentions of others are not counted.
    init(_ documents: [TrainingDocument], types: Set<EntityType>, mentions: (IssueText) -> [Mention]) {
        struct Name: Hashable {
            var range: Range<Int>
            var type: EntityType
        }
        for document in documents {
            let expected = Set(document.names.map { Name(range: $0.range, type: $0.type) })
            let found = Set(mentions(document.issue).map { Name(range: $0.range, type: $0.type) })
            for name in expected { byType[name.type, default: Count()].expected += 1 }
            for name in found where types.contains(name.type) {
                byType[name.type, default: Count()].found += 1
                if expected.contains(name) { byType[name.type, default: Count()].right += 1 }
            }
        }
    }
}
