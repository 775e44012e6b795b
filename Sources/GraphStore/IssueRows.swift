import GRDB
import KGModel

/// What the store knows of an issue without reading its text.
public struct StoredIssue: Sendable, Hashable {
    public var path: String
    public var contentHash: String
    public var recognizerVersion: String
    /// Bytes.
    public var size: Int
    /// What tells that the file was not touched since, see `FileStamp`; nil where that is not sure.
    public var stamp: Int64?

    public init(
        path: String, contentHash: String, recognizerVersion: String, size: Int, stamp: Int64? = nil
    ) {
        self.path = path
        self.contentHash = contentHash
        self.recognizerVersion = recognizerVersion
        self.size = size
        self.stamp = stamp
    }
}

extension GraphStore {
    /// The stored issues by path.
    public func storedIssues() throws -> [String: StoredIssue] {
        try queue.read { db in
            var issues: [String: StoredIssue] = [:]
            let rows = try RowStatement(
                db, "SELECT path, content_hash, recognizer_version, size, stamp FROM issue")
            while try rows.next() {
                let issue = StoredIssue(
                    path: rows.text(0), contentHash: rows.text(1), recognizerVersion: rows.text(2),
                    size: rows.integer(3), stamp: rows.isNull(4) ? nil : Int64(rows.integer(4)))
                issues[issue.path] = issue
            }
            return issues
        }
    }

    /// Replaces all that is known of an issue, in one transaction.
    public func replace(_ record: IssueRecord, version: String) throws {
        try write { try $0.replace(record, version: version) }
    }

    /// Removes issues that are no more.
    public func remove(_ paths: [String]) throws {
        guard !paths.isEmpty else { return }
        try write { writer in
            for path in paths { try writer.remove(path) }
        }
    }

    /// Whether the graph was made from the issues as they are.
    public func isLinked() throws -> Bool {
        try queue.read { db in
            try String.fetchOne(db, sql: "SELECT value FROM state WHERE name = 'linked'") == "yes"
        }
    }
}

/// The rows of one issue: written and deleted with statements that are prepared once.
final class IssueRowWriter {
    let db: Database
    private let issue: RowStatement
    private let repair: RowStatement
    private let passage: RowStatement
    private let text: RowStatement
    private let link: RowStatement
    private let candidate: RowStatement
    private let relation: RowStatement
    private var lastIssue: Int64
    private var lastPassage: Int64
    /// Passages from this number on were written here.
    let firstNewPassage: Int64
    private var recognizers: [String: UInt8] = [:]
    /// Fills the full-text index of a new database, as long as FTS5 itself was not asked to do it.
    private var load: FullTextLoad?
    private var isTextLeft = false
    /// Cuts the words of texts that FTS5 indexes itself, to tell their sizes.
    private let indexer = TextIndexer(number: 0)

    init(_ db: Database) throws {
        self.db = db
        issue = try RowStatement(
            db,
            """
            INSERT INTO issue (id, path, title, date, number, language, encoding, size, content_hash,
                recognizer_version, warnings, first_passage, passages, stamp, link_hashes)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        repair = try RowStatement(
            db,
            """
            INSERT INTO repair (issue_id, line, source_start, source_end, original, replacement, step, confidence,
                alternatives) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        passage = try RowStatement(db, "INSERT INTO passage_row VALUES (?, ?, ?, ?, ?, ?, ?)")
        text = try RowStatement(db, "INSERT INTO passage_fts (rowid, text) VALUES (?, ?)")
        link = try RowStatement(db, "INSERT INTO link_row VALUES (?, ?, ?, ?, ?, ?)")
        candidate = try RowStatement(db, "INSERT INTO candidate_row VALUES (?, ?, ?, ?, ?, ?, ?)")
        relation = try RowStatement(db, "INSERT INTO relation VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
        lastIssue = try Int64.fetchOne(db, sql: "SELECT max(id) FROM issue") ?? 0
        lastPassage = try Int64.fetchOne(db, sql: "SELECT max(id) FROM passage_row") ?? 0
        firstNewPassage = lastPassage + 1
        if lastIssue == 0 { load = try FullTextLoad(db) }
        for row in try Row.fetchAll(db, sql: "SELECT id, name FROM recognizer") {
            recognizers[row[1]] = UInt8(exactly: row[0] as Int64)
        }
    }

    /// Writes all of an issue but its mentions.
    ///
    /// - Parameter text: its words, if they were cut already.
    /// - Returns: the number of its first passage; the others follow.
    func insert(
        _ record: IssueRecord, version: String, stamp: Int64?, text words: IndexedText?
    ) throws -> Int64 {
        if let words, let load {
            try load.add(words, firstPassage: lastPassage + 1)
        } else {
            try leaveTextToFTS5()
        }
        lastIssue += 1
        let id = lastIssue
        let first = lastPassage + 1
        try insert(record, id, version, stamp, first)
        for repair in record.repairs { try insert(repair, of: id) }
        var headings = HeadingTrail()
        var sizes: [TextSize] = []
        for ordinal in record.passages.indices {
            let one = record.passages[ordinal]
            let number = first + Int64(ordinal)
            passage.bind(1, number)
            passage.bind(2, id)
            passage.bind(3, headings.distance(to: one, at: ordinal, in: record.passages).map(Int64.init))
            passage.bind(4, one.kind.code)
            passage.bind(5, one.lines.lowerBound)
            passage.bind(6, one.lines.count - 1)
            passage.bind(7, one.text)
            try passage.run()
            if load == nil {
                text.bind(1, number)
                text.bind(2, FullText.segmented(one.text))
                try text.run()
                var words = one.text
                sizes.append(try words.withUTF8 { try indexer.size(of: $0) })
            }
            for (index, link) in one.links.enumerated() { try insert(link, number, index) }
        }
        if !sizes.isEmpty { try TextSizes.write(sizes, firstPassage: first, db) }
        lastPassage += Int64(record.passages.count)
        for one in record.candidates {
            candidate.bind(1, first + Int64(one.passage))
            candidate.bind(2, one.range.lowerBound)
            candidate.bind(3, one.range.count)
            candidate.bind(4, one.type.code)
            candidate.bind(5, one.line - record.passages[one.passage].lines.lowerBound)
            candidate.bind(6, Int(try recognizer(one.recognizer)))
            candidate.bind(7, Self.stored(one.confidence))
            try candidate.run()
        }
        for (ordinal, one) in record.relations.enumerated() { try insert(one, ordinal, record, first) }
        return first
    }

    var wantsText: Bool { load != nil }

    /// Begins to make what the full-text index lacks, beside whatever else is done.
    func beginText() throws { try load?.encode() }

    /// Writes what the full-text index lacks.
    func flushText() throws { try load?.finish() }

    /// The same; from then on FTS5 keeps the index.
    func leaveTextToFTS5() throws {
        try flushText()
        load = nil
        guard !isTextLeft else { return }
        isTextLeft = true
        try TextSizes.forget(after: lastPassage, db)
    }

    /// The number of a recognizer, by its name. There are a dozen.
    func recognizer(_ name: String) throws -> UInt8 {
        if let id = recognizers[name] { return id }
        try db.execute(sql: "INSERT INTO recognizer (name) VALUES (?)", arguments: [name])
        guard let id = UInt8(exactly: db.lastInsertedRowID) else {
            throw DatabaseError(resultCode: .SQLITE_FULL, message: "too many recognizers")
        }
        recognizers[name] = id
        return id
    }

    /// Ten-thousandths: more of a confidence is noise.
    static func stored(_ confidence: Double) -> Int { Int((confidence * 10_000).rounded()) }

    private func insert(
        _ record: IssueRecord, _ id: Int64, _ version: String, _ stamp: Int64?, _ firstPassage: Int64
    ) throws {
        let one = record.issue
        issue.bind(1, id)
        issue.bind(2, one.path)
        issue.bind(3, one.title)
        issue.bind(4, one.date?.description)
        issue.bind(5, one.number.map(Int64.init))
        issue.bind(6, one.language)
        issue.bind(7, one.encoding)
        issue.bind(8, one.size)
        issue.bind(9, one.contentHash)
        issue.bind(10, version)
        issue.bind(11, one.warnings.joined(separator: "\n"))
        issue.bind(12, firstPassage)
        issue.bind(13, record.passages.count)
        issue.bind(14, stamp)
        try record.linkFingerprints.map(\.littleEndian).withUnsafeBytes { hashes in
            issue.bind(15, blob: hashes)
            try issue.run()
        }
    }

    /// Ends are told by their places: mentions have no rows yet.
    private func insert(
        _ one: StatedRelation, _ ordinal: Int, _ record: IssueRecord, _ firstPassage: Int64
    ) throws {
        let subject = record.mentions[one.subject]
        let object = record.mentions[one.object]
        relation.bind(1, firstPassage + Int64(object.passage))
        relation.bind(2, ordinal)
        relation.bind(3, one.kind.rawValue)
        relation.bind(4, firstPassage + Int64(subject.passage))
        relation.bind(5, subject.range.lowerBound)
        relation.bind(6, firstPassage + Int64(object.passage))
        relation.bind(7, object.range.lowerBound)
        relation.bind(8, one.pattern)
        try relation.run()
    }

    private func insert(_ one: RepairNote, of issue: Int64) throws {
        repair.bind(1, issue)
        repair.bind(2, one.line)
        repair.bind(3, one.range.lowerBound)
        repair.bind(4, one.range.upperBound)
        repair.bind(5, one.original)
        repair.bind(6, one.replacement)
        repair.bind(7, one.step)
        repair.bind(8, one.confidence)
        repair.bind(9, one.alternatives.joined(separator: "\n"))
        try repair.run()
    }

    private func insert(_ one: Link, _ passage: Int64, _ ordinal: Int) throws {
        link.bind(1, passage)
        link.bind(2, ordinal)
        link.bind(3, one.range.lowerBound)
        link.bind(4, one.range.count)
        link.bind(5, one.url)
        link.bind(6, one.identity?.description)
        try link.run()
    }
}
