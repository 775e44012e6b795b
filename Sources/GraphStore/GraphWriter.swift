import GRDB
import KGModel

extension GraphStore {
    /// Writes issues and the graph over them in one transaction; nothing of it stays when `body` throws.
    public func write<Result>(_ body: (GraphWriter) throws -> Result) throws -> Result {
        try queue.writeWithoutTransaction { db in
            // Rows are deleted with what belongs to them; checking each again costs more than writing it.
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            defer { try? db.execute(sql: "PRAGMA foreign_keys = ON") }
            try db.execute(sql: "BEGIN IMMEDIATE")
            do {
                let writer = try GraphWriter(db)
                let result = try body(writer)
                try writer.finish()
                try db.execute(sql: "COMMIT")
                Parallel.letGo(writer.mentions)
                writer.mentions = MentionRows()
                return result
            } catch {
                if db.isInsideTransaction { try? db.execute(sql: "ROLLBACK") }
                throw error
            }
        }
    }
}

/// Writes to a graph's database, within `GraphStore.write`.
///
/// The mentions of new issues are kept until they are linked, so that each row is written once and in order.
public final class GraphWriter {
    let db: Database
    private let issues: IssueRowWriter
    /// The mentions that have no row yet; all of them, once they were loaded to be linked.
    var mentions = MentionRows()
    /// Whether `mentions` holds those that have rows as well.
    var hasStoredMentions = false
    /// The graph as it is stored, where only what differs from it is to be written.
    var storedGraph: Promise<StoredGraph>?
    private var hasNames = false
    private var text: RowStatement?
    private var isMarked = false
    /// Issues that were read before anything was changed, and the paths of those that were deleted since.
    var preparedIssues: [NumberedIssue] = []
    var deletedPaths: Set<String> = []
    /// Passages whose mentions are to be forgotten.
    private var removed: [Range<Int64>] = []

    init(_ db: Database) throws {
        self.db = db
        issues = try IssueRowWriter(db)
    }

    /// Replaces all that is known of an issue.
    ///
    /// - Parameters:
    ///   - version: of the recognizers that read it.
    ///   - stamp: see `StoredIssue.stamp`.
    ///   - text: its words, from a `TextIndexer` whose results are all written, in order; nil to have them cut.
    public func replace(
        _ record: IssueRecord, version: String, stamp: Int64? = nil, text: IndexedText? = nil
    ) throws {
        try remove(record.issue.path)
        try markChanged()
        try loadNames()
        let first = try issues.insert(record, version: version, stamp: stamp, text: text)
        for mention in record.mentions {
            let passage = record.passages[mention.passage]
            mentions.rows.append(
                MentionRows.Row(
                    passage: first + Int64(mention.passage),
                    form: mentions.names.number(
                        of: SurfaceForm(
                            surface: mention.surface, type: mention.type, reference: mention.reference)),
                    start: Int32(truncatingIfNeeded: mention.range.lowerBound),
                    length: Int32(truncatingIfNeeded: mention.range.count),
                    lineOffset: Int32(truncatingIfNeeded: mention.line - passage.lines.lowerBound),
                    sourceStart: Int32(truncatingIfNeeded: mention.source.lowerBound),
                    sourceLength: Int32(truncatingIfNeeded: mention.source.count),
                    entity: 0, confidence: Int16(clamping: IssueRowWriter.stored(mention.confidence)),
                    recognizer: try issues.recognizer(mention.recognizer), isStored: false))
        }
    }

    /// Removes an issue that is no more; false if there was none of this path.
    @discardableResult public func remove(_ path: String) throws -> Bool {
        guard let passages = try issues.delete(path) else { return false }
        if !preparedIssues.isEmpty { deletedPaths.insert(path) }
        if hasStoredMentions || passages.lowerBound >= issues.firstNewPassage { removed.append(passages) }
        try markChanged()
        return true
    }

    /// Notes that a file was touched but says what it said.
    public func restamp(_ path: String, _ stamp: Int64?) throws {
        try db.cachedStatement(sql: "UPDATE issue SET stamp = ? WHERE path = ?").execute(arguments: [
            stamp, path,
        ])
    }

    /// Makes what was written so far outlast an interruption.
    public func commit() throws {
        if isMarked { try db.execute(sql: "DELETE FROM merge_row") }
        try finish()
        try db.execute(sql: "COMMIT; BEGIN IMMEDIATE")
    }

    /// Whether the words of passages are wanted with them: a database that is filled for the first time.
    public var wantsText: Bool { issues.wantsText }

    /// Says that all issues are written: what can be done beside linking is begun.
    public func endIssues() throws { try issues.beginText() }

    func finish() throws {
        try storeMentions()
        try issues.flushText()
    }

    /// Reads the mentions as they are stored, while there is nothing else to do; for builds that change little.
    public func prepareLinking() throws {
        // Whole tables are read once; of a large file the rest is read as ever, since it counts as memory.
        try db.execute(sql: "PRAGMA mmap_size = 134217728")
        try loadMentions()
        try loadIssues(&preparedIssues)
        hasStoredMentions = true
    }

    /// Begins to read the graph as it is stored, on a thread beside this one that names are linked on; for builds that
    /// change little.
    ///
    /// - Parameter path: the database.
    public func beginLinking(path: String) {
        if hasStoredMentions { storedGraph = Promise { try StoredGraph(path: path) } }
    }

    /// Drops the mentions of issues that were removed.
    func forgetRemoved() {
        guard !removed.isEmpty else { return }
        removed.sort { $0.lowerBound < $1.lowerBound }
        var rest = removed[...]
        // Both stand in order of passages.
        mentions.rows.removeAll { row in
            while let first = rest.first, first.upperBound <= row.passage { rest.removeFirst() }
            return rest.first?.contains(row.passage) ?? false
        }
        removed = []
    }

    /// Loads the names of the database when they are first needed.
    func loadNames() throws {
        guard !hasNames else { return }
        mentions.names = try NameTable.load(db)
        hasNames = true
    }

    /// The text of a passage.
    public func passageText(_ id: Int64) throws -> String? {
        let rows = try text ?? RowStatement(db, "SELECT text FROM passage_row WHERE id = ?")
        text = rows
        rows.bind(1, id)
        defer { rows.reset() }
        return try rows.next() ? rows.text(0) : nil
    }

    private func markChanged() throws {
        guard !isMarked else { return }
        isMarked = true
        // Their evidence may go away; where merges are compared with those to come, `commit` does it.
        if !hasStoredMentions { try db.execute(sql: "DELETE FROM merge_row") }
        try GraphStore.setState(db, "linked", "no")
    }
}
