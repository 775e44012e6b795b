import Testing

@testable import TextRepair

@Suite("Decoding bytes")
struct DecodingTests {
    /// A sentence with the pages it may be written in.
    static let pages: [(String, [CodePage])] = [
        (
            "Voici les dernières nouveautés à découvrir cet été, où êtes-vous ? Ça va bien.",
            [.windows1252, .macintosh, .ibm850]
        ),
        (
            "Мы собрали лучшие статьи недели о нейронных сетях.",
            [.windows1251, .koi8r, .ibm866, .iso8859x5, .macCyrillic]
        ),
        (
            "Zebraliśmy najciekawsze artykuły o przetwarzaniu języka; Łódź i Kraków.",
            [.windows1250, .iso8859x2]
        ),
        ("Αυτή είναι η εβδομαδιαία έκδοση για την επεξεργασία φυσικής γλώσσας.", [.windows1253, .iso8859x7]),
        ("Doğal dil işleme alanındaki en yeni çalışmaları bulacaksınız.", [.windows1254]),
        ("השבוע אספנו את המאמרים הטובים ביותר על עיבוד שפה טבעית.", [.windows1255]),
        ("مرحبا بكم في نشرة هذا الأسبوع حول معالجة اللغة الطبيعية.", [.windows1256]),
        ("The “best” papers of this week — don’t miss them…", [.windows1252]),
    ]

    @Test("Code pages are told apart by how probable the text is", arguments: pages)
    func codePages(text: String, pages: [CodePage]) throws {
        for page in pages {
            let bytes = try #require(encoded(text, in: page))
            let result = try TextRepairer().repair(bytes)
            #expect(result.text == text, "\(page.name) as \(result.encoding)")
            #expect(result.encoding != "utf-8")
        }
    }

    /// 简报, 簡報, ニュース, 뉴스레터 in a sentence each.
    static let eastAsian: [(String, [UInt8], String)] = [
        (
            "gb18030",
            [0xD7, 0xD4, 0xC8, 0xBB, 0xD3, 0xEF, 0xD1, 0xD4, 0xB4, 0xA6, 0xC0, 0xED, 0xBC, 0xF2, 0xB1, 0xA8],
            "自然语言处理简报"
        ),
        (
            "big5",
            [0xA6, 0xDB, 0xB5, 0x4D, 0xBB, 0x79, 0xA8, 0xA5, 0xB3, 0x42, 0xB2, 0x7A, 0xC2, 0xB2, 0xB3, 0xF8],
            "自然語言處理簡報"
        ),
        (
            "shift_jis",
            [
                0x8D, 0xA1, 0x8F, 0x54, 0x82, 0xCC, 0x83, 0x6A, 0x83, 0x85, 0x81, 0x5B, 0x83, 0x58, 0x82,
                0xC5, 0x82,
                0xB7, 0x81, 0x42,
            ], "今週のニュースです。"
        ),
        (
            "euc-kr", [0xB4, 0xBA, 0xBD, 0xBA, 0xB7, 0xB9, 0xC5, 0xCD, 0x20, 0xBF, 0xAC, 0xB1, 0xB8],
            "뉴스레터 연구"
        ),
    ]

    @Test("East Asian encodings", arguments: eastAsian)
    func eastAsianEncodings(name: String, bytes: [UInt8], text: String) throws {
        let result = try TextRepairer().repair(bytes)
        #expect(result.text == text)
        #expect(result.encoding == name)
    }

    @Test("UTF-16 and UTF-32 with and without a byte order mark", arguments: sentences)
    func wide(language: String, text: String) throws {
        let text = "# News\n" + text + "\r\n"
        for isBig in [false, true] {
            func bytes(_ unit: UInt32, _ width: Int) -> [UInt8] {
                let little = (0..<width).map { UInt8(truncatingIfNeeded: unit >> (8 * UInt32($0))) }
                return isBig ? little.reversed() : little
            }
            let wide = text.utf16.flatMap { bytes(UInt32($0), 2) }
            let wider = text.unicodeScalars.flatMap { bytes($0.value, 4) }
            for (form, name) in [
                (wide, "utf-16"), (bytes(0xFEFF, 2) + wide, "utf-16"), (wider, "utf-32"),
                (bytes(0xFEFF, 4) + wider, "utf-32"),
            ] {
                let result = try TextRepairer().repair(form)
                #expect(result.text == text)
                #expect(result.encoding == name + (isBig ? "be" : "le"))
            }
        }
    }

    @Test("A byte order mark of UTF-8 is no part of the text")
    func mark() throws {
        let result = try TextRepairer().repair([0xEF, 0xBB, 0xBF] + Array("été\n".utf8))
        #expect(result.text == "été\n")
        #expect(result.encoding == "utf-8")
    }

    @Test("Files of two encodings put together")
    func mixed() throws {
        let one = "Première ligne en UTF-8, déjà vue.\nUne deuxième, très bien.\n"
        let other = "Une troisième ligne, écrite ailleurs où tout était différent.\n"
        let input = Array(one.utf8) + (try #require(encoded(other, in: .windows1252)))
        let result = try TextRepairer().repair(input)
        #expect(result.text == one + other)
        #expect(result.changes.count == 1)
        #expect(result.changes.first?.line == 3)
        #expect(result.changes.first?.step == .decoding(encoding: "windows-1252"))
    }

    @Test("Bytes that nothing decodes are marked")
    func undecodable() throws {
        let text = "这是一个很长的中文句子，里面有一个坏字节"
        let result = try TextRepairer().repair(Array(text.utf8) + [0xFF] + Array("。\n".utf8))
        #expect(result.text == text + "\u{FFFD}。\n")
        #expect(result.undecodable == 1)
        #expect(result.changes.last?.step == .undecodable)
    }

    @Test("A file cut off in the middle of a character")
    func cutOff() throws {
        let bytes = Array("自然语言处理简报".utf8).dropLast()
        #expect(try TextRepairer().repair(Array(bytes)).text.hasPrefix("自然语言处理简"))
    }

    @Test("Binary data is refused")
    func binary() {
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 1,
        ]
        let program =
            [0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0]
            + (0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37 ^ $0 >> 3) }
        for bytes in [png, program, [0, 1, 2, 3, 0, 0xFF, 0xFE, 0x80]] {
            #expect(throws: RepairError.binary) { try TextRepairer().repair(bytes) }
        }
    }

    @Test("Nothing comes of nothing")
    func empty() throws {
        #expect(try TextRepairer().repair([]).text == "")
        #expect(try TextRepairer().repair([0x0A]).text == "\n")
    }
}
