import KGModel

/// Walks a Markdown tree and cuts it into passages.
struct PassageExtractor {
    private let source: UnsafeBufferPointer<UInt8>
    private let lineStarts: LineStarts
    /// Added to cmark's line numbers: the lines of front matter, which cmark does not see.
    private let lineOffset: Int
    private var section: [(level: Int, title: String)] = []
    private(set) var passages: [Passage]

    /// - Parameters:
    ///   - source: the whole file, with what is no Markdown blanked out.
    ///   - lineOffset: how many lines of the file stand before the text that cmark parsed.
    ///   - passages: what was read from these lines.
    init(
        source: UnsafeBufferPointer<UInt8>, lineStarts: LineStarts, lineOffset: Int, passages: [Passage] = []
    ) {
        self.passages = passages
        self.source = source
        self.lineStarts = lineStarts
        self.lineOffset = lineOffset
    }

    /// Passages of a document in reading order.
    mutating func extract(_ root: MarkdownTree.Node) {
        blocks(of: root, as: .paragraph)
    }

    private mutating func blocks(of node: MarkdownTree.Node, as kind: Passage.Kind) {
        var child = node.firstChild
        while let block = child {
            extract(block, as: kind)
            child = block.next
        }
    }

    private mutating func extract(_ block: MarkdownTree.Node, as kind: Passage.Kind) {
        switch block.kind {
        case .heading: heading(block)
        case .paragraph: paragraph(block, as: kind)
        case .item: blocks(of: block, as: kind == .paragraph ? .item : kind)
        case .quotation: blocks(of: block, as: .quotation)
        case .footnoteDefinition: blocks(of: block, as: .reference)
        case .table: table(block)
        case .htmlBlock: html(block)
        case .codeBlock, .thematicBreak: break
        default: blocks(of: block, as: kind)
        }
    }

    private func lines(of block: MarkdownTree.Node) -> ClosedRange<Int> {
        block.lines.lowerBound + lineOffset...block.lines.upperBound + lineOffset
    }

    private mutating func heading(_ block: MarkdownTree.Node) {
        let lines = lines(of: block)
        let level = block.headingLevel
        section.removeAll { $0.level >= level }
        var builder = PassageBuilder(source: source, lineStarts: lineStarts, lines: lines)
        builder.append(childrenOf: block)
        let found = builder.passages(kind: .heading, section: titles, lines: lines)
        passages += found
        if let passage = found.first { section.append((level, passage.text)) }
    }

    private mutating func paragraph(_ block: MarkdownTree.Node, as kind: Passage.Kind) {
        let lines = lines(of: block)
        var builder = PassageBuilder(source: source, lineStarts: lineStarts, lines: lines)
        builder.append(childrenOf: block)
        passages += builder.passages(kind: kind, section: titles, lines: lines)
    }

    private mutating func table(_ block: MarkdownTree.Node) {
        var child = block.firstChild
        while let row = child {
            child = row.next
            guard row.kind == .tableRow else { continue }
            let lines = lines(of: row).lowerBound...lines(of: row).lowerBound
            var builder = PassageBuilder(source: source, lineStarts: lineStarts, lines: lines)
            var cell = row.firstChild
            var isFirst = true
            while let one = cell {
                // A bar before the first cell may be missing; its text is found all the same.
                if !isFirst { builder.separateCells() }
                isFirst = false
                builder.append(childrenOf: one)
                cell = one.next
            }
            passages += builder.passages(kind: .row, section: titles, lines: lines)
        }
    }

    private mutating func html(_ block: MarkdownTree.Node) {
        let lines = lines(of: block)
        let start = lineStarts.start(of: lines.lowerBound)
        let reader = HTMLBlockReader(
            source: source, range: start..<max(start, lineStarts.end(of: lines.upperBound)),
            lineStarts: lineStarts, section: titles)
        passages.append(contentsOf: reader.passages())
    }

    private var titles: [String] { section.map(\.title) }
}
