import GRDB
import KGModel

/// An issue as linking needs it.
public struct LinkableIssue: Sendable {
    /// Number in the database.
    public var id: Int64
    public var path: String
    public var language: String?
    public var date: IssueDate?
    public var number: Int?
    /// See `IssueRecord.linkFingerprints`.
    public var links: [UInt64]
    /// The edition that the database has it in, counted from 1.
    public var edition: Int?
    /// Its mentions among all.
    public var mentions: Range<Int> = 0..<0
}

/// An issue and the numbers of its passages.
struct NumberedIssue {
    var first: Int64
    var end: Int64
    var issue: LinkableIssue
}

extension GraphWriter {
    /// Everything that is to be linked: the issues in order of their paths, and their mentions.
    ///
    /// The mentions of one issue stand side by side, in order of their places.
    public func linkable() throws -> (issues: [LinkableIssue], mentions: MentionRows) {
        var byNumber = preparedIssues
        try loadIssues(&byNumber)
        preparedIssues = []
        if !hasStoredMentions { try loadMentions() }
        forgetRemoved()
        // Mentions of no issue are no mentions.
        var owner = 0
        mentions.rows.removeAll { row in
            while owner < byNumber.count, byNumber[owner].end <= row.passage { owner += 1 }
            return owner == byNumber.count || row.passage < byNumber[owner].first
        }
        var at = 0
        for index in byNumber.indices {
            let start = at
            while at < mentions.rows.count, mentions.rows[at].passage < byNumber[index].end { at += 1 }
            byNumber[index].issue.mentions = start..<at
        }
        let issues = byNumber.map(\.issue).sorted { $0.path < $1.path }
        return (issues, mentions)
    }

    /// Adds the issues that are stored and not yet among the given ones, in order of their passages; those that were
    /// deleted since go.
    func loadIssues(_ known: inout [NumberedIssue]) throws {
        if !deletedPaths.isEmpty { known.removeAll { deletedPaths.contains($0.issue.path) } }
        deletedPaths = []
        let rows = try RowStatement(
            db,
            """
            SELECT id, path, language, date, first_passage, passages, number, link_hashes, edition
            FROM issue WHERE id > ? ORDER BY first_passage, id
            """)
        rows.bind(1, known.lazy.map(\.issue.id).max() ?? 0)
        while try rows.next() {
            let first = Int64(rows.integer(4))
            known.append(
                NumberedIssue(
                    first: first, end: first + Int64(rows.integer(5)),
                    issue: LinkableIssue(
                        id: Int64(rows.integer(0)), path: rows.text(1),
                        language: rows.optionalText(2),
                        date: rows.optionalText(3).flatMap { IssueDate(iso: $0) },
                        number: rows.isNull(6) ? nil : rows.integer(6), links: rows.integers(7),
                        edition: rows.isNull(8) ? nil : rows.integer(8))))
        }
    }

    /// All mentions in order of passages; those that are stored come from the database.
    func loadMentions() throws {
        try loadNames()
        forgetRemoved()
        // A first build has them all at hand.
        guard try RowStatement(db, "SELECT 1 FROM mention_row LIMIT 1").next() else { return }
        let forms = mentions.names.byID
        let kept = mentions.rows.filter { !$0.isStored }
        mentions.rows.removeAll(keepingCapacity: true)
        mentions.rows.reserveCapacity(kept.count + (try GraphCounts.room(db).mentions))
        var pending = kept[...]
        let stored = try RowStatement(
            db, "SELECT passage_id, text_start, entity_id, name_id, confidence FROM mention_row")
        while try stored.next() {
            let passage = Int64(stored.integer(0))
            while let first = pending.first, first.passage < passage {
                mentions.rows.append(first)
                pending.removeFirst()
            }
            guard let form = forms[Int64(stored.integer(3))] else { continue }
            mentions.rows.append(
                MentionRows.Row(
                    passage: passage, form: form, start: Int32(truncatingIfNeeded: stored.integer(1)),
                    length: 0, lineOffset: 0, sourceStart: 0, sourceLength: 0,
                    entity: Int32(truncatingIfNeeded: stored.integer(2)),
                    confidence: Int16(clamping: stored.integer(4)), recognizer: 0, isStored: true))
        }
        mentions.rows += pending
    }

    /// Gives every mention the number of its entity, and a row if it has none; names that nothing is called
    /// any more go away.
    func assign(_ entity: (_ mention: Int) -> Int32) throws {
        let update = try RowStatement(
            db, "UPDATE mention_row SET entity_id = ? WHERE passage_id = ? AND text_start = ?")
        for index in mentions.rows.indices {
            let entity = entity(index)
            guard mentions.rows[index].entity != entity else { continue }
            mentions.rows[index].entity = entity
            let row = mentions.rows[index]
            guard row.isStored else { continue }
            update.bind(1, Int64(row.entity))
            update.bind(2, row.passage)
            update.bind(3, Int(row.start))
            try update.run()
        }
        try storeMentions()
        var isUsed = Array(repeating: false, count: mentions.names.forms.count)
        for row in mentions.rows { isUsed[Int(row.form)] = true }
        try mentions.names.drop(unused: isUsed.indices.filter { !isUsed[$0] }.map(Int32.init), db)
    }

    /// Writes the mentions that have no row yet.
    func storeMentions() throws {
        forgetRemoved()
        let pending = mentions.rows.indices.filter { !mentions.rows[$0].isStored }
        guard !pending.isEmpty else { return }
        try mentions.names.insert(pending.lazy.map { [rows = mentions.rows] in rows[$0].form }, db)
        let inserts = try RowInserts(db, "INSERT INTO mention_row", columns: 10, count: pending.count)
        for index in pending {
            mentions.rows[index].isStored = true
            let row = mentions.rows[index]
            inserts.row.bind(1, row.passage)
            inserts.row.bind(2, Int(row.start))
            inserts.row.bind(3, row.entity == 0 ? nil : Int64(row.entity))
            inserts.row.bind(4, mentions.names.id(of: row.form))
            inserts.row.bind(5, Int(row.length))
            inserts.row.bind(6, Int(row.lineOffset))
            inserts.row.bind(7, Int(row.sourceStart))
            inserts.row.bind(8, row.sourceLength == row.length ? nil : Int64(row.sourceLength))
            inserts.row.bind(9, Int(row.recognizer))
            inserts.row.bind(10, Int(row.confidence))
            try inserts.endRow()
        }
    }
}
