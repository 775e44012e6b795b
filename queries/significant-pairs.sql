-- Pairs named together more often than chance explains, at a false discovery rate of 5 percent.
-- :type  only pairs with this type on one side at least (all)
SELECT a, a_type, b, b_type, passages, editions AS issues, jaccard, round(npmi, 2) AS npmi, round(llr, 1) AS llr, p, q
FROM edges
WHERE significant AND (:type IS NULL OR :type IN (a_type, b_type))
ORDER BY q, llr DESC, a, b;
