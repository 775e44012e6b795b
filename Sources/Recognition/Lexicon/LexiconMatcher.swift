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
                guard trie.mayBegin(text, start, byte), !word.shape.contains(.opaque) else { continue }
                while let first = opaque.first, first.upperBound <= start { opaque.removeFirst() }
                walk(text, from: start, byte, to: opaque.first?.lowerBound ?? text.count, body)
            }
        }
    }

    /// Calls `body` for every name that begins at `start` and ends before `limit`.
    @inline(__always)
    private func walk(
        _ text: UnsafeBufferPointer<UInt8>, from start: Int, _ first: UInt8, to limit: Int,
        _ body: (Match) -> Void
    ) {
        if let head = trie.wholeHead(text, start, limit) {
            guard let (state, depth) = trie.jump(head) else { return }
            reportInner(state, start..<start + depth, text, body)
            walk(text, start..<start + depth, depth, state, to: limit, body)
            return
        }
        var state = trie.start(first)
        guard state != 0 else { return }
        var at = start + 1
        if let pattern = trie.pattern(at: state) { report(pattern, start..<at, text, body) }
        guard at < limit, Self.separatorLength(text, at) == nil else {
            walk(text, start..<at, 1, state, to: limit, body)
            return
        }
        state = trie.start(first, Self.fold(text[at], after: text[at - 1]))
        guard state != 0 else { return }
        at += 1
        reportInner(state, start..<at, text, body)
        walk(text, start..<at, 2, state, to: limit, body)
    }

    /// Goes on from a state that `depth` bytes have led to, which stand at `range`.
    private func walk(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ depth: Int, _ state: Int, to limit: Int,
        _ body: (Match) -> Void
    ) {
        let start = range.lowerBound
        var (at, depth, state) = (range.upperBound, depth, state)
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
            reportInner(state, start..<at, text, body)
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

    /// Reports the name that ends in a state from which others go on; that of a leaf is compared first.
    @inline(__always)
    private func reportInner(
        _ state: Int, _ range: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ body: (Match) -> Void
    ) {
        if !trie.isLeaf(state), let pattern = trie.pattern(at: state) { report(pattern, range, text, body) }
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
    static func fold(_ byte: UInt8, after previous: UInt8) -> UInt8 {
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
