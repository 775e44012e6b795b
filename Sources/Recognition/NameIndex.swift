import KGModel

/// Names of one issue, to be found again in its passages in exactly their own form.
///
/// Names are filed under the bytes of their first word, so that a word of text costs one look; most cost
/// less, for no name begins with a word of their ends and length.
struct NameIndex<Value> {
    private var byFirstWord: [UInt64: [(name: [UInt8], value: Value)]] = [:]
    /// A bit for each sum of a word's first byte, last byte and length.
    private var firstWords = [UInt64](repeating: 0, count: 64)

    init(_ names: [String: Value]) { self.init(Array(names)) }

    /// - Parameter names: in any order; a name may stand for two things.
    init(_ names: [(key: String, value: Value)]) {
        // Sorted: what is found does not depend on a dictionary's order.
        for (name, value) in names.sorted(by: { $0.key < $1.key }) {
            let bytes = Array(name.utf8)
            guard let first = Word.split(bytes, opaque: []).first else { continue }
            let bit = bytes.withUnsafeBufferPointer { Self.bit(first, $0) }
            firstWords[bit >> 6] |= 1 << UInt64(bit & 63)
            byFirstWord[FNV1a.hash(bytes[first.range]), default: []].append((bytes, value))
        }
    }

    @inline(__always)
    private static func bit(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let range = word.range
        return
            (Int(bytes[range.lowerBound]) &* 37 ^ Int(bytes[range.upperBound - 1]) &* 5 ^ range.count &* 611)
            & 4095
    }

    /// Calls `body` with each place where a name stands, words whole. Linear in the number of words.
    func matches(in text: PassageText, _ body: (Range<Int>, Value) -> Void) {
        guard !byFirstWord.isEmpty else { return }
        text.bytes.withUnsafeBufferPointer { bytes in
            for (index, word) in text.words.enumerated() where word.kind != .mark {
                let bit = Self.bit(word, bytes)
                guard firstWords[bit >> 6] & 1 << UInt64(bit & 63) != 0, !word.shape.contains(.opaque) else {
                    continue
                }
                matches(of: word, index, in: text, body)
            }
        }
    }

    private func matches(
        of word: Word, _ index: Int, in text: PassageText, _ body: (Range<Int>, Value) -> Void
    ) {
        guard let names = byFirstWord[FNV1a.hash(text.bytes[word.range])] else { return }
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
