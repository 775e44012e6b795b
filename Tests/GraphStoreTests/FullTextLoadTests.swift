import Foundation
import GRDB
import KGModel
import Testing

@testable import GraphStore

/// The index that is filled at once is the one that FTS5 would have made.
@Suite struct FullTextLoadTests {
    /// All that FTS5 tells of an index: each word, and the passages that hold it.
    private func instances(_ store: GraphStore) throws -> [String] {
        try store.queue.writeWithoutTransaction { db in
            try db.execute(
                sql: "CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, passage_fts, instance)")
            defer { try? db.execute(sql: "DROP TABLE temp.words") }
            return try Row.fetchAll(db, sql: "SELECT term, doc FROM temp.words").map {
                "\($0[0] as String) \($0[1] as Int)"
            }
        }
    }

    private func blocks(_ store: GraphStore) throws -> [Data] {
        try store.read { db in
            try Data.fetchAll(db, sql: "SELECT block FROM passage_fts_data WHERE id > 10 ORDER BY id")
        }
    }

    /// How many passages and words the index says that it holds.
    private func totals(_ store: GraphStore) throws -> Data? {
        try store.read { try Data.fetchOne($0, sql: "SELECT block FROM passage_fts_data WHERE id = 1") }
    }

    private func record(_ texts: [String]) -> IssueRecord {
        IssueRecord(
            issue: Issue(path: "a.md", title: "T", contentHash: "h", size: 1),
            passages: texts.map { Passage(kind: .paragraph, text: $0, lines: 1...1) })
    }

    /// The same passages in two databases: filled at once, and by FTS5.
    private func compare(
        _ texts: [String], _ check: (_ loaded: GraphStore, _ plain: GraphStore) throws -> Void
    ) throws {
        try withStore { plain throws in
            try plain.write { writer in
                // One transaction, so that FTS5 writes one segment.
                try writer.db.execute(
                    sql: "INSERT INTO passage_fts (passage_fts, rank) VALUES ('hashsize', 1000000000)")
                try writer.replace(record(texts), version: "1")
            }
            try withStore { loaded throws in
                try loaded.write { writer in
                    let text = try TextIndexer(number: 0).index(record(texts).passages)
                    try writer.replace(record(texts), version: "1", text: text)
                }
                let (found, expected) = (try instances(loaded), try instances(plain))
                #expect(found == expected)
                let (totalsFound, totalsExpected) = (try totals(loaded), try totals(plain))
                #expect(totalsFound == totalsExpected)
                try loaded.queue.writeWithoutTransaction {
                    try $0.execute(sql: "INSERT INTO passage_fts (passage_fts) VALUES ('integrity-check')")
                }
                try check(loaded, plain)
            }
        }
    }

    @Test(
        arguments: [
            ["BERT is a model.", "的预训练模型 BERT，用于NLP。", "", "C++ and GPT-2: naïve café Ǆ ﬁ"],
            ["日本語のモデル・テスト", "が がﾞ ガ", "한국어 모델", "नमस्ते दुनिया", "العَرَبِيَّة", "e\u{301}le\u{301}ment"],
            ["a\u{0}b", "x_y-z", "ÀÉÎ ß ſ İstanbul ıI", "𠀀𠀁 𝔘𝔫𝔦 😀 emoji✓", "\u{FEFF}mark\u{200B}width"],
        ])
    func wordsAreThoseOfFTS5(texts: [String]) throws {
        try compare(texts) { _, _ in }
    }

    @Test func everyIdeographAndMarkIsCutAsFTS5Does() throws {
        var texts: [String] = []
        for start in stride(from: UInt32(0x80), to: 0xFFFF, by: 64) {
            let scalars = (start..<start + 64).compactMap(Unicode.Scalar.init)
            texts.append(scalars.map { "a\($0)b \($0)" }.joined(separator: " "))
        }
        try compare(texts) { _, _ in }
    }

    /// Byte for byte what FTS5 writes, with lists of documents that span many pages and have an index of their own.
    @Test func segmentsAreThoseOfFTS5() throws {
        var random = UInt64(7)
        func next(_ bound: Int) -> Int {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(random >> 33) % bound
        }
        var texts: [String] = []
        for _ in 0..<30_000 {
            let words = (0..<next(60)).map { _ in
                next(3) == 0 ? "common" : next(2) == 0 ? "word\(next(3000))" : "模\(next(40))型"
            }
            texts.append(words.joined(separator: " "))
        }
        texts.append(String(repeating: "long ", count: 20_000))
        texts.append(String(repeating: "x", count: 40_000) + " " + String(repeating: "y", count: 9_000))
        try compare(texts) { loaded, plain throws in
            let (found, expected) = (try blocks(loaded), try blocks(plain))
            #expect(found.count == expected.count)
            #expect(found == expected)
            let count = "SELECT count(*) FROM passage_fts_data WHERE id >> 36 & 1"
            let skipLists = try loaded.count(count)
            #expect(skipLists > 0)
        }
    }

    @Test func aFilledIndexIsKeptByFTS5() throws {
        try withStore { store throws in
            let first = record(["BERT here", "微软 there"])
            try store.write { writer in
                try writer.replace(
                    first, version: "1", text: try TextIndexer(number: 0).index(first.passages))
            }
            var second = record(["BERT elsewhere"])
            second.issue.path = "b.md"
            try store.replace(second, version: "1")
            #expect(try store.hits("BERT").count == 2)
            try store.remove(["a.md"])
            #expect(try store.hits("BERT") == ["BERT elsewhere"])
            #expect(try store.hits("微软").isEmpty)
        }
    }

    /// Every commit ends a segment; the index goes on.
    @Test func severalSegmentsAreOneIndex() throws {
        try withStore { store throws in
            let indexer = TextIndexer(number: 0)
            try store.write { writer in
                for number in 0..<5 {
                    var one = record(["BERT \(number)", "模型\(number)"])
                    one.issue.path = "\(number).md"
                    try writer.replace(one, version: "1", text: try indexer.index(one.passages))
                    try writer.commit()
                }
            }
            #expect(try store.hits("BERT").count == 5)
            #expect(try store.hits("模型").count == 5)
            #expect(try store.hits("3") == ["BERT 3", "模型3"])
            try store.queue.writeWithoutTransaction {
                try $0.execute(sql: "INSERT INTO passage_fts (passage_fts) VALUES ('integrity-check')")
            }
        }
    }

    @Test func aDatabaseThatWasEmptiedIsFilledAnew() throws {
        try withStore { store throws in
            for texts in [
                ["BERT is a model of models.", "GPT-2 is another."], ["ELMo.", "A model.", "A graph."],
            ] {
                try store.write { writer in
                    let text = try TextIndexer(number: 0).index(record(texts).passages)
                    try writer.replace(record(texts), version: "1", text: text)
                }
                #expect(try store.hits("model") == texts.filter { $0.contains("model") })
                #expect(try store.hits("BERT") == texts.filter { $0.contains("BERT") })
                let sizes = try store.count("SELECT sum(length(sizes)) FROM text_size")
                #expect(sizes == 2 * texts.count)
                try store.remove(["a.md"])
                #expect(try store.hits("model") == [])
            }
        }
    }
}
