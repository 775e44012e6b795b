import KGModel
import Testing

@testable import Recognition

@Suite struct WordTests {
    private func words(_ text: String, opaque: [Range<Int>] = []) -> [(text: String, word: Word)] {
        let laid = PassageText(Passage(kind: .paragraph, text: text, lines: 1...1, opaque: opaque))
        return laid.words.map { (laid.text($0), $0) }
    }

    @Test(
        arguments: [
            ("", []), (" \u{A0}\u{200B} ", []), ("BERT, GPT-2!", ["BERT", ",", "GPT", "-", "2", "!"]),
            ("微软的BERT模型", ["微", "软", "的", "BERT", "模", "型"]),
            ("Türkçe'ye", ["Türkçe", "'", "ye"]), ("“x”", ["“", "x", "”"]),
            ("مرحبا، عالم", ["مرحبا", "،", "عالم"]), ("한국어 モデル", ["한국어", "モ", "デ", "ル"]),
            ("🤗 T5", ["🤗", "T5"]), ("3.14", ["3", ".", "14"]),
            ("约书亚·本吉奥", ["约", "书", "亚", "·", "本", "吉", "奥"]),
        ] as [(String, [String])])
    func textIsCutIntoWords(text: String, cut: [String]) {
        #expect(words(text).map(\.text) == cut)
    }

    @Test(
        arguments: [
            ("Smith", Word.Shape.capitalized), ("BERT", [.capitalized, .allCapitals]),
            ("T5", [.capitalized, .digit]), ("spaCy", .innerCapital),
            ("PyTorch", [.capitalized, .innerCapital]), ("word", []), ("Éluard", .capitalized),
            ("A", .capitalized), ("x2Y", [.digit, .innerCapital]),
        ] as [(String, Word.Shape)])
    func shapesAreTold(text: String, shape: Word.Shape) throws {
        #expect(try #require(words(text).first).word.shape == shape.union(.blankBefore))
    }

    @Test func blanksBeforeAndStretchesOfCodeAreTold() {
        let found = words("a-b cd e", opaque: [4..<6])
        #expect(found.filter { $0.word.shape.contains(.blankBefore) }.map(\.text) == ["a", "cd", "e"])
        #expect(found.filter { $0.word.shape.contains(.opaque) }.map(\.text) == ["cd"])
    }

    /// Plain words are cut eight bytes at a time where so many are left, else letter by letter.
    @Test(arguments: [
        "model", "Model", "mODEL", "modelX", "model9", "9models", "modelé", "models-", "a", "A",
        "transformers",
        "internationalization", "z{", "`a", "@z", "wordمرحبا",
    ])
    func aWordIsTheSameWhateverFollows(text: String) throws {
        let alone = try #require(words(text).first)
        let followed = try #require(words(text + " and much more text").first)
        #expect(alone.text == followed.text && alone.word == followed.word)
        let opaque = try #require(words(text + " and much more text", opaque: [0..<1]).first)
        #expect(opaque.text == alone.text && opaque.word.shape == alone.word.shape.union(.opaque))
    }
}
