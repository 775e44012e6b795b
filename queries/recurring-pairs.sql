-- Pairs that recur: named together in several issues, the most surprising first.
-- :min_issues  in how many issues at least (3)
SELECT a, a_type, b, b_type, issues, passages, round(npmi, 2) AS npmi, round(llr, 1) AS llr
FROM edges
WHERE issues >= ifnull(:min_issues, 3)
ORDER BY llr DESC, a, b;
