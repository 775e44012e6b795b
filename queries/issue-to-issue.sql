-- What two neighbouring issues have in common: names of both, over names of one of both. Translations count once.
WITH
    ordered AS (SELECT edition, date, row_number() OVER (ORDER BY date, edition) AS place FROM editions WHERE date IS NOT NULL),
    named AS (
        SELECT DISTINCT place, date AS edition_date, entity_id
        FROM (SELECT entity_id, issues.edition FROM mentions JOIN issues ON issues.id = issue_id) AS one
            JOIN ordered ON ordered.edition = one.edition
    ),
    sizes AS (SELECT place, edition_date, count(*) AS names FROM named GROUP BY place)
SELECT earlier.edition_date AS earlier, later.edition_date AS later, later.names,
    count(one.entity_id) AS kept, later.names - count(one.entity_id) AS fresh,
    round(1.0 * count(one.entity_id) / (earlier.names + later.names - count(one.entity_id)), 2) AS jaccard
FROM sizes AS later
    JOIN sizes AS earlier ON earlier.place = later.place - 1
    LEFT JOIN named AS other ON other.place = later.place
    LEFT JOIN named AS one ON one.place = earlier.place AND one.entity_id = other.entity_id
GROUP BY later.place ORDER BY later.place;
