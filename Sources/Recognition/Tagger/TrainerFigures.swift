import Foundation
import KGModel

extension Trainer {
    /// Found mentions of a document at a threshold.
    public func mentions(_ prediction: Prediction, document: Int, threshold: Float) -> [AnnotatedMention] {
        var result: [AnnotatedMention] = []
        for (index, spans) in (prediction.spans[document] ?? []).enumerated() {
            let text = documents[document].issue.passages[index]
            for span in spans where span.probability >= threshold {
                let range = text.range(ofWords: span.words)
                let line =
                    text.passage.source.position(of: range.lowerBound)?.line ?? text.passage.lines.lowerBound
                result.append(
                    AnnotatedMention(
                        line: line, surface: text.text(range), type: TaggerLabel.types[span.type]))
            }
        }
        return result
    }

    /// Strict figures by document and type, at a threshold.
    public func score(_ prediction: Prediction, threshold: Float) -> [(
        document: Int, type: EntityType, score: TaggerScore
    )] {
        var rows: [(Int, EntityType, TaggerScore)] = []
        for document in prediction.spans.keys.sorted() {
            let found = mentions(prediction, document: document, threshold: threshold)
            for type in EntityType.allCases {
                var left: [AnnotatedMention: Int] = [:]
                var score = TaggerScore()
                for mention in documents[document].mentions where mention.type == type {
                    left[Self.normalized(mention), default: 0] += 1
                    score.expected += 1
                }
                for mention in found where mention.type == type {
                    score.found += 1
                    let key = Self.normalized(mention)
                    if let count = left[key], count > 0 {
                        left[key] = count - 1
                        score.right += 1
                    }
                }
                rows.append((document, type, score))
            }
        }
        return rows
    }

    private static func normalized(_ mention: AnnotatedMention) -> AnnotatedMention {
        var mention = mention
        var text = ""
        for character in mention.surface.precomposedStringWithCanonicalMapping {
            switch character {
            case "*", "_", "`", "\\", "[", "]": continue
            case "\u{2019}", "\u{2018}": text.append("'")
            case "\u{201C}", "\u{201D}": text.append("\"")
            default: text.append(character)
            }
        }
        mention.surface = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return mention
    }
}
