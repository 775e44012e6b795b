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
        \(edges);
        CREATE VIEW relations AS \(RelationQuery.sql(from: "relation"));
        CREATE VIEW ranks AS
            SELECT entity_id, name, type, pagerank, degree, strength, betweenness
            FROM node_rank JOIN entity ON entity.id = entity_id;
        CREATE VIEW communities AS
            SELECT community, community.name AS community_name, entity_id, entity.name, type,
                row_number() OVER (PARTITION BY community ORDER BY place) AS place
            FROM community JOIN entity ON entity.id = entity_id;
        """

    static let edges = """
        CREATE VIEW edges AS
            SELECT a_id, a.name AS a, a.type AS a_type, b_id, b.name AS b, b.type AS b_type,
                edge.passages, edge.issues, editions, weight, edge.first_date, edge.last_date, jaccard, npmi, llr, p, q,
                q IS NOT NULL AND q <= 0.05 AND npmi > 0 AS significant
            FROM edge JOIN entity AS a ON a.id = a_id JOIN entity AS b ON b.id = b_id
        """
}
