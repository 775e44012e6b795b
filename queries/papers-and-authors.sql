-- Papers with the people whom the issues state as their authors.
SELECT subject AS paper, group_concat(DISTINCT object) AS people, min(date) AS first, min(issue || ':' || line) AS at
FROM relations
WHERE kind = 'by'
GROUP BY subject_id
ORDER BY first DESC, paper;
