import Testing

@testable import TextRepair

@Suite("Good text is left alone")
struct CleanTextTests {
    @Test("Clean text comes out as it went in, without the language model", arguments: sentences)
    func clean(language: String, text: String) throws {
        let repairer = TextRepairer(
            model: {
                Issue.record("the model was loaded")
                return nil
            }())
        for form in [text, text + "\r\n\r\n" + text, "\n" + text + "\n"] {
            let result = try repairer.repair(Array(form.utf8))
            #expect(Array(result.text.utf8) == Array(form.utf8))
            #expect(result.changes.isEmpty)
            #expect(result.encoding == "utf-8")
        }
    }

    @Test(
        "Text that only looks damaged stays",
        arguments: [
            "NÃO É PERMITIDA A ENTRADA. INFORMAÇÃO, SITUAÇÃO, PRODUÇÃO, IRMÃS E MAÇÃS.",
            "São Paulo, Ângela e Ção: AVANÇO NA EDUCAÇÃO À DISTÂNCIA",
            "Đây là bản tin tuần này về xử lý ngôn ngữ tự nhiên, được dịch từ tiếng Anh.",
            "HÅKON OG ÅSE BOR PÅ ØYA; BLÅBÆRSYLTETØY ER GODT.",
            "The temperature is 20°C ±2, «quoted» — naïve café, coöperation, façade, Æsop, Œuvre.",
            "┌────┬────┐\n│ a  │ b  │\n├────┼────┤\n│ ©  │ ®  │\n└────┴────┘\n├── src\n│   └── main.swift\n",
            "Всё ещё «впереди» — Ёлка, їжак, єдність, ґанок, љубав, њива.",
            "let s = \"\\u{C3}\\u{A9}\"; x² + y² ≤ √2·π, ∑ᵢ xᵢ ≠ ∅, a ↦ b, f: A → B",
            "Quand l’été s’achève… « à l’aube » ; « jusqu’à l’île » ; cœur, maïs, Noël, ambiguë.",
            "ⓐ 👩🏽‍💻 🏳️‍🌈 ☎️ ﷽ ﬁne ﬂow … ‹›",
            "«ΑΒΓ» απ’ την Αθήνα, π.χ. 5 π, ΰ ΐ Ώ Ύ.",
            "自一致性需要 Θ(1/Δ²) 个样本，而最佳的 N 只需要 Θ(1/Δ)，其中 Δ 是差距。",
            "which restricts the modelâĂŹs ability to learn",  // damage that is not ours to guess
            "ſtill an old ſpelling, þorn and eð, Ȝe olde.",
        ])
    func looksDamaged(text: String) throws {
        #expect(try repaired(text) == text)
    }

    @Test(
        "Text about damage stays",
        arguments: [
            "When UTF-8 is read as Latin-1, `é` becomes `Ã©` and a dash becomes `â€”`.",
            "Newsletters arrive as `NLPç®€æŠ¥` for `NLP简报`, which nobody can read.",
            "In mojibake the letter “ü” shows up as “Ã¼”.",
            "Mojibake: there are a lot of Ã’s in such text.\nUnicode fixes it.",
            "乱码的例子：“Ã¤”应该是“ä”。",
            "assert fix(\"caf\\u{E9}\") == \"café\"; // not \"cafÃ©\", mind the charset",
        ])
    func aboutDamage(text: String) throws {
        #expect(try repaired(text) == text)
    }

    @Test("Invalid UTF-8 is not clean")
    func invalid() {
        let bad: [[UInt8]] = [
            [0x80], [0xC3], [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF8],
            [0xE4, 0xB8], [0xF0, 0x80, 0x80, 0x80], [0xC3, 0xC3], [0x41, 0xBF], [0xFF],
        ]
        for bytes in bad {
            // At every place of a block, in the middle and at the end.
            for padding in 0..<40 {
                let before = [UInt8](repeating: 0x61, count: padding)
                for after in [[], [UInt8](repeating: 0x61, count: 37)] {
                    let text = before + bytes + after
                    #expect(
                        !text.withUnsafeBytes { TextRepairer.isCleanUTF8($0) }, "\(bytes) after \(padding)")
                }
            }
        }
    }

    @Test("The check sees a trace of damage wherever it lies")
    func traces() {
        for padding in 0..<40 {
            for trace in ["Ã©", "â€™", "ç®€", "√©", "├®", "Р°", "Î±", "ðŸ˜€", "a\u{93}"] {
                for after in ["", String(repeating: "x", count: 37)] {
                    let text = String(repeating: "a", count: padding) + trace + after
                    #expect(
                        !Array(text.utf8).withUnsafeBytes { TextRepairer.isCleanUTF8($0) },
                        "\(trace) \(padding)")
                }
            }
        }
    }
}
