-- Pairs that the last issue names together for the first time, though both were named before.
WITH last AS (SELECT edition FROM editions WHERE date IS NOT NULL ORDER BY date DESC, edition DESC LIMIT 1)
SELECT a, a_type, b, b_type, edges.passages
FROM edges
    JOIN entities AS one ON one.id = a_id
    JOIN entities AS other ON other.id = b_id
WHERE edges.first_date = (SELECT date FROM editions JOIN last USING (edition))
    AND one.first_date < edges.first_date AND other.first_date < edges.first_date
ORDER BY min(one.issues, other.issues) DESC, edges.passages DESC, a, b;
