extension Set<String> {
    /// The words of a list that blanks divide.
    init(words list: String) { self.init(list.split(whereSeparator: \.isWhitespace).map(String.init)) }
}

/// A small set of words and phrases that is asked by the bytes of a text, so that no string is made for what is not in
/// it. Like `WordList` it keeps fingerprints of 64 bits instead of the words.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private var index: HashIndex
    /// Bit n: there is one of n bytes.
    private var lengths: UInt64 = 0

    /// - Parameter words: in lower case, none of more than 63 bytes.
    init(_ words: some Collection<String>) {
        index = HashIndex(capacity: words.count)
        for word in words {
            index.insert(FeatureHash.of(word), 0)
            lengths |= 1 << UInt64(min(63, word.utf8.count))
        }
    }

    init(arrayLiteral words: String...) { self.init(words) }

    /// The words of a list that blanks divide.
    init(words list: String) { self.init(Set(words: list)) }

    /// Whether the word is there, in whatever letter case the text has it.
    func contains(_ word: some Collection<UInt8>) -> Bool {
        // Only in ASCII does a letter take the same room in either case.
        if word.contains(where: { $0 >= 0x80 }) {
            return index.find(FeatureHash.of(String(decoding: word, as: UTF8.self).lowercased())) >= 0
        }
        guard mayHave(word.count) else { return false }
        return index.find(word.reduce(FeatureHash.seed) { FeatureHash.addSmall($1, to: $0) }) >= 0
    }

    /// The same of a word in lower case.
    func containsExactly(_ word: some Collection<UInt8>) -> Bool {
        mayHave(word.count) && index.find(FeatureHash.of(word)) >= 0
    }

    private func mayHave(_ length: Int) -> Bool { length < 64 && lengths & 1 << UInt64(length) != 0 }
}
