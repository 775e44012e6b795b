import GRDB
import KGModel

/// What the store knows of an issue without reading its text.
public struct StoredIssue: Sendable, Hashable {
    public var path: String
    public var contentHash: String
    public var recognizerVersion: String
    /// Bytes.
    public var size: Int
}

extension GraphStore {
    /// The stored issues by path.
    public func storedIssues() throws -> [String: StoredIssue] {
        try queue.read { db in
            var issues: [String: StoredIssue] = [:]
            let rows = try Row.fetchCursor(
                db, sql: "SELECT path, content_hash, recognizer_version, size FROM issue")
            while let row = try rows.next() {
                let issue = StoredIssue(
                    path: row[0], contentHash: row[1], recognizerVersion: row[2], size: row[3])
                issues[issue.path] = issue
            }
            return issues
        }
    }

    /// Replaces all that is known of an issue, in one transaction.
    public func replace(_ record: IssueRecord, version: String) throws {
        try queue.write { db in
            try Self.delete(record.issue.path, db)
            try Self.insert(record, version, db)
            try Self.setState(db, "linked", "no")
        }
    }

    /// Removes issues that are no more.
    public func remove(_ paths: [String]) throws {
        guard !paths.isEmpty else { return }
        try queue.write { db in
            for path in paths { try Self.delete(path, db) }
            try Self.setState(db, "linked", "no")
        }
    }

    /// Whether the graph was made from the issues as they are.
    public func isLinked() throws -> Bool {
        try queue.read { db in
            try String.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'linked'") == "yes"
        }
    }

    static func setState(_ db: Database, _ name: String, _ value: String) throws {
        try db.cachedStatement(
            sql: "INSERT INTO state VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
        )
        .execute(arguments: [name, value])
    }

    private static func delete(_ path: String, _ db: Database) throws {
        guard
            let id = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT id FROM issue WHERE path = ?"), arguments: [path])
        else { return }
        // The full-text index keeps no text of its own: it must be told what to forget.
        let forget = try db.cachedStatement(
            sql: "INSERT INTO passage_fts (passage_fts, rowid, text) VALUES ('delete', ?, ?)")
        let passages = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT id, text FROM passage WHERE issue_id = ?"), arguments: [id])
        for passage in passages {
            let text: String = passage[1]
            try forget.execute(arguments: [passage[0] as Int64, FullText.segmented(text)])
        }
        try db.cachedStatement(sql: "DELETE FROM issue WHERE id = ?").execute(arguments: [id])
    }

    private static func insert(_ record: IssueRecord, _ version: String, _ db: Database) throws {
        let issue = record.issue
        try db.cachedStatement(
            sql: """
                INSERT INTO issue (path, title, date, number, language, encoding, size, content_hash, recognizer_version,
                    warnings, link_hashes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            issue.path, issue.title, issue.date?.description, issue.number, issue.language, issue.encoding,
            issue.size, issue.contentHash, version, issue.warnings.joined(separator: "\n"),
            PackedArray.data(record.linkFingerprints),
        ])
        let issueID = db.lastInsertedRowID
        if !record.repairs.isEmpty {
            let repairStatement = try db.cachedStatement(
                sql: """
                    INSERT INTO repair (issue_id, line, source_start, source_end, original, replacement, step, confidence,
                        alternatives) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """)
            for repair in record.repairs {
                try repairStatement.execute(arguments: [
                    issueID, repair.line, repair.range.lowerBound, repair.range.upperBound, repair.original,
                    repair.replacement, repair.step, repair.confidence,
                    repair.alternatives.joined(separator: "\n"),
                ])
            }
        }
        let passageStatement = try db.cachedStatement(
            sql: """
                INSERT INTO passage (issue_id, ordinal, kind, section, text, first_line, last_line)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)
        let textStatement = try db.cachedStatement(sql: "INSERT INTO passage_fts (rowid, text) VALUES (?, ?)")
        let linkStatement = try db.cachedStatement(
            sql: "INSERT INTO link (passage_id, text, url, identity) VALUES (?, ?, ?, ?)")
        var passageIDs: [Int64] = []
        for (ordinal, passage) in record.passages.enumerated() {
            try passageStatement.execute(arguments: [
                issueID, ordinal, passage.kind.rawValue, passage.section.joined(separator: " > "),
                passage.text,
                passage.lines.lowerBound, passage.lines.upperBound,
            ])
            let id = db.lastInsertedRowID
            passageIDs.append(id)
            try textStatement.execute(arguments: [id, FullText.segmented(passage.text)])
            guard !passage.links.isEmpty else { continue }
            let bytes = Array(passage.text.utf8)
            for link in passage.links {
                let text = String(decoding: bytes[link.range], as: UTF8.self)
                try linkStatement.execute(arguments: [id, text, link.url, link.identity?.description])
            }
        }
        let mentionStatement = try db.cachedStatement(
            sql: """
                INSERT INTO mention (passage_id, surface, type, reference, text_start, text_end, line, source_start,
                    source_end, recognizer, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for mention in record.mentions {
            try mentionStatement.execute(arguments: [
                passageIDs[mention.passage], mention.surface, mention.type.rawValue, mention.reference.stored,
                mention.range.lowerBound, mention.range.upperBound, mention.line, mention.source.lowerBound,
                mention.source.upperBound, mention.recognizer, mention.confidence,
            ])
        }
        guard !record.candidates.isEmpty else { return }
        let candidateStatement = try db.cachedStatement(
            sql: """
                INSERT INTO candidate (passage_id, surface, type, text_start, text_end, line, recognizer, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for candidate in record.candidates {
            try candidateStatement.execute(arguments: [
                passageIDs[candidate.passage], candidate.surface, candidate.type.rawValue,
                candidate.range.lowerBound, candidate.range.upperBound, candidate.line, candidate.recognizer,
                candidate.confidence,
            ])
        }
    }
}

extension Mention.Reference {
    /// One text for the database: a letter for the kind and what follows it.
    var stored: String {
        switch self {
        case .entry(let type, let name): "E\(type.rawValue):\(name)"
        case .identity(let identity): "I\(identity)"
        case .name(let name): "N\(name)"
        case .surface: "S"
        }
    }

    init(stored: String) {
        let rest = stored.dropFirst()
        switch stored.first {
        case "E":
            let parts = rest.split(separator: ":", maxSplits: 1)
            if parts.count == 2, let type = EntityType(rawValue: String(parts[0])) {
                self = .entry(type: type, name: String(parts[1]))
                return
            }
        case "I":
            if let identity = Identity(rest) {
                self = .identity(identity)
                return
            }
        case "N":
            self = .name(String(rest))
            return
        default: break
        }
        self = .surface
    }
}
