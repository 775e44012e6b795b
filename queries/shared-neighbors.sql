-- What is named beside both of two things.
-- :one    the first (BERT)
-- :other  the second (GPT-2)
WITH beside AS (
    SELECT a AS name, b_id AS id, b AS neighbor, b_type AS type, weight FROM edges
    UNION ALL
    SELECT b, a_id, a, a_type, weight FROM edges
)
SELECT one.neighbor AS name, one.type, round(one.weight, 1) AS with_one, round(other.weight, 1) AS with_other
FROM beside AS one JOIN beside AS other ON other.id = one.id
WHERE one.name = ifnull(:one, 'BERT') AND other.name = ifnull(:other, 'GPT-2')
ORDER BY min(one.weight, other.weight) DESC, one.weight + other.weight DESC, name;
