import KGModel

/// Tells the language of an issue: from front matter or a tag in its name (`[FR]`, `.AR.`), else from
/// the script and the frequent words of its text.
enum LanguageReader {
    /// A tag such as `[ZH]`, `[PT-BR]`, `(es)`, `.AR.` or `_tr` at the end of a name; a BCP 47 code
    /// without region.
    static func tag(in text: some StringProtocol) -> String? {
        guard mayHoldTag(text) else { return nil }
        var rest = text[...]
        while let open = rest.firstIndex(where: { "[.(（【".contains($0) }) {
            let inner = rest[rest.index(after: open)...]
            let code = inner.prefix { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == "_") }
            let close = code.endIndex < inner.endIndex ? inner[code.endIndex] : " "
            let isTag = rest[open] == "." ? close == "." : "])）】".contains(close)
            if isTag, let language = language(ofCode: code),
                rest[open] != "." || code.allSatisfy(\.isUppercase) || text.hasSuffix(".\(code).md")
            {
                return language
            }
            rest = inner
        }
        return nil
    }

    /// Whether an opening mark stands there with a letter behind it: most names have none, or only the dot of `.md`.
    private static func mayHoldTag(_ text: some StringProtocol) -> Bool {
        var hasMark = false
        var isOpen = false
        var marks = 0
        for byte in text.utf8 {
            if isOpen, byte & 0xDF &- 65 < 26 || byte == 0x2D || byte == 0x5F { hasMark = true }
            // `[`, `(`, `.`; `（` and `【` are of three bytes, the last of which are 0x88 and 0x90.
            isOpen = byte == 0x5B || byte == 0x28 || byte == 0x2E || byte == 0x88 || byte == 0x90
            if isOpen { marks += 1 }
        }
        return hasMark && (marks > 1 || !text.hasSuffix(".md"))
    }

    /// `pt` for `PT-BR`, `pt_BR` or `pt`; nil for anything that is no language of ours.
    static func language(ofCode code: some StringProtocol) -> String? {
        let parts = code.lowercased().split { $0 == "-" || $0 == "_" }
        // A region or script is short; `de-biasing` is a word.
        guard let head = parts.first, parts.dropFirst().allSatisfy({ $0.count <= 4 }) else { return nil }
        return known.contains(String(head)) ? String(head) : nil
    }

    /// The language of a text of at least a few words. Looks at 20,000 bytes of it at most.
    static func guess(_ passages: [Passage]) -> String? {
        var letters = ScriptCounts()
        var votes = [Int](repeating: 0, count: voters.count)
        var latinWords = 0
        var budget = 20_000
        let frequent = FrequentWords.shared
        for passage in passages where budget > 0 {
            budget -= passage.text.utf8.count
            var text = passage.text
            text.withUTF8 { bytes in
                letters.count(bytes)
                var word = LatinWord()
                for byte in bytes {
                    if word.take(byte) || word.count == 0 { continue }
                    latinWords += 1
                    frequent.vote(word, &votes)
                    word = LatinWord()
                }
                if word.count > 0 {
                    latinWords += 1
                    frequent.vote(word, &votes)
                }
            }
        }
        if let (language, words) = letters.language, words * 2 > latinWords { return language }
        let best = votes.indices.max { (votes[$0], voters[$1]) < (votes[$1], voters[$0]) }
        guard let best, votes[best] >= 3, votes[best] * 25 >= latinWords else { return nil }
        return voters[best]
    }

    /// Letters of the scripts that tell a language by themselves.
    private struct ScriptCounts {
        var han = 0
        var kana = 0
        var hangul = 0
        var arabic = 0
        var cyrillic = 0

        /// Counts the scalars of two and three bytes from U+0400 on.
        mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
            var at = 0
            let raw = UnsafeRawBufferPointer(text)
            while at < text.count {
                // Eight bytes of ASCII.
                if at + 8 <= raw.count,
                    raw.loadUnaligned(fromByteOffset: at, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    at += 8
                    continue
                }
                let byte = text[at]
                if byte >= 0xE0, byte < 0xF0, at + 2 < text.count {
                    count(
                        UInt32(byte & 0xF) << 12 | UInt32(text[at + 1] & 0x3F) << 6
                            | UInt32(text[at + 2] & 0x3F))
                    at += 3
                } else if byte >= 0xD0, byte < 0xE0, at + 1 < text.count {
                    count(UInt32(byte & 0x1F) << 6 | UInt32(text[at + 1] & 0x3F))
                    at += 2
                } else {
                    at += 1
                }
            }
        }

        @inline(__always)
        private mutating func count(_ scalar: UInt32) {
            switch scalar {
            case 0x4E00...0x9FFF, 0x3400...0x4DBF: han += 1
            case 0x3040...0x30FF: kana += 1
            case 0xAC00...0xD7AF: hangul += 1
            case 0x0600...0x06FF: arabic += 1
            case 0x0400...0x04FF: cyrillic += 1
            default: break
            }
        }

        /// The most frequent one, and about how many words its letters make: a Chinese word has a
        /// character and a half, an Arabic or Russian one five.
        var language: (code: String, words: Int)? {
            let isJapanese = kana > han / 10
            let counts = [
                ("zh", isJapanese ? 0 : han * 2 / 3), ("ja", isJapanese ? (han + kana) / 2 : 0),
                ("ko", hangul / 2),
                ("ar", arabic / 5), ("ru", cyrillic / 5),
            ]
            return counts.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0 : nil }
        }
    }

    /// A word's bytes in lower case while they come; letters of Latin-1 and Latin Extended-A belong to it.
    private struct LatinWord {
        /// The last eight, the last one lowest.
        private(set) var bytes: UInt64 = 0
        private(set) var count = 0

        /// Whether the byte belongs to a word.
        @inline(__always)
        mutating func take(_ byte: UInt8) -> Bool {
            var byte = byte
            let previous = UInt8(truncatingIfNeeded: bytes)
            switch byte {
            case 97...122, 0xC3...0xC5: break
            case 65...90: byte |= 0x20
            case 0x80...0xBF where (0xC3...0xC5).contains(previous):
                if previous == 0xC3, (0x80...0x9E).contains(byte), byte != 0x97 { byte |= 0x20 }
            default: return false
            }
            bytes = bytes << 8 | UInt64(byte)
            count += 1
            return true
        }
    }

    private static let known: Set<String> = [
        "en", "zh", "fr", "pt", "es", "tr", "ar", "de", "it", "ja", "ko", "ru", "nl", "pl", "sv", "vi", "id",
        "fa", "hi",
    ]

    /// Function words that tell a language from its neighbours.
    private static let functionWords = [
        ("de", "der die das und ist nicht mit ein eine für auf den von zu im dem werden auch sich"),
        ("en", "the and of to is that for with this are from you on by an was be have which"),
        ("es", "el los las una para no con que del en y es por más este esta como son se lo"),
        ("fr", "le les des est une dans et pour qui sur par du au avec cette sont vous nous plus il aux"),
        ("it", "il lo gli che di una per non con del della sono nel alla più questo è un come"),
        ("pt", "o os as um uma para não com que do da dos das em no na é você mais são pelo isso"),
        ("tr", "ve bir bu için ile de da olarak daha çok olan gibi ise ne kadar sonra var en"),
    ]

    private static let voters = functionWords.map(\.0)

    /// For a word the languages whose function word it is. Looked up for every word of a text: a table without chains,
    /// whose slots hold a word and a bit for each language.
    private struct FrequentWords {
        static let shared = FrequentWords()
        private var slots = [(word: UInt64, languages: UInt64)](repeating: (0, 0), count: 1024)

        /// No function word has more bytes.
        private static let longest = 8

        init() {
            for (index, (_, row)) in functionWords.enumerated() {
                for text in row.split(separator: " ") {
                    var word = LatinWord()
                    for byte in text.utf8 { _ = word.take(byte) }
                    let slot = slot(of: word.bytes)
                    slots[slot].word = word.bytes
                    slots[slot].languages |= 1 << UInt64(index)
                }
            }
        }

        @inline(__always)
        private func slot(of word: UInt64) -> Int {
            var slot = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 54)
            while slots[slot].languages != 0, slots[slot].word != word { slot = (slot + 1) & 1023 }
            return slot
        }

        @inline(__always)
        func vote(_ word: LatinWord, _ votes: inout [Int]) {
            guard word.count <= Self.longest else { return }
            var languages = slots[slot(of: word.bytes)].languages
            while languages != 0 {
                votes[languages.trailingZeroBitCount] += 1
                languages &= languages - 1
            }
        }
    }
}
