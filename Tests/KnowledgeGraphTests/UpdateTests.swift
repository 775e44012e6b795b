import Foundation
import GRDB
import GraphStore
import KGModel
import Testing

@testable import KnowledgeGraph

/// A build after a small change writes only what differs: it must end where a build from nothing ends.
@Suite struct UpdateTests {
    /// The same edits on every machine.
    private struct Dice {
        private var state: UInt64

        init(_ seed: UInt64) { state = seed }

        mutating func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    /// One for each rule by which names are linked, and for each figure that is counted.
    private static let sentences = [
        "BERT by Google and GPT-2 by OpenAI are compared.",
        "BERT and RoBERTa, read with PyTorch 1.4 and spaCy.",
        "Batch Normalization (BN) helps ResNet.",
        "A Bayesian Network (BN) is older than BERT.",
        "GANs and a GAN, Zorkmids and the Zorkmid-7B model.",
        "Quoc V. Le and Jeff Dean of Google write; Le is cited.",
        "Quoc Le of Google Brain writes. Dean agrees with Ada Example.",
        "Example is a surname that Ada Example and Bob Example bear.",
        "微软 (Microsoft) 发布了 BERT 模型，比较了 RoBERTa 与 ELMo。",
        "[Attention Is All You Need](https://arxiv.org/abs/1706.03762) made the Transformer.",
        "[Attention is all you need: a rereading of many things](https://arxiv.org/abs/2001.00001) is long.",
        "[zed-kit](https://github.com/zed/zed-kit) by Zed Zedson, with [zed kit](https://pypi.org/project/zed-kit).",
        "Transformers and the Transformer library, by Hugging Face.",
        "Words without a single name in them.",
        "SQuAD, GLUE and SuperGLUE are benchmarks at ACL 2020.",
        "TensorFlow and PyTorch, PyTorch and TensorFlow.",
    ]

    private static func issue(_ number: Int, _ dice: inout Dice) -> String {
        var lines: [String] = []
        if dice.roll(4) > 0 {
            lines.append(
                "---\ndate: 20\(10 + dice.roll(10))-0\(1 + dice.roll(9))\nnumber: \(dice.roll(30))\n---\n")
        }
        lines.append("# Notes \(number)\n")
        for _ in 0..<1 + dice.roll(5) { lines.append(sentences[dice.roll(sentences.count)] + "\n") }
        if dice.roll(3) == 0 {
            // Translations and copies of one issue share their links.
            let edition = dice.roll(3)
            for link in 0..<6 { lines.append("- [BERT \(link)](https://example.org/\(edition)/\(link))\n") }
        }
        return lines.joined(separator: "\n")
    }

    /// Everything that users can query, without the numbers of rows.
    private func contents(_ bench: Bench, _ file: String) throws -> [String] {
        let queries = [
            "SELECT path, title, date, date_precision, number, edition, language, bytes FROM issues ORDER BY path",
            "SELECT * FROM editions ORDER BY edition",
            "SELECT issue, ordinal, kind, section, text, first_line, last_line FROM passages ORDER BY issue, ordinal",
            "SELECT key, type, type_confidence, mentions, passages, issues, first_date, last_date FROM entities ORDER BY key",
            "SELECT key, alias, language FROM aliases JOIN entities ON id = entity_id ORDER BY 1, 2",
            "SELECT key, identity FROM identities JOIN entities ON id = entity_id ORDER BY 1, 2",
            """
            SELECT key, surface, issue, line, start, "end", recognizer, confidence
            FROM mentions JOIN entities ON entities.id = entity_id ORDER BY issue, start, 2
            """,
            """
            SELECT min(a.key, b.key), max(a.key, b.key), edges.passages, edges.issues, editions, weight,
                edges.first_date, edges.last_date, jaccard, npmi, llr, p, q, significant
            FROM edges JOIN entities AS a ON a.id = a_id JOIN entities AS b ON b.id = b_id ORDER BY 1, 2
            """,
            """
            SELECT key, merges.name, other, reason, issue, line, other_issue, other_line
            FROM merges JOIN entities ON entities.id = entity_id ORDER BY 1, 2, 3, 4
            """,
            "SELECT kind, subject, object, issue, line, pattern FROM relations ORDER BY issue, line, 1, 2, 3",
            "SELECT value FROM state WHERE name IN ('counts', 'tested_pairs', 'linked') ORDER BY name",
            "SELECT count(*) FROM name", "SELECT count(*) FROM name_key",
        ]
        let graph = try bench.graph(file)
        var all = try graph.read { db in
            try queries.flatMap { sql in
                [sql]
                    + (try Row.fetchAll(db, sql: sql).map {
                        $0.databaseValues.map(\.description).joined(separator: "|")
                    })
            }
        }
        // What lies in packed arrays.
        let keys = Dictionary(try graph.allEntities([]).map { ($0.id, $0.key) }) { first, _ in first }
        let network = try graph.network()
        for node in 0..<network.nodeCount {
            let neighbors = network.neighbors(of: node).map { edge in
                "\(keys[network.ids[Int(network.targets[edge])]] ?? "?") \(network.weights[edge])"
            }
            all.append("\(keys[network.ids[node]] ?? "?"): \(neighbors.joined(separator: ", "))")
        }
        let paths = Dictionary(
            try graph.read { try Row.fetchAll($0, sql: "SELECT id, path FROM issue") }.map {
                ($0[0] as Int64, $0[1] as String)
            }
        ) { first, _ in first }
        let appearances = try graph.read { db in
            try Appearances(arrays: { try KnowledgeGraph.array($0, db) })
        }
        for index in appearances.ids.indices {
            let issues = appearances.issues(at: index).map { paths[Int64($0)] ?? "?" }
            all.append("\(keys[appearances.ids[index]] ?? "?") in \(issues.joined(separator: ", "))")
        }
        for word in ["BERT", "训", "zed", "\"attention is\""] {
            all += try graph.search(word).map { "\(word): \($0.issue) \($0.line) \($0.text)" }
        }
        return all
    }

    @Test(arguments: [1, 2, 3]) func smallEditsGiveTheGraphOfABuildFromNothing(seed: UInt64) async throws {
        let bench = try Bench()
        var dice = Dice(seed)
        var files: [String: String] = [:]
        func write(_ number: Int) throws {
            let text = Self.issue(number, &dice)
            files["\(number).md"] = text
            try bench.write("\(number).md", text)
        }
        for number in 0..<24 { try write(number) }
        try await bench.build()
        for round in 0..<8 {
            for _ in 0...dice.roll(3) {
                let number = dice.roll(26)
                switch dice.roll(8) {
                case 0 where files.count > 24:
                    if files.removeValue(forKey: "\(number).md") != nil { try bench.remove("\(number).md") }
                case 1, 2:
                    // A word behind what is there.
                    let text = (files["\(number).md"] ?? "") + "\n" + Self.sentences[dice.roll(16)] + "\n"
                    files["\(number).md"] = text
                    try bench.write("\(number).md", text)
                default: try write(number)
                }
            }
            let report = try await bench.build(prune: true)
            #expect(report.issues == files.count)
            try? FileManager.default.removeItem(atPath: bench.root.path + "/anew.sqlite")
            try await bench.build(into: "anew.sqlite")
            let (updated, anew) = (try contents(bench, "kg.sqlite"), try contents(bench, "anew.sqlite"))
            let differences = zip(updated, anew).filter { $0 != $1 }.prefix(3)
            #expect(
                differences.isEmpty && updated.count == anew.count,
                "seed \(seed), round \(round): \(differences)")
            #expect(try bench.graph().fingerprint() == bench.graph("anew.sqlite").fingerprint())
        }
    }

    /// One issue more touches the rows of what it names, and no others: not those of edges either, though the figures
    /// of all depend on how much there is.
    @Test func aSmallChangeWritesFewRows() async throws {
        let bench = try Bench()
        var dice = Dice(7)
        for number in 0..<40 { try bench.write("\(number).md", Self.issue(number, &dice)) }
        try await bench.build()
        let (before, edges, figures) = (try ids(bench), try edges(bench), try figures(bench))
        try bench.write("99.md", "BERT alone, and Zyxomma-9.\n")
        try await bench.build()
        let after = try ids(bench)
        // Entities and passages keep their numbers.
        #expect(before.allSatisfy { after[$0.key] == $0.value })
        #expect(after.count > before.count)
        #expect(edges.count > 10)
        #expect(try self.edges(bench) == edges)
        let later = try self.figures(bench)
        #expect(figures.filter { later[$0.key] != $0.value }.count > 20)
    }

    /// The rows of those that the new issue names no end of.
    private func edges(_ bench: Bench) throws -> [String] {
        try bench.graph().read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT edge_row.* FROM edge_row JOIN edges USING (a_id, b_id) WHERE 'BERT' NOT IN (a, b)
                    """
            ).map(\.description)
        }
    }

    private func figures(_ bench: Bench) throws -> [String: Double] {
        try bench.graph().read { db in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT a || ' ' || b, llr FROM edges").map {
                    ($0[0] as String, $0[1] as Double)
                })
        }
    }

    private func ids(_ bench: Bench) throws -> [String: Int64] {
        try bench.graph().read { db in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(
                    db,
                    sql: """
                        SELECT key, id FROM entity
                        UNION ALL SELECT path || ordinal, passages.id FROM passages JOIN issues ON issue_id = issues.id
                        """
                ).map { ($0[0] as String, $0[1] as Int64) })
        }
    }
}
