-- Papers that issues link but never name: candidates for a proper mention.
SELECT identity, count(DISTINCT issue) AS issues, min(date) AS first,
    min(issue || ':' || line) AS at, min(text) AS linked_as
FROM links
WHERE entity_id IS NULL
    AND (identity LIKE 'arxiv:%' OR identity LIKE 'doi:%' OR identity LIKE 'acl:%' OR identity LIKE 'openreview:%')
GROUP BY identity
ORDER BY issues DESC, identity;
