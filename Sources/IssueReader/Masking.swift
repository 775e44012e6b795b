/// Blanks out what stands in the files of newsletters but is no Markdown, byte for byte, so that
/// every offset stays what it was.
///
/// - Jekyll's `\\` lines and Liquid tags (`{% raw %}`), kramdown's `{: .class}`, editors' `@[TOC]`;
/// - the link cards of Medium exports: `[](URL) [## Title`, a line of subtitle, `host](URL)`.
enum Masking {
    /// Blanks in place. Linear in the size of the source.
    static func apply(to source: inout [UInt8]) {
        var start = 0
        var fence: UInt8?
        let count = source.count
        // Most files have none of these at all.
        let hasLiquid = holds(source, "{%") || holds(source, "{{")
        let hasCard = holds(source, "[#") || holds(source, "](http")
        while start < count {
            let end =
                source.withUnsafeBufferPointer { Bytes.offset(of: newline, in: $0, from: start) } ?? count
            var first = start
            while first < end, isBlank(source[first]) { first += 1 }
            if first < end, first - start < 4, let mark = fenceMark(source, first, end) {
                // Fenced code is left alone; its fence closes with the same character.
                if fence == nil { fence = mark } else if fence == mark { fence = nil }
            } else if fence == nil, first < end {
                maskLine(&source, first, end)
                if hasLiquid { maskLiquid(&source, first, end) }
                if hasCard { maskLinkCard(&source, first, end) }
            }
            start = end + 1
        }
    }

    private static func maskLine(_ source: inout [UInt8], _ first: Int, _ end: Int) {
        switch source[first] {
        case UInt8(ascii: "\\"):
            // A line of nothing but backslashes is a line break to Jekyll.
            if source[first..<end].allSatisfy({ $0 == UInt8(ascii: "\\") || isBlank($0) }) {
                blank(&source, first, end)
            } else if end - first > 2, source[first + 1] == UInt8(ascii: "\\") {
                blank(&source, first, first + 2)
            }
        case UInt8(ascii: "{"):
            if end - first >= 3, source[first + 1] == UInt8(ascii: ":"),
                lastByte(source, first, end) == UInt8(ascii: "}")
            {
                blank(&source, first, end)
            }
        case UInt8(ascii: "@"):
            if matches(source, first, end, "@[TOC]") { blankMark(&source, first, first + 6, end) }
        default: break
        }
    }

    private static func holds(_ source: [UInt8], _ text: StaticString) -> Bool {
        let part = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        return source.withUnsafeBufferPointer { Bytes.offset(of: part, in: $0, from: 0, to: $0.count) } != nil
    }

    /// `{% … %}` and `{{ … }}` on one line.
    private static func maskLiquid(_ source: inout [UInt8], _ first: Int, _ end: Int) {
        var at = first
        while at + 3 < end {
            guard source[at] == UInt8(ascii: "{"),
                source[at + 1] == UInt8(ascii: "%") || source[at + 1] == UInt8(ascii: "{")
            else {
                at += 1
                continue
            }
            let closer = source[at + 1] == UInt8(ascii: "%") ? UInt8(ascii: "%") : UInt8(ascii: "}")
            var close = at + 2
            while close + 1 < end, !(source[close] == closer && source[close + 1] == UInt8(ascii: "}")) {
                close += 1
            }
            guard close + 1 < end else { return }
            if at == first { blankMark(&source, at, close + 2, end) } else { blank(&source, at, close + 2) }
            at = close + 2
        }
    }

    private static func maskLinkCard(_ source: inout [UInt8], _ first: Int, _ end: Int) {
        // `[## ` opens a link around a heading, which Markdown cannot hold.
        var at = first
        while at + 3 < end {
            if source[at] == UInt8(ascii: "["), source[at + 1] == UInt8(ascii: "#") {
                var mark = at + 1
                while mark < end, source[mark] == UInt8(ascii: "#") { mark += 1 }
                if mark < end, source[mark] == UInt8(ascii: " ") {
                    // The opening bracket before it, `[](URL) `, keeps the address.
                    blank(&source, at, mark)
                }
                break
            }
            at += 1
        }
        // `host](URL)` closes it: no opening bracket before the closing one.
        guard lastByte(source, first, end) == UInt8(ascii: ")") else { return }
        var close = first
        while close < end, source[close] != UInt8(ascii: "]") {
            if source[close] == UInt8(ascii: "[") { return }
            close += 1
        }
        if matches(source, close, end, "](http"), close > first,
            source[first..<close].contains(UInt8(ascii: "."))
        {
            blank(&source, first, end)
        }
    }

    private static let newline = UInt8(ascii: "\n")

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private static func fenceMark(_ source: [UInt8], _ first: Int, _ end: Int) -> UInt8? {
        let mark = source[first]
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~"), end - first >= 3,
            source[first + 1] == mark, source[first + 2] == mark
        else { return nil }
        // "```code```" on one line is a code span, not a fence.
        if mark == UInt8(ascii: "`"), source[(first + 3)..<end].drop(while: { $0 == mark }).contains(mark) {
            return nil
        }
        return mark
    }

    private static func lastByte(_ source: [UInt8], _ first: Int, _ end: Int) -> UInt8? {
        var last = end - 1
        while last >= first, isBlank(source[last]) { last -= 1 }
        return last >= first ? source[last] : nil
    }

    private static func matches(_ source: [UInt8], _ at: Int, _ end: Int, _ text: StaticString) -> Bool {
        guard end - at >= text.utf8CodeUnitCount else { return false }
        for offset in 0..<text.utf8CodeUnitCount where source[at + offset] != text.utf8Start[offset] {
            return false
        }
        return true
    }

    /// Blanks what stands before a line's text. Four blanks would make it code: a tag without meaning
    /// stands before them.
    private static func blankMark(_ source: inout [UInt8], _ from: Int, _ to: Int, _ end: Int) {
        blank(&source, from, to)
        guard to - from > 3, source[to..<end].contains(where: { !isBlank($0) }) else { return }
        source.replaceSubrange(from..<from + 3, with: "<i>".utf8)
    }

    private static func blank(_ source: inout [UInt8], _ from: Int, _ to: Int) {
        for at in from..<to { source[at] = 0x20 }
    }
}
