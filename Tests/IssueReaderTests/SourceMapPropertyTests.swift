import Foundation
import IssueReader
import KGModel
import Testing
import TextRepair

/// Wherever a passage shows something, the source shows it, too, at the place that the map names.
@Suite struct SourceMapPropertyTests {
    static let fixtures = [
        "# A *big* `model`\n\nText with [BERT](https://a.org \"t\") and **[T5](x)**.\n",
        "---\ntitle: \"BERT: and T5\"\n---\n\n# BERT\n\nBERT BERT *BERT* BERT\n",
        "\u{FEFF}# BOM\r\n\r\nWindows **line**\r\nbreaks\r\n",
        "- a\n  - a a\n    - a a a\n\n> a *a*\n> a\n",
        "| a | b |\n|---|---|\n| a | a |\n| `a` | [a](a) |\n| a \\| a | *a* |\n",
        "[1] a a\n[2] a **a:** https://a.org\n[3] a\n",
        "x &amp; y &lt; z &eacute;t&eacute; \\* \\_ a\\_b AT&T &copy; &#20013; end\n",
        "论文**《BERT》**发布，微软~~谷歌~~的模型。**“T5”**也是\n第二行\n",
        "<p>a &amp; b <b>a</b>\n a</p>\n\nA <b>a</b> <i>b</i> a\n\n<!-- a --> a\n",
        "![a](a.png) a [![a](b.png)](c) a [](d) a\n",
        "a[^1] b\n\n[^1]: a b c\n",
        "\\\\\na\n\\\\\n[](https://a.org) [## a a\n\na\n\na.org](https://a.org)\n",
        "`a` a ``a`` a ` a `` a\n\n~~~\na\n~~~\na\n",
        "a  \nb\\\nc\n\td\n\n1. a\n2) b\n\n   a\n\n+ a\n",
        "*a*b*c* __a__ _a_ ***a*** **a *a* a** ~a~ ~~a~~ a\\~~b\n",
        "<https://a.org/a> https://a.org/a www.a.org a@a.org http://a.org/a_(b)\n",
        "[a]: https://a.org\n\n[a] [a][] [b][a] [a](https://a.org/[a]) [b]\n",
        "Term\n: a\n\nSetext *a*\n===\n\na\n---\n",
    ]

    @Test(arguments: fixtures)
    func fixture(text: String) throws {
        try check(Array(text.utf8), "fixture")
    }

    @Test(arguments: Folder.issues)
    func file(path: String) throws {
        try check([UInt8](Data(contentsOf: URL(fileURLWithPath: path))), path)
    }

    private func check(_ bytes: [UInt8], _ path: String) throws {
        let record = try IssueReader().read(bytes, path: path)
        let source = Array(try TextRepairer().repair(bytes).text.utf8)
        var lines: [Int] = []
        var line = 1
        for byte in source {
            lines.append(line)
            if byte == 0x0A { line += 1 }
        }
        var checked = 0
        for passage in record.passages {
            let text = Array(passage.text.utf8)
            var problems: [String] = []
            for (offset, byte) in text.enumerated() where byte > 0x20 {
                guard let place = passage.source.position(of: offset) else {
                    problems.append("byte \(offset) leads nowhere")
                    continue
                }
                checked += 1
                // A bar between two cells is ours; an entity or escape of YAML stands for its character.
                if passage.kind == .row, byte == UInt8(ascii: "|") { continue }
                guard source.indices.contains(place.source) else {
                    problems.append("byte \(offset) leads behind the end")
                    continue
                }
                let isEntity = Self.isInEntity(source, place.source)
                if source[place.source] != byte, !isEntity {
                    problems.append(
                        "byte \(offset), \(Self.around(text, offset)), leads to \(Self.around(source, place.source))"
                    )
                }
                if lines[place.source] != place.line {
                    problems.append("byte \(offset) stands on line \(lines[place.source]), not \(place.line)")
                }
                if !passage.lines.contains(place.line) {
                    problems.append(
                        "byte \(offset) on line \(place.line) is outside of lines \(passage.lines)")
                }
            }
            #expect(
                problems.isEmpty,
                "\(path): \(passage.text.prefix(60)): \(problems.count): \(problems.first ?? "")")
        }
        #expect(checked > 0)
    }

    /// Whether an entity such as `&eacute;` begins at most a character's length before.
    private static func isInEntity(_ source: [UInt8], _ at: Int) -> Bool {
        source[max(0, at - 3)...at].contains(UInt8(ascii: "&"))
    }

    private static func around(_ bytes: [UInt8], _ at: Int) -> String {
        "…" + String(decoding: bytes[max(0, at - 8)..<min(bytes.count, at + 12)], as: UTF8.self) + "…"
    }
}
