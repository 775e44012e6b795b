import KGModel
import Testing

@testable import Recognition

@Suite struct MatcherTests {
    /// Spans of the text that match names, marked `*` where the case is not the name's own.
    private func matches(_ names: [String], _ text: String, opaque: [Range<Int>] = []) throws -> [String] {
        var lexicon = Lexicon()
        try lexicon.add(
            names.joined(separator: "\n").replacing("¦", with: "\t"), file: "test.tsv", type: .model)
        return matches(lexicon, text, opaque: opaque)
    }

    private func matches(_ lexicon: Lexicon, _ text: String, opaque: [Range<Int>] = []) -> [String] {
        let passage = PassageText(
            Passage(kind: .paragraph, text: text, lines: 1...1, opaque: opaque))
        var found: [String] = []
        LexiconMatcher(lexicon).matches(in: passage) { match in
            found.append(passage.text(match.range) + (match.isExactCase ? "" : "*"))
        }
        return found
    }

    @Test(arguments: [
        ("BERT is", "BERT"), ("(BERT)", "BERT"), ("“BERT”", "BERT"), ("BERTs", "BERT"), ("BERT's", "BERT"),
        ("BERT’s", "BERT"),
        ("mBERT/BERT", "BERT"), ("BERT-based", "BERT"), ("pre-BERT", "BERT"), ("用BERT模型", "BERT"),
        ("BERT'in", "BERT"), ("BERT’inkinden", "BERT"),
        ("l'BERT", "BERT"), ("BERT.", "BERT"), ("#BERT", "BERT"), ("BERT，", "BERT"), ("🤗BERT🤗", "BERT"),
        ("\u{A0}BERT\u{A0}", "BERT"),
    ])
    func aNameIsFoundWhereWordsBeginAndEnd(text: String, found: String) throws {
        #expect(try matches(["BERT"], text) == [found])
    }

    /// Most places are ruled out by their first bytes alone: not those where a short name begins.
    @Test(arguments: [
        ("GPT", "GPTs are models", ["GPT"]), ("GPT", "GPTsar and more", []), ("GPT", "GPT models", ["GPT"]),
        ("Keras", "KERAS models", ["Keras*"]), ("Keras", "Keraton models", []),
        ("百度", "百度发布了模型", ["百度"]), ("书", "书和模型很多", ["书"]), ("百度", "百合和模型很多", []),
        ("ab-cdef", "abcdefgh and more", []), ("é-Net", "é-Net, é-Nets", ["é-Net", "é-Net"]),
    ])
    func theFirstBytesRuleOutNoName(name: String, text: String, found: [String]) throws {
        let names = try matches([name], text).map { $0.replacing("*", with: "") }
        #expect(names.map { $0.lowercased() } == found.map { $0.replacing("*", with: "").lowercased() })
    }

    /// Heads of names are looked up at once where eight bytes are left, else byte by byte.
    @Test(arguments: [
        "GPT", "GPTs", "Kera", "Keras", "Keraton", "ker", "模型", "模型库", "模型库x", "模", "模x型", "GPTs模型",
        "Ke-ras", "Text Blob", "TextBlob", "gptsar",
    ])
    func aNameIsFoundTheSameWhateverFollows(text: String) throws {
        let names = ["GPT", "Keras", "Ke", "Keraton-X", "模型", "模型库", "模x", "TextBlob", "Text", "Textile"]
        #expect(try matches(names, text + " and much more") == matches(names, text))
    }

    @Test(arguments: [
        "ALBERT", "BERTology", "BERT2", "2BERT", "éBERT", "BERTé", "@BERT", "BERTsx", "bert", "Bert", "B ERT",
        "BER", "ΑBERT", "BERT\u{301}x",
    ])
    func aNameIsNotFoundWithinAWordOrInAnotherCase(text: String) throws {
        #expect(try matches(["BERT"], text) == [])
    }

    @Test(
        arguments: [
            ("Hugging Face", "HuggingFace", ["HuggingFace"]),
            ("Hugging Face", "Hugging-Face", ["Hugging-Face"]),
            ("Hugging Face", "huggingface", ["huggingface*"]),
            ("Hugging Face", "Hugging\u{A0}Face", ["Hugging\u{A0}Face"]),
            ("Hugging Face", "Hugging  Face", ["Hugging  Face"]),
            ("Hugging Face", "hugging_face", ["hugging_face*"]),
            ("GPT-2", "GPT2", ["GPT2"]), ("GPT-2", "GPT 2", ["GPT 2"]), ("GPT-2", "GPT‑2", ["GPT‑2"]),
            ("GPT-2", "GPT-23", []),
            ("GPT-2", "gpt-2", []), ("PyTorch", "Py Torch", ["Py Torch"]),
            ("PyTorch", "pytorch", ["pytorch*"]), ("PyTorch", "PYTORCH", ["PYTORCH*"]),
            ("PyTorch", "Pyto rch", []), ("spaCy", "SpaCy", ["SpaCy*"]), ("MultiPL-E", "multiple", []),
            ("MultiPL-E", "multiPL-E", ["multiPL-E*"]),
            ("T5", "T 5", ["T 5"]), ("LSTM", "L S T M", []),
            ("TextBlob", "Text Blob", ["Text Blob"]), ("TextBlob", "text blob", []),
            ("AToken", "A Token", []), ("AToken", "a token", []), ("oBERT", "o BERT", []),
            ("scikit-learn", "scikit learn", ["scikit learn"]),
            ("scikit-learn", "Scikit-Learn", ["Scikit-Learn*"]), ("End of Text", "endoftext", []),
            ("Émile", "émile", ["émile*"]),
            ("Émile", "Emile", []), ("微软", "被微软收购", ["微软"]), ("微软", "微软公司", ["微软"]),
            ("BERT模型", "用BERT模型吧", ["BERT模型"]),
            ("구글", "구글의", []), ("C++", "C++ and C", ["C++"]), ("C", "C++ and C", ["C", "C"]),
            ("Llama 3.1", "Llama 3.1", ["Llama 3.1"]),
        ] as [(String, String, [String])])
    func seamsAndCaseCountAsReadersSeeThem(name: String, text: String, found: [String]) throws {
        #expect(try matches([name], text) == found)
    }

    @Test func flagsDecideWhetherCaseCounts() throws {
        #expect(try matches(["BERT¦¦¦fold"], "Bert and bert") == ["Bert*", "bert*"])
        #expect(try matches(["PyTorch¦¦¦exact"], "Pytorch PyTorch") == ["PyTorch"])
        // A capital inside makes a word a coined name, whichever it is.
        #expect(try matches(["HotpotQA¦¦¦exact"], "HotPotQA Hotpotqa hotpotqa") == ["HotPotQA*"])
        #expect(try matches(["Hydra¦¦¦common"], "hydra Hydra HYDRA") == ["Hydra"])
        #expect(try matches(["Hugging Face¦=HuFa"], "hufa HuFa hugging face") == ["HuFa", "hugging face*"])
    }

    @Test func overlappingNamesAreAllFound() throws {
        let found = try matches(
            ["Attention", "Attention Is All You Need", "All You Need", "Need"], "Attention Is All You Need")
        #expect(found.sorted() == ["All You Need", "Attention", "Attention Is All You Need", "Need"])
    }

    @Test func nothingIsFoundInOrAcrossWhatIsNotSearched() throws {
        let text = "BERT BERT Hugging x Face"
        #expect(try matches(["BERT", "Hugging Face"], text, opaque: [5..<9, 18..<19]) == ["BERT"])
        #expect(try matches(["BERT"], "xx", opaque: [0..<2]) == [])
        #expect(try matches(["BERT"], "BERT", opaque: [0..<1, 1..<2]) == [])
    }

    @Test func entriesOfTwoTypesMayShareAName() throws {
        var lexicon = Lexicon()
        try lexicon.add("Transformer", file: "models.tsv", type: .model)
        try lexicon.add("Transformers\tTransformer", file: "libraries.tsv", type: .library)
        let passage = PassageText(Passage(kind: .paragraph, text: "a Transformer", lines: 1...1))
        var entries: [Int] = []
        LexiconMatcher(lexicon).matches(in: passage) { entries.append($0.entry) }
        #expect(entries == [0, 1])
    }

    @Test(arguments: [
        ["a", "ab", "abab", "b", "ba", "bab"], ["abab", "babb"], ["b"], ["a", "bb"],
        ["ababab", "ababb", "bb"],
    ])
    func aWalkMeetsEveryPatternThatBeginsWhereItDoes(patterns: [String]) throws {
        let text = "abababb"
        // Written apart, so that each letter may begin a name.
        let apart = text.map(String.init).joined(separator: "-")
        var expected: [String: Int] = [:]
        for start in text.indices {
            for pattern in patterns where text[start...].hasPrefix(pattern) {
                expected[pattern, default: 0] += 1
            }
        }
        let names = patterns.map { $0.map(String.init).joined(separator: "-") + "¦¦¦fold" }
        let found = try matches(names, apart).map { $0.replacing("-", with: "").replacing("*", with: "") }
        #expect(Dictionary(grouping: found) { $0 }.mapValues(\.count) == expected)
    }

    @Test func patternsAreSortedByTheirBytes() {
        let names = ["zebra", "abcdefghi", "a", "abcdefgh", "b", "a", "abcdefghia"]
        let bytes = names.flatMap { Array($0.utf8) }
        var ranges: [Range<Int32>] = []
        for name in names {
            let start = ranges.last?.upperBound ?? 0
            ranges.append(start..<start + Int32(name.utf8.count))
        }
        #expect(NameTrie.sorted(ranges, of: bytes) == [2, 5, 3, 1, 6, 4, 0])
    }

    @Test func anEmptyLexiconFindsNothing() throws {
        #expect(try matches([], "BERT") == [])
        #expect(try matches(["BERT"], "") == [])
    }
}
