-- What has the most neighbors, by type. For PageRank and betweenness see `kg rank`, which fills the view ranks.
-- :type  only this type, such as person (all)
WITH ends AS (SELECT a_id AS id, weight FROM edges UNION ALL SELECT b_id, weight FROM edges)
SELECT name, type, count(*) AS neighbors, round(sum(weight), 1) AS strength, issues
FROM ends JOIN entities ON entities.id = ends.id
WHERE type = ifnull(:type, type)
GROUP BY entities.id
ORDER BY neighbors DESC, strength DESC, key
LIMIT ifnull(:limit, 20);
