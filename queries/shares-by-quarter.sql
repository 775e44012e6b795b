-- In what share of the issues of each quarter a thing is named. Translations of one issue count once.
-- :name  what it is called (BERT)
WITH
    quarters AS (
        SELECT edition, substr(date, 1, 4) || '-Q' || ((substr(date, 6, 2) + 2) / 3) AS quarter
        FROM editions WHERE length(date) >= 7
    ),
    naming AS (
        SELECT DISTINCT issues.edition FROM mentions JOIN issues ON issues.id = issue_id
        WHERE entity = ifnull(:name, 'BERT')
    )
SELECT quarter, count(naming.edition) AS naming, count(*) AS issues,
    round(1.0 * count(naming.edition) / count(*), 2) AS share
FROM quarters LEFT JOIN naming ON naming.edition = quarters.edition
GROUP BY quarter ORDER BY quarter;
