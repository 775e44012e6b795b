import KGModel

/// Tells the language of an issue: from front matter or a tag in its name (`[FR]`, `.AR.`), else from
/// the script and the frequent words of its text.
enum LanguageReader {
    /// A tag such as `[ZH]`, `[PT-BR]`, `(es)`, `.AR.` or `_tr` at the end of a name; a BCP 47 code
    /// without region.
    static func tag(in text: some StringProtocol) -> String? {
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

    /// `pt` for `PT-BR`, `pt_BR` or `pt`; nil for anything that is no language of ours.
    static func language(ofCode code: some StringProtocol) -> String? {
        let head = code.lowercased().prefix { $0.isLetter }
        return head.count == 2 && known.contains(String(head)) ? String(head) : nil
    }

    /// The language of a text of at least a few words. Looks at 20,000 bytes of it at most.
    static func guess(_ passages: [Passage]) -> String? {
        var han = 0
        var kana = 0
        var hangul = 0
        var arabic = 0
        var cyrillic = 0
        var latinWords = 0
        var votes: [String: Int] = [:]
        var budget = 20_000
        for passage in passages where budget > 0 {
            budget -= passage.text.utf8.count
            for scalar in passage.text.unicodeScalars where scalar.value > 0x3FF {
                switch scalar.value {
                case 0x4E00...0x9FFF, 0x3400...0x4DBF: han += 1
                case 0x3040...0x30FF: kana += 1
                case 0xAC00...0xD7AF: hangul += 1
                case 0x0600...0x06FF: arabic += 1
                case 0x0400...0x04FF: cyrillic += 1
                default: break
                }
            }
            for word in passage.text.split(whereSeparator: { !$0.isLetter }) {
                guard let first = word.unicodeScalars.first, first.value < 0x250 else { continue }
                latinWords += 1
                if let languages = frequentWords[word.lowercased()] {
                    for language in languages { votes[language, default: 0] += 1 }
                }
            }
        }
        // A Chinese word has about a character and a half, an Arabic or Russian one five.
        let byScript = [
            ("zh", kana > han / 10 ? 0 : han * 2 / 3), ("ja", kana > han / 10 ? (han + kana) / 2 : 0),
            ("ko", hangul / 2), ("ar", arabic / 5), ("ru", cyrillic / 5),
        ]
        if let best = byScript.max(by: { $0.1 < $1.1 }), best.1 > 0, best.1 * 2 > latinWords { return best.0 }
        let ranked = votes.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
        guard let best = ranked.first, best.value >= 3, best.value * 25 >= latinWords else { return nil }
        return best.key
    }

    private static let known: Set<String> = [
        "en", "zh", "fr", "pt", "es", "tr", "ar", "de", "it", "ja", "ko", "ru", "nl", "pl", "sv", "vi", "id",
        "fa", "hi",
    ]

    /// Function words that tell a language from its neighbours.
    private static let frequentWords: [String: [String]] = {
        let rows = [
            "en": "the and of to is that for with this are from you on by an was be have which",
            "fr": "le les des est une dans et pour qui sur par du au avec cette sont vous nous plus il aux",
            "pt": "o os as um uma para não com que do da dos das em no na é você mais são pelo isso",
            "es": "el los las una para no con que del en y es por más este esta como son se lo",
            "tr": "ve bir bu için ile de da olarak daha çok olan gibi ise ne kadar sonra var en",
            "de": "der die das und ist nicht mit ein eine für auf den von zu im dem werden auch sich",
            "it": "il lo gli che di una per non con del della sono nel alla più questo è un come",
        ]
        var words: [String: [String]] = [:]
        for (language, row) in rows.sorted(by: { $0.key < $1.key }) {
            for word in row.split(separator: " ") { words[String(word), default: []].append(language) }
        }
        return words
    }()
}
