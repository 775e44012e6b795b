import Foundation
import GRDB

/// Finds passages by their words and ranks them.
///
/// The index tells which passages hold all words; their texts tell which hold the phrases, and how often. Ranked by
/// BM25 with FTS5's constants. Source: S. Robertson, H. Zaragoza, "The probabilistic relevance framework: BM25 and
/// beyond", FnTIR 3(4), 2009. Where only the best are wanted, texts are read in order of the most that their sizes allow
/// them, until none that is left can be among the best. Source: H. Turtle, J. Flood, "Query evaluation: strategies and
/// optimizations", Information Processing & Management 31(6), 1995.
public struct FullTextSearch {
    public struct Hit: Sendable {
        /// Number of the passage.
        public var passage: Int64
        /// The higher the better; nine decimals.
        public var score: Double
    }

    private static let saturation = 1.2
    private static let normalization = 0.75
    /// So many texts are read as fast as their sizes, which lie scattered as they do.
    private static let few = 1000
    /// Texts that are read here and there in the file before the rest is read in order.
    private static let patience = 1000

    private let db: Database
    private let indexer = TextIndexer(number: 0)
    /// Words that stand side by side; single ones for the most part.
    private let phrases: [[UInt32]]
    /// The same as bytes, where a text can be searched for it without cutting it.
    private let patterns: [WordPattern?]

    /// - Parameter typed: words, and phrases in double quotation marks; ideographs beside each other are a phrase.
    public init(_ typed: String, _ db: Database) throws {
        self.db = db
        var phrases: [[UInt32]] = []
        for part in FullText.parts(typed) {
            var words: [UInt32] = []
            try indexer.cut(part, into: &words)
            if !words.isEmpty, !phrases.contains(words) { phrases.append(words) }
        }
        self.phrases = phrases
        let indexer = indexer
        patterns = phrases.map { WordPattern($0.map(indexer.term)) }
    }

    /// The passages that hold all words and phrases, in no order.
    ///
    /// - Parameters:
    ///   - count: the best of them at least, with all that are as good as the last of these; nil for all.
    ///   - isWanted: asked of the numbers of passages, ascending, before their texts are read.
    public func hits(
        best count: Int? = nil, where isWanted: (Int64) -> Bool = { _ in true }
    ) throws -> [Hit] {
        guard !phrases.isEmpty else { return [] }
        let (passages, averageLength) = try totals()
        let weights = try weights(of: passages)
        let text = try RowStatement(db, "SELECT text FROM passage_row WHERE id = ?")
        var found: [Hit] = []
        var texts = 0
        func read(_ passage: Int64) throws -> Double? {
            texts += 1
            text.bind(1, passage)
            guard try text.next() else { return nil }
            defer { text.reset() }
            let score = try text.withText(0) { try self.score($0, weights, averageLength) }
            guard score > 0 else { return nil }
            found.append(Hit(passage: passage, score: (score * 1e9).rounded() / 1e9))
            return found.last?.score
        }
        let candidates = try candidates(where: isWanted)
        guard let count, count > 0, candidates.count > max(count, Self.few) else {
            for passage in candidates { _ = try read(passage) }
            return found
        }
        var best = BestScores(count)
        let groups = try grouped(candidates, weights, averageLength)
        for (index, group) in groups.enumerated() {
            if let least = best.least, group.bound < least { break }
            if texts > Self.patience {
                // Many must be read, such as where a phrase is rare whose words are not: that is done fastest in order.
                let rest = groups[index...].flatMap { group in group.passages.map { ($0, group.bound) } }
                for (passage, bound) in rest.sorted(by: { $0.0 < $1.0 }) where best.least ?? 0 <= bound {
                    if let score = try read(passage) { best.insert(score) }
                }
                break
            }
            for passage in group.passages { if let score = try read(passage) { best.insert(score) } }
        }
        return found
    }

    /// The passages that hold all words, ascending.
    private func candidates(where isWanted: (Int64) -> Bool) throws -> [Int64] {
        let words = Set(phrases.joined()).sorted()
        let candidates = try RowStatement(db, "SELECT rowid FROM passage_fts WHERE passage_fts MATCH ?")
        candidates.bind(1, words.map(query).joined(separator: " "))
        var found: [Int64] = []
        while try candidates.next() {
            let passage = Int64(candidates.integer(0))
            if isWanted(passage) { found.append(passage) }
        }
        return found
    }

    /// Passages of the same size together, first those that may be worth the most.
    private func grouped(
        _ passages: [Int64], _ weights: [Double], _ averageLength: Double
    ) throws -> [(bound: Double, passages: [Int64])] {
        let sizes = try TextSizes.Reader(db)
        var places: [TextSize: Int] = [:]
        var groups: [(bound: Double, passages: [Int64])] = []
        let weight = weights.reduce(0, +)
        for passage in passages {
            let size = try sizes.size(of: passage)
            if let place = places[size] {
                groups[place].passages.append(passage)
            } else {
                places[size] = groups.count
                let most = size.isMostKnown ? Double(size.most) : .infinity
                let bound = weight * Self.worth(most, Self.normal(Int(size.words), averageLength))
                // Scores are rounded, and sums of products differ in their last bits.
                groups.append((bound + 1e-8, [passage]))
            }
        }
        return groups.sorted { $1.bound < $0.bound }
    }

    /// What a phrase is worth that stands so often in a text, as a multiple of its weight.
    private static func worth(_ count: Double, _ normal: Double) -> Double {
        count < .infinity ? count * (saturation + 1) / (count + normal) : saturation + 1
    }

    /// The longer the text, the less a phrase is worth there.
    private static func normal(_ words: Int, _ averageLength: Double) -> Double {
        let length = Double(words) / averageLength
        return saturation * (1 - normalization + normalization * length)
    }

    /// 0 where a phrase does not stand in the text.
    private func score(
        _ text: UnsafeBufferPointer<UInt8>, _ weights: [Double], _ averageLength: Double
    ) throws -> Double {
        let words = WordPattern.words(in: text)
        let normal = Self.normal(words.count, averageLength)
        var cut: [UInt32]?
        var score = 0.0
        for (index, weight) in weights.enumerated() {
            let pattern = patterns[index]
            var count = pattern?.count(in: text) ?? 0
            if count == 0, pattern == nil || !words.isPlain {
                // Words with accents and of other scripts, and what only FTS5 takes for the same.
                if cut == nil {
                    var all: [UInt32] = []
                    try indexer.cut(text, into: &all)
                    cut = all
                }
                count = Self.count(phrases[index], in: cut ?? [])
            }
            guard count > 0 else { return 0 }
            score += weight * Self.worth(Double(count), normal)
        }
        return score
    }

    /// A word as FTS5 reads it.
    private func query(_ word: UInt32) -> String { "\"" + indexer.term(word) + "\"" }

    private static func count(_ phrase: [UInt32], in words: [UInt32]) -> Int {
        guard let first = phrase.first, words.count >= phrase.count else { return 0 }
        var count = 0
        for at in 0...words.count - phrase.count where words[at] == first {
            if phrase.count == 1 || words[at..<at + phrase.count].elementsEqual(phrase) { count += 1 }
        }
        return count
    }

    /// What each phrase is worth, the rarer the more: that of its rarest word. A single phrase need not be weighed.
    private func weights(of passages: Double) throws -> [Double] {
        guard phrases.count > 1 else { return [1] }
        let counts = try WordCounts(db)
        return try phrases.map { phrase in
            let rarest = try phrase.map { try counts.passages(with: indexer.term($0)) }.min() ?? 0
            return max(1e-6, log((passages - Double(rarest) + 0.5) / (Double(rarest) + 0.5)))
        }
    }

    /// How many passages the index knows, and how many words they have on average: its first record.
    private func totals() throws -> (passages: Double, averageLength: Double) {
        let record = try Data.fetchOne(db, sql: "SELECT block FROM passage_fts_data WHERE id = 1") ?? Data()
        let bytes = [UInt8](record) + Array(repeating: 0, count: 18)
        let (passages, length) = Varint.read(bytes, 0)
        let (words, _) = Varint.read(bytes, length)
        return (Double(passages), passages > 0 ? max(1, Double(words) / Double(passages)) : 1)
    }
}
