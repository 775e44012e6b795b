import GRDB
import KGModel

/// The second layout: what can be told from another row is not written again.
///
/// - A passage's section is the chain of the heading passages above it.
/// - What a mention is called stands once in `name`, however often it is mentioned; a link's text is a stretch
///   of its passage.
/// - An entity's canonical name is not among its aliases; names are found by the hash of their key.
///
/// The views in `relations` have all that as columns again; the program asks them rather than the tables.
enum SchemaVersion2 {
    static let tables = """
        CREATE TABLE issue (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            title TEXT NOT NULL,
            date TEXT,
            number INTEGER,
            language TEXT,
            encoding TEXT NOT NULL,
            size INTEGER NOT NULL,
            content_hash TEXT NOT NULL,
            recognizer_version TEXT NOT NULL,
            warnings TEXT NOT NULL,
            first_passage INTEGER NOT NULL,
            passages INTEGER NOT NULL,
            stamp INTEGER,
            edition INTEGER,
            link_hashes BLOB
        );
        CREATE TABLE passage_row (
            id INTEGER PRIMARY KEY,
            issue_id INTEGER NOT NULL REFERENCES issue ON DELETE CASCADE,
            above INTEGER,
            kind INTEGER NOT NULL,
            first_line INTEGER NOT NULL,
            more_lines INTEGER NOT NULL,
            text TEXT NOT NULL
        );
        CREATE TABLE link_row (
            passage_id INTEGER NOT NULL REFERENCES passage_row ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            text_start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            url TEXT NOT NULL,
            identity TEXT,
            PRIMARY KEY (passage_id, ordinal)
        ) WITHOUT ROWID;
        CREATE TABLE repair (
            id INTEGER PRIMARY KEY,
            issue_id INTEGER NOT NULL REFERENCES issue ON DELETE CASCADE,
            line INTEGER NOT NULL,
            source_start INTEGER NOT NULL,
            source_end INTEGER NOT NULL,
            original TEXT NOT NULL,
            replacement TEXT NOT NULL,
            step TEXT NOT NULL,
            confidence REAL NOT NULL,
            alternatives TEXT NOT NULL
        );
        CREATE TABLE name (
            id INTEGER PRIMARY KEY,
            surface TEXT NOT NULL,
            type INTEGER NOT NULL,
            reference TEXT NOT NULL
        );
        CREATE TABLE recognizer (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        );
        CREATE TABLE entity (
            id INTEGER PRIMARY KEY,
            type TEXT NOT NULL,
            name TEXT NOT NULL,
            suffix TEXT NOT NULL,
            type_thousandths INTEGER NOT NULL DEFAULT 1000,
            mentions INTEGER NOT NULL,
            passages INTEGER NOT NULL,
            issues INTEGER NOT NULL,
            first_date TEXT,
            last_date TEXT,
            key TEXT GENERATED ALWAYS AS (type || ':' || name || suffix) VIRTUAL
        );
        CREATE TABLE mention_row (
            passage_id INTEGER NOT NULL REFERENCES passage_row ON DELETE CASCADE,
            text_start INTEGER NOT NULL,
            entity_id INTEGER REFERENCES entity ON DELETE SET NULL,
            name_id INTEGER NOT NULL REFERENCES name,
            length INTEGER NOT NULL,
            line_offset INTEGER NOT NULL,
            source_start INTEGER NOT NULL,
            source_length INTEGER,
            recognizer_id INTEGER NOT NULL REFERENCES recognizer,
            confidence INTEGER NOT NULL,
            PRIMARY KEY (passage_id, text_start)
        ) WITHOUT ROWID;
        CREATE TABLE candidate_row (
            passage_id INTEGER NOT NULL REFERENCES passage_row ON DELETE CASCADE,
            text_start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            type INTEGER NOT NULL,
            line_offset INTEGER NOT NULL,
            recognizer_id INTEGER NOT NULL REFERENCES recognizer,
            confidence INTEGER NOT NULL,
            PRIMARY KEY (passage_id, text_start)
        ) WITHOUT ROWID;
        CREATE TABLE alias_row (
            entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            name TEXT NOT NULL,
            language TEXT,
            PRIMARY KEY (entity_id, name)
        ) WITHOUT ROWID;
        CREATE TABLE name_key (
            hash INTEGER NOT NULL,
            entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            PRIMARY KEY (hash, entity_id)
        ) WITHOUT ROWID;
        CREATE TABLE identity (
            identity TEXT NOT NULL,
            entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            PRIMARY KEY (identity, entity_id)
        ) WITHOUT ROWID;
        \(edgeTables);
        CREATE TABLE merge_row (
            entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            name TEXT NOT NULL,
            other TEXT NOT NULL,
            reason TEXT NOT NULL,
            mention_id INTEGER NOT NULL,
            other_mention_id INTEGER,
            PRIMARY KEY (entity_id, name, other)
        ) WITHOUT ROWID;
        \(fullText);
        CREATE TABLE state (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        """

    /// Most pairs are named together once, and most names seldom: thousands of edges share the weights that their
    /// association is counted over, and with them all that follows from these. It depends on how much there is
    /// altogether, and changes with every issue; the edges' own rows do not.
    static let edgeTables = """
        CREATE TABLE association (
            id INTEGER PRIMARY KEY,
            together REAL NOT NULL,
            rarer REAL NOT NULL,
            commoner REAL NOT NULL,
            jaccard INTEGER NOT NULL,
            npmi INTEGER NOT NULL,
            llr INTEGER NOT NULL,
            p REAL,
            q REAL
        );
        CREATE TABLE edge_row (
            a_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            b_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            passages INTEGER NOT NULL,
            issues INTEGER NOT NULL,
            editions INTEGER NOT NULL,
            association_id INTEGER NOT NULL REFERENCES association,
            first_date TEXT,
            other_last_date TEXT,
            PRIMARY KEY (a_id, b_id)
        ) WITHOUT ROWID
        """

    /// Which passages hold which words, and no more: where the words stand and how often, their texts tell.
    static let fullText = """
        CREATE VIRTUAL TABLE passage_fts USING fts5 (
                text, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
            )
        """

    /// By name; made behind the rows of a first build, which is cheaper than with them.
    static let indexes: KeyValuePairs<String, String> = [
        "link_by_identity": "link_row (identity) WHERE identity IS NOT NULL",
        "repair_by_issue": "repair (issue_id)",
        "entity_by_type": "entity (type, issues DESC, mentions DESC)",
        // With it the lines of what names an entity are told without a look at the mentions.
        "mention_by_entity": "mention_row (entity_id, passage_id, text_start, line_offset)",
        "identity_by_entity": "identity (entity_id)",
        "edge_by_b": "edge_row (b_id)",
        "relation_by_subject": "relation (subject_passage, subject_start)",
    ]

    /// Tables as the program speaks of them.
    static let relations = """
        CREATE VIEW passage AS
            SELECT id, issue_id, id - (SELECT first_passage FROM issue WHERE id = issue_id) AS ordinal,
                \(cases("kind", Passage.Kind.allCases.map { ($0.code, $0.rawValue) })) AS kind,
                CASE WHEN above IS NULL THEN '' ELSE (
                    WITH RECURSIVE heading (id, depth) AS (
                        SELECT passage_row.id - passage_row.above, 0
                        UNION ALL
                        SELECT upper.id - upper.above, depth + 1
                        FROM heading JOIN passage_row AS upper ON upper.id = heading.id
                        WHERE upper.above IS NOT NULL
                    )
                    SELECT group_concat(text, ' > ') FROM (
                        SELECT own.text FROM heading JOIN passage_row AS own ON own.id = heading.id
                        ORDER BY depth DESC
                    )
                ) END AS section,
                text, first_line, first_line + more_lines AS last_line
            FROM passage_row;
        CREATE VIEW link AS
            SELECT passage_id << 16 | ordinal AS id, passage_id,
                (SELECT \(slice) FROM passage_row WHERE id = passage_id) AS text, url, identity
            FROM link_row;
        CREATE VIEW mention AS
            SELECT passage_id << 26 | text_start AS id, passage_id, entity_id,
                (SELECT surface FROM name WHERE id = name_id) AS surface,
                (SELECT \(types("type")) FROM name WHERE id = name_id) AS type,
                (SELECT reference FROM name WHERE id = name_id) AS reference,
                text_start, text_start + length AS text_end,
                (SELECT first_line FROM passage_row WHERE id = passage_id) + line_offset AS line,
                source_start, source_start + ifnull(source_length, length) AS source_end,
                (SELECT name FROM recognizer WHERE id = recognizer_id) AS recognizer,
                confidence / 10000.0 AS confidence
            FROM mention_row;
        CREATE VIEW candidate AS
            SELECT passage_id << 26 | text_start AS id, passage_id,
                (SELECT \(slice) FROM passage_row WHERE id = passage_id) AS surface, \(types("type")) AS type,
                text_start, text_start + length AS text_end,
                (SELECT first_line FROM passage_row WHERE id = passage_id) + line_offset AS line,
                (SELECT name FROM recognizer WHERE id = recognizer_id) AS recognizer,
                confidence / 10000.0 AS confidence
            FROM candidate_row;
        \(edge);
        CREATE VIEW alias AS
            SELECT id AS entity_id, name, NULL AS language FROM entity
            UNION ALL
            SELECT entity_id, name, language FROM alias_row;
        """

    static let edge = """
        CREATE VIEW edge AS
            SELECT a_id, b_id, passages, issues, first_date, ifnull(other_last_date, first_date) AS last_date,
                npmi / 1000000.0 AS npmi, llr / 1000000.0 AS llr, editions, together AS weight,
                jaccard / 1000000.0 AS jaccard, p, q
            FROM edge_row JOIN association ON association.id = association_id
        """

    /// Bytes of a passage as text.
    private static let slice = "CAST(substr(CAST(text AS BLOB), text_start + 1, length) AS TEXT)"

    private static func types(_ column: String) -> String {
        cases(column, EntityType.allCases.map { ($0.code, $0.rawValue) })
    }

    private static func cases(_ column: String, _ values: [(code: Int, word: String)]) -> String {
        "CASE \(column) " + values.map { "WHEN \($0.code) THEN '\($0.word)'" }.joined(separator: " ") + " END"
    }

    /// What users query; see also `Schema.secondViews`.
    static let views = """
        CREATE VIEW passages AS
            SELECT passage.id, issue_id, path AS issue, ordinal, kind, section, text, first_line, last_line
            FROM passage JOIN issue ON issue.id = issue_id;
        CREATE VIEW repairs AS
            SELECT repair.id, issue_id, path AS issue, line, source_start AS start, source_end AS "end", original,
                replacement, step, confidence, alternatives
            FROM repair JOIN issue ON issue.id = issue_id;
        CREATE VIEW entities AS
            SELECT id, key, type, type_thousandths / 1000.0 AS type_confidence, name, mentions, passages, issues,
                first_date, last_date
            FROM entity;
        CREATE VIEW merges AS
            SELECT merge_row.entity_id, entity.name AS entity, entity.type AS type, merge_row.name, merge_row.other,
                reason, issue.path AS issue, mention.line, mention.passage_id,
                other_issue.path AS other_issue, other_mention.line AS other_line,
                other_mention.passage_id AS other_passage_id
            FROM merge_row
                JOIN entity ON entity.id = merge_row.entity_id
                JOIN mention ON mention.passage_id = mention_id >> 26 AND mention.text_start = mention_id & 67108863
                JOIN passage_row ON passage_row.id = mention.passage_id
                JOIN issue ON issue.id = passage_row.issue_id
                LEFT JOIN mention AS other_mention ON other_mention.passage_id = other_mention_id >> 26
                    AND other_mention.text_start = other_mention_id & 67108863
                LEFT JOIN passage_row AS other_passage ON other_passage.id = other_mention.passage_id
                LEFT JOIN issue AS other_issue ON other_issue.id = other_passage.issue_id;
        CREATE VIEW aliases AS
            SELECT entity_id, entity.name AS entity, type, alias.name AS alias, language
            FROM alias JOIN entity ON entity.id = entity_id;
        CREATE VIEW identities AS
            SELECT entity_id, name AS entity, type, identity,
                substr(identity, 1, instr(identity, ':') - 1) AS kind
            FROM identity JOIN entity ON entity.id = entity_id;
        CREATE VIEW mentions AS
            SELECT mention.id, entity_id, entity.name AS entity, entity.type AS type, surface, passage_id, issue_id,
                path AS issue, date, issue.language AS language, line, source_start AS start, source_end AS "end",
                text_start, text_end, recognizer, confidence
            FROM mention
                JOIN entity ON entity.id = entity_id
                JOIN passage ON passage.id = passage_id
                JOIN issue ON issue.id = issue_id;
        CREATE VIEW links AS
            SELECT link.id, passage_id, issue_id, path AS issue, date, first_line AS line, link.text, url,
                link.identity, identity.entity_id, entity.name AS entity, entity.type AS type
            FROM link
                JOIN passage ON passage.id = passage_id
                JOIN issue ON issue.id = issue_id
                LEFT JOIN identity ON identity.identity = link.identity
                LEFT JOIN entity ON entity.id = identity.entity_id;
        CREATE VIEW candidates AS
            SELECT candidate.id, surface, type, passage_id, issue_id, path AS issue, date, issue.language AS language,
                line, text_start, text_end, recognizer, confidence
            FROM candidate
                JOIN passage ON passage.id = passage_id
                JOIN issue ON issue.id = issue_id;
        """

    /// Brings rows of the first layout into the second. What it does not keep, sections of passages and
    /// the graph, comes back with the next build, which reads all files anew.
    static func migrate(_ db: Database) throws {
        let views = try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'view'")
        for view in views { try db.execute(sql: "DROP VIEW \(view)") }
        let former = [
            "issue", "passage", "link", "repair", "entity", "mention", "alias", "identity", "edge", "state",
            "passage_fts",
        ]
        for index in try String.fetchAll(
            db, sql: "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")
        {
            try db.execute(sql: "DROP INDEX \(index)")
        }
        for table in former { try db.execute(sql: "ALTER TABLE \(table) RENAME TO former_\(table)") }
        try db.execute(sql: tables)
        try db.execute(sql: Schema.secondTables)
        try db.execute(sql: moves)
        for table in former.reversed() { try db.execute(sql: "DROP TABLE former_\(table)") }
        try Schema.createIndexes(db)
        try db.execute(sql: relations)
        try db.execute(sql: Self.views)
        try db.execute(sql: Schema.secondViews)
        try FullText.refill(db)
    }

    private static let moves = """
        INSERT INTO issue
            SELECT id, path, title, date, number, language, encoding, size, content_hash, '', warnings,
                ifnull((SELECT min(id) FROM former_passage WHERE issue_id = former_issue.id), 0),
                (SELECT count(*) FROM former_passage WHERE issue_id = former_issue.id), NULL, NULL, NULL
            FROM former_issue;
        INSERT INTO passage_row
            SELECT id, issue_id, NULL, \(codes("kind", Passage.Kind.allCases.map { ($0.code, $0.rawValue) })),
                first_line, last_line - first_line, text
            FROM former_passage;
        INSERT INTO link_row
            SELECT passage_id, row_number() OVER (PARTITION BY passage_id ORDER BY id) - 1, 0, 0, url, identity
            FROM former_link;
        INSERT INTO repair SELECT * FROM former_repair;
        INSERT INTO name (surface, type, reference)
            SELECT DISTINCT surface, \(typeCodes), reference FROM former_mention ORDER BY 1, 2, 3;
        INSERT INTO recognizer (name) SELECT DISTINCT recognizer FROM former_mention ORDER BY 1;
        INSERT INTO mention_row
            SELECT passage_id, text_start, NULL, name.id, text_end - text_start, line - first_line, source_start,
                nullif(source_end - source_start, text_end - text_start), recognizer.id,
                CAST(round(confidence * 10000) AS INTEGER)
            FROM former_mention
                JOIN former_passage ON former_passage.id = passage_id
                JOIN recognizer ON recognizer.name = recognizer
                JOIN name ON name.surface = former_mention.surface
                    AND name.type = \(typeCodes) AND name.reference = former_mention.reference;
        INSERT INTO state VALUES ('linked', 'no');
        """

    private static var typeCodes: String {
        codes("former_mention.type", EntityType.allCases.map { ($0.code, $0.rawValue) })
    }

    private static func codes(_ column: String, _ values: [(code: Int, word: String)]) -> String {
        "CASE \(column) " + values.map { "WHEN '\($0.word)' THEN \($0.code)" }.joined(separator: " ") + " END"
    }
}
