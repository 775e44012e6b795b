import KGModel

extension TaggerFeatures {
    /// The stretches of a passage that can hold a name, each with a margin of words around it; the
    /// rest is outside without a closer look.
    ///
    /// A word looks like part of a name by its own form, because another recognizer sees a name there,
    /// or because typography sets it off together with such a word. That a sentence's first word is a
    /// capitalized ordinary one says nothing. Where names may be spelt like any other words, each word may be part of one.
    func windows(_ passage: Int, hints: [SpanHint], evidence: [SpanEvidence]) -> [Range<Int>] {
        if readsEveryWord { return [codes[passage].indices] }
        var live = formLive(passage)
        for hint in hints where opens(hint, live, passage) {
            for word in hint.words { live[word] = true }
        }
        for item in evidence { for word in item.words { live[word] = true } }
        return leavingOutPeople(Self.joined(live), live, evidence)
    }

    /// The stretches but for those in which all that can be part of a name is part of people's names of whom others
    /// are sure, two of them at least: a line of authors, or one person whom two recognizers see. A further opinion
    /// makes these worse.
    private func leavingOutPeople(
        _ stretches: [Range<Int>], _ live: [Bool], _ evidence: [SpanEvidence]
    ) -> [Range<Int>] {
        let people = evidence.filter { $0.isSure && $0.type == Self.person }
        guard people.count > 1 else { return stretches }
        var isKnown = [Bool](repeating: false, count: live.count)
        // How many say that a name begins at a word.
        var witnesses = [Int](repeating: 0, count: live.count)
        for item in people {
            witnesses[item.words.lowerBound] += 1
            for word in item.words { isKnown[word] = true }
        }
        return stretches.filter { stretch in
            !stretch.allSatisfy { !live[$0] || isKnown[$0] }
                || stretch.reduce(0) { $0 + witnesses[$1] } < 2
        }
    }

    private static let person = TaggerLabel.index(of: .person)

    /// Whether each word looks like part of a name by its form.
    private func formLive(_ passage: Int) -> [Bool] {
        let codes = codes[passage]
        let ids = lexis.ids[passage]
        var live = [Bool](repeating: false, count: codes.count)
        var sentenceStarts = true
        for word in codes.indices {
            switch codes[word] {
            case .mark:
                sentenceStarts = sentenceStarts || endsSentence(passage, word)
                continue
            case .otherScript: live[word] = true
            case .allCapitals, .innerCapital, .capitalDigit, .smallDigit:
                live[word] = !lexis.spellings[Int(ids[word])].isNotion
            case .capitalized:
                live[word] = !(sentenceStarts && isOrdinary(lexis.spellings[Int(ids[word])].entry))
            case .number: continue
            default: break
            }
            sentenceStarts = false
        }
        // Beside a part of a name, what alone says nothing may be one, too.
        for word in codes.indices where !live[word] && codes[word].isCapital {
            let isBesideName =
                word + 1 < live.count && live[word + 1]
                || word > 0 && live[word - 1]
            if isBesideName { live[word] = true }
        }
        return live
    }

    private func endsSentence(_ passage: Int, _ word: Int) -> Bool {
        let text = issue.passages[passage]
        switch text.bytes[text.words[word].range.lowerBound] {
        case 0x2E, 0x21, 0x3F, 0x3A: return true
        case 0xE2...: return !text.isHyphen(text.words[word])
        default: return false
        }
    }

    /// Frequent in English or in another language.
    private func isOrdinary(_ entry: WordTable.Entry) -> Bool {
        entry & WordTable.given == 0 && (entry & 7 >= 3 || entry >> 3 & 7 >= 3)
    }

    /// Whether a stretch that typography sets off is taken into a window as a whole.
    private func opens(_ hint: SpanHint, _ live: [Bool], _ passage: Int) -> Bool {
        switch hint.kind {
        case .capitalRun, .titleRun, .line: return false
        case .link, .titleQuoted, .acronym, .expansion: return true
        case .whole where issue.passages[passage].passage.kind == .paragraph: return false
        case .subtitled, .lead, .strong, .italic, .quoted, .label, .cell, .whole, .parenthesized, .bracketed:
            return hint.words.contains { live[$0] }
        }
    }

    /// Words on either side of what can be a name.
    private static let margin = 2

    /// Stretches of live words with their margins; where those would meet, one stretch.
    private static func joined(_ live: [Bool]) -> [Range<Int>] {
        var windows: [Range<Int>] = []
        var word = 0
        while word < live.count {
            guard live[word] else {
                word += 1
                continue
            }
            var end = word + 1
            var last = word
            while end < live.count, end - last <= 2 * margin {
                if live[end] { last = end }
                end += 1
            }
            let range = max(0, word - margin)..<min(live.count, last + 1 + margin)
            windows.append(range)
            word = last + 1
            while word < range.upperBound, word < live.count, !live[word] { word += 1 }
        }
        return windows
    }
}
