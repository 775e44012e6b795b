import KGModel

/// Finds the names of a lexicon in text.
///
/// The tree is walked over the text's bytes, from each word's start, with ASCII letters in lower case
/// and blanks and hyphens left out; what it finds is then compared with the alias as it is written: letter case where it
/// counts, blanks only where the alias has a seam (`Hugging Face`, `PyTorch`, `GPT|2`), and ends
/// that do not cut a word in two.
///
/// A class: its tables are asked for every word, and no copy of them is handed around.
final class LexiconMatcher: Sendable {
    struct Match: Hashable {
        /// Index of the entry in the lexicon.
        var entry: Int
        /// Bytes of the text, without a plural's `s`.
        var range: Range<Int>
        /// The alias stands there in exactly its own letter case.
        var isExactCase: Bool
    }

    /// An alias as the matcher compares it.
    private struct Form {
        var entry: Int32
        /// Its bytes among `names`.
        var name: Range<Int32>
        var isExact: Bool
    }

    private let trie: NameTrie
    /// The bytes of all aliases, one behind the other.
    private let names: [UInt8]
    /// The forms, those that share a pattern of the tree side by side.
    private let forms: [Form]
    /// Where the forms of each pattern begin; one more at the end.
    private let firstForm: [Int32]

    init(_ lexicon: Lexicon) {
        var names: [UInt8] = []
        // The forms as the tree holds them: letters in lower case, without blanks and hyphens.
        var folded: [UInt8] = []
        var patterns: [(range: Range<Int32>, form: Form)] = []
        patterns.reserveCapacity(lexicon.entries.count * 2)
        for (index, entry) in lexicon.entries.enumerated() {
            func add(_ name: String, isExact: Bool) {
                let (first, start) = (Int32(names.count), Int32(folded.count))
                names.append(contentsOf: name.utf8)
                Self.fold(names[Int(first)...], into: &folded)
                guard folded.count > Int(start) else { return }
                let form = Form(entry: Int32(index), name: first..<Int32(names.count), isExact: isExact)
                patterns.append((start..<Int32(folded.count), form))
            }
            let entryRule = entry.isCommon ? true : entry.isExact
            add(entry.name, isExact: entryRule ?? Self.isExactByForm(entry.name))
            for alias in entry.aliases {
                add(alias.name, isExact: alias.isExact || (entryRule ?? Self.isExactByForm(alias.name)))
            }
        }
        let order = NameTrie.sorted(patterns.map(\.range), of: folded)
        var ranges: [Range<Int32>] = []
        var firstForm: [Int32] = []
        for (place, pattern) in order.enumerated() {
            let range = patterns[pattern].range
            if let last = ranges.last, folded[last.asInts].elementsEqual(folded[range.asInts]) { continue }
            ranges.append(range)
            firstForm.append(Int32(place))
        }
        firstForm.append(Int32(order.count))
        trie = NameTrie(ranges, of: folded)
        forms = order.map { patterns[$0].form }
        self.firstForm = firstForm
        self.names = names
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
        if Self.areLetters(bytes >> 32 | 0x6161_6161 << 32) {
            // A shorter name would end within the word; three letters may have a plural's `s`.
            guard mayHave(head: bytes >> 32 | 0x2020_2020) else { return false }
            return Self.areLetters(bytes >> 16 | 0x6161 << 48)
                ? mayHave(head: bytes >> 16 | 0x2020_2020_2020) : true
        }
        // Two characters of three bytes from U+3000 to U+9FFF.
        let isIdeograph = { (lead: UInt64) in lead >= 0xE3 && lead <= 0xE9 }
        if isIdeograph(bytes >> 56), isIdeograph(bytes >> 32 & 0xFF) {
            return trie.mayHave(head: bytes >> 40) || trie.mayHave(head: bytes >> 16)
        }
        return nil
    }

    /// Whether a name may begin with these letters, or be all of them but a plural's `s`.
    @inline(__always)
    private func mayHave(head: UInt64) -> Bool {
        trie.mayHave(head: head) || head & 0xFF == 0x73 && trie.mayHave(head: head >> 8)
    }

    /// Whether eight bytes are ASCII letters.
    @inline(__always)
    private static func areLetters(_ bytes: UInt64) -> Bool {
        let small = bytes | 0x2020_2020_2020_2020
        // In each byte the highest bit: from `a` on, and not beyond `z`. (Bytes below 0x80 carry nothing over.)
        return bytes & highest == 0
            && (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505) & highest == highest
    }

    private static let highest: UInt64 = 0x8080_8080_8080_8080

    /// Calls `body` for every name that begins at `start` and ends before `limit`.
    @inline(__always)
    private func walk(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ first: UInt8, to limit: Int,
        _ body: (Match) -> Void
    ) {
        var state = trie.start(first)
        guard state != 0 else { return }
        var at = start + 1
        var depth = 1
        if let pattern = trie.pattern(at: state) { report(pattern, start..<at, text, body) }
        if at < limit, Self.separatorLength(text, at) == nil {
            state = trie.start(first, Self.fold(text[at], after: text[at - 1]))
            guard state != 0 else { return }
            at += 1
            depth = 2
            if !trie.isLeaf(state), let pattern = trie.pattern(at: state) {
                report(pattern, start..<at, text, body)
            }
        }
        while !trie.isLeaf(state) {
            guard at < limit else { return }
            if let length = Self.separatorLength(text, at) {
                at += length
                continue
            }
            state = trie.step(state, Self.fold(text[at], after: text[at - 1]))
            guard state != 0 else { return }
            at += 1
            depth += 1
            if !trie.isLeaf(state), let pattern = trie.pattern(at: state) {
                report(pattern, start..<at, text, body)
            }
        }
        // One name is left.
        guard depth >= NameTrie.leastDepth, let pattern = trie.pattern(at: state) else { return }
        for byte in trie.text[trie.rest(of: pattern, behind: depth)] {
            while at < limit, let length = Self.separatorLength(text, at) { at += length }
            guard at < limit, byte == Self.fold(text[at], after: text[at - 1]) else { return }
            at += 1
        }
        report(pattern, start..<at, text, body)
    }

    private func report(
        _ pattern: Int, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void
    ) {
        guard Self.hasWordBoundaries(text, range) else { return }
        for form in forms[Int(firstForm[pattern])..<Int(firstForm[pattern + 1])] {
            let isExactCase = names.withUnsafeBufferPointer { names in
                Self.compare(
                    UnsafeBufferPointer(rebasing: names[form.name.asInts]), isExact: form.isExact, with: text,
                    range)
            }
            if let isExactCase {
                body(Match(entry: Int(form.entry), range: range, isExactCase: isExactCase))
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
        case 0xE2 where at + 2 < text.count && text[at + 1] == 0x80 && (0x90...0x93).contains(text[at + 2]):
            return 3  // hyphen, the one that does not break, figure dash, en dash
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

    /// Adds a name as the tree holds it.
    private static func fold(_ name: ArraySlice<UInt8>, into folded: inout [UInt8]) {
        name.withUnsafeBufferPointer { name in
            var at = 0
            while at < name.count {
                if let length = separatorLength(name, at) {
                    at += length
                } else {
                    folded.append(fold(name[at], after: at > 0 ? name[at - 1] : 0))
                    at += 1
                }
            }
        }
    }
}
