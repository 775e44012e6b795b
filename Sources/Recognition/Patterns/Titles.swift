import KGModel

/// Tells the title of a paper from other pieces of text.
enum Titles {
    /// The part of a link's text (or of emphasized or quoted text) that is a title; nil if it is none.
    /// Quotation marks, a leading number and a closing mark do not belong to it.
    static func title(in range: Range<Int>, of text: PassageText, _ vocabulary: Vocabulary) -> Range<Int>? {
        guard let words = trimmed(text.words(in: range), text) else { return nil }
        return isTitle(words, text, vocabulary) ? text.range(ofWords: words) : nil
    }

    /// The words without brackets, quotation marks and punctuation around them.
    static func trimmed(_ words: Range<Int>, _ text: PassageText) -> Range<Int>? {
        var first = words.lowerBound
        var end = words.upperBound
        while first < end, text.words[first].kind == .mark { first += 1 }
        while end > first, text.words[end - 1].kind == .mark {
            // A closing bracket or question mark may belong to the title.
            let mark = text.text(text.words[end - 1])
            if mark == "?" || mark == "!" { break }
            if mark == ")" || mark == "）",
                text.text(words: first..<end).contains(where: { "(（".contains($0) })
            {
                break
            }
            end -= 1
        }
        // The number of a note, `Title[26]`.
        if end - first > 3, text.words[end - 1].kind == .number, text.text(text.words[end - 2]) == "[" {
            end -= 2
        }
        return first < end ? first..<end : nil
    }

    /// `X: A Subtitle`, or at least four words of which most are capitalized as titles are.
    static func isTitle(_ words: Range<Int>, _ text: PassageText, _ vocabulary: Vocabulary) -> Bool {
        var content = 0
        var capitalized = 0
        var letters = 0
        var ideographs = 0
        var hasSubtitle = false
        for index in words {
            let word = text.words[index]
            switch word.kind {
            case .letters:
                letters += 1
                // Short words are small in titles, too.
                if word.range.count > 3 || word.shape.contains(.capitalized) {
                    content += 1
                    if word.shape.contains(.capitalized) || word.shape.contains(.innerCapital) {
                        capitalized += 1
                    }
                }
            case .ideograph: ideographs += 1
            case .mark:
                let mark = text.bytes[word.range.lowerBound]
                if mark == UInt8(ascii: ":"), letters > 0, index + 1 < words.upperBound { hasSubtitle = true }
            case .number: break
            }
        }
        // An address that is printed has the words of a title, too.
        guard ideographs == 0, let first = words.first, text.words[first].kind != .mark,
            !text.words[first].shape.contains(.opaque)
        else { return false }
        let startsWell =
            text.words[first].shape.contains(.capitalized) || text.words[first].shape.contains(.innerCapital)
            || text.words[first].kind == .number
        guard startsWell || hasSubtitle else { return false }
        if letters >= 4, hasCoinedHead(words, text) { return true }
        if hasSubtitle, letters >= 3, capitalized * 2 >= content { return true }
        return letters >= 4 && letters <= 30 && capitalized * 3 >= content * 2
    }

    /// Four words or more, the last of which is one, and all but small ones capitalized: no sentence that goes on
    /// in the next line.
    static func isInTitleCase(_ words: Range<Int>, _ text: PassageText) -> Bool {
        let letters = words.filter { text.words[$0].kind == .letters }
        guard letters.count >= 4, let last = letters.last, text.words[last].range.count > 3 else {
            return false
        }
        return letters.allSatisfy { at in
            let word = text.words[at]
            return word.range.count <= 4 || !word.shape.isDisjoint(with: [.capitalized, .innerCapital])
        }
    }

    /// A title in Chinese: six characters or more, without the full stops and commas of sentences.
    static func isChinese(_ words: Range<Int>, _ text: PassageText) -> Bool {
        var ideographs = 0
        for index in words {
            let word = text.words[index]
            if word.kind == .ideograph { ideographs += 1 }
            if word.kind == .mark, ["。", "；", "！"].contains(text.text(word)) { return false }
        }
        return ideographs >= 6
    }

    /// `GPTutor: a tool for code explanation`: a coined name before the colon needs no capitals behind it.
    static func hasCoinedHead(_ words: Range<Int>, _ text: PassageText) -> Bool {
        guard words.count >= 5, NameForm.isCoined(text.words[words.lowerBound], in: text) else {
            return false
        }
        let colon = words.lowerBound + 1
        return text.text(text.words[colon]) == ":" && !text.words[colon].shape.contains(.blankBefore)
            && text.words[colon + 1].shape.contains(.blankBefore)
    }
}
