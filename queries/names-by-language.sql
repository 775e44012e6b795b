-- What a thing is called in each language: aliases that belong to one.
-- :language  only this language (all)
SELECT entity, type, language, alias
FROM aliases
WHERE language IS NOT NULL AND language = ifnull(:language, language)
    AND alias IN (SELECT surface FROM mentions)
ORDER BY type, entity, language, alias;
