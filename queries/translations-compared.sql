-- What one language's edition of an issue names and another's does not: issues of one number side by side.
-- :language  the edition that lacks something (zh)
-- :original  the edition that has it (en)
WITH named AS (
    SELECT DISTINCT number, issues.language, entity_id, entity, type
    FROM mentions JOIN issues ON issues.id = issue_id
    WHERE number IS NOT NULL
)
SELECT original.number, original.type, original.entity AS missing
FROM named AS original
WHERE original.language = ifnull(:original, 'en')
    AND EXISTS (SELECT 1 FROM named WHERE number = original.number AND language = ifnull(:language, 'zh'))
    AND NOT EXISTS (
        SELECT 1 FROM named
        WHERE number = original.number AND language = ifnull(:language, 'zh') AND entity_id = original.entity_id)
ORDER BY original.number, original.type, missing;
