import Testing

@testable import GraphStore

/// Words are counted eight bytes at a time; that is to give what a look at each byte gives.
@Suite struct WordPatternTests {
    private static let pieces = [
        "model", "Model", "MODEL", "models", "m", "0", "9z", " ", "  ", "-", "@", "[", "`", "{", "/", ":",
        "模", "型",
        "é", "，", "\u{1F600}", "\n", "_",
    ]

    /// Texts of all lengths, so that words lie across the borders in every way.
    private static func text(_ number: Int) -> String {
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
        return (0..<number % 40).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return pieces[Int(state >> 33) % pieces.count]
        }.joined()
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte < 0x80 && (Unicode.Scalar(byte).properties.isAlphabetic || (0x30...0x39).contains(byte))
    }

    @Test func wordsAreThoseThatOneSeesByteByByte() {
        for number in 0..<4000 {
            var text = Self.text(number)
            // Runs of letters and digits, and characters of three bytes and more.
            let bytes = Array(text.utf8)
            var expected = text.unicodeScalars.count { $0.value >= 0x800 }
            for index in bytes.indices where Self.isWordByte(bytes[index]) {
                if index == 0 || !Self.isWordByte(bytes[index - 1]) { expected += 1 }
            }
            let counted = text.withUTF8 { WordPattern.words(in: $0).count }
            #expect(counted == expected, "\(text)")
        }
    }

    @Test func aWordStandsAsOftenAsOneSees() throws {
        let model = try #require(WordPattern(["model"]))
        let ideograph = try #require(WordPattern(["模"]))
        for number in 0..<4000 {
            var text = Self.text(number).replacing("é", with: " ").replacing("\u{1F600}", with: "，")
            let found = text.utf8.split { !Self.isWordByte($0) }.count {
                String(decoding: Array($0), as: UTF8.self).lowercased() == "model"
            }
            #expect(text.withUTF8 { model.count(in: $0) } == found, "\(text)")
            #expect(text.withUTF8 { ideograph.count(in: $0) } == text.count { $0 == "模" }, "\(text)")
        }
    }
}
