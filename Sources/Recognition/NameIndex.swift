import KGModel

/// Names of one issue, to be found again in its passages in exactly their own form.
///
/// Names are filed under the bytes of their first word, so that a word of text costs one look.
struct NameIndex<Value> {
    private var byFirstWord: [UInt64: [(name: [UInt8], value: Value)]] = [:]

    init(_ names: [String: Value]) {
        // Sorted: what is found does not depend on the dictionary's order.
        for (name, value) in names.sorted(by: { $0.key < $1.key }) {
            let bytes = Array(name.utf8)
            guard let first = Word.split(bytes, opaque: []).first else { continue }
            byFirstWord[FNV1a.hash(bytes[first.range]), default: []].append((bytes, value))
        }
    }

    /// Calls `body` with each place where a name stands, words whole. Linear in the number of words.
    func matches(in text: PassageText, _ body: (Range<Int>, Value) -> Void) {
        guard !byFirstWord.isEmpty else { return }
        for (index, word) in text.words.enumerated() where !word.shape.contains(.opaque) && word.kind != .mark
        {
            guard let names = byFirstWord[FNV1a.hash(text.bytes[word.range])] else { continue }
            let start = word.range.lowerBound
            for (name, value) in names where text.bytes[start...].starts(with: name) {
                let end = start + name.count
                // A word must end where the name does.
                var last = index
                while last + 1 < text.words.count, text.words[last].range.upperBound < end { last += 1 }
                if text.words[last].range.upperBound == end { body(start..<end, value) }
            }
        }
    }
}
