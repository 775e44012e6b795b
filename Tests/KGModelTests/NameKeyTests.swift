import KGModel
import Testing

@Suite struct NameKeyTests {
    @Test(arguments: [
        ("Hugging Face", "huggingface"), ("Hugging Face", "ｈｕｇｇｉｎｇ-face"),
        ("Hugging\u{A0}Face", "HUGGING_FACE"),
        ("GPT-2", "gpt2"), ("GPT-2", "GPT‑2"), ("GPT-2", "GPT – 2"), ("François", "Francois"),
        ("François", "Franc\u{327}ois"),
        ("Université de Montréal", "UNIVERSITE DE MONTREAL"), ("São Paulo", "sao paulo"),
        ("Türkçe", "turkce"),
        ("Yıldız", "yildiz"), ("İstanbul", "istanbul"), ("IŞIK", "isik"), ("Øvrelid", "ovrelid"),
        ("Łukasz", "Lukasz"),
        ("ＢＥＲＴ", "bert"), ("Ｃ＋＋", "c++"), ("自然语言", "自然 语言"), ("scikit-learn", "scikit learn"),
        ("Node.js", "NodeJS"),
        ("约书亚·本吉奥", "约书亚・本吉奥"),
    ])
    func spellingsOfOneNameAgree(a: String, b: String) {
        #expect(NameKey(a) == NameKey(b))
    }

    @Test(arguments: [
        ("C++", "C"), ("C#", "C"), ("C#", "C++"), ("GPT-2", "GPT"), ("GPT-2", "GPT-3"), ("T5", "T"),
        ("微软", "微软公司"),
        ("谷歌", "微软"), ("BERT", "ALBERT"), ("한국", "한글"), ("Яндекс", "Яндек"), ("مايكروسوفت", "غوغل"),
    ])
    func differentNamesDiffer(a: String, b: String) {
        #expect(NameKey(a) != NameKey(b))
    }

    @Test(arguments: ["", " ", "—", "...", "“”", "🤗"])
    func textWithoutLettersAndDigitsHasAnEmptyKey(text: String) {
        #expect(NameKey(text).isEmpty)
    }

    @Test(arguments: [
        "Hugging Face", "François", "İstanbul", "Ｃ＋＋", "微软", "Łukasz Kaiser", "IŞIK", "한국어", "هاجينج فيس",
    ])
    func theKeyOfAKeyIsTheKey(name: String) {
        let key = NameKey(name)
        #expect(NameKey(key.text) == key)
        #expect(!key.isEmpty)
    }

    @Test func keysSortByTheirText() {
        #expect(
            ["spaCy", "BERT", "GPT-2"].map { NameKey($0) }.sorted().map(\.text) == ["bert", "gpt2", "spacy"])
    }

    @Test func keysThatAreToldByBytesAreThoseToldByCharacters() throws {
        for value in Array(0x20..<0x280) + [0x4E00, 0x5FAE, 0x9FBF, 0x9FC0] {
            let letter = String(try #require(Unicode.Scalar(UInt32(value))))
            // The mark is dropped, but its name takes the long way.
            let (plain, marked) = (NameKey("x" + letter + "x"), NameKey("x" + letter + "x\u{301}"))
            #expect(plain.text.utf8.elementsEqual(marked.text.utf8), "U+\(String(value, radix: 16))")
            #expect(plain.fingerprint == marked.fingerprint)
            #expect(plain.fingerprint == NameKey.fingerprint(of: "x" + letter + "x"))
        }
    }
}
