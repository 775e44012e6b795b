import KGModel

/// What names are made of, as far as linking compares them.
enum NameWords {
    /// Runs of letters and digits.
    static func words(_ name: some StringProtocol) -> [String] {
        guard isASCII(name) else {
            return name.split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map { String($0) }
        }
        return name.utf8.split(whereSeparator: { !isLetter($0) && !(48...57).contains($0) }).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// Most names are: what is asked of their characters can be asked of their bytes.
    static func isASCII(_ name: some StringProtocol) -> Bool { name.utf8.allSatisfy { $0 < 0x80 } }

    /// Of ASCII.
    static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

    /// The name with single blanks between its words, and none around it.
    static func tidy(_ name: String) -> String {
        var isTidy = true
        var last: UInt8 = 0x20
        for byte in name.utf8 {
            switch byte {
            case 0..<0x20: isTidy = false
            case 0x20: isTidy = isTidy && last != 0x20
            // Where the blanks of Unicode begin.
            case 0xC2, 0xE1...0xE3: isTidy = false
            default: break
            }
            last = byte
        }
        if isTidy, last != 0x20 { return name }
        return name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words that carry a title, in the form in which names are compared.
    static func contentWords(_ name: some StringProtocol) -> [NameKey] {
        words(name).map { NameKey($0) }.filter { !$0.isEmpty && !small.contains($0.text) }
    }

    /// Articles, prepositions and their like, in the languages of Latin script that issues are written in.
    private static let small: Set<String> = [
        "a", "an", "the", "of", "and", "for", "in", "on", "to", "with", "from", "by", "at", "via", "is",
        "are",
        "de", "des", "du", "la", "le", "les", "l", "d", "et", "en", "pour", "sur", "un", "une", "dans",
        "avec",
        "el", "los", "las", "y", "para", "con", "por", "del", "o", "os", "as", "e", "do", "da", "dos", "das",
        "em", "um", "uma", "no", "na", "ve", "bir", "icin", "ile",
    ]

    /// Whether every letter is Latin (marks and digits aside) and there is one.
    static func isLatin(_ name: String) -> Bool {
        if isASCII(name) { return name.utf8.contains(where: isLetter) }
        var hasLetter = false
        for scalar in name.unicodeScalars where scalar.properties.isAlphabetic {
            if scalar.value >= 0x250, !(0x1E00...0x1EFF).contains(scalar.value), scalar.value < 0xFF00 {
                return false
            }
            hasLetter = true
        }
        return hasLetter
    }

    /// Whether no letter is Latin, and there is one.
    static func isForeign(_ name: String) -> Bool {
        var hasLetter = false
        for scalar in name.unicodeScalars where scalar.properties.isAlphabetic {
            if scalar.value < 0x250 { return false }
            hasLetter = true
        }
        return hasLetter
    }

    /// `SECNLP`, `X-Stance`, `GPT2`: whether a name has a word that somebody coined, the same in every language.
    static func isCoined(_ name: some StringProtocol) -> Bool {
        name.split(separator: " ").contains { word in
            guard word.utf8.count >= 3, word.contains(where: \.isUppercase) else { return false }
            return word.dropFirst().contains { $0.isUppercase || $0.isNumber || $0 == "-" }
        }
    }

    /// The digits of a name: what tells `GPT-2` from `GPT-3`.
    static func digits(_ name: some StringProtocol) -> [UInt8] { name.utf8.filter { (48...57).contains($0) } }

    /// Whether one letter, or `limit` letters, inserted, left out or replaced, or two neighbours swapped, make one
    /// key the other. Source: optimal string alignment.
    static func isNear(_ a: NameKey, _ b: NameKey, limit: Int) -> Bool {
        let a = Array(a.text.unicodeScalars)
        let b = Array(b.text.unicodeScalars)
        guard abs(a.count - b.count) <= limit else { return false }
        var twoBack: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in b.indices {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
                row.append(cost)
            }
            if row.allSatisfy({ $0 > limit }) { return false }
            twoBack = last
            last = row
        }
        return last[b.count] <= limit
    }

    /// The part of a title before its colon.
    static func head(_ title: String) -> Substring? {
        let colon =
            isASCII(title)
            ? title.utf8.firstIndex(of: UInt8(ascii: ":")) : title.firstIndex { $0 == ":" || $0 == "：" }
        guard let colon, colon > title.startIndex else { return nil }
        return title[..<colon]
    }

    /// `PyTorch 1.4`, `TF2`: the name without its version; nil where it shows none.
    static func withoutVersion(_ name: String) -> String? {
        guard let last = name.utf8.last, (48...57).contains(last) || last >= 0x80 else { return nil }
        var rest = name[...]
        while let last = rest.last, last.isASCII, last.isNumber || last == "." { rest.removeLast() }
        guard rest.count < name.count, !rest.isEmpty, name.last != "." else { return nil }
        if rest.last == "v", rest.dropLast().last == " " { rest.removeLast() }
        guard rest.last == " " else {
            // `TF2`: digits without a blank are a version of an acronym only.
            let isAcronym = rest.count >= 2 && rest.allSatisfy { $0.isUppercase && $0.isASCII }
            return isAcronym ? String(rest) : nil
        }
        while rest.last == " " { rest.removeLast() }
        return rest.isEmpty ? nil : String(rest)
    }

    /// `DistilBERT base cased`: the name without the words for the size and the letter case of its weights.
    static func withoutWeights(_ name: String) -> String? {
        var words = name.split(whereSeparator: { $0 == " " || $0 == "-" })[...]
        while let last = words.last, weights.contains(last.lowercased()) { words.removeLast() }
        guard let last = words.last, last.endIndex < name.endIndex else { return nil }
        return String(name[..<last.endIndex])
    }

    private static let weights: Set<String> = ["base", "large", "cased", "uncased"]

    /// A surname or given name alone.
    static func isSingle(_ name: String) -> Bool {
        if name.utf8.contains(UInt8(ascii: " ")) { return false }
        return isASCII(name) || !name.contains { "·•・‧".contains($0) } && !isFullChineseName(name)
    }

    /// Common Chinese family names: a name of two to four ideographs that begins with one is a full name.
    static func isFullChineseName(_ name: String) -> Bool {
        guard (2...4).contains(name.count), let first = name.first,
            name.unicodeScalars.allSatisfy({ (0x4E00...0x9FFF).contains($0.value) })
        else { return false }
        return familyNames.contains(first)
    }

    private static let familyNames = Set(
        """
        王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜\
        范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文
        """)
}
