import KGModel

/// An issue laid out for recognizers: the bytes and words of its passages, computed once for all
/// of them.
public struct IssueText: Sendable {
    public let issue: Issue
    public let passages: [PassageText]

    public init(_ record: IssueRecord) {
        issue = record.issue
        passages = record.passages.map(PassageText.init)
    }
}

/// A passage as bytes and words. (A class: recognizers hand it about a great deal.)
public final class PassageText: Sendable {
    public let passage: Passage
    /// The passage's text in UTF-8.
    public let bytes: [UInt8]
    /// In reading order; blanks belong to no word.
    public let words: [Word]

    public init(_ passage: consuming Passage) {
        bytes = Array(passage.text.utf8)
        words = Word.split(bytes, opaque: passage.opaque)
        self.passage = passage
    }

    public func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    public func text(_ word: Word) -> String { text(word.range) }

    /// Whether a text stands somewhere in a stretch.
    func holds(_ part: String, in range: Range<Int>) -> Bool {
        let part = Array(part.utf8)
        var rest = bytes[range]
        while let at = rest.firstIndex(of: part[0]) {
            if rest[at...].starts(with: part) { return true }
            rest = rest[(at + 1)...]
        }
        return false
    }

    /// The first character of a word; the whole of a mark or an ideograph.
    public func scalar(_ word: Word) -> UInt32 { Scalars.decode(bytes, word.range.lowerBound).scalar }

    /// Whether a word is a hyphen: `GPT-4` may be written with one that does not break.
    func isHyphen(_ word: Word) -> Bool { word.kind == .mark && Scalars.isHyphen(scalar(word)) }

    /// Length in bytes of the hyphen at a byte; 0 where none is.
    func hyphenLength(at byte: Int) -> Int {
        guard byte < bytes.count else { return 0 }
        let (scalar, length) = Scalars.decode(bytes, byte)
        return Scalars.isHyphen(scalar) ? length : 0
    }

    /// Text of a run of words, from the first one's start to the last one's end.
    public func text(words range: Range<Int>) -> String { text(self.range(ofWords: range)) }

    /// The words of each line of the source, where the passage has several; lines without words are left out.
    func lines() -> [Range<Int>] {
        guard passage.lines.count > 1 else { return [words.indices] }
        let starts = passage.source.lineStarts.map(firstWord(from:))
        return zip([0] + starts, starts + [words.count]).compactMap { $0 < $1 ? $0..<$1 : nil }
    }

    /// Bytes that a run of words (at least one) covers.
    public func range(ofWords range: Range<Int>) -> Range<Int> {
        words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
    }

    /// The words that lie wholly within a byte range.
    public func words(in range: Range<Int>) -> Range<Int> {
        let first = firstWord(from: range.lowerBound)
        var last = first
        while last < words.count, words[last].range.upperBound <= range.upperBound { last += 1 }
        return first..<last
    }

    /// Index of the first word that starts at or behind a byte; `words.count` if there is none.
    public func firstWord(from byte: Int) -> Int {
        var low = 0
        var high = words.count
        while low < high {
            let middle = (low + high) / 2
            if words[middle].range.lowerBound < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

/// A word of a passage: a run of letters and digits, one Chinese character, or one mark.
public struct Word: Sendable, Hashable {
    public enum Kind: UInt8, Sendable {
        /// Letters (and digits) of a script that writes blanks between words.
        case letters
        /// Digits alone.
        case number
        /// One character of Chinese or Japanese.
        case ideograph
        /// One character of punctuation, or a symbol.
        case mark
    }

    public struct Shape: OptionSet, Sendable, Hashable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The first letter is upper case.
        public static let capitalized = Shape(rawValue: 1)
        /// At least two letters, all of them upper case (`BERT`, `T5` is not).
        public static let allCapitals = Shape(rawValue: 2)
        /// An upper-case letter behind a lower-case one or a digit (`PyTorch`, `spaCy`).
        public static let innerCapital = Shape(rawValue: 4)
        public static let digit = Shape(rawValue: 8)
        /// A blank stands before it, or the passage begins with it.
        public static let blankBefore = Shape(rawValue: 16)
        /// It lies in code or in an address: shown, but not searched.
        public static let opaque = Shape(rawValue: 32)
    }

    private let start: Int32
    private let end: Int32
    public let kind: Kind
    public let shape: Shape

    init(range: Range<Int>, kind: Kind, shape: Shape) {
        start = Int32(truncatingIfNeeded: range.lowerBound)
        end = Int32(truncatingIfNeeded: range.upperBound)
        self.kind = kind
        self.shape = shape
    }

    /// Bytes of the passage.
    public var range: Range<Int> { Int(start)..<Int(end) }

    /// Cuts UTF-8 text into words. Linear in its size.
    static func split(_ bytes: [UInt8], opaque: [Range<Int>]) -> [Word] {
        bytes.withUnsafeBufferPointer { split($0, opaque: opaque) }
    }

    static func split(_ bytes: UnsafeBufferPointer<UInt8>, opaque: [Range<Int>]) -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(bytes.count / 4 + 4)
        var opaque = opaque[...]
        var at = 0
        var blankBefore = true
        while at < bytes.count {
            let (scalar, length) = Scalars.decode(bytes, at)
            let kind = Scalars.kind(scalar)
            guard let kind else {
                blankBefore = true
                at += length
                continue
            }
            let start = at
            var shape: Shape = blankBefore ? .blankBefore : []
            at += length
            if kind == .letters, let end = endOfPlainWord(bytes, start) {
                at = end
                if Scalars.isUppercase(scalar) { shape.insert(.capitalized) }
                while let first = opaque.first, first.upperBound <= start { opaque.removeFirst() }
                if let first = opaque.first, first.lowerBound <= start { shape.insert(.opaque) }
                words.append(Word(range: start..<at, kind: .letters, shape: shape))
            } else if kind == .letters || kind == .number {
                var letters = 0
                var capitals = 0
                var isNumber = kind == .number
                var previousIsSmall = false
                var current = scalar
                while true {
                    let isUpper = Scalars.isUppercase(current)
                    if Scalars.isDigit(current) {
                        shape.insert(.digit)
                        previousIsSmall = true
                    } else {
                        if isUpper && previousIsSmall && letters + capitals > 0 {
                            shape.insert(.innerCapital)
                        }
                        letters += 1
                        if isUpper { capitals += 1 }
                        isNumber = false
                        previousIsSmall = !isUpper
                    }
                    guard at < bytes.count else { break }
                    let (next, nextLength) = Scalars.decode(bytes, at)
                    let nextKind = Scalars.kind(next)
                    guard nextKind == .letters || nextKind == .number else { break }
                    // Arabic writes its prefixes onto Latin names.
                    if Scalars.isArabic(next) != Scalars.isArabic(current), !Scalars.isDigit(next) { break }
                    current = next
                    at += nextLength
                }
                if Scalars.isUppercase(scalar) { shape.insert(.capitalized) }
                if letters > 1 && letters == capitals { shape.insert(.allCapitals) }
                while let first = opaque.first, first.upperBound <= start { opaque.removeFirst() }
                if let first = opaque.first, first.lowerBound <= start { shape.insert(.opaque) }
                words.append(Word(range: start..<at, kind: isNumber ? .number : .letters, shape: shape))
            } else {
                while let first = opaque.first, first.upperBound <= start { opaque.removeFirst() }
                if let first = opaque.first, first.lowerBound <= start { shape.insert(.opaque) }
                words.append(Word(range: start..<at, kind: kind, shape: shape))
            }
            blankBefore = false
        }
        return words
    }
}
