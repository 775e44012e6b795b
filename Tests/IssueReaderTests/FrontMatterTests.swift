import KGModel
import Testing
import Yams

@testable import IssueReader

@Suite struct FrontMatterTests {
    @Test func frontMatterTellsTitleDateNumberAndLanguage() throws {
        let record = try read(
            """
            ---
            layout: post
            title: "Notes: *plain*"
            date: 2020-03-02 10:00:00 +0100
            issue: 7
            lang: pt-BR
            tags: [a, b]
            ---

            # Another heading

            BERT.
            """)
        #expect(record.issue.title == "Notes: *plain*")
        #expect(record.issue.date?.description == "2020-03-02")
        #expect(record.issue.number == 7)
        #expect(record.issue.language == "pt")
        #expect(record.issue.warnings.isEmpty)
        #expect(record.passages.map(\.kind) == [.title, .heading, .paragraph])
        #expect(record.passages.map(\.lines) == [3...3, 10...10, 12...12])
        #expect(record.passages[2].section == ["Another heading"])
    }

    @Test(arguments: [
        ("---\ntitle: BERT\n---\n", 11), ("---\ntitle: \"BERT\"\n---\n", 12),
        ("---\na: 1\ntitle:   'BERT'\n---\n", 19),
    ])
    func theTitlesPlaceIsItsOwn(text: String, offset: Int) throws {
        let title = try #require(try read(text).passages.first)
        let place = try #require(title.source.position(of: 0))
        #expect(title.text == "BERT")
        #expect(place.source == offset)
        #expect(title.lines == place.line...place.line)
    }

    @Test func aTitleOverSeveralLinesLeadsToItsFirst() throws {
        let record = try read("---\ntitle: >\n  BERT\n  and T5\n---\n\nText.")
        #expect(record.issue.title == "BERT and T5")
        let title = try #require(record.passages.first)
        #expect(title.lines.lowerBound == 2)
        #expect(title.source.position(of: 0) != nil)
    }

    @Test func frontMatterThatIsNoYAMLIsReadLineByLine() throws {
        let record = try read("---\ntitle: \"BERT: [unclosed\ndate: 2020-03-02\nlang: 'fr'\n---\n\nLe texte.")
        #expect(record.issue.date?.description == "2020-03-02")
        #expect(record.issue.language == "fr")
        #expect(record.issue.title.contains("BERT: [unclosed"))
        #expect(record.passages.last?.text == "Le texte.")
        #expect(record.passages.last?.lines == 7...7)
        let warning = try #require(record.issue.warnings.first)
        #expect(record.issue.warnings.count == 1)
        #expect(warning.hasPrefix("line "))
        #expect(!warning.contains("\n"))
    }

    @Test func unclosedFrontMatterIsAWarningAndText() throws {
        let record = try read("---\ntitle: BERT\n\nText of the issue.")
        #expect(record.issue.warnings.count == 1)
        #expect(record.issue.warnings.first?.hasPrefix("line 1: ") == true)
        #expect(record.passages.contains { $0.text.contains("Text of the issue.") })
    }

    @Test(arguments: [
        "---\n- a\n- b: c\nd: e\n---\nText.", "---\njust words: here\n---\nText.", "---\n---\nText.",
    ])
    func oddFrontMatterStopsNothing(text: String) throws {
        let record = try read(text)
        #expect(record.passages.last?.text == "Text.")
        #expect(record.issue.warnings.allSatisfy { $0.hasPrefix("line ") && !$0.contains("\n") })
    }

    @Test(arguments: [
        "BERT\n\n---\n\ntitle: no\n\n---\n", "---\n\nA rule, no front matter.\n\n---\n\nEnd.",
        " ---\ntitle: no\n---\n", "----\ntitle: no\n----\n",
    ])
    func rulesAreNoFrontMatter(text: String) throws {
        let record = try read(text)
        #expect(record.issue.title != "no")
        #expect(!record.passages.contains { $0.kind == .title })
        #expect(record.issue.warnings.isEmpty)
    }

    @Test(arguments: [
        "---\r\ntitle: BERT\r\ndate: 2020-03-02\r\n---\r\n\r\nText.\r\n",
        "\u{FEFF}---\ntitle: BERT\ndate: 2020-03-02\n---\n\nText.\n",
        "\u{FEFF}---\r\ntitle: BERT\r\ndate: 2020-03-02\r\n...\r\n\r\nText.\r\n",
        "---  \ntitle: BERT\ndate: 2020-03-02\n--- \n\nText.",
    ])
    func windowsLineBreaksAndByteOrderMarksChangeNothing(text: String) throws {
        let record = try read(text)
        #expect(record.issue.title == "BERT")
        #expect(record.issue.date?.description == "2020-03-02")
        #expect(record.passages.map(\.text) == ["BERT", "Text."])
        #expect(record.passages.map(\.lines) == [2...2, 6...6])
    }

    /// Where front matter is read without YAML, YAML says the same.
    @Test func plainLinesMeanWhatYAMLSays() throws {
        let keys = ["title", "Date", "lang", "x-y", "a_1", "yes", "null"]
        let values = [
            "A plain title", "2020-03-02", "1.10", "null", "yes", "C# and F #1", "a:b", "é ü", "预训练：模型",
            "it's",
            "say \"x\"", "trailing  ", "~", "0x1F", "a - b", "x, y [z] {w}", "50 %", "back\\slash",
            "nel\u{85}x",
            "ls\u{2028}x", "bom\u{FEFF}x", "colon:", "a: b", "- item", "*star", "&anchor", "!tag", "|", ">",
            "'q'", "", "\"a: quoted # one\"", "\" blanks  \"", "\"\"", "\"a \\\" b\"", "\"a\" b\"", "\"open",
            "\"x\" # y",
        ]
        var read = 0
        for (index, value) in values.enumerated() {
            for key in keys {
                let text = "\(key): \(value)\nother: \(values[(index + 1) % values.count])\n"
                let bytes = Array(text.utf8)
                let plain = bytes.withUnsafeBufferPointer { PlainFrontMatter.values($0[0..<$0.count]) }
                guard let plain else { continue }
                read += 1
                let mapping = try #require(try Yams.compose(yaml: text)?.mapping)
                var expected: [String: String] = [:]
                for (key, value) in mapping {
                    expected[key.string?.lowercased() ?? ""] = value.scalar?.string
                }
                #expect(plain.mapValues(\.text) == expected, "\(text)")
                #expect(plain["other"]?.line == 3)
            }
        }
        #expect(read > 50)
    }
}
