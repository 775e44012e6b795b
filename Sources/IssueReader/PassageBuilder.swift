import KGModel

/// Collects the text that a reader sees of one block and remembers where each piece of it stands
/// in the source.
///
/// cmark does not tell reliably where inline text stands, so the builder walks through the source
/// beside the tree: marks that the tree has no text for are stepped over, link targets and images
/// as a whole. A piece that cannot be found keeps the place of the piece before it.
struct PassageBuilder {
    private let source: UnsafeBufferPointer<UInt8>
    private let lineStarts: LineStarts
    private var cursor: Int
    private var end: Int

    private(set) var text: [UInt8] = []
    private var links: [Link] = []
    private var emphasis: [Passage.Emphasis] = []
    private var opaque: [Range<Int>] = []
    private var map = SourceMap()
    private var openHTMLLink: (start: Int, url: String)?
    /// Where lines start that open a further numbered reference.
    private var referenceStarts: [Int] = []

    /// Collects from the given lines of the source.
    init(source: UnsafeBufferPointer<UInt8>, lineStarts: LineStarts, lines: ClosedRange<Int>) {
        self.source = source
        self.lineStarts = lineStarts
        cursor = lineStarts.start(of: lines.lowerBound)
        end = max(cursor, lineStarts.end(of: lines.upperBound))
    }

    /// The finished passages: one, or none if a reader sees nothing and nothing is linked; several
    /// for a block that is a list of numbered references, `[1] …` a line.
    consuming func passages(
        kind: Passage.Kind, section: [String], lines: ClosedRange<Int>
    ) -> [Passage] {
        guard text.contains(where: { $0 > 0x20 }) || !links.isEmpty else { return [] }
        let isReference = Reference.starts(text) && kind != .heading
        let whole = Passage(
            kind: isReference ? .reference : kind, section: section,
            text: String(decoding: text, as: UTF8.self),
            lines: lines, links: links, emphasis: emphasis, opaque: opaque, source: map)
        return referenceStarts.isEmpty ? [whole] : whole.split(at: referenceStarts)
    }

    // MARK: - Inline nodes

    mutating func append(childrenOf node: MarkdownTree.Node) {
        var child = node.firstChild
        while let one = child {
            append(one)
            child = one.next
        }
    }

    private mutating func append(_ node: MarkdownTree.Node) {
        switch node.kind {
        case .text: append(literal: node.literal)
        case .softBreak, .lineBreak: breakLine()
        case .code: appendCode(node.literal)
        case .html: appendHTML(node.literal)
        case .emphasis, .strong:
            let start = text.count
            append(childrenOf: node)
            if text.count > start {
                emphasis.append(.init(range: start..<text.count, isStrong: node.kind == .strong))
            }
        case .link: appendLink(node)
        case .image: skipImage()
        case .footnoteReference: skip(past: UInt8(ascii: "]"))
        default: append(childrenOf: node)
        }
    }

    private mutating func append(literal: UnsafeBufferPointer<UInt8>) {
        // Blanks before the first word are no text.
        let blanks = text.isEmpty ? literal.prefix { $0 == 0x20 || $0 == 0x09 }.count : 0
        guard literal.count > blanks else { return }
        if let found = find(literal, from: cursor) {
            note(found + blanks)
            appendBytes(UnsafeBufferPointer(rebasing: literal[blanks...]))
            cursor = found + literal.count
        } else {
            appendPiecewise(literal)
        }
    }

    /// For text that does not stand in the source as it reads: escapes, entities, joined pieces.
    private mutating func appendPiecewise(_ literal: UnsafeBufferPointer<UInt8>) {
        var at = cursor
        var index = 0
        while index < literal.count {
            if at < end, source[at] == literal[index] {
                note(at)
                text.append(literal[index])
                at += 1
                index += 1
            } else if at + 1 < end, source[at] == UInt8(ascii: "\\"), source[at + 1] == literal[index] {
                at += 1
            } else if at < end, source[at] == UInt8(ascii: "&"),
                let close = source[at..<min(end, at + 34)].firstIndex(of: UInt8(ascii: ";"))
            {
                // An entity stands for one character.
                note(at)
                repeat {
                    text.append(literal[index])
                    index += 1
                } while index < literal.count && literal[index] & 0xC0 == 0x80
                at = close + 1
            } else if let next = source[min(at, end)..<min(end, at + 64)].firstIndex(of: literal[index]) {
                at = next
            } else {
                text.append(literal[index])
                index += 1
            }
        }
        cursor = at
    }

    /// Marks that Markdown left standing are no text either: emphasis that it did not recognize (it
    /// often fails beside Chinese punctuation), and the tildes of struck text.
    private mutating func appendBytes(_ bytes: UnsafeBufferPointer<UInt8>) {
        let first = cursorOfLastNote
        var at = 0
        while at < bytes.count {
            if isMark(bytes, at) {
                let mark = bytes[at]
                while at < bytes.count, bytes[at] == mark { at += 1 }
                if at < bytes.count { note(first + at) }
                continue
            }
            var stop = at + 1
            while stop < bytes.count, !isMark(bytes, stop) { stop += 1 }
            text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<stop]))
            at = stop
        }
    }

    /// Whether `**` or `~~` stands there.
    private func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        (bytes[at] == UInt8(ascii: "*") || bytes[at] == UInt8(ascii: "~")) && at + 1 < bytes.count
            && bytes[at + 1] == bytes[at]
    }

    private var cursorOfLastNote = 0

    private mutating func note(_ position: Int) {
        cursorOfLastNote = position
        map.add(text: text.count, source: position, line: lineStarts.line(of: position))
    }

    private mutating func breakLine() {
        if let newline = source[min(cursor, end)..<end].firstIndex(of: UInt8(ascii: "\n")) {
            cursor = newline + 1
            while cursor < end, [0x20, 0x09, UInt8(ascii: ">")].contains(source[cursor]) { cursor += 1 }
        }
        appendBlank()
        if Reference.starts(source[min(cursor, end)..<end]), Reference.starts(text) {
            referenceStarts.append(text.count)
        }
    }

    private mutating func appendBlank() {
        if let last = text.last, last != 0x20 { text.append(0x20) }
    }

    private mutating func appendCode(_ literal: UnsafeBufferPointer<UInt8>) {
        let tick = UInt8(ascii: "`")
        guard let open = source[min(cursor, end)..<end].firstIndex(of: tick) else { return }
        var inner = open
        while inner < end, source[inner] == tick { inner += 1 }
        let start = text.count
        cursor = inner
        append(literal: literal)
        opaque.append(start..<text.count)
        // Past the closing run.
        var close = cursor
        while close < end, source[close] != tick { close += 1 }
        while close < end, source[close] == tick { close += 1 }
        cursor = close
    }

    private mutating func appendHTML(_ literal: UnsafeBufferPointer<UInt8>) {
        if let found = find(literal, from: cursor) { cursor = found + literal.count }
        let tag = HTMLTag(literal)
        switch tag.name {
        case "a":
            if let open = openHTMLLink {
                links.append(Link(range: open.start..<text.count, url: open.url))
                openHTMLLink = nil
            }
            if !tag.isClosing, let url = tag.attribute("href") { openHTMLLink = (text.count, url) }
        case "br", "p", "div", "li", "td", "tr": appendBlank()
        default: break
        }
    }

    private mutating func appendLink(_ node: MarkdownTree.Node) {
        let start = text.count
        let before = cursor
        append(childrenOf: node)
        let url = node.url
        let range = start..<text.count
        let textStart = map.position(of: start)?.source ?? before
        let isBracketed =
            range.isEmpty
            || source[min(before, end)..<max(min(before, end), min(textStart, end))].contains(
                UInt8(ascii: "["))
        if isBracketed { skipLinkTarget() }
        if looksLikeAddress(range) { opaque.append(range) }
        links.append(Link(range: range, url: url, title: node.title))
    }

    /// A link text that is itself an address is no name.
    private func looksLikeAddress(_ range: Range<Int>) -> Bool {
        let bytes = text[range]
        return bytes.starts(with: "http://".utf8) || bytes.starts(with: "https://".utf8)
            || bytes.starts(with: "www.".utf8) || bytes.starts(with: "mailto:".utf8)
            || (bytes.contains(UInt8(ascii: "@")) && !bytes.contains(0x20))
    }

    // MARK: - Stepping over marks

    /// From within or behind a link's text to behind its target.
    private mutating func skipLinkTarget() {
        let close = UInt8(ascii: "]")
        guard let bracket = source[min(cursor, end)..<end].firstIndex(of: close) else { return }
        cursor = bracket + 1
        guard cursor < end else { return }
        if source[cursor] == UInt8(ascii: "(") {
            skipParentheses()
        } else if source[cursor] == UInt8(ascii: "[") {
            skip(past: close)
        }
    }

    private mutating func skipParentheses() {
        var depth = 0
        var at = cursor
        while at < end {
            switch source[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 {
                    cursor = at + 1
                    return
                }
            default: break
            }
            at += 1
        }
        cursor = end
    }

    private mutating func skipImage() {
        var at = cursor
        while at + 1 < end, !(source[at] == UInt8(ascii: "!") && source[at + 1] == UInt8(ascii: "[")) {
            at += 1
        }
        guard at + 1 < end else { return }
        var depth = 0
        at += 1
        while at < end {
            switch source[at] {
            case UInt8(ascii: "\\"): at += 1
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            default: break
            }
            at += 1
            if depth == 0 { break }
        }
        cursor = min(at, end)
        guard cursor < end else { return }
        if source[cursor] == UInt8(ascii: "(") {
            skipParentheses()
        } else if source[cursor] == UInt8(ascii: "[") {
            skip(past: UInt8(ascii: "]"))
        }
    }

    /// Between the cells of a table row: a visible bar, and the cursor behind the source's.
    mutating func separateCells() {
        var at = cursor
        while at < end, source[at] != UInt8(ascii: "|") { at += source[at] == UInt8(ascii: "\\") ? 2 : 1 }
        cursor = min(at + 1, end)
        guard !text.isEmpty else { return }
        appendBlank()
        text.append(contentsOf: "| ".utf8)
    }

    private mutating func skip(past byte: UInt8) {
        if let found = source[min(cursor, end)..<end].firstIndex(of: byte) { cursor = found + 1 }
    }

    /// Where `literal` next stands as a whole, from `start` on.
    private func find(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        Bytes.offset(of: literal, in: source, from: start, to: end)
    }
}

/// Byte offsets at which the lines of a source start.
struct LineStarts: Sendable {
    private let starts: [Int]
    private let count: Int

    init(_ source: UnsafeBufferPointer<UInt8>) {
        var starts = [0]
        var at = 0
        while let end = Bytes.offset(of: 0x0A, in: source, from: at) {
            at = end + 1
            starts.append(at)
        }
        self.starts = starts
        count = source.count
    }

    var lineCount: Int { starts.count }

    /// First byte of a line counted from 1; a line past the end starts at the end.
    func start(of line: Int) -> Int { line - 1 < starts.count ? starts[max(0, line - 1)] : count }

    /// Byte behind a line's last, its line break left out.
    func end(of line: Int) -> Int { line < starts.count ? starts[line] - 1 : count }

    /// The line, counted from 1, that holds the byte at `offset`.
    func line(of offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return max(1, low)
    }
}

/// `[7] …`, the way that numbered reference lists are typed.
enum Reference {
    static func starts(_ text: some Collection<UInt8>) -> Bool {
        let head = Array(text.prefix(6))
        guard head.first == UInt8(ascii: "["), let close = head.firstIndex(of: UInt8(ascii: "]")) else {
            return false
        }
        return close > 1 && head[1..<close].allSatisfy { (48...57).contains($0) }
    }
}

extension Passage {
    /// The parts between the given bytes of the text, each with its own links, marks and lines.
    fileprivate func split(at offsets: [Int]) -> [Passage] {
        let bytes = Array(text.utf8)
        let bounds = [0] + offsets + [bytes.count]
        return zip(bounds, bounds.dropFirst()).map { start, end in
            var stop = end
            while stop > start, bytes[stop - 1] == 0x20 { stop -= 1 }
            let range = start..<stop
            func moved(_ inner: Range<Int>) -> Range<Int>? {
                inner.lowerBound >= start && inner.upperBound <= stop
                    ? inner.lowerBound - start..<inner.upperBound - start : nil
            }
            let firstLine = source.position(of: start)?.line ?? lines.lowerBound
            let lastLine = max(firstLine, source.position(of: max(start, stop - 1))?.line ?? firstLine)
            return Passage(
                kind: kind, section: section, text: String(decoding: bytes[range], as: UTF8.self),
                lines: firstLine...lastLine,
                links: links.compactMap { link in
                    moved(link.range).map { Link(range: $0, url: link.url, title: link.title) }
                },
                emphasis: emphasis.compactMap { mark in
                    moved(mark.range).map { Emphasis(range: $0, isStrong: mark.isStrong) }
                },
                opaque: opaque.compactMap(moved), source: source.slice(range))
        }
    }
}
