/// What the first bytes of a word tell of the names that may begin there: most words are ruled out by them.
extension NameTrie {
    /// Whether a name may begin at a byte, by the bytes that follow.
    @inline(__always)
    func mayBegin(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ first: UInt8) -> Bool {
        if start + 8 <= text.count, let base = text.baseAddress {
            let bytes = UInt64(
                bigEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
            if let answer = mayBegin(bytes) { return answer }
        }
        let wanted = Self.headLength(first)
        var head = UInt64(first)
        if mayHave(head: head) { return true }
        var length = 1
        var at = start + 1
        while at < text.count, length < wanted {
            if let separator = LexiconMatcher.separatorLength(text, at) {
                at += separator
                continue
            }
            head = head << 8 | UInt64(LexiconMatcher.fold(text[at], after: text[at - 1]))
            at += 1
            length += 1
            // Short names are their own heads.
            if mayHave(head: head) { return true }
        }
        return false
    }

    /// The same of eight bytes, the first one highest, for what nearly all text is made of: words of four
    /// ASCII letters and more, and ideographs side by side. Nil for the rest.
    @inline(__always)
    private func mayBegin(_ bytes: UInt64) -> Bool? {
        if Self.areLetters(bytes >> 32 | 0x6161_6161 << 32) {
            // A shorter name would end within the word; three letters may have a plural's `s`.
            guard mayHave(letters: bytes >> 32 | 0x2020_2020) else { return false }
            return Self.areLetters(bytes >> 16 | 0x6161 << 48)
                ? mayHave(letters: bytes >> 16 | 0x2020_2020_2020) : true
        }
        if Self.areIdeographs(bytes) {
            return mayHave(head: bytes >> 40) || mayHave(head: bytes >> 16)
        }
        return nil
    }

    /// Whether a name may begin with these letters, or be all of them but a plural's `s`.
    @inline(__always)
    private func mayHave(letters: UInt64) -> Bool {
        mayHave(head: letters) || letters & 0xFF == 0x73 && mayHave(head: letters >> 8)
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

    /// The head of a name that may begin there, if it must be as long as heads are: four letters, within which no name
    /// ends but one of three letters before a plural's `s`, or two ideographs of which the first is no name.
    @inline(__always)
    func wholeHead(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> UInt64? {
        guard start + 8 <= text.count, start + 6 <= limit, let base = text.baseAddress else { return nil }
        let bytes = UInt64(bigEndian: UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self))
        if Self.areLetters(bytes >> 32 | 0x6161_6161 << 32) {
            let letters = bytes >> 32 | 0x2020_2020
            return letters & 0xFF == 0x73 ? nil : letters
        }
        return Self.areIdeographs(bytes) && !mayHave(head: bytes >> 40) ? bytes >> 16 : nil
    }

    /// Whether eight bytes begin with two characters of three bytes from U+3000 to U+9FFF.
    @inline(__always)
    private static func areIdeographs(_ bytes: UInt64) -> Bool {
        (0xE3...0xE9).contains(bytes >> 56) && (0xE3...0xE9).contains(bytes >> 32 & 0xFF)
    }
}
