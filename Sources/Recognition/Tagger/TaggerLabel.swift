import KGModel

/// The label of a word in the BILOU scheme: outside, or unit / begin / inside / last of one of the
/// seven types. (Ratinov and Roth 2009, "Design Challenges and Misconceptions in Named Entity
/// Recognition", find it better than BIO.)
///
/// Labels lie in a vector of 32 so that each step of the chain is a handful of vector operations:
///
///     0       outside          16…22   last
///     1…7     unit             24…30   inside
///     8…14    begin            15, 23, 31   no label
enum TaggerLabel {
    static let outside = 0
    static let unit = 1
    static let begin = 8
    static let last = 16
    static let inside = 24
    static let typeCount = 7

    /// The labels that exist.
    static let all = (0..<32).filter { $0 < begin || $0 & 7 != 7 }

    /// The types in the order of the labels. Part of the model file's format.
    static let types: [EntityType] = [.model, .library, .dataset, .paper, .person, .organization, .venue]

    static func index(of type: EntityType) -> Int { types.firstIndex(of: type) ?? 0 }

    /// Labels of `count` words in which the given spans do not overlap.
    static func labels(_ spans: [TaggedSpan], count: Int) -> [UInt8] {
        var labels = [UInt8](repeating: UInt8(outside), count: count)
        for span in spans {
            let type = span.type
            if span.words.count == 1 {
                labels[span.words.lowerBound] = UInt8(unit + type)
            } else {
                for word in span.words { labels[word] = UInt8(inside + type) }
                labels[span.words.lowerBound] = UInt8(begin + type)
                labels[span.words.upperBound - 1] = UInt8(last + type)
            }
        }
        return labels
    }
}

/// A run of words with a type (index into `TaggerLabel.types`) and its probability.
struct TaggedSpan: Sendable, Hashable {
    var words: Range<Int>
    var type: Int
    var probability: Float = 1
}
