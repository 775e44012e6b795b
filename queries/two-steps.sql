-- Over what a thing leads to others: names two steps away, and the strongest names between.
-- :name  where to start (BERT)
-- :type  only names of this type at the end (all)
WITH
    beside AS (
        SELECT a_id AS id, a AS name, b_id AS other_id, b AS other, b_type AS type, weight FROM edges
        UNION ALL
        SELECT b_id, b, a_id, a, a_type, weight FROM edges
    ),
    near AS (SELECT other_id, other, weight FROM beside WHERE name = ifnull(:name, 'BERT'))
SELECT beside.other AS name, beside.type, near.other AS over, round(max(min(near.weight, beside.weight)), 1) AS strength
FROM near JOIN beside ON beside.id = near.other_id
WHERE beside.other <> ifnull(:name, 'BERT') AND beside.other_id NOT IN (SELECT other_id FROM near)
    AND beside.type = ifnull(:type, beside.type)
GROUP BY beside.other_id
ORDER BY strength DESC, name, over
LIMIT ifnull(:limit, 20);
