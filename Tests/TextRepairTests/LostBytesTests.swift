import Testing

@testable import TextRepair

@Suite("Restoring lost bytes")
struct LostBytesTests {
    static let misreadings: [Misreading] = [
        Misreading(page: .windows1252, dropsGaps: true), Misreading(page: .windows1254, dropsGaps: true),
        Misreading(page: .windows1251, dropsGaps: true),
    ]

    @Test("Sentences with bytes missing are restored", arguments: misreadings)
    func sentencesAreRestored(misreading: Misreading) throws {
        let whole = sentences.map(\.text).joined(separator: "\n")
        let result = try TextRepairer().repair(Array(misreading.apply(whole).utf8))
        let wrong = zip(whole.unicodeScalars, result.text.unicodeScalars).count { $0 != $1 }
        #expect(result.text.unicodeScalars.count == whole.unicodeScalars.count)
        #expect(wrong <= 4, "\(misreading): \(result.text)")
    }

    @Test(
        "Words with a byte missing",
        arguments: [
            ("la polÃtica econÃ³mica", "la política económica"), ("voilÃ le travail", "voilà le travail"),
            ("voilÃ\u{A0} le travail", "voilà le travail"), ("voilÃ  le travail", "voilà le travail"),
            ("â€œbb+â€? und â€œbbâ€?", "“bb+” und “bb”"), ("â€œso soâ€\u{FFFD}", "“so so”"),
            ("SlovenÄ\u{FFFD}ina", "Slovenčina"),
            (
                "è‡ªç„¶è¯­è¨€å¤„ç†æ˜¯äººå·¥æ™ºèƒ½çš„ä¸€ä¸ªåˆ†æ”¯ï¼Œç ”ç©¶äººä¸Žæœºå™¨ä¹‹é—´çš„æ²Ÿé€šã€‚",
                "自然语言处理是人工智能的一个分支，研究人与机器之间的沟通。"
            ),
        ])
    func words(damaged: String, meant: String) throws {
        #expect(try repaired(damaged) == meant)
    }

    @Test("What is undecided is said")
    func undecided() throws {
        // 住 and 位 are left alike by windows-1254 when bytes are dropped.
        let damaged = Misreading(page: .windows1254, dropsGaps: true).apply("我们讨论了数据集的移位问题，以及这个位和那个位。")
        let result = try TextRepairer().repair(Array(damaged.utf8))
        let lost = result.changes.filter { $0.step == .lostBytes(codePage: "windows-1254") }
        #expect(!lost.isEmpty || result.changes.contains { $0.confidence < 1 })
        for change in result.changes { #expect((0...1).contains(change.confidence)) }
    }

    @Test("Without the model whole sequences are still restored")
    func withoutModel() throws {
        let damaged = Misreading(page: .windows1252).apply("自然语言处理 – où êtes-vous ?")
        let result = try TextRepairer(model: nil).repair(Array(damaged.utf8))
        #expect(result.text == "自然语言处理 – où êtes-vous ?")
    }
}
