import KGModel

/// Finds people by the parts of their names: a known given name and a family name behind it, initials
/// and particles between them; Chinese transliterations with a dot between their parts.
public struct PeopleRecognizer: Recognizer {
    public let name = "people"
    public let summary = "people by given name, particle and family name; transliterated names in Chinese"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var candidates: [Candidate] = []
        for (index, text) in issue.passages.enumerated() {
            if let authors = AuthorLine.names(in: text) {
                candidates += authors.map { words in
                    Candidate(
                        passage: index, range: text.range(ofWords: words), type: .person, recognizer: name,
                        confidence: 0.95)
                }
                continue
            }
            let isSpelling = text.words.contains { isDot($0, text) }
            var at = 0
            while at < text.words.count {
                let first = text.words[at]
                guard isNamePart(first) || isSpelling && first.kind == .ideograph else {
                    at += 1
                    continue
                }
                if let (end, confidence) = latinName(text, at) ?? transliteratedName(text, at) {
                    let range = text.range(ofWords: at..<end)
                    // `Hong` and `Kong` are names of people, `Hong Kong` is none.
                    if !NonEntities.contains(text.bytes[range]) {
                        candidates.append(
                            Candidate(
                                passage: index, range: range, type: .person, recognizer: name,
                                confidence: confidence))
                    }
                    at = end
                } else {
                    at += 1
                }
            }
        }
        return candidates
    }

    // MARK: - Latin script

    /// The word behind the name that starts at `start`.
    private func latinName(_ text: PassageText, _ start: Int) -> (end: Int, confidence: Double)? {
        let first = text.words[start]
        guard isNamePart(first), first.range.count > 1 else { return nil }
        // `Jean-Baptiste`, `Min-Yen`.
        var next = start + 1
        while let joined = hyphenated(text, next) { next = joined }
        let given = text.bytes[first.range]
        let isGiven = vocabulary.givenNames.contains(given)
        let isDoubtful = vocabulary.givenNames.isMarked(given) || !isGiven
        guard isGiven || next > start + 1 else { return nil }

        var last: Int?
        var families = 0
        var isKnownFamily = false
        var lastIsGiven = false
        var isOrdinary = false
        while next < text.words.count, families < 3 {
            if let initial = self.initial(text, next) {
                next = initial
                continue
            }
            var family = next
            while family < text.words.count, family < next + 3, isParticle(text, family) { family += 1 }
            // `Le` and `Du` are particles and family names.
            if family > next, !startsFamily(text, family) { family = next }
            guard startsFamily(text, family) else { break }
            let bytes = text.bytes[text.words[family].range]
            if Self.notFamilies.contains(bytes) { break }
            let known = vocabulary.familyNames.contains(bytes)
            let ordinary =
                vocabulary.ordinaryWords.contains(bytes)
                && (!known || vocabulary.familyNames.isMarked(bytes))
            // Behind a family name only another known one goes on; a second given name may look like a
            // family name, though (`Marc Peter Deisenroth`).
            if families > 0, ordinary { break }
            if families > 0, !known, !lastIsGiven { break }
            lastIsGiven = vocabulary.givenNames.contains(bytes)
            families += 1
            isKnownFamily = isKnownFamily || known
            isOrdinary = isOrdinary || ordinary
            var end = family + 1
            while let joined = hyphenated(text, end) { end = joined }
            last = end
            next = end
        }
        guard let last else { return nil }
        if isOrdinary { return nil }
        if isDoubtful, !isKnownFamily { return nil }
        if !isGiven, !isKnownFamily { return nil }
        return (last, isKnownFamily && isGiven && !isDoubtful ? 0.85 : 0.65)
    }

    /// A capitalized word of letters: `Smith`, `McCann`, `LeCun`, `Øvrelid`.
    private func isNamePart(_ word: Word) -> Bool {
        word.kind == .letters && word.shape.contains(.capitalized) && !word.shape.contains(.allCapitals)
            && !word.shape.contains(.digit) && !word.shape.contains(.opaque)
    }

    /// Whether a family name may start there: a word that looks like a name, or the `O` of `O’Connor`.
    private func startsFamily(_ text: PassageText, _ at: Int) -> Bool {
        guard at < text.words.count else { return false }
        let word = text.words[at]
        return isNamePart(word) && word.shape.contains(.blankBefore)
            && (word.range.count > 1 || hyphenated(text, at + 1) != nil)
    }

    /// Behind `-Name` or `'Name` that is written onto the word before.
    private func hyphenated(_ text: PassageText, _ at: Int) -> Int? {
        guard at + 1 < text.words.count, text.words[at].kind == .mark,
            !text.words[at].shape.contains(.blankBefore), !text.words[at + 1].shape.contains(.blankBefore),
            text.words[at + 1].kind == .letters, text.words[at + 1].shape.contains(.capitalized),
            !text.words[at + 1].shape.contains(.allCapitals)
        else { return nil }
        let joins = text.isHyphen(text.words[at]) || [0x2019, 0x27].contains(text.scalar(text.words[at]))
        return joins ? at + 2 : nil
    }

    /// Behind a middle initial: `J.` or `J`.
    private func initial(_ text: PassageText, _ at: Int) -> Int? {
        let word = text.words[at]
        guard word.kind == .letters, word.range.count == 1, word.shape.contains(.capitalized),
            word.shape.contains(.blankBefore), at + 1 < text.words.count
        else { return nil }
        if text.bytes[text.words[at + 1].range.lowerBound] == UInt8(ascii: "."),
            !text.words[at + 1].shape.contains(.blankBefore)
        {
            return at + 2
        }
        return text.words[at + 1].kind == .letters ? at + 1 : nil
    }

    private func isParticle(_ text: PassageText, _ at: Int) -> Bool {
        let word = text.words[at]
        guard word.kind == .letters, word.range.count <= 4, word.shape.contains(.blankBefore) else {
            return false
        }
        return Self.particles.contains(text.bytes[word.range])
    }

    private static let particles: WordSet = [
        "van", "von", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el",
        "bin", "ben",
        "ter", "ten", "st",
    ]

    /// What stands behind given names without being a family name.
    private static let notFamilies: WordSet = [
        "university", "institute", "institut", "lab", "labs", "ai", "research", "college", "school", "center",
        "centre",
        "foundation", "team", "et", "and", "inc", "nlp", "ml", "prize", "award", "conference", "workshop",
        "net",
    ]

    // MARK: - Chinese

    /// `加里·马库斯`: characters, a middle dot, characters.
    private func transliteratedName(_ text: PassageText, _ start: Int) -> (end: Int, confidence: Double)? {
        guard isTransliterating(text, start) else { return nil }
        // The name starts where its run of transliterating characters does.
        var at = start
        var parts = 0
        while true {
            let from = at
            while at < text.words.count, at - from < 6, isTransliterating(text, at) { at += 1 }
            guard at > from else { return nil }
            parts += 1
            guard at < text.words.count, isDot(text.words[at], text), parts < 4,
                at + 1 < text.words.count, text.words[at + 1].kind == .ideograph
            else { break }
            at += 1
        }
        return parts >= 2 ? (at, 0.8) : nil
    }

    private func isTransliterating(_ text: PassageText, _ at: Int) -> Bool {
        text.words[at].kind == .ideograph && Self.isSyllable(text.scalar(text.words[at]))
    }

    private static func isSyllable(_ scalar: UInt32) -> Bool {
        let place = Int(scalar) - firstIdeograph
        return syllables.indices.contains(place) && syllables[place]
    }

    private static let firstIdeograph = 0x4E00

    /// What stands between the parts of a name that Chinese spells.
    private func isDot(_ word: Word, _ text: PassageText) -> Bool {
        switch word.kind {
        case .mark: [0xB7, 0x2022, 0x2027].contains(text.scalar(word))
        // The katakana middle dot counts as one.
        case .ideograph: text.bytes[word.range.lowerBound] == 0xE3 && text.scalar(word) == 0x30FB
        case .letters, .number: false
        }
    }

    /// Whether Chinese spells foreign names with a character, from `firstIdeograph` on.
    private static let syllables = places(
        """
        阿埃艾爱安昂奥巴白班邦保鲍贝本比彼毕波伯博布查昌楚茨达大戴丹道德登邓迪蒂丁顿多厄恩尔法凡范菲费芬弗夫福盖冈戈格根古哈海汉豪赫黑亨胡\
        怀霍基吉纪加贾杰金卡凯坎康考科柯克肯孔库奎拉莱赖兰朗劳勒雷里理利莉丽连林琳留龙卢鲁路伦罗洛吕马玛迈麦曼毛梅门蒙米密明摩莫默姆穆\
        纳奈南内尼娜妮宁纽农努诺欧帕派潘佩彭皮珀普奇齐恰乔切琼丘让热仁日瑞萨塞赛桑森沙山舍申圣施史什舒司思斯松苏索塔泰坦汤唐特腾\
        提廷图托瓦万威韦维魏温文翁沃乌伍西希锡夏肖谢辛欣休许雪雅亚扬耶叶伊易因英约泽詹珍朱兹佐迦娅茜露萝蕾薇奕戎佛纽\
        翰逊尤隆灵墨汀瑟莎卫珊烈
        """)

    private static func places(_ characters: String) -> [Bool] {
        var places = [Bool](repeating: false, count: 0xA000 - firstIdeograph)
        for scalar in characters.unicodeScalars {
            let place = Int(scalar.value) - firstIdeograph
            if places.indices.contains(place) { places[place] = true }
        }
        return places
    }
}
