-- Comebacks: named in the last issue after a while away. Translations of one issue count once.
-- :type      only this type, such as library (all)
-- :editions  how many issues it was away at least (2)
WITH
    ordered AS (SELECT edition, row_number() OVER (ORDER BY date, edition) AS place FROM editions WHERE date IS NOT NULL),
    named AS (
        SELECT DISTINCT entity_id, entity, type, place
        FROM mentions JOIN issues ON issues.id = issue_id JOIN ordered ON ordered.edition = issues.edition
    ),
    gaps AS (
        SELECT *, place - lag(place) OVER (PARTITION BY entity_id ORDER BY place) - 1 AS away
        FROM named
    )
SELECT entity AS name, type, away AS issues_away
FROM gaps
WHERE place = (SELECT max(place) FROM ordered) AND away >= ifnull(:editions, 2) AND type = ifnull(:type, type)
ORDER BY away DESC, type, name;
