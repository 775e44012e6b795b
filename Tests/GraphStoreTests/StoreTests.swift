import Foundation
import GRDB
import KGModel
import Testing

@testable import GraphStore

@Suite struct StoreTests {
    private static let bert = EntityRow(
        entity: Entity(
            type: .model, name: "BERT", aliases: [.init(name: "伯特", language: "zh")],
            identities: [Identity(kind: .arxiv, value: "1810.04805")]),
        mentions: 2, passages: 2, issues: 1, firstDate: IssueDate(year: 2020, month: 3),
        lastDate: IssueDate(year: 2020, month: 3))
    private static let google = EntityRow(
        entity: Entity(type: .organization, name: "Google"), mentions: 1,
        passages: 1, issues: 1)
    private static let edge = EdgeRow(
        a: 1, b: 0, passages: 1, issues: 1, weights: AssociationWeights(together: 1, a: 2, b: 1))
    private static var edges: EdgeRows { EdgeRows([edge]) { _ in AssociationFigures(npmi: 0.5, llr: 2) } }

    /// An issue of two passages and the graph over it.
    private func fill(_ store: GraphStore) throws {
        try store.replace(record("a.md", "BERT is", "Google has"), version: "1")
        try link(store)
    }

    private func link(_ store: GraphStore) throws {
        try store.write { writer in
            let mentions = try writer.linkable().mentions
            try writer.replaceGraph(
                [Self.bert, Self.google], Self.edges,
                entityOfMention: {
                    mentions.names.forms[Int(mentions.rows[$0].form)].surface == "x0" ? 0 : 1
                })
        }
    }

    @Test func aDatabaseTellsWhoseItIs() throws {
        try withStore { store throws in
            #expect(try store.count("PRAGMA application_id") == 0x6B_67_67_31)
            #expect(try store.count("PRAGMA user_version") >= 1)
            #expect(try store.count("PRAGMA foreign_keys") == 1)
        }
    }

    @Test func replacingAnIssueByItselfChangesNothing() throws {
        try withStore { store throws in
            try fill(store)
            let views = [
                "issues", "passages", "entities", "aliases", "identities", "mentions", "edges", "links",
            ]
            let counts = try views.map { try store.count("SELECT count(*) FROM \($0)") }
            #expect(counts == [1, 2, 2, 3, 1, 2, 1, 2])
            for _ in 0..<3 {
                try store.replace(record("a.md", "BERT is", "Google has"), version: "1")
                #expect(try !store.isLinked())
                try link(store)
                #expect(try store.isLinked())
                #expect(try views.map { try store.count("SELECT count(*) FROM \($0)") } == counts)
            }
            #expect(try store.hits("Google") == ["Google has"])
        }
    }

    @Test func candidatesStandApartAndGoWithTheirIssue() throws {
        try withStore { store throws in
            var doubtful = record("a.md", "BERT is", "Google has")
            doubtful.candidates = doubtful.mentions.suffix(1).map { mention in
                var mention = mention
                mention.confidence = 0.3
                return mention
            }
            doubtful.mentions.removeLast()
            try store.replace(doubtful, version: "1")
            #expect(try store.count("SELECT count(*) FROM mention") == 1)
            #expect(
                try store.count("SELECT count(*) FROM candidates WHERE issue = 'a.md' AND confidence = 0.3")
                    == 1)
            try store.remove(["a.md"])
            #expect(try store.count("SELECT count(*) FROM candidates") == 0)
        }
    }

    @Test func linkingAgainKeepsTheNumbersOfEntities() throws {
        try withStore { store throws in
            try fill(store)
            let before = try store.dump()
            try link(store)
            #expect(try store.dump() == before)
        }
    }

    @Test func aRemovedIssueLeavesNoTrace() throws {
        try withStore { store throws in
            try fill(store)
            let before = try store.dump()
            try store.replace(record("b.md", "T5 is", "微软 has"), version: "1")
            #expect(try store.hits("微软").count == 1)
            try store.remove(["b.md", "never-there.md"])
            #expect(try !store.isLinked())
            try link(store)
            #expect(try store.dump() == before)
            #expect(try store.hits("T5").isEmpty)
            #expect(try store.hits("微软").isEmpty)
            try store.remove(["a.md"])
            try store.write { writer in
                _ = try writer.linkable()
                try writer.replaceGraph([], .none, entityOfMention: { _ in 0 })
            }
            for table in [
                "issue", "passage", "link", "entity", "mention", "candidate", "alias", "identity", "edge",
                "association",
                "association",
                "name",
                "name_key",
            ] {
                #expect(try store.count("SELECT count(*) FROM \(table)") == 0, "\(table)")
            }
        }
    }

    @Test func foreignKeysHold() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.appendingPathComponent("kg.sqlite").path
            let store = try GraphStore(path: path, access: .write)
            try fill(store)
            try store.replace(record("b.md", "T5 is"), version: "1")
            try store.remove(["a.md"])
            let broken = try store.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").count }
            #expect(broken == 0)
            try store.close()
            let other = try DatabaseQueue(path: path)
            #expect(throws: DatabaseError.self) {
                try other.write {
                    try $0.execute(sql: "INSERT INTO passage_row VALUES (99, 99, 0, 0, 1, 1, '')")
                }
            }
        }
    }

    @Test func whatAnIssueSaysComesBack() throws {
        try withStore { store throws in
            var one = record("a.md", "BERT is")
            let references: [Mention.Reference] = [
                .surface, .name("Jacob: Devlin"), .identity(Identity(kind: .arxiv, value: "cs/0112017")),
                .entry(type: .paper, name: "A: B | C"),
                .entry(type: .model, name: "伯特"), .name(""),
            ]
            one.mentions = references.enumerated().map { index, reference in
                Mention(
                    passage: 0, range: index..<index + 1, surface: "s", line: 1, source: 0..<1, type: .paper,
                    reference: reference, recognizer: "r", confidence: 0.25)
            }
            try store.replace(one, version: "v7")
            let (issues, mentions) = try store.write { try $0.linkable() }
            let names = mentions.rows.map { mentions.names.forms[Int($0.form)] }
            #expect(names.map(\.reference) == references)
            #expect(names.allSatisfy { $0.type == .paper && $0.surface == "s" })
            #expect(mentions.rows.allSatisfy { $0.confidence == 2500 })
            #expect(
                try store.storedIssues() == [
                    "a.md": StoredIssue(path: "a.md", contentHash: "h", recognizerVersion: "v7", size: 9)
                ])
            #expect(issues.map(\.path) == ["a.md"])
            #expect(issues.first?.date == IssueDate(iso: "2020-03"))
            #expect(issues.first?.language == "en")
        }
    }

    @Test func viewsKeepTheirColumns() throws {
        let columns: [String: [String]] = [
            "issues": [
                "id", "path", "title", "date", "date_precision", "number", "edition", "language",
                "encoding", "bytes", "warnings",
            ],
            "passages": [
                "id", "issue_id", "issue", "ordinal", "kind", "section", "text", "first_line", "last_line",
            ],
            "entities": [
                "id", "key", "type", "type_confidence", "name", "mentions", "passages", "issues",
                "first_date", "last_date",
            ],
            "aliases": ["entity_id", "entity", "type", "alias", "language"],
            "edges": [
                "a_id", "a", "a_type", "b_id", "b", "b_type", "passages", "issues", "editions", "weight",
                "first_date", "last_date", "jaccard", "npmi", "llr", "p", "q", "significant",
            ],
            "candidates": [
                "id", "surface", "type", "passage_id", "issue_id", "issue", "date", "language", "line",
                "text_start", "text_end", "recognizer", "confidence",
            ],
            "merges": [
                "entity_id", "entity", "type", "name", "other", "reason", "issue", "line", "passage_id",
                "other_issue", "other_line", "other_passage_id",
            ],
            "editions": ["edition", "date", "number", "issues", "languages", "issue"],
            "relations": [
                "id", "kind", "subject_id", "subject", "subject_type", "object_id", "object", "object_type",
                "passage_id", "issue_id", "issue", "date", "edition", "line", "pattern",
            ],
            "ranks": ["entity_id", "name", "type", "pagerank", "degree", "strength", "betweenness"],
            "communities": ["community", "community_name", "entity_id", "name", "type", "place"],
            "mentions": [
                "id", "entity_id", "entity", "type", "surface", "passage_id", "issue_id", "issue", "date",
                "language", "line", "start", "end", "text_start",
                "text_end", "recognizer", "confidence",
            ],
        ]
        try withStore { store throws in
            for (view, names) in columns {
                #expect(try store.read { try $0.columns(in: view).map(\.name) } == names, "\(view)")
            }
        }
    }

    @Test func aClosedDatabaseIsOneFile() throws {
        try withTemporaryFolder { folder throws in
            let store = try GraphStore(path: folder.appendingPathComponent("kg.sqlite").path, access: .write)
            try fill(store)
            try store.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["kg.sqlite"])
            let reader = try GraphStore(path: folder.appendingPathComponent("kg.sqlite").path, access: .read)
            #expect(try reader.isLinked())
        }
    }
}

@Suite struct FullTextTests {
    @Test(
        arguments: [
            ("BERT", ["BERT 的预训练模型", "Un modèle: BERT!"]), ("bert", ["BERT 的预训练模型", "Un modèle: BERT!"]),
            ("预训练", ["BERT 的预训练模型"]), ("训练 BERT", ["BERT 的预训练模型"]),
            ("练训", []), ("modele", ["Un modèle: BERT!"]), ("MODÈLE un", ["Un modèle: BERT!"]),
            ("\"modèle BERT\"", ["Un modèle: BERT!"]), ("\"BERT modèle\"", []),
            ("モデル", ["日本語のモデル"]), ("\"", []), ("", []), ("-- * ( ) OR", []), ("un OR", []), ("NEAR", []),
            ("\"模型", ["BERT 的预训练模型"]), ("a:b", []),
        ] as [(String, [String])])
    func wordsAreFoundInEveryLanguage(typed: String, found: [String]) throws {
        try withStore { store throws in
            try store.replace(record("a.md", "BERT 的预训练模型", "Un modèle: BERT!", "日本語のモデル"), version: "1")
            #expect(try store.hits(typed) == found)
        }
    }

    @Test func textWithoutChineseStaysAsItIs() {
        #expect(FullText.segmented("Un modèle “BERT” ключ") == "Un modèle “BERT” ключ")
        #expect(FullText.segmented("用BERT").split(separator: " ") == ["用", "BERT"])
    }
}
