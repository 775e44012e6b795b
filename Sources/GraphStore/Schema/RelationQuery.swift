import KGModel

/// What the view `relations` shows, of all stated relations or of some.
public enum RelationQuery {
    /// - Parameter source: what stands behind FROM: the table `relation`, or a part of it under that name.
    public static func sql(from source: String) -> String {
        """
        SELECT relation.passage_id << 16 | ordinal AS id, relation.kind,
            subject_mention.entity_id AS subject_id, subject.name AS subject, subject.type AS subject_type,
            object_mention.entity_id AS object_id, object.name AS object, object.type AS object_type,
            relation.passage_id, passage_row.issue_id, path AS issue, issue.date, issue.edition,
            passage_row.first_line + object_mention.line_offset AS line, pattern
        FROM \(source)
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
            END
        """
    }

    /// The stated relations that an entity is an end of, in order; found by its mentions, not by looking at all, and
    /// only at the ends that one of its type can be.
    public static func ofEntity(_ parameter: String, _ type: EntityType) -> String {
        var ends: [String] = []
        if RelationKind.allCases.contains(where: { $0.subject == type }) {
            ends.append("subject_passage = mention_row.passage_id AND subject_start = text_start")
        }
        if RelationKind.allCases.contains(where: { $0.object == type }) {
            ends.append("relation.passage_id = mention_row.passage_id AND object_start = text_start")
        }
        let queries = ends.map { end in
            "SELECT relation.* FROM mention_row JOIN relation ON \(end) WHERE entity_id = \(parameter)"
        }
        // One that can be neither end has none.
        let none = "SELECT * FROM relation WHERE 0"
        return "(\(queries.isEmpty ? none : queries.joined(separator: " UNION "))) AS relation"
    }

    /// What the linked names turned out to be must be what the relation is about.
    private static let kinds = RelationKind.allCases.map { kind in
        """
                    WHEN '\(kind.rawValue)'
                        THEN subject.type = '\(kind.subject.rawValue)' AND object.type = '\(kind.object.rawValue)'
        """
    }.joined(separator: "\n")
}
