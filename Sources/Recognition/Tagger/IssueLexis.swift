import KGModel

/// The distinct words of an issue, each with what its spelling and its occurrences tell.
struct IssueLexis {
    /// A word as it is spelt, and where it stands first.
    struct Lexeme {
        var spelling: Spelling
        /// Its number among the `Spellings`.
        var number: Int32
        /// The lower-case form's index in `forms`.
        var form: Int32
        var bytes: Range<Int32>
        var passage: Int32
    }

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

    private(set) var lexemes: [Lexeme] = []
    private(set) var forms: [Form] = []
    /// Index into `lexemes` of each word of each passage.
    private(set) var ids: [[Int32]] = []
    /// Code of each word of each passage.
    private(set) var codes: [[WordCode]] = []

    init(_ issue: IssueText, links: [[LinkClass]], spellings: Spellings) {
        spellings.beginIssue()
        ids.reserveCapacity(issue.passages.count)
        codes.reserveCapacity(issue.passages.count)
        cues.reserveCapacity(issue.passages.count)
        var known = Known()
        for (number, passage) in issue.passages.enumerated() {
            add(passage, number, spellings, &known)
            findCues(passage.words, ids[number])
            count(passage, ids[number], links[number])
        }
        guard links.contains(where: { !$0.isEmpty }) else { return }
        var byLower = HashIndex(capacity: lexemes.count)
        for lexeme in lexemes where byLower.find(lexeme.spelling.lower) < 0 {
            byLower.insert(lexeme.spelling.lower, lexeme.form)
        }
        for (passage, classes) in zip(issue.passages, links) where !classes.isEmpty {
            addAddresses(passage, classes, byLower)
        }
    }

    /// Notes that a word is part of a candidate of a type.
    mutating func note(known type: Int, passage: Int, words: Range<Int>) {
        for word in words {
            let lexeme = lexemes[Int(ids[passage][word])]
            if lexeme.spelling.kind != .mark { forms[Int(lexeme.form)].known |= 1 << UInt32(type) }
        }
    }

    /// Hash of a word's lower-case form.
    @inline(__always)
    func lower(_ passage: Int, _ word: Int) -> UInt64 { lexemes[Int(ids[passage][word])].spelling.lower }

    /// Which of the spellings and forms the issue has shown already: their places, or -1.
    private struct Known {
        var lexemes: [Int32] = []
        var forms: [Int32] = []

        static func grow(_ places: inout [Int32], to count: Int) {
            guard places.count < count else { return }
            places += [Int32](repeating: -1, count: count - places.count)
        }
    }

    private mutating func add(
        _ passage: PassageText, _ number: Int, _ spellings: Spellings, _ known: inout Known
    ) {
        let words = passage.words
        let isHeading = passage.passage.kind == .title || passage.passage.kind == .heading
        var sentenceStarts = true
        let row = [Int32](unsafeUninitializedCapacity: words.count) { row, count in
            passage.bytes.withUnsafeBufferPointer { bytes in
                for (index, word) in words.enumerated() {
                    let id = self.id(of: word, in: bytes, passage: number, spellings, &known)
                    row.initializeElement(at: index, to: id)
                    if word.kind == .mark {
                        switch bytes[word.range.lowerBound] {
                        case 0x2E, 0x21, 0x3F, 0x3A, 0xE2...: sentenceStarts = true
                        default: break
                        }
                        continue
                    }
                    guard word.kind != .number, !word.shape.contains(.opaque) else { continue }
                    let form = Int(lexemes[Int(id)].form)
                    let isCapitalized = word.shape.contains(.capitalized)
                    forms[form].count += 1
                    if isHeading {
                        forms[form].inHeading += 1
                    } else if !sentenceStarts, isCapitalized {
                        forms[form].capitalInside += 1
                    }
                    if !isCapitalized { forms[form].small += 1 }
                    sentenceStarts = false
                }
            }
            count = words.count
        }
        ids.append(row)
        codes.append(
            [WordCode](unsafeUninitializedCapacity: words.count) { codes, count in
                for (index, word) in words.enumerated() {
                    let code = lexemes[Int(row[index])].spelling.code
                    codes.initializeElement(at: index, to: word.shape.contains(.opaque) ? .opaque : code)
                }
                count = words.count
            })
    }

    @inline(__always)
    private mutating func id(
        of word: Word, in bytes: UnsafeBufferPointer<UInt8>, passage: Int, _ spellings: Spellings,
        _ known: inout Known
    ) -> Int32 {
        let number = spellings.number(of: word, in: bytes)
        if number < known.lexemes.count, known.lexemes[number] >= 0 { return known.lexemes[number] }
        Known.grow(&known.lexemes, to: spellings.all.count)
        Known.grow(&known.forms, to: spellings.formCount)
        let spelling = spellings.all[number]
        let place = Int(spelling.form)
        if known.forms[place] < 0 {
            known.forms[place] = Int32(truncatingIfNeeded: forms.count)
            forms.append(Form())
        }
        let id = Int32(truncatingIfNeeded: lexemes.count)
        known.lexemes[number] = id
        lexemes.append(
            Lexeme(
                spelling: spelling, number: Int32(truncatingIfNeeded: number), form: known.forms[place],
                bytes: Int32(
                    truncatingIfNeeded: word.range.lowerBound)..<Int32(
                        truncatingIfNeeded: word.range.upperBound),
                passage: Int32(truncatingIfNeeded: passage)))
        return id
    }

    private mutating func findCues(_ words: [Word], _ row: [Int32]) {
        var found: [Cue] = []
        var word = 0
        while word < words.count {
            let head = lexemes[Int(row[word])].spelling
            guard head.startsCue, head.kind == .letters || head.kind == .ideograph,
                !words[word].shape.contains(.opaque)
            else {
                word += 1
                continue
            }
            var hash = FeatureHash.seed
            var cue: Int32 = -1
            var end = word
            for at in word..<min(words.count, word + CueWords.longest) {
                hash = FeatureHash.mix(hash, lexemes[Int(row[at])].spelling.lower)
                let hit = CueWords.table.find(hash)
                if hit >= 0 {
                    cue = hit
                    end = at + 1
                }
            }
            guard cue >= 0 else {
                word += 1
                continue
            }
            found.append(Cue(words: word..<end, class: Int(cue)))
            let bit: UInt32 = 1 << UInt32(cue)
            for at in end..<max(end, min(end + 2, row.count)) {
                forms[Int(lexemes[Int(row[at])].form)].cuesBefore |= bit
            }
            for at in max(0, word - 2)..<word {
                forms[Int(lexemes[Int(row[at])].form)].cuesBehind |= bit
            }
            word = end
        }
        cues.append(found)
    }

    /// Counts the words of links and of emphasis.
    private mutating func count(_ passage: PassageText, _ row: [Int32], _ classes: [LinkClass]) {
        for (link, kind) in zip(passage.passage.links, classes) where !link.range.isEmpty {
            for word in passage.words(in: link.range) {
                forms[Int(lexemes[Int(row[word])].form)].anchors |= kind.bit
            }
        }
        for mark in passage.passage.emphasis {
            for word in passage.words(in: mark.range) {
                forms[Int(lexemes[Int(row[word])].form)].emphasized += 1
            }
        }
    }

    /// The parts of the addresses that identify things: a form that stands in one is likely a name.
    private mutating func addAddresses(
        _ passage: PassageText, _ classes: [LinkClass], _ byLower: HashIndex
    ) {
        for (link, kind) in zip(passage.passage.links, classes) {
            guard let identity = link.identity, !identity.isPaper else { continue }
            var hash = FeatureHash.seed
            var whole = FeatureHash.seed
            var length = 0
            func note(_ hash: UInt64, _ forms: inout [Form]) {
                let form = byLower.find(hash)
                if form >= 0 { forms[Int(form)].addresses |= kind.bit }
            }
            for byte in identity.value.utf8 {
                let isPart = byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte | 0x20)
                if isPart {
                    let small = (65...90).contains(byte) ? byte | 0x20 : byte
                    hash = FeatureHash.add(small, to: hash)
                    whole = FeatureHash.add(small, to: whole)
                    length += 1
                } else {
                    if length > 1 { note(hash, &forms) }
                    hash = FeatureHash.seed
                    length = 0
                    if byte == UInt8(ascii: "/") {
                        note(whole, &forms)
                        whole = FeatureHash.seed
                    }
                }
            }
            if length > 1 { note(hash, &forms) }
            note(whole, &forms)
        }
    }
}
