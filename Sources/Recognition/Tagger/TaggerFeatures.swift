import KGModel

/// Takes the features of a passage's words, one by one.
protocol FeatureSink {
    /// Whether the features of a word are of use.
    func wants(_ word: Int) -> Bool
    /// Whether those of any word in a range are. The range may reach beyond the passage.
    func wants(_ words: Range<Int>) -> Bool
    mutating func add(_ word: Int, _ hash: UInt64, _ group: FeatureGroup)
    /// Adds features that are always the same for a key.
    mutating func add(_ word: Int, sharing key: UInt64, _ hashes: () -> [UInt64])
}

extension FeatureSink {
    mutating func add(_ word: Int, sharing key: UInt64, _ hashes: () -> [UInt64]) {
        for hash in hashes() { add(word, hash, .always) }
    }
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
/// made once (`spellingFeatures`); and those of the place (`placeFeatures`).
struct TaggerFeatures {
    let issue: IssueText
    let lexis: IssueLexis
    let linkClasses: [[LinkClass]]
    let language: UInt64
    /// Hashes of the words of the nearest heading above each passage, at most four.
    let sections: [[UInt64]]
    let paperLinkNear: [UInt8]
    /// Whether names may be spelt like any other words, see `TrainingOptions`.
    let readsEveryWord: Bool

    enum Template: UInt64 {
        case lower = 1
        case pattern, exact, prefix, suffix, gram, entry, names, counts, places, anchors, addresses
        case code, pair, codes3, codes5, evidence, hint, hintEdge, cue, cueCode
        case passage, position, section, language, marks, evidenceLeft, evidenceRight, inWord
        case notion, known, cueBefore, cueBehind
    }

    /// - Parameters:
    ///   - spellings: the words met so far; nil for an issue on its own.
    ///   - evidence: candidates of other recognizers, for each passage.
    ///   - readsEveryWord: whether names may be spelt like any other words.
    init(
        _ issue: IssueText, table: WordTable, spellings: Spellings? = nil, evidence: [[SpanEvidence]],
        readsEveryWord: Bool = false
    ) {
        self.issue = issue
        self.readsEveryWord = readsEveryWord
        linkClasses = issue.passages.map { $0.passage.links.map { LinkClass($0) } }
        var lexis = IssueLexis(
            issue, links: linkClasses, spellings: spellings ?? Spellings(table: table))
        for (passage, items) in evidence.enumerated() {
            for item in items where item.isSure {
                lexis.note(known: item.type, passage: passage, words: item.words)
            }
        }
        self.lexis = lexis
        language = FeatureHash.of(String((issue.issue.language ?? "?").prefix(2)))
        sections = Self.sections(of: issue)
        let hasPaper = linkClasses.map { $0.contains(.paper) }
        paperLinkNear = hasPaper.indices.map { index in
            if hasPaper[index] { return 2 }
            let near = max(0, index - 1)...min(hasPaper.count - 1, index + 2)
            return near.contains { hasPaper[$0] } ? 1 : 0
        }
    }

    private static func sections(of issue: IssueText) -> [[UInt64]] {
        let most = 4
        var last: (heading: String, words: [UInt64]) = ("", [])
        var small: [UInt8] = []
        return issue.passages.map { passage in
            guard let heading = passage.passage.section.last else { return [] }
            if heading != last.heading {
                var hashes: [UInt64] = []
                hashes.reserveCapacity(most)
                var text = heading
                text.withUTF8 { bytes in
                    for word in Word.split(bytes, opaque: [])
                    where (word.kind == .letters || word.kind == .ideograph) && hashes.count < most {
                        Spellings.lower(bytes, word.range, into: &small)
                        hashes.append(FeatureHash.of(small))
                    }
                }
                last = (heading, hashes)
            }
            return last.words
        }
    }

    /// Code of each word of each passage.
    var codes: [[WordCode]] { lexis.codes }

    // MARK: - Features of a spelling

    /// Features that an occurrence of a word gives to the word at `-offset` from it.
    func wordFeatures(_ id: Int, _ add: (_ offset: Int, _ hash: UInt64, _ group: FeatureGroup) -> Void) {
        spellingFeatures(lexis.spellings[id], add)
        occurrenceFeatures(lexis.spellings[id], add)
    }

    @inline(__always)
    static func put(
        _ template: Template, _ value: UInt64, _ offset: Int,
        _ add: (_ offset: Int, _ hash: UInt64, _ group: FeatureGroup) -> Void,
        _ group: FeatureGroup = .always
    ) {
        let place = template.rawValue << 4 | UInt64(offset + 4)
        add(offset, FeatureHash.mix(place, value), group)
    }

    /// Those that follow from the spelling, wherever it stands. Offsets within `Spellings.reach`.
    func spellingFeatures(
        _ spelling: Spelling, _ add: (_ offset: Int, _ hash: UInt64, _ group: FeatureGroup) -> Void
    ) {
        let code = UInt64(spelling.code.rawValue)
        func put(_ template: Template, _ value: UInt64, _ offset: Int, _ group: FeatureGroup = .always) {
            Self.put(template, value, offset, add, group)
        }
        for offset in -2...2 {
            put(.lower, spelling.lower, offset, spelling.kind == .mark ? .always : .identity(at: offset))
            if spelling.kind != .mark { put(.pattern, spelling.pattern, offset) }
        }
        guard spelling.kind == .letters else { return }
        put(.exact, spelling.exact, 0, .identity)
        affixes(lexis.letters(of: spelling), spelling, put)
        let band = UInt64(spelling.entry & 63)
        for offset in -1...1 { put(.entry, band << 4 | code, offset) }
        let names = UInt64(spelling.entry >> 6)
        for offset in -2...2 where names != 0 || offset == 0 { put(.names, names << 4 | code, offset) }
        if spelling.isNotion {
            for offset in -1...1 { put(.notion, code, offset) }
        }
    }

    /// Farthest offset of `occurrenceFeatures`; only an ideograph's reach beyond `OccurrenceFigures.reach`.
    static let occurrenceReach = 3

    /// Those that follow from where else in the issue the word stands; and an ideograph's far ones.
    func occurrenceFeatures(
        _ spelling: Spelling, _ add: (_ offset: Int, _ hash: UInt64, _ group: FeatureGroup) -> Void
    ) {
        switch spelling.kind {
        case .letters: occurrences(of: spelling).features(add)
        case .ideograph:
            Self.put(.lower, spelling.lower, -3, add)
            Self.put(.lower, spelling.lower, 3, add)
        case .number, .mark: break
        }
    }

    /// What the occurrences of a word of letters tell of it.
    @inline(__always)
    func occurrences(of spelling: Spelling) -> OccurrenceFigures {
        OccurrenceFigures(lexis.form(of: spelling), spelling.code)
    }

    private func affixes(
        _ bytes: ArraySlice<UInt8>, _ spelling: Spelling,
        _ put: (Template, UInt64, Int, FeatureGroup) -> Void
    ) {
        var lower: [UInt8] = []
        lower.reserveCapacity(bytes.count + 1)
        bytes.withUnsafeBufferPointer { Spellings.lower($0, $0.indices, into: &lower) }
        // Scalar boundaries, so that no affix cuts a letter.
        var bounds: [Int] = []
        bounds.reserveCapacity(lower.count + 1)
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
        guard spelling.shape.contains(.capitalized) || spelling.shape.contains(.innerCapital), count > 3
        else {
            return
        }
        for size in 3...4 where size <= count {
            for start in 0...(count - size) {
                put(.gram, FeatureHash.of(lower[bounds[start]..<bounds[start + size]]), 0, .identity)
            }
        }
    }
}
