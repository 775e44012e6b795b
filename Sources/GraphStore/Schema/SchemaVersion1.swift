/// The first layout, which a database of a former version is read from when it is brought up to date.
enum SchemaVersion1 {
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
            warnings TEXT NOT NULL
        );
        CREATE TABLE passage (
            id INTEGER PRIMARY KEY,
            issue_id INTEGER NOT NULL REFERENCES issue ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            kind TEXT NOT NULL,
            section TEXT NOT NULL,
            text TEXT NOT NULL,
            first_line INTEGER NOT NULL,
            last_line INTEGER NOT NULL
        );
        CREATE INDEX passage_by_issue ON passage (issue_id, ordinal);
        CREATE TABLE link (
            id INTEGER PRIMARY KEY,
            passage_id INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
            text TEXT NOT NULL,
            url TEXT NOT NULL,
            identity TEXT
        );
        CREATE INDEX link_by_passage ON link (passage_id);
        CREATE INDEX link_by_identity ON link (identity) WHERE identity IS NOT NULL;
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
        CREATE INDEX repair_by_issue ON repair (issue_id);
        CREATE TABLE entity (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            name TEXT NOT NULL,
            mentions INTEGER NOT NULL,
            passages INTEGER NOT NULL,
            issues INTEGER NOT NULL,
            first_date TEXT,
            last_date TEXT
        );
        CREATE INDEX entity_by_type ON entity (type, issues DESC, mentions DESC);
        CREATE TABLE mention (
            id INTEGER PRIMARY KEY,
            passage_id INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
            entity_id INTEGER REFERENCES entity ON DELETE SET NULL,
            surface TEXT NOT NULL,
            type TEXT NOT NULL,
            reference TEXT NOT NULL,
            text_start INTEGER NOT NULL,
            text_end INTEGER NOT NULL,
            line INTEGER NOT NULL,
            source_start INTEGER NOT NULL,
            source_end INTEGER NOT NULL,
            recognizer TEXT NOT NULL,
            confidence REAL NOT NULL
        );
        CREATE INDEX mention_by_passage ON mention (passage_id, text_start);
        CREATE INDEX mention_by_entity ON mention (entity_id);
        CREATE TABLE alias (
            entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            name TEXT NOT NULL,
            language TEXT,
            name_key TEXT NOT NULL,
            PRIMARY KEY (entity_id, name)
        ) WITHOUT ROWID;
        CREATE INDEX alias_by_key ON alias (name_key);
        CREATE TABLE identity (
            identity TEXT NOT NULL,
            entity_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            PRIMARY KEY (identity, entity_id)
        ) WITHOUT ROWID;
        CREATE INDEX identity_by_entity ON identity (entity_id);
        CREATE TABLE edge (
            a_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            b_id INTEGER NOT NULL REFERENCES entity ON DELETE CASCADE,
            passages INTEGER NOT NULL,
            issues INTEGER NOT NULL,
            first_date TEXT,
            last_date TEXT,
            npmi REAL NOT NULL,
            llr REAL NOT NULL,
            PRIMARY KEY (a_id, b_id)
        ) WITHOUT ROWID;
        CREATE INDEX edge_by_b ON edge (b_id);
        CREATE VIRTUAL TABLE passage_fts USING fts5 (
            text, content = '', tokenize = 'unicode61 remove_diacritics 2'
        );
        CREATE TABLE state (
            name TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) WITHOUT ROWID;
        """

    static let views = """
        CREATE VIEW issues AS
            SELECT id, path, title, date,
                CASE length(date) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END AS date_precision,
                number, language, encoding, size AS bytes, warnings
            FROM issue;
        CREATE VIEW passages AS
            SELECT passage.id, issue_id, path AS issue, ordinal, kind, section, text, first_line, last_line
            FROM passage JOIN issue ON issue.id = issue_id;
        CREATE VIEW repairs AS
            SELECT repair.id, issue_id, path AS issue, line, source_start AS start, source_end AS "end", original,
                replacement, step, confidence, alternatives
            FROM repair JOIN issue ON issue.id = issue_id;
        CREATE VIEW entities AS
            SELECT id, key, type, name, mentions, passages, issues, first_date, last_date
            FROM entity;
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
        CREATE VIEW edges AS
            SELECT a_id, a.name AS a, a.type AS a_type, b_id, b.name AS b, b.type AS b_type,
                edge.passages, edge.issues, edge.first_date, edge.last_date, npmi, llr
            FROM edge JOIN entity AS a ON a.id = a_id JOIN entity AS b ON b.id = b_id;
        CREATE VIEW links AS
            SELECT link.id, passage_id, issue_id, path AS issue, date, first_line AS line, link.text, url,
                link.identity, identity.entity_id, entity.name AS entity, entity.type AS type
            FROM link
                JOIN passage ON passage.id = passage_id
                JOIN issue ON issue.id = issue_id
                LEFT JOIN identity ON identity.identity = link.identity
                LEFT JOIN entity ON entity.id = identity.entity_id;
        """
}
