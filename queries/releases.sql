-- Who released what, as the issues state it: models and libraries by organization.
-- :organization  only this one (all)
SELECT object AS organization, subject AS name, subject_type AS type, count(DISTINCT edition) AS issues,
    min(date) AS first, min(issue || ':' || line) AS at
FROM relations
WHERE kind IN ('released by', 'from') AND object = ifnull(:organization, object)
GROUP BY object_id, subject_id
ORDER BY organization, issues DESC, name;
