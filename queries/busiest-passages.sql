-- Passages that name the most different things: where to look first.
SELECT issue, min(line) AS line, count(DISTINCT entity_id) AS entities, count(*) AS mentions
FROM mentions
GROUP BY passage_id
ORDER BY entities DESC, mentions DESC, issue, line
LIMIT ifnull(:limit, 10);
