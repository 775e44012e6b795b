import GRDB
import GraphStore
import Linking

/// An edge with everything that is counted of it, over all issues or over those of a filter.
public struct GraphEdge: Sendable, Hashable {
    /// Numbers of the ends' entities in the database.
    public var a: Int64
    public var b: Int64
    public var figures: EdgeFigures

    /// The end that is not the given one.
    func other(than id: Int64) -> Int64 { a == id ? b : a }
}

/// What is counted of a pair that is named together.
public struct EdgeFigures: Sendable, Hashable {
    /// Passages and issues that name both.
    public var passages: Int
    public var issues: Int
    /// Issues, translations of one counted once; passages, where one of `k` translations counts a `k`th.
    public var editions: Int
    public var weight: Double
    /// ISO 8601, of the first and last dated issue that names both.
    public var firstDate: String?
    public var lastDate: String?
    /// Counted over `weight`; see `Association`.
    public var jaccard: Double
    public var npmi: Double
    public var llr: Double
    /// The chance of such an `llr`, and the false discovery rate at which the pair is a finding among all that
    /// were tested; nil where there is too little to test. See `EdgeSignificance`.
    public var p: Double?
    public var q: Double?

    public init(
        passages: Int, issues: Int, editions: Int = 0, weight: Double = 0, firstDate: String? = nil,
        lastDate: String? = nil, jaccard: Double = 0, npmi: Double, llr: Double, p: Double? = nil,
        q: Double? = nil
    ) {
        self.passages = passages
        self.issues = issues
        self.editions = editions
        self.weight = weight
        self.firstDate = firstDate
        self.lastDate = lastDate
        self.jaccard = jaccard
        self.npmi = npmi
        self.llr = llr
        self.p = p
        self.q = q
    }

    public var significance: Significance {
        guard let q else { return .tooFewToTest }
        return q <= EdgeSignificance.rate && npmi > 0 ? .significant : .notSignificant
    }

    /// Six decimals: a third of a passage is no 0.3333333333333333.
    private static func rounded(_ weight: Double) -> Double { (weight * 1e6).rounded() / 1e6 }

    /// The columns of the table `edge` that `init(_:from:)` reads.
    static let columns = """
        edge.passages, edge.issues, edge.editions, edge.weight, edge.first_date, edge.last_date, edge.jaccard, \
        edge.npmi, edge.llr, edge.p, edge.q
        """

    /// - Parameter column: of the first of them.
    init(_ row: RowStatement, from column: Int32) {
        self.init(
            passages: row.integer(column), issues: row.integer(column + 1), editions: row.integer(column + 2),
            weight: Self.rounded(row.double(column + 3)), firstDate: row.optionalText(column + 4),
            lastDate: row.optionalText(column + 5), jaccard: row.double(column + 6),
            npmi: row.double(column + 7), llr: row.double(column + 8),
            p: row.isNull(column + 9) ? nil : row.double(column + 9),
            q: row.isNull(column + 10) ? nil : row.double(column + 10))
    }

    init(_ row: Row, from column: Int) {
        self.init(
            passages: row[column], issues: row[column + 1], editions: row[column + 2],
            weight: Self.rounded(row[column + 3]),
            firstDate: row[column + 4], lastDate: row[column + 5], jaccard: row[column + 6],
            npmi: row[column + 7], llr: row[column + 8], p: row[column + 9], q: row[column + 10])
    }

    init(_ edge: CoMention, _ test: EdgeSignificance.Test?) {
        let association = edge.association
        self.init(
            passages: Int(edge.passages), issues: Int(edge.issues), editions: Int(edge.editions),
            weight: Self.rounded(edge.weight),
            firstDate: edge.firstDate?.description, lastDate: edge.lastDate?.description,
            jaccard: association.jaccard, npmi: association.npmi, llr: association.llr, p: test?.p, q: test?.q
        )
    }
}

/// Whether a pair is named together more often than chance explains.
public enum Significance: String, Sendable, Hashable, CaseIterable {
    case significant = "yes"
    case notSignificant = "no"
    /// One of its names, or the pair, stands in too few editions for a test to tell anything.
    case tooFewToTest = "too few to test"
}

/// How many pairs of a graph, or of the issues of a filter, could be tested.
public struct Testability: Sendable, Hashable {
    /// Issues, translations of one counted once.
    public var editions: Int
    /// Pairs of names that stand in enough editions each; 0 where nothing can be tested.
    public var testedPairs: Int

    public var isTooFew: Bool { testedPairs == 0 }

    /// Why nothing can be tested, in one line.
    public var explanation: String {
        editions < EdgeSignificance.leastEditions
            ? "too few to test: \(editions) \(editions == 1 ? "edition" : "editions") here (translations count once), "
                + "\(EdgeSignificance.leastEditions) are needed"
            : "too few to test: no two names stand in \(EdgeSignificance.leastEditionsOfName) editions each"
    }
}
