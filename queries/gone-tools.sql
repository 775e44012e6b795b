-- Tools that went away: named in several issues once, but in none since a while.
-- :months      for how many months before the last issue (3)
-- :min_issues  in how many issues they were named at least (2)
WITH last_issue AS (SELECT max(date) AS date FROM issues)
SELECT name, issues, first_date AS first, last_date AS last
FROM entities, last_issue
WHERE type = 'library'
    AND issues >= ifnull(:min_issues, 2)
    AND last_date < date(last_issue.date, '-' || ifnull(:months, 3) || ' months')
ORDER BY last_date DESC, issues DESC, key;
