-- Tools named in several issues, the most recurrent first.
-- :min_issues  in how many issues at least (2)
SELECT name, issues, mentions, first_date AS first, last_date AS last
FROM entities
WHERE type = 'library' AND issues >= ifnull(:min_issues, 2)
ORDER BY issues DESC, mentions DESC, key;
