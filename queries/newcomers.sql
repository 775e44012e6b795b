-- Newcomers of the last issue: what no earlier issue names. Translations of that issue count with it.
-- :type  only this type, such as model or person (all)
WITH last_issue AS (SELECT max(date) AS date FROM issues)
SELECT name, type, mentions, issues
FROM entities, last_issue
WHERE first_date = last_issue.date AND type = ifnull(:type, type)
ORDER BY mentions DESC, type, key;
