import Foundation
import KGModel

/// A row of an annotation file: a mention by line and surface.
public struct AnnotatedMention: Sendable, Hashable {
    public var line: Int
    public var surface: String
    public var type: EntityType

    public init(line: Int, surface: String, type: EntityType) {
        self.line = line
        self.surface = surface
        self.type = type
    }
}

/// An issue with the names that it is known to hold: what the tagger learns from.
public struct TrainingDocument: Sendable {
    public var name: String
    /// Documents of one group are never split between training and validation.
    public var group: String
    /// What listings of figures sort by: a language or a newsletter.
    public var kind: String
    public var issue: IssueText
    public var mentions: [AnnotatedMention]
    /// Its weight in training, 1 for an ordinary document.
    public var weight: Float
    /// Whether it is of another kind than what the tagger is for: sentences of an encyclopedia, issues written to
    /// learn from. What is peculiar to such documents is learned apart, and forgotten.
    public var isForeign = false
    /// The mentions as spans of words, for each passage; those that could not be placed are missing.
    var spans: [[TaggedSpan]]
    public private(set) var unplaced: [AnnotatedMention] = []

    /// Places annotated mentions in an issue.
    public init(
        name: String, group: String, kind: String, record: IssueRecord, mentions: [AnnotatedMention],
        weight: Float = 1
    ) {
        self.name = name
        self.group = group
        self.kind = kind
        self.mentions = mentions
        self.weight = weight
        issue = IssueText(record)
        spans = [[TaggedSpan]](repeating: [], count: issue.passages.count)
        place()
    }

    /// A single sentence whose names are byte ranges.
    public init(
        name: String, group: String, kind: String, sentence: String, names: [(Range<Int>, EntityType)],
        weight: Float
    ) {
        self.name = name
        self.group = group
        self.kind = kind
        self.weight = weight
        var map = SourceMap()
        map.add(text: 0, source: 0, line: 1)
        let passage = Passage(kind: .paragraph, text: sentence, lines: 1...1, source: map)
        issue = IssueText(
            IssueRecord(
                issue: Issue(path: name, title: "", language: "en", contentHash: "", size: 0),
                passages: [passage]))
        let text = issue.passages[0]
        mentions = names.map { AnnotatedMention(line: 1, surface: text.text($0.0), type: $0.1) }
        spans = [
            names.compactMap { range, type in
                let words = text.words(in: range)
                return words.isEmpty ? nil : TaggedSpan(words: words, type: TaggerLabel.index(of: type))
            }
        ]
    }

    /// The names of a single sentence, as byte ranges of its one passage.
    public var names: [(range: Range<Int>, type: EntityType)] {
        zip(issue.passages, spans).flatMap { text, spans in
            spans.map { (text.range(ofWords: $0.words), TaggerLabel.types[$0.type]) }
        }
    }

    private mutating func place() {
        var cursor: (line: Int, passage: Int, byte: Int) = (0, 0, 0)
        for mention in mentions {
            if mention.line != cursor.line { cursor = (mention.line, 0, 0) }
            let needle = Array(mention.surface.replacing("**", with: "").utf8)
            if let (passage, words) = find(needle, mention.line, cursor.passage, cursor.byte)
                ?? find(needle, mention.line, 0, 0)
            {
                spans[passage].append(TaggedSpan(words: words, type: TaggerLabel.index(of: mention.type)))
                cursor.passage = passage
                cursor.byte = issue.passages[passage].range(ofWords: words).upperBound
            } else {
                unplaced.append(mention)
            }
        }
    }

    /// The first free occurrence, at word boundaries, that starts on a line of the source.
    private func find(_ needle: [UInt8], _ line: Int, _ from: Int, _ byte: Int) -> (Int, Range<Int>)? {
        guard let head = needle.first else { return nil }
        for index in from..<max(from, issue.passages.count) {
            let text = issue.passages[index]
            guard text.passage.lines.contains(line) else { continue }
            var at = index == from ? byte : 0
            while at + needle.count <= text.bytes.count {
                defer { at += 1 }
                guard text.bytes[at] == head, text.bytes[at..<at + needle.count].elementsEqual(needle) else {
                    continue
                }
                if let position = text.passage.source.position(of: at), position.line != line { continue }
                let words = text.words(in: at..<at + needle.count)
                guard !words.isEmpty, text.range(ofWords: words) == at..<at + needle.count,
                    !spans[index].contains(where: { $0.words.overlaps(words) })
                else { continue }
                return (index, words)
            }
        }
        return nil
    }
}

/// Strict figures: found, annotated, and in both.
public struct TaggerScore: Sendable {
    public var right = 0
    public var found = 0
    public var expected = 0

    public init() {}

    public var precision: Double { found == 0 ? 0 : 100 * Double(right) / Double(found) }
    public var recall: Double { expected == 0 ? 0 : 100 * Double(right) / Double(expected) }
    public var f1: Double {
        let sum = precision + recall
        return sum == 0 ? 0 : 2 * precision * recall / sum
    }

    public static func += (a: inout TaggerScore, b: TaggerScore) {
        a.right += b.right
        a.found += b.found
        a.expected += b.expected
    }
}

extension TaggerScore: CustomStringConvertible {
    public var description: String {
        func one(_ x: Double) -> String {
            let tenths = Int((x * 10).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        return
            "F1 \(one(f1))  P \(one(precision))  R \(one(recall))  (\(right) of \(expected), \(found) found)"
    }
}
