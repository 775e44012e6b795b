-- Each issue with its translations: in which languages it appeared, and how many names each names.
SELECT editions.edition, editions.date, number, issues, languages,
    (SELECT count(DISTINCT entity_id) FROM mentions JOIN issues AS one ON one.id = issue_id
        WHERE one.edition = editions.edition) AS names
FROM editions
ORDER BY editions.edition;
