import IssueReader
import KGModel
import Testing

@Suite struct BadInputTests {
    @Test(arguments: ["", " \n\t\r\n ", "\u{0}\u{1}"])
    func anEmptyFileIsRefused(text: String) {
        #expect(throws: ReadingError.empty) { try read(text) }
    }

    @Test func aBinaryFileIsRefused() {
        #expect(throws: ReadingError.notText) {
            try IssueReader().read([0x89, 0x50, 0x4E, 0x47, 0x00, 0x01], path: "x.md")
        }
    }

    @Test(arguments: [ReadingError.empty, .notText, .tooLarge(bytes: 70_000_000), .unreadable("why")])
    func errorsAreOneLine(error: ReadingError) {
        #expect(!error.description.isEmpty)
        #expect(!error.description.contains("\n"))
    }

    @Test func bytesOfAnotherEncodingAreReadAsWhatTheyAre() throws {
        let bytes = Array("BERT caf".utf8) + [0xE9] + Array(" T5\n".utf8)
        let record = try IssueReader().read(bytes, path: "x.md")
        #expect(record.passages.map(\.text) == ["BERT café T5"])
        #expect(record.issue.encoding != "utf-8")
    }

    @Test func hashAndSizeAreThoseOfTheBytes() throws {
        let a = try read("BERT\r\n").issue
        let b = try read("BERT\n").issue
        #expect(a.size == 6)
        #expect(a.contentHash != b.contentHash)
        #expect(a.contentHash == IssueReader.contentHash(Array("BERT\r\n".utf8)))
        #expect(a.contentHash.utf8.count == 16)
    }

    @Test(arguments: ["\r\n", "\n"]) func windowsLineBreaksGiveTheSamePassages(newline: String) throws {
        let lines = [
            "# A", "", "b  ", "c", "", "- d", "", "| e | f |", "|---|---|", "| g | h |", "", "```", "i",
            "```", "", "[1] j", "[2] k",
        ]
        let found = try passages(lines.joined(separator: newline))
        #expect(found.map(\.text) == ["A", "b c", "d", "e | f", "g | h", "[1] j", "[2] k"])
        #expect(found.map(\.lines.lowerBound) == [1, 3, 6, 8, 10, 16, 17])
    }

    @Test(arguments: [
        "`", "[", "![", "<", "<!--", "|", "&", "\\", "**", "[](", "{%", "[^", "> ", "~~~", "\u{FFFD}", "[1]",
        "# ", "- ",
    ])
    func unfinishedMarksAreSurvived(mark: String) throws {
        for text in [
            mark, mark + mark, "a " + mark, mark + " a", "a\n" + mark + "\nb",
            String(repeating: mark, count: 300),
        ] {
            let record = try read(text)
            #expect(record.passages.allSatisfy { $0.lines.lowerBound >= 1 })
        }
    }

    @Test func aLongLineIsReadInNoTime() throws {
        let text = String(repeating: "word [BERT](https://a.org) *x* ", count: 3000)
        #expect(try passages(text).first?.links.count == 3000)
    }

    @Test func deepNestingIsSurvived() throws {
        let record = try read(
            String(repeating: "> ", count: 500) + "BERT\n\n" + String(repeating: "[", count: 2000) + "T5")
        #expect(record.passages.first?.text == "BERT")
    }
}
