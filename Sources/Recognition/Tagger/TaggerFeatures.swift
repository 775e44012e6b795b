import KGModel

/// Takes the features of a passage's words, one by one.
protocol FeatureSink {
    /// Whether the features of a word are of use.
    func wants(_ word: Int) -> Bool
    mutating func add(_ word: Int, _ hash: UInt64, _ group: FeatureGroup)
}

/// Which features training may hide, so that the tagger does not lean on knowing the word.
enum FeatureGroup: UInt8 {
    case always
    /// The word itself, at the given offset from the word that has the feature.
    case identityMinus2, identityMinus1, identity, identityPlus1, identityPlus2
    /// What the recognizers before said.
    case candidate

    static func identity(at offset: Int) -> FeatureGroup {
        switch offset {
        case -2: .identityMinus2
        case -1: .identityMinus1
        case 0: .identity
        case 1: .identityPlus1
        default: .identityPlus2
        }
    }
}

/// A typed span that features are made of: a candidate of another recognizer, or what the tagger's
/// first pass saw.
struct SpanEvidence {
    var words: Range<Int>
    /// Who saw it and how sure.
    var source: UInt64
    var type: Int
    var isSure = false
}

/// Computes features of the words of an issue. Each feature is a 64-bit hash.
///
/// Features of a word are of two sorts: those that follow from the spelling of it or of a neighbour
/// (and that spelling's occurrences in the issue), which are the same at every occurrence and are
/// made once (`lexemeFeatures`); and those of the place (`placeFeatures`).
struct TaggerFeatures {
    let issue: IssueText
    let lexis: IssueLexis
    let codes: [[WordCode]]
    let linkClasses: [[LinkClass]]
    private let language: UInt64
    /// Hashes of the words of the nearest heading above each passage, at most four.
    private let sections: [[UInt64]]
    /// Whether a passage's text stands in the issue twice (a title repeated as heading).
    private let repeated: [Bool]
    private let paperLinkNear: [UInt8]

    private enum Template: UInt64 {
        case lower = 1
        case pattern, exact, prefix, suffix, gram, entry, names, counts, places, anchors, addresses
        case code, pair, codes3, codes5, tight, evidence, evidenceNear, hint, hintEdge, hintShape, cue,
            cueCode
        case passage, position, section, language, marks, evidenceLeft, evidenceRight, form, inWord, pathCode
        case whole, document, notion, known, cueBefore, cueBehind
    }

    /// - Parameter evidence: candidates of other recognizers, for each passage.
    init(_ issue: IssueText, table: WordTable, evidence: [[SpanEvidence]]) {
        self.issue = issue
        linkClasses = issue.passages.map { $0.passage.links.map { LinkClass($0) } }
        var lexis = IssueLexis(issue, links: linkClasses, table: table)
        for (passage, items) in evidence.enumerated() {
            for item in items where item.isSure {
                lexis.note(known: item.type, passage: passage, words: item.words)
            }
        }
        self.lexis = lexis
        codes = issue.passages.map { passage in passage.words.map { WordCode($0, passage.bytes) } }
        language = FeatureHash.of(String((issue.issue.language ?? "?").prefix(2)))
        var sectionCache: [String: [UInt64]] = [:]
        sections = issue.passages.map { passage in
            guard let heading = passage.passage.section.last else { return [] }
            if let known = sectionCache[heading] { return known }
            let bytes = Array(heading.lowercased().utf8)
            let words = Word.split(bytes, opaque: []).filter { $0.kind == .letters || $0.kind == .ideograph }
            let hashes = words.prefix(4).map { FeatureHash.of(bytes[$0.range]) }
            sectionCache[heading] = hashes
            return hashes
        }
        var seen: [String: Int] = [:]
        for passage in issue.passages { seen[passage.passage.text, default: 0] += 1 }
        repeated = issue.passages.map { (seen[$0.passage.text] ?? 0) > 1 }
        let hasPaper = linkClasses.map { $0.contains(.paper) }
        paperLinkNear = hasPaper.indices.map { index in
            if hasPaper[index] { return 2 }
            let near = max(0, index - 1)...min(hasPaper.count - 1, index + 2)
            return near.contains { hasPaper[$0] } ? 1 : 0
        }
    }

    // MARK: - Features of a spelling

    /// Features that an occurrence of a lexeme gives to the word at `-offset` from it.
    func lexemeFeatures(_ id: Int, _ add: (_ offset: Int, _ hash: UInt64, _ group: FeatureGroup) -> Void) {
        let lexeme = lexis.lexemes[id]
        let form = lexis.forms[Int(lexeme.form)]
        let code = UInt64(
            WordCode(
                Word(
                    range: Int(lexeme.bytes.lowerBound)..<Int(lexeme.bytes.upperBound), kind: lexeme.kind,
                    shape: lexeme.shape), issue.passages[Int(lexeme.passage)].bytes
            ).rawValue)
        func put(_ template: Template, _ value: UInt64, _ offset: Int, _ group: FeatureGroup = .always) {
            let place = template.rawValue << 4 | UInt64(offset + 4)
            add(offset, FeatureHash.mix(place, value), group)
        }
        for offset in -2...2 {
            put(.lower, lexeme.lower, offset, lexeme.kind == .mark ? .always : .identity(at: offset))
            if lexeme.kind != .mark { put(.pattern, lexeme.pattern, offset) }
        }
        guard lexeme.kind == .letters else {
            if lexeme.kind == .ideograph {
                put(.lower, lexeme.lower, -3, .always)
                put(.lower, lexeme.lower, 3, .always)
            }
            return
        }
        let bytes = issue.passages[Int(lexeme.passage)].bytes
        let range = Int(lexeme.bytes.lowerBound)..<Int(lexeme.bytes.upperBound)
        put(.exact, lexeme.exact, 0, .identity)
        affixes(bytes, range, lexeme, put)
        let band = UInt64(lexeme.entry & 63)
        for offset in -1...1 { put(.entry, band << 4 | code, offset) }
        let names = UInt64(lexeme.entry >> 6)
        for offset in -2...2 where names != 0 || offset == 0 { put(.names, names << 4 | code, offset) }
        if lexeme.isNotion {
            for offset in -1...1 { put(.notion, code, offset) }
        }
        issueCues(form, code, put)
        let total = form.count <= 1 ? 1 : form.count == 2 ? 2 : form.count <= 5 ? 3 : 4
        let small = form.small == 0 ? 0 : form.small * 2 < form.count ? 1 : 2
        put(.counts, UInt64(total << 2 | small) << 4 | code, 0)
        let places =
            (form.capitalInside > 0 ? 1 : 0) | (form.inHeading > 0 ? 2 : 0) | (form.emphasized > 0 ? 4 : 0)
        put(.places, UInt64(places) << 4 | code, 0)
        for bit in 0..<16 {
            if form.anchors & 1 << UInt32(bit) != 0 { put(.anchors, UInt64(bit) << 4 | code, 0) }
            if form.addresses & 1 << UInt32(bit) != 0 {
                for offset in -1...1 { put(.addresses, UInt64(bit) << 4 | code, offset) }
            }
        }
    }

    /// What stood beside the word anywhere in the issue.
    private func issueCues(
        _ form: IssueLexis.Form, _ code: UInt64, _ put: (Template, UInt64, Int, FeatureGroup) -> Void
    ) {
        guard form.count > 1, code != WordCode.small.rawValue else { return }
        for bit in 1...CueWords.classes.count {
            let value = UInt64(bit) << 4
            if form.cuesBefore & 1 << UInt32(bit) != 0 {
                for offset in -1...0 { put(.cueBefore, value, offset, .always) }
            }
            if form.cuesBehind & 1 << UInt32(bit) != 0 {
                for offset in 0...1 { put(.cueBehind, value, offset, .always) }
            }
        }
        for type in 0..<TaggerLabel.typeCount where form.known & 1 << UInt32(type) != 0 {
            put(.known, UInt64(type) << 4 | code, 0, .candidate)
        }
    }

    private func affixes(
        _ bytes: [UInt8], _ range: Range<Int>, _ lexeme: IssueLexis.Lexeme,
        _ put: (Template, UInt64, Int, FeatureGroup) -> Void
    ) {
        var lower: [UInt8] = []
        IssueLexis.lower(bytes, range, into: &lower)
        // Scalar boundaries, so that no affix cuts a letter.
        var bounds: [Int] = []
        for (index, byte) in lower.enumerated() where byte & 0xC0 != 0x80 { bounds.append(index) }
        bounds.append(lower.count)
        let count = bounds.count - 1
        let length = UInt64(min(count, 12))
        put(.inWord, length, 0, .always)
        for size in 1...4 where size < count {
            let prefix = FeatureHash.of(lower[..<bounds[size]])
            let suffix = FeatureHash.of(lower[bounds[count - size]...])
            let group: FeatureGroup = size == 4 ? .identity : .always
            put(.prefix, FeatureHash.mix(prefix, UInt64(size)), 0, group)
            put(.suffix, FeatureHash.mix(suffix, UInt64(size)), 0, group)
            if size == 3 {
                put(.suffix, FeatureHash.mix(suffix, UInt64(size)), -1, .always)
                put(.suffix, FeatureHash.mix(suffix, UInt64(size)), 1, .always)
            }
        }
        // Inner grams of capitalized words: `BERT` in `RoBERTa`.
        guard lexeme.shape.contains(.capitalized) || lexeme.shape.contains(.innerCapital), count > 3 else {
            return
        }
        for size in 3...4 where size <= count {
            for start in 0...(count - size) {
                put(.gram, FeatureHash.of(lower[bounds[start]..<bounds[start + size]]), 0, .identity)
            }
        }
    }

    // MARK: - Windows

    /// The stretches of a passage that can hold a name, each with a margin of words around it; the
    /// rest is outside without a closer look.
    func windows(_ passage: Int, evidence: [SpanEvidence]) -> [Range<Int>] {
        let codes = codes[passage]
        var live = [Bool](repeating: false, count: codes.count)
        for word in codes.indices {
            switch codes[word] {
            case .allCapitals, .innerCapital, .capitalDigit, .singleCapital, .smallDigit, .otherScript:
                live[word] = true
            case .capitalized: live[word] = true
            default: break
            }
        }
        for item in evidence { for word in item.words { live[word] = true } }
        let finder = SpanHintFinder(issue.passages[passage], codes: codes, links: linkClasses[passage])
        for hint in finder.hints where hint.kind != .capitalRun && hint.kind != .titleRun {
            for word in hint.words { live[word] = true }
        }
        var windows: [Range<Int>] = []
        let margin = 2
        var word = 0
        while word < codes.count {
            guard live[word] else {
                word += 1
                continue
            }
            var end = word + 1
            var last = word
            while end < codes.count, end - last <= 2 * margin {
                if live[end] { last = end }
                end += 1
            }
            let range = max(0, word - margin)..<min(codes.count, last + 1 + margin)
            windows.append(range)
            word = last + 1
            while word < range.upperBound, word < codes.count, !live[word] { word += 1 }
        }
        return windows
    }

    // MARK: - Features of a place

    /// Features of the words of a passage that depend on where they stand.
    func placeFeatures(_ passage: Int, evidence: [SpanEvidence], _ sink: inout some FeatureSink) {
        let text = issue.passages[passage]
        let codes = codes[passage]
        guard !codes.isEmpty else { return }
        context(passage, text, codes, &sink)
        hints(passage, text, codes, &sink)
        cues(passage, text, codes, &sink)
        self.evidence(passage, evidence, &sink)
    }

    @inline(__always)
    private func hash(_ template: Template, _ a: UInt64) -> UInt64 {
        FeatureHash.mix(template.rawValue << 4, a)
    }

    private func context(
        _ passage: Int, _ text: PassageText, _ codes: [WordCode], _ sink: inout some FeatureSink
    ) {
        let count = codes.count
        let ids = lexis.ids[passage]
        /// A mark stands for itself, any other word for its code; places outside the passage for 99.
        func symbol(_ word: Int) -> UInt64 {
            guard word >= 0, word < count else { return 99 }
            return codes[word] == .mark ? lexis.lexemes[Int(ids[word])].exact : UInt64(codes[word].rawValue)
        }
        func lower(_ word: Int) -> UInt64 {
            guard word >= 0, word < count else { return 99 }
            return lexis.lexemes[Int(ids[word])].lower
        }
        func blank(_ word: Int) -> UInt64 {
            word < count && text.words[word].shape.contains(.blankBefore) ? 1 : 0
        }
        let kind = UInt64(text.passage.kind.order)
        let paper = UInt64(paperLinkNear[passage])
        var leftMark: UInt64 = 98
        var leftMarkAt = -1
        var rightMarks = [UInt64](repeating: 97, count: count)
        var next: UInt64 = 97
        for word in (0..<count).reversed() {
            rightMarks[word] = next
            if codes[word] == .mark { next = symbol(word) }
        }
        for word in 0..<count {
            defer {
                if codes[word] == .mark {
                    leftMark = symbol(word)
                    leftMarkAt = word
                }
            }
            guard sink.wants(word) else { continue }
            let code = UInt64(codes[word].rawValue)
            let s0 = symbol(word)
            let s1 = symbol(word - 1)
            let s2 = symbol(word + 1)
            let edges = blank(word) << 1 | blank(word + 1)
            sink.add(word, hash(.code, FeatureHash.mix(s0, edges)), .always)
            sink.add(word, hash(.codes3, FeatureHash.mix(s1, s0, s2, edges)), .always)
            let wide = FeatureHash.mix(symbol(word - 2), symbol(word + 2), edges)
            sink.add(word, hash(.codes5, FeatureHash.mix(wide, s1, s0, s2)), .always)
            sink.add(word, hash(.pair, FeatureHash.mix(1, lower(word - 1), lower(word))), .identity)
            sink.add(word, hash(.pair, FeatureHash.mix(2, lower(word), lower(word + 1))), .identity)
            sink.add(word, hash(.pair, FeatureHash.mix(3, lower(word - 2), lower(word - 1))), .identityMinus1)
            sink.add(word, hash(.pair, FeatureHash.mix(4, lower(word + 1), lower(word + 2))), .identityPlus1)
            sink.add(word, hash(.pair, FeatureHash.mix(5, lower(word - 1), code)), .identityMinus1)
            sink.add(word, hash(.pair, FeatureHash.mix(6, lower(word + 1), code)), .identityPlus1)
            if codes[word] == .ideograph || word > 0 && codes[word - 1] == .ideograph {
                let left = FeatureHash.mix(lower(word - 3), lower(word - 2), lower(word - 1))
                sink.add(word, hash(.pair, FeatureHash.mix(7, left)), .always)
            }
            if word + 1 < count, codes[word + 1] == .ideograph {
                let right = FeatureHash.mix(lower(word + 1), lower(word + 2), lower(word + 3))
                sink.add(word, hash(.pair, FeatureHash.mix(8, right)), .always)
            }
            let marks = word - leftMarkAt <= 6 ? leftMark : 96
            sink.add(word, hash(.marks, FeatureHash.mix(marks, rightMarks[word], code)), .always)
            sink.add(word, hash(.passage, kind << 8 | code << 4 | paper), .always)
            let place = word < 3 ? UInt64(word) : word >= count - 3 ? UInt64(10 + count - word) : 5
            sink.add(word, hash(.position, kind << 16 | place << 8 | code), .always)
            sink.add(word, hash(.language, FeatureHash.mix(language, code)), .always)
            if codes[word].isCapital || codes[word] == .ideograph {
                for section in sections[passage] {
                    sink.add(word, hash(.section, FeatureHash.mix(section, code)), .always)
                }
            }
        }
    }

    private func hints(
        _ passage: Int, _ text: PassageText, _ codes: [WordCode], _ sink: inout some FeatureSink
    ) {
        let finder = SpanHintFinder(text, codes: codes, links: linkClasses[passage])
        let paper = UInt64(paperLinkNear[passage])
        for hint in finder.hints {
            let length = hint.words.count
            let size: UInt64 =
                length <= 3 ? UInt64(length) : length <= 5 ? 4 : length <= 9 ? 5 : length <= 15 ? 6 : 7
            var long = 0
            var capital = 0
            for word in hint.words {
                if codes[word].isCapital {
                    capital += 1
                    long += 1
                } else if codes[word] == .small, text.words[word].range.count > 4 {
                    long += 1
                }
            }
            let capitals: UInt64 =
                capital == 0
                ? 0 : capital == 1 && long > 1 ? 1 : capital * 2 < long ? 2 : capital < long ? 3 : 4
            let kind = UInt64(hint.kind.rawValue) << 8 | UInt64(hint.detail)
            let again: UInt64 = repeated[passage] ? 1 : 0
            let plain = FeatureHash.mix(1, kind)
            let sized = FeatureHash.mix(2, kind, size << 8 | capitals)
            let repetition = FeatureHash.mix(4, kind, paper << 1 | again)
            let placed = FeatureHash.mix(
                3, kind, (size > 4 ? 1 : 0) << 12 | capitals << 8 | paper << 4 | again)
            for word in hint.words {
                let position = Self.position(word, in: hint.words)
                sink.add(word, hash(.hint, FeatureHash.mix(plain, position)), .always)
                sink.add(word, hash(.hint, FeatureHash.mix(sized, position)), .always)
                sink.add(word, hash(.hint, FeatureHash.mix(placed, position)), .always)
                sink.add(word, hash(.hint, FeatureHash.mix(repetition, position)), .always)
                let code = UInt64(codes[word].rawValue)
                sink.add(word, hash(.hintShape, FeatureHash.mix(plain, position, code)), .always)
            }
            if hint.words.lowerBound > 0 {
                sink.add(hint.words.lowerBound - 1, hash(.hintEdge, FeatureHash.mix(plain, 1)), .always)
            }
            if hint.words.upperBound < codes.count {
                sink.add(hint.words.upperBound, hash(.hintEdge, FeatureHash.mix(plain, 2)), .always)
            }
        }
    }

    private func cues(
        _ passage: Int, _ text: PassageText, _ codes: [WordCode], _ sink: inout some FeatureSink
    ) {
        let count = codes.count
        for found in lexis.cues[passage] {
            let cue = UInt64(found.class)
            let word = found.words.lowerBound
            let end = found.words.upperBound
            for distance in 0..<4 {
                let near = UInt64(min(distance, 2))
                if end + distance < count {
                    let code = UInt64(codes[end + distance].rawValue)
                    sink.add(end + distance, self.hash(.cue, FeatureHash.mix(1, cue, near)), .always)
                    sink.add(
                        end + distance, self.hash(.cueCode, FeatureHash.mix(1, cue, near << 8 | code)),
                        .always)
                }
                if word - 1 - distance >= 0 {
                    let at = word - 1 - distance
                    let code = UInt64(codes[at].rawValue)
                    sink.add(at, self.hash(.cue, FeatureHash.mix(2, cue, near)), .always)
                    sink.add(at, self.hash(.cueCode, FeatureHash.mix(2, cue, near << 8 | code)), .always)
                }
            }
            for at in word..<end {
                sink.add(at, self.hash(.cue, FeatureHash.mix(3, cue, UInt64(codes[at].rawValue))), .always)
            }
        }
    }

    func evidence(_ passage: Int, _ evidence: [SpanEvidence], _ sink: inout some FeatureSink) {
        let codes = codes[passage]
        guard !evidence.isEmpty else { return }
        for item in evidence {
            let type = UInt64(item.type)
            let plain = FeatureHash.mix(item.source, type)
            for word in item.words {
                let position = Self.position(word, in: item.words)
                let code = UInt64(codes[word].rawValue)
                sink.add(word, hash(.evidence, FeatureHash.mix(plain, position)), .candidate)
                sink.add(word, hash(.evidence, FeatureHash.mix(plain, position, code)), .candidate)
            }
            let before = item.words.lowerBound - 1
            let behind = item.words.upperBound
            // Types nearby: lists name things of one type.
            for distance in 0..<6 {
                let near: UInt64 = distance == 0 ? 0 : distance == 1 ? 1 : 2
                if before - distance >= 0 {
                    let at = before - distance
                    let code = UInt64(codes[at].rawValue)
                    sink.add(at, hash(.evidenceLeft, FeatureHash.mix(plain, near << 8 | code)), .always)
                }
                if behind + distance < codes.count {
                    let at = behind + distance
                    let code = UInt64(codes[at].rawValue)
                    sink.add(at, hash(.evidenceRight, FeatureHash.mix(plain, near << 8 | code)), .always)
                }
            }
        }
    }

    /// 0 unit, 1 begin, 2 inside, 3 last.
    @inline(__always)
    private static func position(_ word: Int, in words: Range<Int>) -> UInt64 {
        if words.count == 1 { return 0 }
        if word == words.lowerBound { return 1 }
        return word == words.upperBound - 1 ? 3 : 2
    }
}
