import KGModel

/// Takes the text that a reader sees out of a block of raw HTML, a passage for each block element.
struct HTMLBlockReader {
    let source: UnsafeBufferPointer<UInt8>
    let range: Range<Int>
    let lineStarts: LineStarts
    let section: [String]

    private static let blockElements: Set<String> = [
        "p", "div", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6",
        "summary",
        "details", "button", "center", "blockquote", "section", "article", "header", "footer", "hr", "dt",
        "dd",
        "figure", "figcaption", "br",
    ]
    private static let silentElements: Set<String> = [
        "script", "style", "pre", "code", "svg", "template", "iframe",
    ]

    func passages() -> [Passage] {
        var passages: [Passage] = []
        var text: [UInt8] = []
        var map = SourceMap()
        var links: [Link] = []
        var openLink: (start: Int, url: String)?
        var firstLine = 0
        var lastLine = 0

        func closeLink() {
            if let open = openLink { links.append(Link(range: open.start..<text.count, url: open.url)) }
            openLink = nil
        }
        func flush() {
            closeLink()
            while text.last == 0x20 { text.removeLast() }
            if !text.isEmpty || !links.isEmpty {
                // A blank at the end is gone from the link that held it, too.
                let count = text.count
                let kept = links.map { link in
                    let range = min(link.range.lowerBound, count)..<min(link.range.upperBound, count)
                    return Link(range: range, url: link.url)
                }
                passages.append(
                    Passage(
                        kind: .paragraph, section: section, text: String(decoding: text, as: UTF8.self),
                        lines: firstLine...lastLine, links: kept, source: map))
            }
            text = []
            map = SourceMap()
            links = []
        }

        var at = range.lowerBound
        while at < range.upperBound {
            let byte = source[at]
            if byte == UInt8(ascii: "<"), let close = tagEnd(at) {
                let tag = HTMLTag(source[at..<close])
                if Self.blockElements.contains(tag.name) { flush() }
                if tag.name == "a" {
                    closeLink()
                    if !tag.isClosing, let url = tag.attribute("href") {
                        openLink = (text.count, url)
                        // A link without text, around a picture, stands on its own line.
                        if text.isEmpty {
                            firstLine = lineStarts.line(of: at)
                            lastLine = firstLine
                        }
                    }
                }
                at = close
                if !tag.isClosing, Self.silentElements.contains(tag.name) {
                    at = end(of: tag.name, from: close)
                }
            } else if byte <= 0x20 {
                if let last = text.last, last != 0x20 { text.append(0x20) }
                at += 1
            } else {
                let line = lineStarts.line(of: at)
                if text.isEmpty { firstLine = line }
                lastLine = line
                map.add(text: text.count, source: at, line: line)
                if byte == UInt8(ascii: "&"),
                    let close = source[at..<min(range.upperBound, at + 12)].firstIndex(of: UInt8(ascii: ";"))
                {
                    let entity = String(decoding: source[at...close], as: UTF8.self)
                    let decoded = HTMLEntities.decoded(entity)
                    if decoded != entity {
                        text.append(contentsOf: decoded.utf8)
                        at = close + 1
                        continue
                    }
                }
                text.append(byte)
                at += 1
            }
        }
        flush()
        return passages
    }

    /// Byte behind the tag or comment that starts at `at`; nil if it is no tag.
    private func tagEnd(_ at: Int) -> Int? {
        let limit = range.upperBound
        guard at + 1 < limit else { return nil }
        if source[at..<limit].starts(with: "<!--".utf8) {
            var close = at + 4
            while close + 2 < limit {
                if source[close] == UInt8(ascii: "-"), source[close + 1] == UInt8(ascii: "-"),
                    source[close + 2] == UInt8(ascii: ">")
                {
                    return close + 3
                }
                close += 1
            }
            return limit
        }
        let next = source[at + 1]
        guard
            (97...122).contains(next | 0x20) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
                || next == UInt8(ascii: "?")
        else { return nil }
        var quote: UInt8?
        var close = at + 1
        while close < limit {
            let byte = source[close]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                return close + 1
            }
            close += 1
        }
        return limit
    }

    /// Behind the closing tag of an element whose content is no text.
    private func end(of name: String, from start: Int) -> Int {
        var at = start
        while at < range.upperBound {
            if source[at] == UInt8(ascii: "<"), at + 1 < range.upperBound,
                source[at + 1] == UInt8(ascii: "/"),
                let close = tagEnd(at)
            {
                if HTMLTag(source[at..<close]).name == name { return close }
            }
            at += 1
        }
        return range.upperBound
    }
}
