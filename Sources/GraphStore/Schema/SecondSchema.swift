import KGModel

/// What the second version of the schema has besides the rows of issues and their graph.
extension Schema {
    static let secondTables = """
        CREATE TABLE structure (
            name TEXT PRIMARY KEY,
            data BLOB NOT NULL
        );
        CREATE TABLE node_rank (
            entity_id INTEGER PRIMARY KEY REFERENCES entity ON DELETE CASCADE,
            pagerank REAL NOT NULL,
            degree INTEGER NOT NULL,
            strength REAL NOT NULL,
            betweenness REAL NOT NULL
        );
        CREATE TABLE community (
            entity_id INTEGER PRIMARY KEY REFERENCES entity ON DELETE CASCADE,
            community INTEGER NOT NULL,
            place INTEGER NOT NULL,
            name TEXT NOT NULL
        );
        CREATE TABLE relation (
            passage_id INTEGER NOT NULL REFERENCES passage_row ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            kind TEXT NOT NULL,
            subject_passage INTEGER NOT NULL,
            subject_start INTEGER NOT NULL,
            object_passage INTEGER NOT NULL,
            object_start INTEGER NOT NULL,
            pattern TEXT NOT NULL,
            PRIMARY KEY (passage_id, ordinal)
        ) WITHOUT ROWID;
        """

    /// What the linked names turned out to be must be what the relation is about.
    private static let kinds = RelationKind.allCases.map { kind in
        """
                    WHEN '\(kind.rawValue)'
                        THEN subject.type = '\(kind.subject.rawValue)' AND object.type = '\(kind.object.rawValue)'
        """
    }.joined(separator: "\n")

    static let secondViews = """
        CREATE VIEW issues AS
            SELECT id, path, title, date,
                CASE length(date) WHEN 4 THEN 'year' WHEN 7 THEN 'month' WHEN 10 THEN 'day' END AS date_precision,
                number, edition, language, encoding, size AS bytes, warnings
            FROM issue;
        CREATE VIEW editions AS
            SELECT edition, min(date) AS date, min(number) AS number, count(*) AS issues,
                group_concat(language, ' ') AS languages, min(path) AS issue
            FROM (SELECT * FROM issue ORDER BY edition, language, path)
            WHERE edition IS NOT NULL GROUP BY edition;
        CREATE VIEW edges AS
            SELECT a_id, a.name AS a, a.type AS a_type, b_id, b.name AS b, b.type AS b_type,
                edge.passages, edge.issues, editions, weight, edge.first_date, edge.last_date, jaccard, npmi, llr, p, q,
                q IS NOT NULL AND q <= 0.05 AND npmi > 0 AS significant
            FROM edge JOIN entity AS a ON a.id = a_id JOIN entity AS b ON b.id = b_id;
        CREATE VIEW relations AS
            SELECT relation.passage_id << 16 | ordinal AS id, relation.kind,
                subject_mention.entity_id AS subject_id, subject.name AS subject, subject.type AS subject_type,
                object_mention.entity_id AS object_id, object.name AS object, object.type AS object_type,
                relation.passage_id, passage_row.issue_id, path AS issue, issue.date, issue.edition,
                passage_row.first_line + object_mention.line_offset AS line, pattern
            FROM relation
                JOIN mention_row AS subject_mention ON subject_mention.passage_id = subject_passage
                    AND subject_mention.text_start = subject_start
                JOIN mention_row AS object_mention ON object_mention.passage_id = object_passage
                    AND object_mention.text_start = object_start
                JOIN entity AS subject ON subject.id = subject_mention.entity_id
                JOIN entity AS object ON object.id = object_mention.entity_id
                JOIN passage_row ON passage_row.id = object_passage
                JOIN issue ON issue.id = passage_row.issue_id
            WHERE subject.id <> object.id
                AND CASE relation.kind
        \(kinds)
                END;
        CREATE VIEW ranks AS
            SELECT entity_id, name, type, pagerank, degree, strength, betweenness
            FROM node_rank JOIN entity ON entity.id = entity_id;
        CREATE VIEW communities AS
            SELECT community, community.name AS community_name, entity_id, entity.name, type,
                row_number() OVER (PARTITION BY community ORDER BY place) AS place
            FROM community JOIN entity ON entity.id = entity_id;
        """
}
