/// Words that stand side by side, looked for in the bytes of a text: words of ASCII in either case, and single ideographs.
struct WordPattern: Sendable {
    private let words: [[UInt8]]

    /// - Parameter words: as they stand in the index, in lower case.
    /// - Returns: nil for words of other letters.
    init?(_ words: [String]) {
        var bytes: [[UInt8]] = []
        for word in words {
            let one = Array(word.utf8)
            let isIdeograph =
                one.count == 3 && word.unicodeScalars.allSatisfy { FullText.isUnified($0.value) }
            guard isIdeograph || one.allSatisfy(Self.isWordByte), !one.isEmpty else { return nil }
            bytes.append(one)
        }
        self.words = bytes
    }

    /// How often the words stand in a text one behind the other. Words beside letters that are not looked at here may
    /// be missed.
    func count(in text: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = words.first, let head = first.first else { return 0 }
        var count = 0
        var at = 0
        while at < text.count {
            if let bytes = EightBytes(text, at) {
                // A small letter, a digit and the first byte of an ideograph all have the bit that makes letters small.
                let places = bytes.equal(to: head)
                at += places == 0 ? 8 : places.trailingZeroBitCount / 8
                if places == 0 { continue }
            }
            if text[at] == head || text[at] | 0x20 == head, var end = end(of: first, at, text),
                Self.isBoundary(text, before: at)
            {
                var isWhole = true
                for word in words.dropFirst() {
                    while end < text.count, let length = Self.gap(text, end) { end += length }
                    guard let next = self.end(of: word, end, text) else {
                        isWhole = false
                        break
                    }
                    end = next
                }
                if isWhole { count += 1 }
            }
            at += 1
        }
        return count
    }

    /// Where a word ends that starts there; nil where it does not.
    @inline(__always)
    private func end(of word: [UInt8], _ at: Int, _ text: UnsafeBufferPointer<UInt8>) -> Int? {
        let end = at + word.count
        guard end <= text.count else { return nil }
        if word[0] >= 0x80 {
            for index in 0..<3 where text[at + index] != word[index] { return nil }
            return end
        }
        for index in 0..<word.count {
            let byte = text[at + index]
            guard (byte &- 65 < 26 ? byte | 0x20 : byte) == word[index] else { return nil }
        }
        guard end < text.count else { return end }
        return !Self.isWordByte(text[end]) && (text[end] < 0x80 || Self.cuts(text, end)) ? end : nil
    }

    /// How many bytes of a mark between words stand there; nil where none does.
    @inline(__always)
    private static func gap(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        if text[at] < 0x80 { return isWordByte(text[at]) ? nil : 1 }
        guard at + 2 < text.count, TextIndexer.isSeparator(scalar(text, at)) else { return nil }
        return 3
    }

    private static func isBoundary(_ text: UnsafeBufferPointer<UInt8>, before at: Int) -> Bool {
        guard at > 0, text[at] < 0x80 else { return true }
        if text[at - 1] < 0x80 { return !isWordByte(text[at - 1]) }
        return at >= 3 && text[at - 3] >= 0xE0 && cuts(text, at - 3)
    }

    /// Whether the character of three bytes there ends a word of ASCII beside it.
    private static func cuts(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        guard at + 2 < text.count, text[at] >= 0xE0, text[at] < 0xF0 else { return false }
        let scalar = scalar(text, at)
        return FullText.isUnified(scalar) || TextIndexer.isSeparator(scalar)
    }

    /// That of three bytes.
    @inline(__always)
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt32 {
        UInt32(text[at] & 0xF) << 12 | UInt32(text[at + 1] & 0x3F) << 6 | UInt32(text[at + 2] & 0x3F)
    }

    /// About how many words a text has: runs of ASCII letters and digits, and characters of three bytes. Plain is a
    /// text of nothing but ASCII, ideographs and marks between words: `count` misses no word of it.
    static func words(in text: UnsafeBufferPointer<UInt8>) -> (count: Int, isPlain: Bool) {
        var count = 0
        var isPlain = true
        var isInside = false
        var at = 0
        while at < text.count {
            if let bytes = EightBytes(text, at), bytes.isASCII {
                let words = bytes.wordBytes
                count += (words & ~(words << 8 | (isInside ? 0x80 : 0))).nonzeroBitCount
                isInside = words >> 63 != 0
                at += 8
                continue
            }
            let byte = text[at]
            if byte < 0x80 {
                let isWord = isWordByte(byte)
                if isWord, !isInside { count += 1 }
                isInside = isWord
                at += 1
                continue
            }
            isInside = false
            guard byte >= 0xE0 else {
                isPlain = false
                at += 2
                continue
            }
            count += 1
            if isPlain { isPlain = cuts(text, at) }
            at += byte >= 0xF0 ? 4 : 3
        }
        return (count, isPlain)
    }

    @inline(__always)
    private static func isWordByte(_ byte: UInt8) -> Bool { byte | 0x20 &- 97 < 26 || byte &- 48 < 10 }
}
