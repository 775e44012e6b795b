import KGModel

/// The words of an issue: how each is spelt, and what its occurrences tell.
struct IssueLexis {
    /// A cue word (or two, three) in a passage.
    struct Cue {
        var words: Range<Int>
        var `class`: Int
    }

    /// The cues of each passage.
    private(set) var cues: [[Cue]] = []

    /// Occurrences of a lower-case form in the issue.
    struct Form {
        var count: Int32 = 0
        /// Written with a small first letter.
        var small: Int32 = 0
        /// Capitalized where no sentence starts.
        var capitalInside: Int32 = 0
        var inHeading: Int32 = 0
        var emphasized: Int32 = 0
        /// A set of `LinkClass` bits: of links whose anchor holds it.
        var anchors: UInt32 = 0
        /// The same of links whose address holds it.
        var addresses: UInt32 = 0
        /// Classes of cues (bit n for class n) right before it, or with a word between; and behind it.
        var cuesBefore: UInt32 = 0
        var cuesBehind: UInt32 = 0
        /// Types (bit n for type n) of surely known candidates that it is a part of.
        var known: UInt32 = 0
    }

    /// Each spelling met so far, in this issue or before.
    private(set) var spellings: [Spelling] = []
    /// Their letters.
    private var letters: [UInt8] = []
    /// Number of the spelling of each word of each passage.
    private(set) var ids: [[Int32]] = []
    /// Code of each word of each passage.
    private(set) var codes: [[WordCode]] = []
    /// The same of what is asked of every word, read in order rather than from all over the memory of spellings.
    private var digests: [[SpellingDigest]] = []
    /// The lower-case forms of the issue's words of letters.
    private var forms: [Form] = []
    /// Index into `forms` by the number that `Spellings` gave, or -1.
    private var places: [Int32] = []

    init(_ issue: IssueText, links: [[LinkClass]], spellings: Spellings) {
        spellings.beginIssue()
        ids.reserveCapacity(issue.passages.count)
        codes.reserveCapacity(issue.passages.count)
        digests.reserveCapacity(issue.passages.count)
        cues.reserveCapacity(issue.passages.count)
        for passage in issue.passages { identify(passage, spellings) }
        self.spellings = spellings.all
        letters = spellings.letters
        places = [Int32](repeating: -1, count: spellings.formCount)
        for (number, passage) in issue.passages.enumerated() {
            countWords(passage, number)
            findCues(passage.words, number)
            countMarks(passage, digests[number], links[number])
        }
        guard links.contains(where: { !$0.isEmpty }) else { return }
        for (number, classes) in links.enumerated() where !classes.isEmpty {
            addAddresses(issue.passages[number], digests[number], classes, spellings)
        }
    }

    /// Notes that a word is part of a candidate of a type.
    mutating func note(known type: Int, passage: Int, words: Range<Int>) {
        for word in words {
            changeForm(digests[passage][word]) { $0.known |= 1 << UInt32(type) }
        }
    }

    /// Hash of a word's lower-case form.
    @inline(__always)
    func lower(_ passage: Int, _ word: Int) -> UInt64 { spellings[Int(ids[passage][word])].lower }

    /// The number of a word's lower-case form.
    @inline(__always)
    func form(_ passage: Int, _ word: Int) -> Int32 { digests[passage][word].form }

    /// What is asked of every word of a passage.
    func digests(_ passage: Int) -> [SpellingDigest] { digests[passage] }

    /// The bytes of a word of letters.
    func letters(of spelling: Spelling) -> ArraySlice<UInt8> { letters[spelling.letters.asInts] }

    /// What the occurrences of a word of letters tell.
    @inline(__always)
    func form(of spelling: Spelling) -> Form { forms[Int(places[Int(spelling.form)])] }

    /// Changes the form of a word of letters; other words have none.
    @inline(__always)
    private mutating func changeForm(_ spelling: SpellingDigest, _ change: (inout Form) -> Void) {
        let place = Int(places[Int(spelling.form)])
        if place >= 0 { change(&forms[place]) }
    }

    private mutating func identify(_ passage: PassageText, _ spellings: Spellings) {
        let row = passage.bytes.withUnsafeBufferPointer { spellings.numbers(of: passage.words, in: $0) }
        let digests = row.map { spellings.digests[Int($0)] }
        codes.append(zip(passage.words, digests).map { $0.shape.contains(.opaque) ? .opaque : $1.code })
        ids.append(row)
        self.digests.append(digests)
    }

    private mutating func countWords(_ passage: PassageText, _ number: Int) {
        let isHeading = passage.passage.kind == .title || passage.passage.kind == .heading
        let digests = digests[number]
        var sentenceStarts = true
        for (index, word) in passage.words.enumerated() {
            switch word.kind {
            case .mark:
                switch passage.bytes[word.range.lowerBound] {
                case 0x2E, 0x21, 0x3F, 0x3A, 0xE2...: sentenceStarts = true
                default: break
                }
            case .number: break
            case .ideograph: if !word.shape.contains(.opaque) { sentenceStarts = false }
            case .letters:
                let place = place(of: digests[index])
                guard !word.shape.contains(.opaque) else { continue }
                let isCapitalized = word.shape.contains(.capitalized)
                forms[place].count += 1
                if isHeading {
                    forms[place].inHeading += 1
                } else if !sentenceStarts, isCapitalized {
                    forms[place].capitalInside += 1
                }
                if !isCapitalized { forms[place].small += 1 }
                sentenceStarts = false
            }
        }
    }

    /// Where a spelling's form is counted.
    @inline(__always)
    private mutating func place(of spelling: SpellingDigest) -> Int {
        let form = Int(spelling.form)
        if places[form] < 0 {
            places[form] = Int32(truncatingIfNeeded: forms.count)
            forms.append(Form())
        }
        return Int(places[form])
    }

    private mutating func findCues(_ words: [Word], _ number: Int) {
        let row = ids[number]
        let digests = digests[number]
        let table = CueWords.table
        var found: [Cue] = []
        found.reserveCapacity(words.count / 8)
        var word = 0
        while word < words.count {
            let digest = digests[word]
            guard digest.cue > 0 || digest.startsLongCue, !words[word].shape.contains(.opaque) else {
                word += 1
                continue
            }
            var cue = Int32(digest.cue)
            var end = word + 1
            if digest.startsLongCue {
                var hash = FeatureHash.mix(FeatureHash.seed, spellings[Int(row[word])].lower)
                for at in end..<max(end, min(words.count, word + CueWords.longest)) {
                    hash = FeatureHash.mix(hash, spellings[Int(row[at])].lower)
                    let hit = table.find(hash)
                    if hit > 0 { (cue, end) = (hit, at + 1) }
                }
            }
            guard cue > 0 else {
                word += 1
                continue
            }
            found.append(Cue(words: word..<end, class: Int(cue)))
            let bit: UInt32 = 1 << UInt32(cue)
            for at in end..<max(end, min(end + 2, row.count)) {
                changeForm(digests[at]) { $0.cuesBefore |= bit }
            }
            for at in max(0, word - 2)..<word {
                changeForm(digests[at]) { $0.cuesBehind |= bit }
            }
            word = end
        }
        cues.append(found)
    }

    /// Counts the words of links and of emphasis.
    private mutating func countMarks(
        _ passage: PassageText, _ row: [SpellingDigest], _ classes: [LinkClass]
    ) {
        for (link, kind) in zip(passage.passage.links, classes) where !link.range.isEmpty {
            for word in passage.words(in: link.range) {
                changeForm(row[word]) { $0.anchors |= kind.bit }
            }
        }
        for mark in passage.passage.emphasis {
            for word in passage.words(in: mark.range) {
                changeForm(row[word]) { $0.emphasized += 1 }
            }
        }
    }

    /// The parts of the addresses: a form that stands in one is likely a name.
    private mutating func addAddresses(
        _ passage: PassageText, _ row: [SpellingDigest], _ classes: [LinkClass], _ known: Spellings
    ) {
        for (link, kind) in zip(passage.passage.links, classes) {
            if let identity = link.identity {
                if !identity.isPaper { noteParts(identity.value.utf8, kind, known) }
            } else {
                noteHost(of: link, kind, passage, row, known)
            }
        }
    }

    /// Notes the parts of what an address identifies: `acme/text-kit`, `acme`, `textkit`, `text`, `kit`.
    private mutating func noteParts(_ value: String.UTF8View, _ kind: LinkClass, _ known: Spellings) {
        var hash = FeatureHash.seed
        var whole = FeatureHash.seed
        var length = 0
        for byte in value {
            let isPart = byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte | 0x20)
            if isPart {
                hash = FeatureHash.addSmall(byte, to: hash)
                whole = FeatureHash.addSmall(byte, to: whole)
                length += 1
            } else {
                if length > 1 { note(hash, kind, known) }
                hash = FeatureHash.seed
                length = 0
                if byte == UInt8(ascii: "/") {
                    note(whole, kind, known)
                    whole = FeatureHash.seed
                }
            }
        }
        if length > 1 { note(hash, kind, known) }
        note(whole, kind, known)
    }

    private mutating func note(_ hash: UInt64, _ kind: LinkClass, _ known: Spellings) {
        let form = known.form(hash)
        guard form >= 0, places[form] >= 0 else { return }
        forms[Int(places[form])].addresses |= kind.bit
    }

    /// Notes the site that is named for a word, or for the link's text: `manubot.org`, `paperswithcode.com`.
    private mutating func noteHost(
        of link: Link, _ kind: LinkClass, _ passage: PassageText, _ row: [SpellingDigest],
        _ known: Spellings
    ) {
        guard let rest = link.url.behindScheme else { return }
        let host = rest.utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        let words = passage.words(in: link.range).filter { passage.words[$0].kind == .letters }
        var text = FeatureHash.seed
        for word in words {
            for byte in passage.bytes[passage.words[word].range] {
                text = FeatureHash.addSmall(byte, to: text)
            }
        }
        // The last label is the domain's kind or country.
        for label in host.split(separator: UInt8(ascii: ".")).dropLast() {
            let hash = label.reduce(FeatureHash.seed) { FeatureHash.addSmall($1, to: $0) }
            note(hash, kind, known)
            if hash == text, words.count > 1 {
                for word in words { changeForm(row[word]) { $0.addresses |= kind.bit } }
            }
        }
    }
}
