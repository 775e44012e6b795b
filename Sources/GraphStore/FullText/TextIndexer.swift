import GRDB
import KGModel

/// The words of an issue's passages as the full-text index knows them, in numbers of the indexer that cut them.
public struct IndexedText: Sendable {
    /// Which indexer's numbers these are.
    var indexer = 0
    /// The words of all passages, one behind the other.
    var words: [UInt32] = []
    /// How many words each passage has.
    var counts: [UInt32] = []
    /// The same as a search counts them, which has the text alone; see `TextSize`.
    var lengths: [UInt8] = []
    /// Words that the indexer had not met before, in the order of their numbers.
    var newTerms: [UInt8] = []
    var newTermEnds: [Int] = []
}

/// Cuts text into the words that FTS5's tokenizer `unicode61 remove_diacritics 2` makes of `FullText.segmented`,
/// many times faster: words of ASCII and single ideographs it cuts itself; of everything else it asks FTS5, and
/// remembers the answer.
///
/// One indexer must not be used by two threads at once, and none of its methods is called from within another: what is
/// asked for every word of a text is spared the check for that. Words are numbered in the order in which they are met:
/// ideographs by their code points, others from `firstTerm` on.
public final class TextIndexer {
    static let firstIdeograph: UInt32 = 0x3400
    static let lastIdeograph: UInt32 = 0x9FCC
    /// The first number that no ideograph has.
    static let firstTerm = lastIdeograph - firstIdeograph + 1
    /// FTS5 cuts longer words off.
    private static let longestTerm = 32_768

    private let number: Int
    @exclusivity(unchecked)
    private var terms = TermTable()
    private var toldTerms = 0
    /// Pieces that FTS5 was asked about, and what it said.
    private var pieces = TermTable()
    private var answers: [[UInt32]] = []
    @exclusivity(unchecked)
    private var lowered: [UInt8] = []
    private var tokenizer: (queue: DatabaseQueue, tokenizer: any FTS5Tokenizer)?

    /// - Parameter number: tells the indexers of one build apart; from 0.
    public init(number: Int) { self.number = number }

    /// FTS5's own, made when it is first wanted.
    private func askable() throws -> (queue: DatabaseQueue, tokenizer: any FTS5Tokenizer) {
        if let tokenizer { return tokenizer }
        let queue = try DatabaseQueue()
        let made = (queue, try queue.inDatabase { try $0.makeTokenizer(.unicode61(diacritics: .remove)) })
        tokenizer = made
        return made
    }

    /// Adds the words of a text.
    func cut(_ text: String, into words: inout [UInt32]) throws {
        var text = text
        try text.withUTF8 { try cut($0, into: &words) }
    }

    /// A word as it stands in the index.
    func term(_ word: UInt32) -> String {
        guard word >= Self.firstTerm else {
            return Unicode.Scalar(word + Self.firstIdeograph).map { String($0) } ?? ""
        }
        return String(decoding: terms.bytes(Int(word - Self.firstTerm)), as: UTF8.self)
    }

    /// The words of an issue.
    public func index(_ passages: [Passage]) throws -> IndexedText {
        var result = IndexedText()
        result.indexer = number
        result.counts.reserveCapacity(passages.count)
        for passage in passages {
            let before = result.words.count
            var text = passage.text
            try text.withUTF8 { bytes in
                try cut(bytes, into: &result.words)
                let count = result.words.count - before
                result.counts.append(UInt32(count))
                let isASCII = bytes.allSatisfy { $0 < 0x80 }
                result.lengths.append(TextSize.byte(isASCII ? count : WordPattern.words(in: bytes).count))
            }
        }
        for term in toldTerms..<terms.count {
            result.newTerms.append(contentsOf: terms.bytes(term))
            result.newTermEnds.append(result.newTerms.count)
        }
        toldTerms = terms.count
        return result
    }

    /// The same of valid UTF-8.
    func cut(_ text: UnsafeBufferPointer<UInt8>, into words: inout [UInt32]) throws {
        var start = -1
        var isASCII = true
        var at = 0
        func end() throws {
            guard start >= 0 else { return }
            let piece = UnsafeBufferPointer(rebasing: text[start..<at])
            if isASCII { words.append(term(piece)) } else { words += try ask(piece) }
            start = -1
            isASCII = true
        }
        while at < text.count {
            let byte = text[at]
            if byte < 0x80 {
                if Self.isWordByte(byte) {
                    if start < 0 { start = at }
                } else {
                    try end()
                }
                at += 1
                continue
            }
            let (scalar, length) = Self.decode(text, at)
            if scalar >= Self.firstIdeograph, scalar <= Self.lastIdeograph, FullText.isUnified(scalar) {
                try end()
                words.append(scalar - Self.firstIdeograph)
            } else if Self.isSeparator(scalar) {
                try end()
            } else if FullText.isIdeograph(scalar) {
                try end()
                words += try ask(UnsafeBufferPointer(rebasing: text[at..<at + length]))
            } else {
                if start < 0 { start = at }
                isASCII = false
            }
            at += length
        }
        try end()
    }

    /// The number of a word of ASCII letters and digits: in lower case bit 5 of each of its bytes is set.
    private func term(_ piece: UnsafeBufferPointer<UInt8>) -> UInt32 {
        if piece.count < 8 {
            var bytes: UInt64 = 0
            for byte in piece.reversed() { bytes = bytes << 8 | UInt64(byte | 0x20) }
            return Self.firstTerm + UInt32(terms.number(ofShort: bytes, count: piece.count))
        }
        lowered.removeAll(keepingCapacity: true)
        lowered.append(contentsOf: piece.prefix(Self.longestTerm).lazy.map { $0 | 0x20 })
        return Self.firstTerm + UInt32(lowered.withUnsafeBufferPointer { terms.number($0) })
    }

    /// What FTS5 makes of a piece of text.
    private func ask(_ piece: UnsafeBufferPointer<UInt8>) throws -> [UInt32] {
        let known = pieces.number(piece)
        if known < answers.count { return answers[known] }
        let text = String(decoding: piece, as: UTF8.self)
        let (queue, tokenizer) = try askable()
        let tokens = try queue.inDatabase { _ in try tokenizer.tokenize(document: text) }
        let answer = tokens.map { token in
            var word = token.token
            return word.withUTF8 { bytes in
                if let first = bytes.first, first >= 0xE0, bytes.count == 3 {
                    let scalar = Self.decode(bytes, 0).scalar
                    if scalar >= Self.firstIdeograph, scalar <= Self.lastIdeograph, FullText.isUnified(scalar)
                    {
                        return scalar - Self.firstIdeograph
                    }
                }
                let count = min(bytes.count, Self.longestTerm)
                return Self.firstTerm
                    + UInt32(terms.number(UnsafeBufferPointer(rebasing: bytes.prefix(count))))
            }
        }
        answers.append(answer)
        return answer
    }

    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte | 0x20 &- 97 < 26 || byte &- 48 < 10
    }

    /// The scalar at a byte of valid UTF-8 beyond ASCII, and how many bytes it takes.
    @inline(__always)
    private static func decode(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int)
    {
        let first = text[at]
        let length = min(first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2, text.count - at)
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<max(1, length) { scalar = scalar << 6 | UInt32(text[at + offset] & 0x3F) }
        return (scalar, length)
    }

    /// Punctuation that is common beside ideographs; it stands in no word.
    static func isSeparator(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x3001, 0x3002, 0x3008...0x3011,
            0x3014...0x301B, 0xFF01, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F:
            true
        default: false
        }
    }
}
