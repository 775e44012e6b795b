import KGModel

/// The distinct words of an issue, each with what its spelling and its occurrences tell.
/// Everything that depends on the word alone is worked out here once, not at each occurrence.
struct IssueLexis {
    /// A word as it is spelt.
    struct Lexeme {
        var exact: UInt64
        var lower: UInt64
        /// The lower-case form's index in `forms`.
        var form: Int32
        var kind: Word.Kind
        var shape: Word.Shape
        /// `Xx0-` pattern, runs shortened to two.
        var pattern: UInt64
        var bytes: Range<Int32>
        var passage: Int32
        /// Scalars.
        var length: Int32
        var entry: WordTable.Entry
        var isNotion: Bool
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
    private var exactIndex = HashIndex(capacity: 512)
    private var formIndex = HashIndex(capacity: 512)

    init(_ issue: IssueText, links: [[LinkClass]], table: WordTable) {
        ids.reserveCapacity(issue.passages.count)
        var buffer: [UInt8] = []
        for (number, passage) in issue.passages.enumerated() {
            add(passage, number, table, &buffer)
        }
        for (passage, classes) in zip(issue.passages, links) where !classes.isEmpty {
            addAddresses(passage, classes)
        }
        for index in issue.passages.indices {
            count(issue.passages[index], ids[index], links[index])
            findCues(issue.passages[index].words, ids[index])
        }
    }

    /// Notes that a word is part of a candidate of a type.
    mutating func note(known type: Int, passage: Int, words: Range<Int>) {
        for word in words where lexeme(passage, word).kind != .mark {
            forms[Int(lexeme(passage, word).form)].known |= 1 << UInt32(type)
        }
    }

    private mutating func findCues(_ words: [Word], _ row: [Int32]) {
        var found: [Cue] = []
        var word = 0
        while word < words.count {
            let kind = words[word].kind
            guard kind == .letters || kind == .ideograph, !words[word].shape.contains(.opaque) else {
                word += 1
                continue
            }
            var hash = FeatureHash.seed
            var cue: Int32 = -1
            var end = word
            for at in word..<min(words.count, word + CueWords.longest) {
                hash = FeatureHash.mix(hash, lexemes[Int(row[at])].lower)
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
                let form = Int(lexemes[Int(row[at])].form)
                forms[form].cuesBefore |= bit
            }
            for at in max(0, word - 2)..<word {
                let form = Int(lexemes[Int(row[at])].form)
                forms[form].cuesBehind |= bit
            }
            word = end
        }
        cues.append(found)
    }

    func lexeme(_ passage: Int, _ word: Int) -> Lexeme { lexemes[Int(ids[passage][word])] }

    private mutating func add(
        _ passage: PassageText, _ number: Int, _ table: WordTable, _ buffer: inout [UInt8]
    ) {
        var row: [Int32] = []
        row.reserveCapacity(passage.words.count)
        for word in passage.words {
            let exact = passage.bytes.withUnsafeBufferPointer {
                FeatureHash.of(UnsafeBufferPointer(rebasing: $0[word.range]))
            }
            let id = exactIndex.findOrAdd(exact)
            row.append(id)
            if Int(id) == lexemes.count {
                Self.lower(passage.bytes, word.range, into: &buffer)
                let lower = FeatureHash.of(buffer)
                let form = formIndex.findOrAdd(lower)
                if Int(form) == forms.count { forms.append(Form()) }
                let (pattern, length) = Self.pattern(passage.bytes, word.range)
                lexemes.append(
                    Lexeme(
                        exact: exact, lower: lower, form: form, kind: word.kind,
                        shape: word.shape.subtracting([.blankBefore, .opaque]), pattern: pattern,
                        bytes: Int32(word.range.lowerBound)..<Int32(word.range.upperBound),
                        passage: Int32(number), length: length,
                        entry: word.kind == .letters ? table.entry(lower) : 0,
                        isNotion: word.kind == .letters && CueWords.notionTable.find(lower) >= 0))
            }
        }
        ids.append(row)
    }

    private mutating func count(_ passage: PassageText, _ row: [Int32], _ classes: [LinkClass]) {
        let isHeading = passage.passage.kind == .title || passage.passage.kind == .heading
        var sentenceStarts = true
        for (word, id) in zip(passage.words, row) {
            let lexeme = lexemes[Int(id)]
            let form = Int(lexeme.form)
            if word.kind == .mark {
                let byte = passage.bytes[word.range.lowerBound]
                if byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0x3A || byte >= 0xE2 {
                    sentenceStarts = true
                }
                continue
            }
            guard word.kind != .number, !word.shape.contains(.opaque) else { continue }
            forms[form].count += 1
            if isHeading {
                forms[form].inHeading += 1
            } else if !sentenceStarts, word.shape.contains(.capitalized) {
                forms[form].capitalInside += 1
            }
            if !word.shape.contains(.capitalized) { forms[form].small += 1 }
            sentenceStarts = false
        }
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
    private mutating func addAddresses(_ passage: PassageText, _ classes: [LinkClass]) {
        for (link, kind) in zip(passage.passage.links, classes) {
            guard let identity = link.identity, !identity.isPaper else { continue }
            var hash = FeatureHash.seed
            var whole = FeatureHash.seed
            var length = 0
            func note(_ hash: UInt64, _ forms: inout [Form]) {
                let form = formIndex.find(hash)
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

    /// Lower case of a stretch of UTF-8.
    static func lower(_ bytes: [UInt8], _ range: Range<Int>, into buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte < 0x80 {
                buffer.append((65...90).contains(byte) ? byte | 0x20 : byte)
                at += 1
                continue
            }
            let (scalar, length) = Scalars.decode(bytes, at)
            if scalar < 0x2E80, let value = Unicode.Scalar(scalar), value.properties.isUppercase {
                buffer.append(contentsOf: value.properties.lowercaseMapping.utf8)
            } else {
                buffer.append(contentsOf: bytes[at..<min(at + length, range.upperBound)])
            }
            at += length
        }
    }

    /// Each scalar's class, a run of one class shortened to two: `GPT` is `XX`, `RoBERTa` is `XxXXx`.
    private static func pattern(_ bytes: [UInt8], _ range: Range<Int>) -> (UInt64, Int32) {
        var hash = FeatureHash.seed
        var last: UInt8 = 0
        var run = 0
        var count: Int32 = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = Scalars.decode(bytes, at)
            at += length
            count += 1
            let kind: UInt8 =
                switch Scalars.kind(scalar) {
                case .number: 3
                case .letters: Scalars.isUppercase(scalar) ? 1 : scalar >= 0x590 && scalar < 0x1E00 ? 4 : 2
                case .ideograph: 5
                default: 6
                }
            run = kind == last ? run + 1 : 1
            last = kind
            if run <= 2 { hash = FeatureHash.add(kind, to: hash) }
        }
        return (hash, count)
    }
}

/// What kind of page a link leads to, as far as that hints at the type of its anchor.
enum LinkClass: UInt8 {
    case other, paper, repository, hubModel, hubDataset, hubSpace, package, social, blog, video, encyclopedia
    case university, file, notebook, venue, home

    var bit: UInt32 { 1 << UInt32(rawValue) }

    init(_ link: Link) {
        if let identity = link.identity {
            switch identity.kind {
            case .arxiv, .doi, .acl, .openreview: self = .paper
            case .github: self = .repository
            case .pypi: self = .package
            case .huggingFace:
                self =
                    identity.value.hasPrefix("datasets/")
                    ? .hubDataset : identity.value.hasPrefix("spaces/") ? .hubSpace : .hubModel
            case .url: self = .home
            }
            return
        }
        self = Self.class(of: link.url)
    }

    private static func `class`(of url: String) -> LinkClass {
        guard let colon = url.range(of: "://") else { return .other }
        let rest = url[colon.upperBound...]
        let slash = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        var host = rest[..<slash].lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        let path = rest[slash...]
        func ends(_ names: String...) -> Bool { names.contains { host == $0 || host.hasSuffix("." + $0) } }
        if ends("twitter.com", "x.com", "linkedin.com", "facebook.com", "reddit.com") { return .social }
        if ends("youtube.com", "youtu.be", "vimeo.com", "slideslive.com") { return .video }
        if ends("wikipedia.org") { return .encyclopedia }
        if ends("colab.research.google.com", "kaggle.com") { return .notebook }
        if ends(
            "nips.cc", "neurips.cc", "icml.cc", "iclr.cc", "thecvf.com", "mlr.press", "nature.com", "aaai.org"
        ) {
            return path.count > 8 ? .paper : .venue
        }
        if ends("medium.com", "towardsdatascience.com") || host.contains("blog") || path.contains("blog") {
            return .blog
        }
        if host.hasSuffix(".edu") || host.contains(".ac.") { return .university }
        if path.hasSuffix(".pdf") { return .file }
        return path.count <= 1 ? .home : .other
    }
}
