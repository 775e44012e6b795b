/// How well names were found, typed and linked: four figures, as the project's annotation guidelines define them.
public struct Score: Sendable, Hashable {
    /// Mentions of the same document, line, surface and type.
    public var mention: Figure
    /// Entities in each document: one counts when a found entity of its type covers at least one of its mentions
    /// (one to one, largest overlap first).
    public var node: Figure
    /// B-cubed over the mentions that were found and are right in place, over all documents together. `matched`,
    /// `predicted` and `expected` are the number of these mentions. Source: A. Bagga and B. Baldwin, "Algorithms for
    /// scoring coreference chains", LREC 1998.
    public var link: Figure
    /// Pairs of entities that share a line somewhere; entities are paired one to one over all documents, whatever
    /// their type.
    public var edge: Figure

    public static let names = ["mention", "node", "link", "edge"]

    /// In the order of `names`.
    public var figures: [Figure] { [mention, node, link, edge] }
}

/// Precision, recall and their harmonic mean, in percent; 0 where nothing was expected or found.
public struct Figure: Sendable, Hashable {
    public var f1: Double
    public var precision: Double
    public var recall: Double
    public var matched: Int
    public var predicted: Int
    public var expected: Int

    /// From counts.
    public init(matched: Int, predicted: Int, expected: Int) {
        self.init(
            precision: predicted > 0 ? Double(matched) / Double(predicted) : 0,
            recall: expected > 0 ? Double(matched) / Double(expected) : 0)
        self.matched = matched
        self.predicted = predicted
        self.expected = expected
    }

    /// From shares of 1.
    public init(precision p: Double, recall r: Double) {
        f1 = p + r > 0 ? 200 * p * r / (p + r) : 0
        precision = 100 * p
        recall = 100 * r
        matched = 0
        predicted = 0
        expected = 0
    }
}
