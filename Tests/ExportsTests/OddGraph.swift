import Exports
import Foundation
import GRDB
import KGModel
import KnowledgeGraph

/// A small graph whose names are as bad as names can be, in a database of its own.
final class OddGraph: Sendable {
    let folder: URL
    var database: String { folder.appendingPathComponent("kg.sqlite").path }

    /// Built once for all tests.
    static let shared = Task { try await OddGraph() }

    /// Key of the name with quotation marks, `&`, `<`, Chinese and an emoji.
    static let odd = "model:say \"谷歌\" & <b>🤗"

    static let names = [
        "model:GPT-2": "say \"谷歌\" & <b>🤗",
        "library:TensorFlow": "</script><script>alert(1)</script> ]]> --> ${x}",
        "library:PyTorch": "\u{202E}evil\u{202C} \u{7}\nname\u{200F} of ש ح",
        "organization:Google": "=cmd|' /C calc'!A0",
        "person:Yoshua Bengio": "Yoshua Bengio",
        "model:ELMo": "[[a|b]] # ^ %% \\ `c` *d* {e} \\\" ' ; \u{301}\"\u{301}",
        "library:spaCy": "CON",
        "organization:Microsoft": "con",
        "dataset:GLUE": "../..\\etc: \"q\"? |",
    ]

    private static let issues = [
        "1.md":
            "---\ndate: 2020-01-10\nlang: en\n---\n\nBERT by Google uses TensorFlow & <b>more</b>.\n\nBERT and GPT-2 are models, ELMo as well.\n",
        "2.md":
            "---\ndate: 2020-03\nlang: fr\n---\n\nBERT et GPT-2 sont là. PyTorch aussi.\n\nPyTorch et BERT avec spaCy de Microsoft.\n",
        "3.md":
            "---\nlang: zh\n---\n\n谷歌发布了BERT模型和TensorFlow。\n\nGLUE 与 BERT。\n",
        "4.md":
            "---\ndate: 2020-03-20\nlang: en\n---\n\nPyTorch and TensorFlow, by Yoshua Bengio of the Université de Montréal: [BERT: Pre-training of Deep Bidirectional Transformers](https://arxiv.org/abs/1810.04805).\n\nGPT-2 and GLUE at NeurIPS, see </script><img src=x onerror=alert(1)>.\n",
    ]

    private init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kg-odd-" + UUID().uuidString)
        let files = folder.appendingPathComponent("issues")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        for (name, text) in Self.issues {
            try Data(text.utf8).write(to: files.appendingPathComponent(name))
        }
        _ = try await GraphBuilder(database: database).build([files.path])
        try await rename()
    }

    /// No issue bears such names; the database takes them.
    private func rename() async throws {
        let queue = try DatabaseQueue(path: database)
        try await queue.write { db in
            for (key, name) in Self.names.sorted(by: { $0.key < $1.key }) {
                // The key of an entity is made of its type and name.
                try db.execute(sql: "UPDATE entity SET name = ? WHERE key = ?", arguments: [name, key])
            }
            try Self.state("by", "paper:%", "person:Yoshua Bengio", db)
            try Self.state("released by", "model:BERT", "organization:=%", db)
        }
    }

    /// Relations as if the passages that name both stated them.
    private static func state(_ kind: String, _ subject: String, _ object: String, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM relation WHERE kind = ?", arguments: [kind])
        let isAcross = try db.columns(in: "relation").contains { $0.name == "subject_passage" }
        let places =
            isAcross
            ? "passage_id, ordinal, subject_passage, subject_start, object_passage, object_start"
            : "passage_id, subject_start, object_start"
        let values =
            isAcross
            ? "s.passage_id, 900 + s.text_start, s.passage_id, s.text_start, o.passage_id, o.text_start"
            : "s.passage_id, s.text_start, o.text_start"
        try db.execute(
            sql: """
                INSERT INTO relation (kind, pattern, \(places))
                SELECT ?, 'test', \(values) FROM mention AS s JOIN mention AS o ON o.passage_id = s.passage_id
                WHERE s.entity_id = (SELECT id FROM entity WHERE key LIKE ?)
                    AND o.entity_id = (SELECT id FROM entity WHERE key LIKE ?)
                """, arguments: [kind, subject, object])
    }

    /// The whole graph, as a format gets it.
    func content(_ parts: SubgraphContent.Parts) throws -> SubgraphContent {
        let graph = try KnowledgeGraph(path: database)
        return try graph.content(of: graph.wholeGraph(), parts: parts)
    }

    func export(_ format: any ExportFormat.Type) throws -> Export {
        format.export(ExportGraph(try content(format.parts)))
    }

    /// Writes an export into the folder, under the name of its format.
    func write(_ format: any ExportFormat.Type) throws -> String {
        let path = folder.appendingPathComponent(format.name).path
        try export(format).write(to: path, asFolder: format.isFolder)
        return path
    }
}
