-- The longest streaks: issues in a row that name a thing. Translations of one issue count once.
-- :type  only this type, such as library (all)
WITH
    ordered AS (SELECT edition, date, row_number() OVER (ORDER BY date, edition) AS place FROM editions WHERE date IS NOT NULL),
    named AS (
        SELECT DISTINCT entity_id, entity, type, place, ordered.date
        FROM mentions JOIN issues ON issues.id = issue_id JOIN ordered ON ordered.edition = issues.edition
    ),
    runs AS (
        SELECT *, place - row_number() OVER (PARTITION BY entity_id ORDER BY place) AS run FROM named
    )
SELECT entity AS name, type, count(*) AS issues, min(date) AS first, max(date) AS last
FROM runs
WHERE type = ifnull(:type, type)
GROUP BY entity_id, run
HAVING issues >= 2
ORDER BY issues DESC, first, name
LIMIT ifnull(:limit, 20);
