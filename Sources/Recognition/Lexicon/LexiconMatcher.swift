import KGModel

/// Finds the names of a lexicon in text.
///
/// The tree is walked over the text's bytes, from each word's start, with ASCII letters in lower case
/// and blanks and hyphens left out; what it finds is then compared with the alias as it is written: letter case where it
/// counts, blanks only where the alias has a seam (`Hugging Face`, `PyTorch`, `GPT|2`), and ends
/// that do not cut a word in two.
struct LexiconMatcher: Sendable {
    struct Match: Hashable {
        /// Index of the entry in the lexicon.
        var entry: Int
        /// Bytes of the text, without a plural's `s`.
        var range: Range<Int>
        /// The alias stands there in exactly its own letter case.
        var isExactCase: Bool
    }

    /// An alias as the matcher compares it.
    struct Form: Sendable {
        var entry: Int
        var bytes: [UInt8]
        var isExact: Bool
    }

    private let trie: NameTrie
    /// The forms that share a pattern of the tree.
    private let forms: [[Form]]

    init(_ lexicon: Lexicon) {
        var found: [Pattern] = []
        found.reserveCapacity(lexicon.entries.count * 3)
        for (index, entry) in lexicon.entries.enumerated() {
            func add(_ name: String, isExact: Bool) {
                let bytes = Array(name.utf8)
                let pattern = Self.folded(bytes)
                guard !pattern.isEmpty else { return }
                found.append(
                    Pattern(
                        bytes: pattern, number: found.count,
                        form: Form(entry: index, bytes: bytes, isExact: isExact)))
            }
            let entryRule = entry.isCommon ? true : entry.isExact
            add(entry.name, isExact: entryRule ?? Self.isExactByForm(entry.name))
            for alias in entry.aliases {
                add(alias.name, isExact: alias.isExact || (entryRule ?? Self.isExactByForm(alias.name)))
            }
        }
        found.sort(by: <)
        var patterns: [[UInt8]] = []
        var forms: [[Form]] = []
        patterns.reserveCapacity(found.count)
        forms.reserveCapacity(found.count)
        for pattern in found {
            if pattern.bytes == patterns.last {
                forms[forms.count - 1].append(pattern.form)
            } else {
                patterns.append(pattern.bytes)
                forms.append([pattern.form])
            }
        }
        trie = NameTrie(sorted: patterns)
        self.forms = forms
    }

    /// An alias in the form that the tree holds, to be sorted.
    private struct Pattern: Comparable {
        var bytes: [UInt8]
        /// In order of the lexicon.
        var number: Int
        var form: Form
        /// The first eight bytes, by which most are told apart.
        private let head: UInt64

        init(bytes: [UInt8], number: Int, form: Form) {
            self.bytes = bytes
            self.number = number
            self.form = form
            var head: UInt64 = 0
            for index in 0..<8 { head = head << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
            self.head = head
        }

        static func == (a: Pattern, b: Pattern) -> Bool { a.number == b.number }

        static func < (a: Pattern, b: Pattern) -> Bool {
            if a.head != b.head { return a.head < b.head }
            if a.bytes == b.bytes { return a.number < b.number }
            return a.bytes.lexicographicallyPrecedes(b.bytes)
        }
    }

    /// Calls `body` for every occurrence of every name, overlapping ones included, in order of
    /// their starts. Nothing is found in, or across, the opaque stretches.
    func matches(in passage: PassageText, _ body: (Match) -> Void) {
        passage.bytes.withUnsafeBufferPointer { text in
            var opaque = passage.passage.opaque[...]
            for word in passage.words {
                let start = word.range.lowerBound
                let byte = Self.fold(text[start], after: start > 0 ? text[start - 1] : 0)
                // Most words end here.
                guard mayBegin(text, start, byte), !word.shape.contains(.opaque) else { continue }
                while let first = opaque.first, first.upperBound <= start { opaque.removeFirst() }
                walk(text, from: start, byte, to: opaque.first?.lowerBound ?? text.count, body)
            }
        }
    }

    /// Whether a name may begin at a byte, by the bytes that follow.
    @inline(__always)
    private func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ first: UInt8) -> Bool {
        if start + 8 <= text.count, let base = text.baseAddress {
            let bytes = UInt64(
                bigEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
            if let answer = mayBegin(bytes) { return answer }
        }
        let wanted = NameTrie.headLength(first)
        var head = UInt64(first)
        if trie.mayHave(head: head) { return true }
        var length = 1
        var at = start + 1
        while at < text.count, length < wanted {
            if let separator = Self.separatorLength(text, at) {
                at += separator
                continue
            }
            head = head << 8 | UInt64(Self.fold(text[at], after: text[at - 1]))
            at += 1
            length += 1
            // Short names are their own heads.
            if trie.mayHave(head: head) { return true }
        }
        return false
    }

    /// The same of eight bytes, the first one highest, for what nearly all text is made of: words of four
    /// ASCII letters and more, and ideographs side by side. Nil for the rest.
    @inline(__always)
    private func mayBegin(_ bytes: UInt64) -> Bool? {
        let four = bytes >> 32
        let small = four | 0x2020_2020
        // In each byte the highest bit: from `a` on, and not beyond `z`. (Bytes below 0x80 carry nothing over.)
        let isASCII = four & 0x8080_8080 == 0
        let isLetter = (small &+ 0x1F1F_1F1F) & ~(small &+ 0x0505_0505) & 0x8080_8080 == 0x8080_8080
        if isASCII, isLetter {
            // A shorter name would end within the word; three letters may have a plural's `s`.
            return trie.mayHave(head: small) || small & 0xFF == 0x73 && trie.mayHave(head: small >> 8)
        }
        // Two characters of three bytes from U+3000 to U+9FFF.
        let isIdeograph = { (lead: UInt64) in lead >= 0xE3 && lead <= 0xE9 }
        if isIdeograph(bytes >> 56), isIdeograph(bytes >> 32 & 0xFF) {
            return trie.mayHave(head: bytes >> 40) || trie.mayHave(head: bytes >> 16)
        }
        return nil
    }

    /// Calls `body` for every name that begins at `start` and ends before `limit`.
    @inline(__always)
    private func walk(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ first: UInt8, to limit: Int,
        _ body: (Match) -> Void
    ) {
        var state = trie.start(first)
        guard state != 0 else { return }
        var at = start + 1
        if let pattern = trie.pattern(at: state) { report(pattern, start..<at, text, body) }
        if at < limit, Self.separatorLength(text, at) == nil {
            state = trie.start(first, Self.fold(text[at], after: text[at - 1]))
            guard state != 0 else { return }
            at += 1
            if let pattern = trie.pattern(at: state) { report(pattern, start..<at, text, body) }
        }
        while at < limit {
            if let length = Self.separatorLength(text, at) {
                at += length
                continue
            }
            state = trie.step(state, Self.fold(text[at], after: text[at - 1]))
            guard state != 0 else { return }
            at += 1
            if let pattern = trie.pattern(at: state) { report(pattern, start..<at, text, body) }
        }
    }

    private func report(
        _ pattern: Int, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void
    ) {
        guard Self.hasWordBoundaries(text, range) else { return }
        for form in forms[pattern] {
            if let isExactCase = Self.compare(form, with: text, range) {
                body(Match(entry: form.entry, range: range, isExactCase: isExactCase))
            }
        }
    }

    /// Short names and acronyms mean something only in their own letter case.
    private static func isExactByForm(_ name: String) -> Bool {
        var letters = 0
        var hasLower = false
        for byte in name.utf8 {
            if byte >= 0x80 { return false }
            if (65...90).contains(byte) { letters += 1 }
            if (97...122).contains(byte) {
                letters += 1
                hasLower = true
            }
        }
        return letters < 5 || !hasLower
    }

    // MARK: - Folding

    /// Length in bytes of the blank, hyphen or underscore at `at`; nil if there is none.
    @inline(__always)
    static func separatorLength(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
        switch text[at] {
        case 0x20, 0x2D, 0x09, 0x5F: return 1
        case 0xC2 where at + 1 < text.count && text[at + 1] == 0xA0: return 2  // no-break space
        case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (0x90...0x91).contains(text[at + 2]):
            return 3  // hyphen, non-breaking hyphen
        default: return nil
        }
    }

    @inline(__always)
    private static func fold(_ byte: UInt8, after previous: UInt8) -> UInt8 {
        if (65...90).contains(byte) { return byte | 0x20 }
        // À to Þ, without ×.
        if previous == 0xC3, (0x80...0x9E).contains(byte), byte != 0x97 { return byte | 0x20 }
        return byte
    }

    private static func folded(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { text in
            var result: [UInt8] = []
            var at = 0
            while at < text.count {
                if let length = separatorLength(text, at) {
                    at += length
                } else {
                    result.append(fold(text[at], after: at > 0 ? text[at - 1] : 0))
                    at += 1
                }
            }
            return result
        }
    }
}
