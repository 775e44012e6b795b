import Foundation
import GRDB
import GraphStore
import KGModel

/// A folder that is gone after the test.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        .appendingPathComponent("kg-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}

/// A new database that is gone after the test.
func withStore<Result>(_ body: (GraphStore) throws -> Result) throws -> Result {
    try withTemporaryFolder { folder in
        let store = try GraphStore(path: folder.appendingPathComponent("kg.sqlite").path, access: .write)
        let result = try body(store)
        try store.close()
        return result
    }
}

/// An issue with a passage for each text, each of which is a mention of a model from its start.
func record(_ path: String, _ texts: String...) -> IssueRecord {
    IssueRecord(
        issue: Issue(
            path: path, title: "T", date: IssueDate(iso: "2020-03"), number: 3, language: "en",
            contentHash: "h", size: 9, warnings: ["one", "two"]),
        passages: texts.enumerated().map { index, text in
            Passage(
                kind: .paragraph, section: ["A", "B"], text: text, lines: index + 1...index + 1,
                links: [Link(range: 0..<1, url: "https://arxiv.org/abs/1810.04805")])
        },
        mentions: texts.indices.map { index in
            Mention(
                passage: index, range: 0..<1, surface: "x\(index)", line: index + 1, source: 0..<1,
                type: .model, reference: .surface, recognizer: "r",
                confidence: 0.5)
        })
}

extension GraphStore {
    func count(_ sql: String) throws -> Int { try read { try Int.fetchOne($0, sql: sql) ?? -1 } }

    /// Every row of every table as text, in order.
    func dump() throws -> [String] {
        try read { db in
            try [
                "issue", "passage", "link", "entity", "mention", "alias", "identity", "edge", "state", "name",
                "name_key",
            ]
            .flatMap { table in
                try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0)" }.sorted()
            }
        }
    }

    func hits(_ typed: String) throws -> [String] {
        try read { db in
            try FullTextSearch(typed, db).hits().map(\.passage).sorted().map { passage in
                try String.fetchOne(
                    db, sql: "SELECT text FROM passage_row WHERE id = ?", arguments: [passage])
                    ?? ""
            }
        }
    }
}
