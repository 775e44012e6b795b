import KGModel

/// A set of words that is asked by bytes, in lower case.
///
/// It keeps fingerprints of 64 bits instead of the words: among 100,000 words two agree by chance
/// once in billions of lists.
struct WordList: Sendable {
    private var words: HashIndex

    /// What the index holds of a word: that it stands in the list without a mark, or with one.
    private static let plain: Int32 = 0
    private static let marked: Int32 = 1

    /// Reads one word a line; a line may carry a tab and a mark, and `#` opens a comment.
    init(_ text: [UInt8]) {
        var words = HashIndex(capacity: text.count / 8)
        text.withUnsafeBufferPointer { text in
            var start = 0
            while start < text.count {
                var end = start
                var tab: Int?
                var hash = FNV1a.empty
                while end < text.count, text[end] != 0x0A {
                    if text[end] == 0x09, tab == nil { tab = end }
                    if tab == nil {
                        hash = Self.combine(hash, text[end], after: end > start ? text[end - 1] : 0)
                    }
                    end += 1
                }
                if end > start, text[start] != 0x23 {
                    if tab != nil || words.find(hash) < 0 {
                        words.insert(hash, tab == nil ? Self.plain : Self.marked)
                    }
                }
                start = end + 1
            }
        }
        self.words = words
    }

    init(resource: String) throws {
        self.init(try Resource.data(resource))
    }

    /// Whether the word stands in the list, marked or not.
    func contains(_ word: ArraySlice<UInt8>) -> Bool {
        words.find(Self.hash(word)) >= 0
    }

    /// Whether the word stands in the list with a mark behind it.
    func isMarked(_ word: ArraySlice<UInt8>) -> Bool { words.find(Self.hash(word)) == Self.marked }

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash = FNV1a.empty
        var previous: UInt8 = 0
        for byte in word {
            hash = combine(hash, byte, after: previous)
            previous = byte
        }
        return hash
    }

    /// Hashes the bytes in lower case (ASCII and Latin-1).
    @inline(__always)
    private static func combine(_ hash: UInt64, _ byte: UInt8, after previous: UInt8) -> UInt64 {
        var byte = byte
        if (65...90).contains(byte) { byte |= 0x20 }
        if previous == 0xC3, (0x80...0x9E).contains(byte), byte != 0x97 { byte |= 0x20 }
        return FNV1a.combine(hash, byte)
    }
}

/// The word lists that several recognizers ask.
struct Vocabulary: Sendable {
    /// Given names; marked where they are ordinary words as well (`Grace`, `Will`).
    var givenNames: WordList
    var familyNames: WordList
    /// Words that, capitalized, are still no names.
    var ordinaryWords: WordList

    static func standard() throws -> Vocabulary {
        Vocabulary(
            givenNames: try WordList(resource: "given-names.txt"),
            familyNames: try WordList(resource: "family-names.txt"),
            ordinaryWords: try WordList(resource: "ordinary-words.txt"))
    }
}
