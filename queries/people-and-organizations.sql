-- Who is mentioned with which organization, the firmest pairs first.
-- :min_passages  how many passages name both at least (2)
SELECT
    iif(a_type = 'person', a, b) AS person,
    iif(a_type = 'person', b, a) AS organization,
    passages, issues, round(npmi, 2) AS npmi, first_date AS first, last_date AS last
FROM edges
WHERE ((a_type = 'person' AND b_type = 'organization') OR (a_type = 'organization' AND b_type = 'person'))
    AND passages >= ifnull(:min_passages, 2)
ORDER BY passages DESC, npmi DESC, person, organization;
