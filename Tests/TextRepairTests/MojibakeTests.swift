import Testing

@testable import TextRepair

@Suite("Undoing mojibake")
struct MojibakeTests {
    static let misreadings: [Misreading] =
        CodePage.mistakenPages.map { Misreading(page: $0) }
        + [
            Misreading(page: .windows1252, times: 2), Misreading(page: .windows1252, times: 3),
            Misreading(page: .iso8859x1, times: 2), Misreading(page: .windows1254, times: 2),
        ]

    @Test("Text that was read as a code page is restored", arguments: misreadings)
    func restores(misreading: Misreading) throws {
        for (language, text) in sentences {
            let damaged = misreading.apply(text)
            let result = try repaired(damaged)
            #expect(result == text, "\(language) as \(misreading)")
        }
    }

    @Test("Only the damaged lines and spans change")
    func spans() throws {
        let text = """
            # 简报 – a newsletter

            This line is café-clean and “quoted”.
            This one is cafÃ©-damaged and â€œquotedâ€\u{9D}, but this is not: é.
            这一行没有问题。
            è¿™ä¸€è¡Œæœ‰é—®é¢˜ã€‚

            """
        let result = try TextRepairer().repair(Array(text.utf8))
        #expect(
            result.text == """
                # 简报 – a newsletter

                This line is café-clean and “quoted”.
                This one is café-damaged and “quoted”, but this is not: é.
                这一行没有问题。
                这一行有问题。

                """)
        #expect(result.changes.map(\.line) == [4, 4, 4, 6])
        #expect(result.changes.first?.original == "Ã©")
        #expect(result.changes.first?.replacement == "é")
        #expect(result.changes.first?.step == .mojibake(codePage: "windows-1252"))
        let utf8 = Array(result.text.utf8)
        for change in result.changes {
            #expect(String(decoding: utf8[change.range], as: UTF8.self) == change.replacement)
        }
    }

    @Test(
        "Small pieces, too",
        arguments: [
            ("The Mona Lisa doesnâ€™t have eyebrows.", "The Mona Lisa doesn’t have eyebrows."),
            ("wei√ü", "weiß"), ("MÃ¼nchen", "München"), ("Ãœber uns", "Über uns"), ("ÄŒeÅ¡tina", "Čeština"),
            ("espaÃ±ol", "español"), ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"), ("РџСЂРёРІРµС‚", "Привет"),
            ("dâ€™Ã©tÃ©", "d’été"),
            ("ðŸ˜€", "😀"), ("l√©ger", "léger"), ("caf├⌐", "café"), ("pÃ¥ norsk", "på norsk"),
            ("It costs â‚¬5 â€“ â€œcheapâ€\u{9D}", "It costs €5 – “cheap”"),
        ])
    func pieces(damaged: String, meant: String) throws {
        #expect(try repaired(damaged) == meant)
    }

    @Test("Surrogates in three bytes each are one character")
    func surrogates() throws {
        #expect(try repaired("smile í\u{A0}½í¸\u{80} again") == "smile 😀 again")
        let bytes: [UInt8] = Array("ok 简报 ".utf8) + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80] + Array(" 好的".utf8)
        #expect(try TextRepairer().repair(bytes).text == "ok 简报 😀 好的")
    }

    @Test("Control characters that were bytes of Windows-1252 or Mac Roman")
    func controlCharacters() throws {
        #expect(try repaired("He said \u{93}no\u{94} \u{96} again") == "He said “no” – again")
        #expect(try repaired("un lugar tur\u{92}stico muy bonito") == "un lugar turístico muy bonito")
    }
}
