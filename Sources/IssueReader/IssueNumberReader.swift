/// Finds the number that an issue bears in its series: `Issue #5`, `#5`, `No. 12`, `n° 3`, `第5期`,
/// `第六期`, `NLP_Newsletter_8`.
enum IssueNumberReader {
    static func number(in text: some StringProtocol) -> Int? {
        // Numbers are digits, or Chinese numerals behind 第.
        guard mayHoldNumber(text) else { return nil }
        let words = split(text)
        for (index, word) in words.enumerated() {
            guard let value = Int(word), (1...9999).contains(value), word.utf8.count <= 4 else { continue }
            let before = index > 0 ? words[index - 1] : ""
            let after = index + 1 < words.count ? words[index + 1] : ""
            if before == "#" || before == "№" || before == "n°" || before == "nº" { return value }
            if before == "第", ["期", "号", "回"].contains(where: after.hasPrefix) { return value }
            if value < 1900,
                ["issue", "no", "nr", "vol", "volume", "numéro", "número", "sayı", "期", "edition", "édition"]
                    .contains(before)
            {
                return value
            }
            if value < 1900, before == ".", index > 1, ["no", "nr", "vol", "n"].contains(words[index - 2]) {
                return value
            }
        }
        if let number = chineseNumber(text) { return number }
        // `NLP_Newsletter_8`, `NLP 7`: a small number right behind the series' name ends the title.
        for (index, word) in words.enumerated().dropFirst() {
            if let value = Int(word), (1...1899).contains(value), word.utf8.count <= 3,
                ["newsletter", "nlp", "简报", "digest", "weekly", "notes", "boletín", "bülteni", "notları"]
                    .contains(words[index - 1])
            {
                return value
            }
        }
        return nil
    }

    private static let digits: [Character: Int] = [
        "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]

    private static func holdsOrdinal(_ text: some StringProtocol) -> Bool {
        var last: UInt32 = 0
        for byte in text.utf8 {
            last = last << 8 | UInt32(byte)
            if last & 0xFF_FFFF == 0xE7_ACAC { return true }
        }
        return false
    }

    private static func mayHoldNumber(_ text: some StringProtocol) -> Bool {
        // The last three bytes: 第 is E7 AC AC.
        var last: UInt32 = 0
        for byte in text.utf8 {
            last = last << 8 | UInt32(byte)
            if byte &- 48 < 10 || last & 0xFF_FFFF == 0xE7_ACAC { return true }
        }
        return false
    }

    /// As in a title; besides, a small number that ends a file's name is the issue's (`margin-notes-02`),
    /// unless it belongs to a date.
    static func number(inFileStem stem: String) -> Int? {
        if let number = number(in: stem) { return number }
        let words = split(stem)
        guard let last = words.last, let value = Int(last), (1...999).contains(value), last.utf8.count <= 3,
            words.dropLast().last.flatMap({ Int($0) }) == nil
        else { return nil }
        return value
    }

    /// Runs of letters, runs of digits, and single marks, lower case, blanks and hyphens dropped.
    private static func split(_ text: some StringProtocol) -> [String] {
        if let runs = ASCIIRuns(text) {
            return runs.compactMap { run in
                let isDropped =
                    run.kind == .blank || run.bytes.elementsEqual("_".utf8)
                    || run.bytes.elementsEqual("-".utf8)
                return isDropped ? nil : run.text
            }
        }
        var words: [String] = []
        var rest = text.lowercased()[...]
        while let first = rest.first {
            let word: Substring
            if first.isASCII, first.isNumber {
                word = rest.prefix { $0.isASCII && $0.isNumber }
            } else if "第期号回".contains(first) {
                word = rest.prefix(1)
            } else if first.isLetter {
                word = rest.prefix { ($0.isLetter || $0 == "°" || $0 == "º") && !"第期号回".contains($0) }
            } else {
                word = rest.prefix(1)
            }
            if !first.isWhitespace, first != "_", first != "-" { words.append(String(word)) }
            rest = rest.dropFirst(word.count)
        }
        return words
    }

    private static func chineseNumber(_ text: some StringProtocol) -> Int? {
        guard holdsOrdinal(text), let start = text.firstIndex(of: "第") else { return nil }
        let numeral = text[text.index(after: start)...].prefix { digits[$0] != nil || $0 == "十" }
        let after = text[numeral.endIndex...].first
        guard !numeral.isEmpty, after == "期" || after == "号" || after == "回" else { return nil }
        let parts = numeral.split(separator: "十", omittingEmptySubsequences: false)
        if parts.count == 1 { return parts[0].count == 1 ? digits[parts[0].first ?? "〇"] : nil }
        guard parts.count == 2 else { return nil }
        let tens = parts[0].isEmpty ? 1 : parts[0].first.flatMap { digits[$0] }
        let ones = parts[1].isEmpty ? 0 : parts[1].first.flatMap { digits[$0] }
        guard let tens, let ones else { return nil }
        return tens * 10 + ones
    }
}
