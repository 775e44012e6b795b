/// The smallest piece of an issue that speaks about one thing.
///
/// `text` is what a reader sees: Markdown's marks are gone, link texts stay.
/// All ranges are in bytes of `text.utf8`.
public struct Passage: Sendable, Hashable {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case title, heading, paragraph, item, row, quotation, reference
    }

    /// A stretch of emphasized text: a hint that a name stands there.
    public struct Emphasis: Sendable, Hashable {
        public var range: Range<Int>
        /// Bold rather than italic.
        public var isStrong: Bool

        public init(range: Range<Int>, isStrong: Bool) {
            self.range = range
            self.isStrong = isStrong
        }
    }

    public var kind: Kind
    /// The headings above, outermost first.
    public var section: [String]
    public var text: String
    /// First and last line in the source, counted from 1.
    public var lines: ClosedRange<Int>
    public var links: [Link]
    public var emphasis: [Emphasis]
    /// Stretches that are shown but not searched for names: code and addresses. In order.
    public var opaque: [Range<Int>]
    public var source: SourceMap

    public init(
        kind: Kind, section: [String] = [], text: String, lines: ClosedRange<Int>, links: [Link] = [],
        emphasis: [Emphasis] = [], opaque: [Range<Int>] = [], source: SourceMap = SourceMap()
    ) {
        self.kind = kind
        self.section = section
        self.text = text
        self.lines = lines
        self.links = links
        self.emphasis = emphasis
        self.opaque = opaque
        self.source = source
    }
}

/// A link of a passage: where it goes, and the text that a reader clicks.
public struct Link: Sendable, Hashable {
    /// Where the link text stands in the passage; empty for a link without text.
    public var range: Range<Int>
    public var url: String
    /// Markdown's optional title attribute.
    public var title: String
    /// What the address identifies, if it is one that identifies things.
    public var identity: Identity?

    public init(range: Range<Int>, url: String, title: String = "") {
        self.range = range
        self.url = url
        self.title = title
        self.identity = Identity(url: url)
    }
}

/// Leads from bytes of a passage's text to bytes and lines of the (repaired) source.
public struct SourceMap: Sendable, Hashable {
    /// A stretch of text that stands in the source as it stands in the passage.
    struct Segment: Sendable, Hashable {
        var text: Int
        var source: Int
        var line: Int
    }

    private(set) var segments: [Segment] = []

    public init() {}

    /// Says that the text from byte `text` on stands at byte `source` on `line` of the source.
    /// Call it in order of `text`.
    public mutating func add(text: Int, source: Int, line: Int) {
        if let last = segments.last {
            if last.line == line && text - last.text == source - last.source { return }
            if last.text == text { segments.removeLast() }
        }
        segments.append(Segment(text: text, source: source, line: line))
    }

    /// Bytes of the text at which a further line of the source begins, in order.
    public var lineStarts: [Int] {
        zip(segments, segments.dropFirst()).compactMap { $0.line < $1.line ? $1.text : nil }
    }

    /// The map of a part of the text, counted from the part's start.
    public func slice(_ range: Range<Int>) -> SourceMap {
        var result = SourceMap()
        if let start = position(of: range.lowerBound) {
            result.add(text: 0, source: start.source, line: start.line)
        }
        for segment in segments where range.contains(segment.text) {
            result.add(text: segment.text - range.lowerBound, source: segment.source, line: segment.line)
        }
        return result
    }

    /// Source byte and line of the text's byte `offset`; nil for a passage without a map.
    public func position(of offset: Int) -> (source: Int, line: Int)? {
        var low = 0
        var high = segments.count
        while low < high {
            let middle = (low + high) / 2
            if segments[middle].text <= offset { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        let segment = segments[low - 1]
        return (segment.source + offset - segment.text, segment.line)
    }
}
