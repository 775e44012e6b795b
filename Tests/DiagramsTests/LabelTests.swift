import Testing

@testable import Diagrams

@Suite struct LabelTests {
    @Test func chineseIsMeasuredAsWideAsItIs() {
        #expect(CharacterWidths.width(of: "微软", size: 10) == 20)
        #expect(CharacterWidths.width(of: "한국", size: 10) == CharacterWidths.width(of: "微软", size: 10))
        // Two columns against one: a wide character takes at least 1.6 times an average letter.
        #expect(CharacterWidths.width(of: "软", size: 10) > 1.6 * CharacterWidths.width(of: "n", size: 10))
        #expect(CharacterWidths.width(of: "Ａ", size: 10) == 10)
    }

    @Test func combiningMarksTakeNoRoom() {
        #expect(
            CharacterWidths.width(of: "e\u{301}", size: 10) == CharacterWidths.width(of: "e", size: 10))
        #expect(CharacterWidths.width(of: "\u{200B}", size: 10) == 0)
    }

    @Test func boldIsWider() {
        #expect(
            CharacterWidths.width(of: "BERT", size: 10, bold: true)
                > CharacterWidths.width(of: "BERT", size: 10))
    }

    @Test func shortNamesStayOnOneLine() {
        #expect(Label("Hugging Face", size: 16, maxWidth: 176, maxLines: 3).lines == ["Hugging Face"])
    }

    @Test func longNamesWrapInLinesOfAboutEqualLength() {
        let label = Label("Carnegie Mellon University", size: 16, maxWidth: 176, maxLines: 3)
        #expect(label.lines == ["Carnegie Mellon", "University"])
        let chinese = Label("哈尔滨工业大学讯飞联合实验室", size: 16, maxWidth: 176, maxLines: 3)
        #expect(chinese.lines == ["哈尔滨工业大学", "讯飞联合实验室"])
    }

    @Test func whatDoesNotFitIsShortened() {
        let title = "Exploring the Limits of Transfer Learning with a Unified Text-to-Text Transformer"
        let label = Label(title, size: 16, maxWidth: 176, maxLines: 3)
        #expect(label.lines.count == 3)
        #expect(label.lines[2].hasSuffix("…"))
        #expect(!label.lines[2].hasSuffix(" …"))
        let word = Label(String(repeating: "x", count: 3000), size: 16, maxWidth: 176, maxLines: 2)
        #expect(word.lines.count == 2)
        #expect(word.extent.width <= 176)
    }

    @Test(arguments: Samples.oddNames)
    func noLineIsWiderThanAsked(name: String) {
        for width in [60.0, 120, 300] {
            let label = Label(name, size: 16, maxWidth: width, maxLines: 3)
            #expect(label.lines.count <= 3)
            // One character may be wider than the line: it cannot be broken.
            #expect(label.extent.width <= max(width, 16 * 1.3 * 3))
        }
    }

    @Test(arguments: [
        ("a\r\n\tb", "a b"), ("  a  ", "a"), ("\u{202E}a\u{0}b", "a b"), ("\u{7}", ""), ("🤗", "🤗"),
        ("é", "é"),
    ])
    func cleanTextIsOneQuietLine(text: String, clean: String) {
        #expect(Label.clean(text) == clean)
    }

    @Test(arguments: [
        ("مايكروسوفت", true), ("האוניברסיטה העברית", true), ("(NLP)", false), ("BERT", false), ("微软", false),
        ("", false),
        ("12: العربية", true), ("GPT-2 المشروح", false),
    ])
    func theFirstLetterDecidesTheDirection(text: String, isRightToLeft: Bool) {
        #expect(Label(text, size: 12, maxWidth: 400, maxLines: 1).isRightToLeft == isRightToLeft)
    }

    @Test func everyLineOfATextRunsTheSameWay() {
        let label = Label("الإصدار الخامس (NLP) GPT-2", size: 12, maxWidth: 80, maxLines: 3)
        #expect(label.lines.count > 1)
        let block = TextBlock(label, kind: "title", color: Color(0), left: 10, top: 0)
        for case .text(let text) in block.group.marks { #expect(text.isRightToLeft && text.anchor == .start) }
        let svg = SVGWriter.write(
            Scene(
                size: Size(width: 100, height: 100), background: Color(0), kind: "diagram", title: "",
                summary: "",
                groups: [block.group]))
        #expect(svg.contains("<text x=\"10\" y=\"10.2\" direction=\"rtl\" text-anchor=\"end\""))
    }
}
