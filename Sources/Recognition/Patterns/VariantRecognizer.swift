import KGModel

/// Finds relatives of models and datasets that the lexicon knows: the same in another language
/// (`Spanish SQuAD`, `SQuAD-it`, `BERT allemand`, `阿拉伯语BERT`), in another resolution (`ImageNet 64×64`) or of
/// another year (`KITTI 2015`), or with a prefix made for the name (`diffu-GRPO`).
public struct VariantRecognizer: Recognizer {
    public let name = "variants"
    public let summary = "relatives of known models and datasets: `Spanish SQuAD`, `KITTI 2015`, `diffu-GRPO`"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var candidates: [Candidate] = []
        for candidate in found
        where candidate.recognizer == "lexicon" && candidate.confidence >= 0.6
            && (candidate.type == .model || candidate.type == .dataset)
        {
            let text = issue.passages[candidate.passage]
            let words = text.words(in: candidate.range)
            // Ordinary words have no relatives: `the French Transformer` tells who built it.
            guard !words.isEmpty, words.contains(where: { isCoined(text.words[$0], text) }),
                !isLanguage(words.lowerBound, text, in: Self.before)
            else { continue }
            var first = words.lowerBound
            var end = words.upperBound
            if let language = languageBefore(first, text) {
                first = language
            } else if let language = languageBehind(end, text) {
                end = language
            } else if candidate.type == .model, let prefix = prefixBefore(first, text) {
                first = prefix
            } else if candidate.type == .dataset,
                let size = resolutionBehind(end, text) ?? yearBehind(end, text)
            {
                end = size
            } else {
                continue
            }
            if listsSeveral(end, text) { continue }
            candidates.append(
                Candidate(
                    passage: candidate.passage, range: text.range(ofWords: first..<end), type: candidate.type,
                    recognizer: name, confidence: 0.85))
        }
        return candidates
    }

    /// `BERT`, `SQuAD`, but not `seq2seq`.
    private func isCoined(_ word: Word, _ text: PassageText) -> Bool {
        NameForm.isCoined(word, in: text)
            && !word.shape.isDisjoint(with: [.capitalized, .innerCapital, .allCapitals])
    }

    /// `French BERT (CamemBERT, FlauBERT)`: a kind of thing, whose names follow.
    private func listsSeveral(_ end: Int, _ text: PassageText) -> Bool {
        guard end < text.words.count, ["(", "（"].contains(text.text(text.words[end])) else { return false }
        let inner = text.words[(end + 1)...].prefix(24).prefix { ![")", "）"].contains(text.text($0)) }
        return inner.contains { [",", "，", "、", "|", "/"].contains(text.text($0)) }
            && inner.contains { NameForm.isCoined($0, in: text) }
    }

    // MARK: - Prefixes

    /// The first word of `diffu-` or `d1-` right before a word: made for the name, no word of its own.
    private func prefixBefore(_ at: Int, _ text: PassageText) -> Int? {
        guard at > 1, text.isHyphen(text.words[at - 1]),
            !text.words[at - 1].shape.contains(.blankBefore), !text.words[at].shape.contains(.blankBefore)
        else { return nil }
        let prefix = text.words[at - 2]
        guard prefix.kind == .letters, prefix.range.count <= 6, prefix.shape.contains(.blankBefore),
            !prefix.shape.contains(.capitalized), !prefix.shape.contains(.opaque),
            text.bytes[prefix.range].allSatisfy({ $0 < 0x80 }),
            !vocabulary.ordinaryWords.contains(text.bytes[prefix.range]),
            !Self.syllables.contains(text.text(prefix))
        else { return nil }
        return at - 2
    }

    /// What goes before any noun.
    private static let syllables = Set(
        words:
            """
            anti co cross de ex extra hyper inter intra macro mega meta micro mid mono multi non over para post pre pro \
            pseudo quasi re semi sub super trans ultra un uni vs
            """)

    // MARK: - Languages

    /// The first word of `Spanish `, `Arabic-`, `çok dilli ` or `阿拉伯语` right before a word.
    private func languageBefore(_ at: Int, _ text: PassageText) -> Int? {
        guard at > 0 else { return nil }
        let before = text.words[at - 1]
        if before.kind == .ideograph {
            for length in [4, 3, 2] where at >= length {
                guard text.words[at - length..<at].allSatisfy({ $0.kind == .ideograph }) else { continue }
                if Self.chinese.contains(text.text(words: at - length..<at)) { return at - length }
            }
            return nil
        }
        if text.isHyphen(before), at > 1, !before.shape.contains(.blankBefore),
            !text.words[at].shape.contains(.blankBefore)
        {
            return isLanguage(at - 2, text, in: Self.before) ? at - 2 : nil
        }
        guard text.words[at].shape.contains(.blankBefore) else { return nil }
        if isLanguage(at - 1, text, in: Self.before) { return at - 1 }
        if at > 1, text.text(words: at - 2..<at).lowercased() == "çok dilli" { return at - 2 }
        return nil
    }

    /// Behind ` allemand`, ` multilíngue`, ` en arabe` or `-it`.
    private func languageBehind(_ end: Int, _ text: PassageText) -> Int? {
        guard end < text.words.count else { return nil }
        let next = text.words[end]
        if text.isHyphen(next), !next.shape.contains(.blankBefore), end + 1 < text.words.count,
            !text.words[end + 1].shape.contains(.blankBefore)
        {
            guard Self.codes.contains(text.text(text.words[end + 1])) else { return nil }
            // `-de-` goes on.
            if end + 2 < text.words.count, text.isHyphen(text.words[end + 2]) { return nil }
            return end + 2
        }
        guard next.shape.contains(.blankBefore) else { return nil }
        if isLanguage(end, text, in: Self.behind) { return end + 1 }
        if text.text(next) == "en", end + 1 < text.words.count, isLanguage(end + 1, text, in: Self.behind) {
            return end + 2
        }
        return nil
    }

    private func isLanguage(_ at: Int, _ text: PassageText, in names: Set<String>) -> Bool {
        let word = text.words[at]
        return word.kind == .letters && !word.shape.contains(.opaque) && names.contains(text.text(word))
    }

    private static let before = Set(
        words:
            """
            Arabic Bengali Catalan Chinese Czech Danish Dutch English Estonian Finnish French German Greek Hebrew Hindi \
            Hungarian Indonesian Italian Japanese Korean Norwegian Persian Polish Portuguese Romanian Russian Slovak \
            Spanish Swedish Thai Turkish Ukrainian Urdu Vietnamese Multilingual multilingual Arapça Almanca Fransızca \
            İspanyolca Türkçe
            """)

    /// In Romance languages the adjective stands behind the name.
    private static let behind = Set(
        words:
            """
            allemand anglais arabe chinois coréen espagnol français grec italien japonais multilingue néerlandais polonais \
            portugais russe turc alemão alemã árabe chinês coreano espanhol francês grego holandês italiano japonês \
            multilíngue polonês português russo turco alemán chino español francés griego holandés japonés multilingüe \
            polaco portugués ruso
            """)

    private static let codes = Set(
        words:
            "ar de el en es fa fi fr he hi id it ja ko nl pl pt ro ru sv th tr vi zh")

    private static let chinese = Set(
        words:
            "中文 英文 英语 法语 德语 西班牙语 葡萄牙语 阿拉伯语 土耳其语 希腊语 荷兰语 意大利语 日语 俄语 韩语 波兰语 越南语 多语言 多语种")

    // MARK: - Resolutions

    /// Behind ` 64×64`.
    private func resolutionBehind(_ end: Int, _ text: PassageText) -> Int? {
        guard end + 2 < text.words.count, text.words[end].kind == .number,
            text.words[end].shape.contains(.blankBefore), text.words[end + 2].kind == .number,
            text.text(text.words[end + 1]) == "×", !text.words[end + 1].shape.contains(.blankBefore)
        else { return nil }
        return end + 3
    }

    // MARK: - Years

    /// Behind ` 2015`.
    private func yearBehind(_ end: Int, _ text: PassageText) -> Int? {
        guard end < text.words.count, text.words[end].kind == .number,
            text.words[end].shape.contains(.blankBefore), text.words[end].range.count == 4,
            let year = Int(text.text(text.words[end])), (1980...2039).contains(year)
        else { return nil }
        // `2015-2018` and `2015.7` are more than a year.
        let next = end + 1
        guard next < text.words.count, !text.words[next].shape.contains(.blankBefore) else { return next }
        return text.words.indices.contains(next + 1) && text.words[next + 1].kind == .number
            && !text.words[next + 1].shape.contains(.blankBefore) ? nil : next
    }
}
