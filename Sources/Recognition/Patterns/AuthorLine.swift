import KGModel

/// A line that lists a paper's authors: `Authors: A, B and C`, `作者: A, B`.
enum AuthorLine {
    /// The words of each name; nil for a passage that is no such line.
    static func names(in text: PassageText) -> [Range<Int>]? {
        guard let start = listStart(text) else { return nil }
        var names: [Range<Int>] = []
        var first = start
        for index in start...text.words.count {
            if index == text.words.count || isSeparator(text, index) {
                if let name = name(first..<index, text) { names.append(name) }
                first = index + 1
            }
        }
        return names.isEmpty ? nil : names
    }

    /// Whether a line names two people or more and little else: `Authors: Anna Rogers, Peter Smith, and others`.
    static func fills(_ line: Range<Int>, in text: PassageText) -> Bool {
        guard let row = Enumeration.all(in: text).first(where: { line.contains($0.items[0].lowerBound) }),
            let first = row.items.first, let last = row.items.last
        else { return false }
        let before = text.words[line.lowerBound..<first.lowerBound].filter { $0.kind != .mark }
        guard before.count <= 1, before.allSatisfy({ labels.contains(text.bytes[$0.range]) }),
            line.upperBound - last.upperBound <= 4
        else { return false }
        return row.items.prefix(2).allSatisfy { name($0, text) != nil }
    }

    /// The word behind `Authors:`.
    private static func listStart(_ text: PassageText) -> Int? {
        for index in text.words.indices.prefix(6) where text.words[index].kind == .mark {
            let mark = text.scalar(text.words[index])
            if mark == 0x3A || mark == 0xFF1A {
                guard index > 0 else { return nil }
                return labels.contains(text.bytes[text.range(ofWords: 0..<index)]) ? index + 1 : nil
            }
        }
        return nil
    }

    private static let labels: WordSet = [
        "authors", "author", "作者", "auteurs", "auteur", "autores", "autor", "autoras", "yazarlar", "yazar",
        "by",
    ]

    private static func isSeparator(_ text: PassageText, _ index: Int) -> Bool {
        separators.containsExactly(text.bytes[text.words[index].range])
    }

    private static let separators: WordSet = [
        ",", "，", "、", ";", "；", "and", "&", "et", "y", "e", "ve", "和", "|",
    ]

    /// Two to five parts, each capitalized, an initial, a particle or a hyphenated syllable; or two to four
    /// Chinese characters.
    private static func name(_ words: Range<Int>, _ text: PassageText) -> Range<Int>? {
        guard !words.isEmpty else { return nil }
        if words.allSatisfy({ text.words[$0].kind == .ideograph }) {
            return (2...4).contains(words.count) ? words : nil
        }
        var capitalized = 0
        for index in words {
            let word = text.words[index]
            switch word.kind {
            case .letters:
                if word.shape.contains(.capitalized) {
                    capitalized += 1
                } else if word.range.count > 4 {
                    return nil
                }
                if word.shape.contains(.opaque) { return nil }
            case .mark:
                guard text.isHyphen(word) || [".", "\u{2019}", "'"].contains(text.text(word)) else {
                    return nil
                }
            case .number, .ideograph: return nil
            }
        }
        return capitalized >= 2 && words.count <= 9 ? words : nil
    }
}
