import GRDB
import KGModel
import Testing

@testable import GraphStore

/// Sizes of texts spare a search most of the reading, and change nothing of what it finds.
@Suite struct TextSizesTests {
    private static let words = ["model", "Model", "data", "模", "型", "naïve", "модель", "the", "graph", "é"]

    private struct Dice {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static func texts(_ count: Int, _ dice: inout Dice) -> [String] {
        (0..<count).map { _ in
            (0..<dice.roll(40) + 1).map { _ in words[dice.roll(words.count)] }
                .joined(separator: dice.roll(5) == 0 ? "" : " ")
        }
    }

    private static func record(_ path: String, _ texts: [String]) -> IssueRecord {
        IssueRecord(
            issue: Issue(path: path, title: "T", contentHash: "h", size: 1),
            passages: texts.map { Passage(kind: .paragraph, text: $0, lines: 1...1) })
    }

    /// Every passage has a size, and it is that of its text.
    private func check(_ store: GraphStore) throws {
        try store.read { db throws in
            let sizes = try TextSizes.Reader(db)
            for row in try Row.fetchAll(db, sql: "SELECT id, text FROM passage_row ORDER BY id") {
                var text: String = row[1]
                let size = try text.withUTF8 { try TextIndexer(number: 0).size(of: $0) }
                #expect(try sizes.size(of: row[0]) == size, "\(text)")
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func areThoseOfTheTextsAfterEveryChange(seed: UInt64) throws {
        var dice = Dice(seed)
        try withStore { store throws in
            let indexer = TextIndexer(number: 0)
            try store.write { writer in
                for number in 0..<9 {
                    let one = Self.record("\(number).md", Self.texts(dice.roll(30), &dice))
                    try writer.replace(one, version: "1", text: try indexer.index(one.passages))
                }
            }
            try check(store)
            // The numbers of the last passages are given again.
            for number in [8, 7, 3, 8, 11, 7] {
                _ = try store.write { writer in try writer.remove("\(number).md") }
                try check(store)
                try store.replace(
                    Self.record("\(number).md", Self.texts(dice.roll(20), &dice)), version: "1")
                try check(store)
            }
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func theBestAreThoseThatReadingAllFinds(seed: UInt64) throws {
        var dice = Dice(seed)
        try withStore { store throws in
            let one = Self.record("a.md", Self.texts(3000, &dice))
            try store.write { writer in
                try writer.replace(one, version: "1", text: try TextIndexer(number: 0).index(one.passages))
            }
            for typed in ["model", "模型", "model data", "\"the graph\" model", "naive", "модель model", "é"] {
                for count in [1, 5, 20] {
                    try store.read { db throws in
                        let all = try FullTextSearch(typed, db).hits().sorted { $1.score < $0.score }
                        let best = try FullTextSearch(typed, db).hits(best: count)
                        let least = all[min(count, all.count) - 1].score
                        let wanted = all.filter { $0.score >= least }.map(\.passage).sorted()
                        #expect(best.filter { $0.score >= least }.map(\.passage).sorted() == wanted)
                    }
                }
            }
        }
    }

    /// Counted, not timed: of two thousand texts that hold the word, the best are found by reading few.
    @Test func fewTextsAreReadForTheBest() throws {
        let long = (0..<60).map { "word\($0)" }.joined(separator: " ")
        let texts = (0..<2000).map { $0 % 100 == 0 ? "A model of models: model \($0)" : "A model. " + long }
        try withStore { store throws in
            let one = Self.record("a.md", texts)
            try store.write { writer in
                try writer.replace(one, version: "1", text: try TextIndexer(number: 0).index(one.passages))
            }
            try store.read { db throws in
                nonisolated(unsafe) var read = 0
                db.trace { event in
                    if event.description.hasPrefix("SELECT text FROM passage_row") { read += 1 }
                }
                defer { db.trace(options: []) }
                #expect(try FullTextSearch("model", db).hits(best: 10).count >= 10)
                #expect((10...20).contains(read), "\(read)")
            }
        }
    }
}
