import CCmarkGFM

/// A parsed Markdown document: the one place where cmark-gfm's C tree meets Swift.
///
/// `Node` is a view into the tree and must not outlive `withTree`.
enum MarkdownTree {
    enum Kind: Sendable {
        case document, quotation, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
        case footnoteDefinition, table, tableRow, tableCell
        case text, softBreak, lineBreak, code, html, emphasis, strong, link, image
        case footnoteReference, other
    }

    struct Node {
        fileprivate let pointer: OpaquePointer

        var kind: Kind { Kinds.shared.kind(of: pointer) }
        var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
        var next: Node? { cmark_node_next(pointer).map(Node.init) }
        var parent: Node? { cmark_node_parent(pointer).map(Node.init) }

        /// Lines of a block, counted from 1. cmark reports an end before the start for some
        /// empty blocks; such a block ends where it starts.
        var lines: ClosedRange<Int> {
            let first = max(1, Int(cmark_node_get_start_line(pointer)))
            return first...max(first, Int(cmark_node_get_end_line(pointer)))
        }

        var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
        var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
        var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }

        /// The node's own text, valid while the tree lives.
        var literal: UnsafeBufferPointer<UInt8> {
            guard let start = cmark_node_get_literal(pointer) else {
                return UnsafeBufferPointer(start: nil, count: 0)
            }
            let bytes = UnsafeRawBufferPointer(start: start, count: Bytes.count(upToZero: start))
            return bytes.assumingMemoryBound(to: UInt8.self)
        }
    }

    /// Parses `source` as GitHub's Markdown with tables, autolinks and footnotes, and hands the tree's root to `body`. Linear in the size of the source.
    static func withTree<Result>(
        of source: UnsafeBufferPointer<UInt8>, _ body: (Node) throws -> Result
    ) rethrows -> Result? {
        let extensions = Extensions.shared
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { return nil }
        defer { cmark_parser_free(parser) }
        extensions.attach(to: parser)
        source.withMemoryRebound(to: CChar.self) { text in
            if let start = text.baseAddress { cmark_parser_feed(parser, start, text.count) }
        }
        guard let root = cmark_parser_finish(parser) else { return nil }
        defer { cmark_node_free(root) }
        return try body(Node(pointer: root))
    }

    /// cmark-gfm registers its extensions in global tables, and while a parser finishes it switches
    /// their special characters on and off in a table that all parsers share. Two threads would make
    /// links vanish from each other's documents, so the characters are switched on once, for good,
    /// and the extensions made to forget that they own them. Strikethrough cannot do without that
    /// memory; its tildes are dropped by `PassageBuilder` instead, which gives the same text.
    ///
    /// Unchecked because C pointers are not Sendable; the extension objects are never changed again.
    private struct Extensions: @unchecked Sendable {
        static let shared = Extensions()
        private let attached: [OpaquePointer]

        private init() {
            cmark_gfm_core_extensions_ensure_registered()
            let names: [String] = ["table", "autolink"]
            attached = names.compactMap { cmark_find_syntax_extension($0) }
            if let parser = cmark_parser_new(CMARK_OPT_DEFAULT) {
                attach(to: parser)
                cmark_manage_extensions_special_characters(parser, 1)
                cmark_parser_free(parser)
            }
            for one in attached { cmark_syntax_extension_set_special_inline_chars(one, nil) }
        }

        func attach(to parser: OpaquePointer) {
            for one in attached { cmark_parser_attach_syntax_extension(parser, one) }
        }
    }

    /// Node types as cmark numbers them; those of extensions are numbered when they register.
    private struct Kinds: Sendable {
        static let shared = Kinds()
        private let byNumber: [UInt32: Kind]
        private let byName: [String: Kind] = [
            "table": .table, "table_header": .tableRow, "table_row": .tableRow, "table_cell": .tableCell,
        ]

        private init() {
            let pairs: [(cmark_node_type, Kind)] = [
                (CMARK_NODE_DOCUMENT, .document), (CMARK_NODE_BLOCK_QUOTE, .quotation),
                (CMARK_NODE_LIST, .list), (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock),
                (CMARK_NODE_HTML_BLOCK, .htmlBlock), (CMARK_NODE_PARAGRAPH, .paragraph),
                (CMARK_NODE_HEADING, .heading), (CMARK_NODE_THEMATIC_BREAK, .thematicBreak),
                (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition), (CMARK_NODE_TEXT, .text),
                (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .lineBreak),
                (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .html), (CMARK_NODE_EMPH, .emphasis),
                (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link), (CMARK_NODE_IMAGE, .image),
                (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference),
            ]
            byNumber = Dictionary(pairs.map { ($0.0.rawValue, $0.1) }) { first, _ in first }
        }

        func kind(of node: OpaquePointer) -> Kind {
            if let kind = byNumber[cmark_node_get_type(node).rawValue] { return kind }
            guard let name = cmark_node_get_type_string(node) else { return .other }
            return byName[String(cString: name)] ?? .other
        }
    }
}
