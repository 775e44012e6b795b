-- Who is where, as the issues state it.
-- :organization  only this one (all)
SELECT object AS organization, subject AS person, count(DISTINCT edition) AS issues, min(date) AS first,
    min(issue || ':' || line) AS at
FROM relations
WHERE kind = 'at' AND object = ifnull(:organization, object)
GROUP BY object_id, subject_id
ORDER BY organization, issues DESC, person;
