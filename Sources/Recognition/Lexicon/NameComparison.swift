extension LexiconMatcher {
    /// Whether the text at `range` is the form; nil if not, else whether in the form's letter case.
    ///
    /// - Parameter isExact: the form means something in its own letter case only, or in another that shows a
    ///   coined name, too.
    static func compare(
        _ form: UnsafeBufferPointer<UInt8>, isExact: Bool, with text: UnsafeBufferPointer<UInt8>,
        _ range: Range<Int>
    ) -> Bool? {
        var at = range.lowerBound
        var index = 0
        var isExactCase = true
        var textSeparators = 0
        var formSeparators = 0
        while index < form.count, at < range.upperBound {
            if let length = separatorLength(form, index) {
                index += length
                formSeparators += 1
                continue
            }
            if let length = separatorLength(text, at) {
                at += length
                textSeparators += 1
                continue
            }
            if textSeparators > 0, formSeparators == 0,
                textSeparators > 1 || !isSeam(form, index) || !showsSeam(form, index, text[at])
            {
                return nil
            }
            if formSeparators > 0, textSeparators == 0, !mayJoin(form, index, text[at]) { return nil }
            textSeparators = 0
            formSeparators = 0
            if form[index] != text[at] {
                if isExact, !hasInnerCapital(form) { return nil }
                isExactCase = false
            }
            index += 1
            at += 1
        }
        // `HotPotQA` and `MiniF2F` are no ordinary words in any case.
        if isExact, !isExactCase, form.count < 6 || !hasInnerCapital(.init(rebasing: text[range])) {
            return nil
        }
        return isExactCase
    }

    /// Whether a capital follows a small letter.
    private static func hasInnerCapital(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        zip(name, name.dropFirst()).contains { (97...122).contains($0) && (65...90).contains($1) }
    }

    /// Whether a name that is written in one is meant where the text writes it apart, and goes on with this byte:
    /// `Text Blob` is TextBlob, but `text blob` is not, and `A Token` is not AToken.
    private static func showsSeam(_ form: UnsafeBufferPointer<UInt8>, _ index: Int, _ byte: UInt8) -> Bool {
        let isLetter = { (byte: UInt8) in (97...122).contains(byte | 0x20) }
        guard isLetter(form[index - 1]), isLetter(form[index]) else { return true }
        return byte == form[index] && index > 1 && isLetter(form[index - 2])
    }

    /// Whether a name that is written apart before this byte may be written in one: where a capital or a
    /// digit shows the seam (`HuggingFace`, `GPT2`), or where both parts are words (`huggingface`, but
    /// `MultiPL-E` is not `multiple`).
    private static func mayJoin(_ form: UnsafeBufferPointer<UInt8>, _ index: Int, _ byte: UInt8) -> Bool {
        if (65...90).contains(byte) || (48...57).contains(byte) || byte >= 0x80 { return true }
        let isLetter = { (byte: UInt8) in (97...122).contains(byte | 0x20) }
        let after = form[index...].prefix(while: isLetter).count
        let separators = form[..<index].reversed().prefix { !isLetter($0) }.count
        let before = form[..<(index - separators)].reversed().prefix(while: isLetter).count
        return after >= 4 && before >= 4
    }

    /// Whether a name may be written apart before this byte: `Py|Torch`, `GPT|2`, `4|D`.
    private static func isSeam(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index > 0 else { return false }
        let before = bytes[index - 1]
        let here = bytes[index]
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        let isUpper = { (byte: UInt8) in (65...90).contains(byte) }
        let isLower = { (byte: UInt8) in (97...122).contains(byte) }
        if isDigit(before) != isDigit(here) {
            return before < 0x80 && here < 0x80 && before != 0x2E && here != 0x2E
        }
        if isLower(before), isUpper(here) { return true }
        return isUpper(before) && isUpper(here) && index + 1 < bytes.count && isLower(bytes[index + 1])
    }

    /// Whether a name at `range` begins and ends where words do. Scripts without blanks have no
    /// such boundaries.
    static func hasWordBoundaries(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        let first = range.lowerBound
        let end = range.upperBound
        let head = scalar(text, startingAt: first)
        if needsBoundary(head), first > 0 {
            let before = scalar(text, endingAt: first)
            if before == 0x40 { return false }  // @handle
            if needsBoundary(before), Scalars.isArabic(before) == Scalars.isArabic(head) { return false }
        }
        if end < text.count, text[end] & 0xC0 == 0x80 { return false }
        let tail = scalar(text, endingAt: end)
        if needsBoundary(tail), end < text.count {
            let after = scalar(text, startingAt: end)
            // A plural's s is allowed.
            if after == 0x73 {
                return end + 1 == text.count || !needsBoundary(scalar(text, startingAt: end + 1))
            }
            if needsBoundary(after), Scalars.isArabic(after) == Scalars.isArabic(tail) { return false }
        }
        return true
    }

    /// Letters and digits of scripts that write blanks between words.
    private static func needsBoundary(_ scalar: UInt32) -> Bool {
        let kind = Scalars.kind(scalar)
        return kind == .letters || kind == .number
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, startingAt at: Int) -> UInt32 {
        let first = text[at]
        if first < 0x80 { return UInt32(first) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length where at + offset < text.count {
            scalar = scalar << 6 | UInt32(text[at + offset] & 0x3F)
        }
        return scalar
    }

    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, endingAt end: Int) -> UInt32 {
        var start = end - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        return scalar(text, startingAt: start)
    }
}
