import GRDB
import KGModel
import Testing

@testable import GraphStore

/// The index knows words alone; phrases and ranks come from the texts.
@Suite struct FullTextSearchTests {
    private func withPassages(_ texts: [String], _ body: (GraphStore) throws -> Void) throws {
        try withStore { store throws in
            let record = IssueRecord(
                issue: Issue(path: "a.md", title: "T", contentHash: "h", size: 1),
                passages: texts.map { Passage(kind: .paragraph, text: $0, lines: 1...1) })
            try store.write { writer in
                try writer.replace(
                    record, version: "1", text: try TextIndexer(number: 0).index(record.passages))
            }
            try body(store)
        }
    }

    @Test func phrasesStandInOrder() throws {
        try withPassages([
            "a language model", "a model of language", "Language-Model", "预训练模型", "训练预先的模型", "练训预",
            "naïve Café",
        ]) { store throws in
            #expect(try store.hits("language model").count == 3)
            #expect(try store.hits("\"language model\"") == ["a language model", "Language-Model"])
            #expect(try store.hits("language-model") == ["a language model", "Language-Model"])
            #expect(try store.hits("预训练") == ["预训练模型"])
            #expect(try store.hits("模型").count == 2)
            #expect(try store.hits("模型 预").count == 2)
            #expect(try store.hits("NAIVE \"cafe\"") == ["naïve Café"])
            for nothing in ["", "\"", "\"\"", "…", "- *", "model \" ", "AND", "NEAR(", "语言"] {
                #expect(try store.hits(nothing).count == (nothing.hasPrefix("model") ? 3 : 0), "\(nothing)")
            }
        }
    }

    /// Words of scripts that FTS5 cuts in its own way are no errors.
    @Test(arguments: ["नमस्ते दुनिया", "العَرَبِيَّة", "한국어 모델", "𝔘𝔫𝔦", "e\u{301}le\u{301}ment", "x_y", "C++"])
    func whatStandsInATextIsFound(text: String) throws {
        try withPassages(["before \(text) behind", "nothing"]) { store throws in
            #expect(try store.hits(text).count == 1)
            #expect(try store.hits("\"\(text) behind\"").count == 1)
            #expect(try store.hits("\"\(text) before\"").isEmpty)
        }
    }

    /// More often, in a shorter passage, and the rarer word of two go before.
    @Test func theBestStandsFirst() throws {
        let long = String(repeating: "word ", count: 30)
        try withPassages(["BERT " + long, "BERT", "BERT BERT " + long, "BERT GPT " + long, "BERT GPT GPT"]) {
            store throws in
            let ranked = try store.read { db in
                try FullTextSearch("bert", db).hits().sorted { $1.score < $0.score }.map(\.passage)
            }
            #expect(ranked.first == 2)
            #expect(ranked.last == 4 || ranked.last == 1)
            let both = try store.read { db in
                try FullTextSearch("bert gpt", db).hits().sorted { $1.score < $0.score }.map(\.passage)
            }
            #expect(both == [5, 4])
            let some = try store.read { try FullTextSearch("bert", $0).hits { $0 > 3 }.map(\.passage) }
            #expect(some == [4, 5])
        }
    }

    /// What is looked for in bytes is what the words of FTS5 say, but beside letters that only FTS5 knows.
    @Test func wordsAreFoundInBytesAsInTheIndex() throws {
        var random = UInt64(11)
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        let pieces = [
            "BERT", "bert", "Model", "models", "GPT", "2", " ", " ", "-", "，", "（", "）", "模", "型", "预训", "\n",
            "…", "é", "ü",
            "😀", "_", "ﾞ", "—",
        ]
        let typed = ["bert", "bert model", "模型", "gpt-2", "bert 模", "模 bert", "预训", "2"]
        let indexer = TextIndexer(number: 0)
        var seen = 0
        for _ in 0..<4000 {
            let text = (0..<1 + next(12)).map { _ in pieces[next(pieces.count)] }.joined()
            var words: [UInt32] = []
            try indexer.cut(text, into: &words)
            let isPlain = !text.unicodeScalars.contains { "éü😀ﾞ".unicodeScalars.contains($0) }
            for phrase in typed {
                var wanted: [UInt32] = []
                try indexer.cut(phrase, into: &wanted)
                let pattern = try #require(WordPattern(wanted.map(indexer.term)))
                var copy = text
                let count = copy.withUTF8 { pattern.count(in: $0) }
                let exact = words.indices.count { words[$0...].starts(with: wanted) }
                #expect(isPlain ? count == exact : count <= exact, "\(phrase) in \(text)")
                seen += count
            }
        }
        #expect(seen > 1000)
        #expect(WordPattern(["café"]) == nil)
    }
}
