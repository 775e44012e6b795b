-- In how many issues each model is named, month by month.
-- :min_issues  in how many issues at least over the whole time (3)
SELECT substr(date, 1, 7) AS month, entity AS model, count(DISTINCT issue_id) AS issues, count(*) AS mentions
FROM mentions
WHERE type = 'model' AND length(date) >= 7
    AND entity_id IN (SELECT id FROM entities WHERE issues >= ifnull(:min_issues, 3))
GROUP BY month, entity_id
ORDER BY month, issues DESC, mentions DESC, model;
