import GRDB
import KGModel

/// What the association of a pair is counted over: passages, where one of `k` translations of an issue counts a `k`th.
public struct AssociationWeights: Sendable, Equatable {
    /// Of the passages that name both, and of those that name the one and the other, the smaller first.
    let together: Double
    let rarer: Double
    let commoner: Double
    /// Whether there is enough to test; see `AssociationFigures.p`.
    let isTested: Bool

    public init(together: Double, a: Double, b: Double, isTested: Bool = false) {
        self.together = together
        rarer = min(a, b)
        commoner = max(a, b)
        self.isTested = isTested
    }

    /// A hash, the same in every run.
    var fingerprint: UInt64 {
        var mixed = together.bitPattern &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ mixed >> 32 ^ rarer.bitPattern) &* 0xD6E8_FEB8_6659_FD93
        mixed = (mixed ^ mixed >> 32 ^ commoner.bitPattern) &* 0xD6E8_FEB8_6659_FD93
        return isTested ? ~mixed : mixed
    }
}

/// How surprising it is that two entities are named together; see `Linking.Association`.
public struct AssociationFigures: Sendable {
    public var jaccard: Double
    public var npmi: Double
    public var llr: Double
    /// Chance of such an `llr` by itself, and among all pairs that were tested; nil where there is too little to test.
    public var p: Double?
    public var q: Double?

    public init(
        jaccard: Double = 0, npmi: Double = 0, llr: Double = 0, p: Double? = nil, q: Double? = nil
    ) {
        self.jaccard = jaccard
        self.npmi = npmi
        self.llr = llr
        self.p = p
        self.q = q
    }
}

/// An association as it stands in the database.
struct StoredAssociation: Sendable {
    var id: Int64
    var weights: AssociationWeights
    var figures: Figures

    struct Figures: Sendable, Equatable {
        /// Millionths: figures are rounded to six decimals, and take half the room as whole numbers.
        var jaccard: Int
        var npmi: Int
        var llr: Int
        var p: Double?
        var q: Double?

        init(_ figures: AssociationFigures) {
            jaccard = Self.millionths(figures.jaccard)
            npmi = Self.millionths(figures.npmi)
            llr = Self.millionths(figures.llr)
            p = figures.p
            q = figures.q
        }

        private static func millionths(_ value: Double) -> Int { Int((value * 1_000_000).rounded()) }

        /// Reads the columns from the fifth on.
        fileprivate init(_ row: RowStatement) {
            jaccard = row.integer(4)
            npmi = row.integer(5)
            llr = row.integer(6)
            p = row.isNull(7) ? nil : row.double(7)
            q = row.isNull(8) ? nil : row.double(8)
        }
    }

    /// All of a database, in order of their numbers.
    static func all(_ db: Database) throws -> [StoredAssociation] {
        var all: [StoredAssociation] = []
        let rows = try RowStatement(
            db, "SELECT id, together, rarer, commoner, jaccard, npmi, llr, p, q FROM association ORDER BY id")
        while try rows.next() {
            let figures = Figures(rows)
            all.append(
                StoredAssociation(
                    id: Int64(rows.integer(0)),
                    weights: AssociationWeights(
                        together: rows.double(1), a: rows.double(2), b: rows.double(3),
                        isTested: figures.p != nil),
                    figures: figures))
        }
        return all
    }
}

/// The associations that edges share, brought from one graph to the next by their differences.
struct AssociationTable {
    private var all: [StoredAssociation]
    private var places: NumbersByHash
    private var changes: [Change]

    private enum Change {
        case unused, unchanged, figures, new
    }

    init(_ stored: [StoredAssociation]) {
        all = stored
        changes = Array(repeating: .unused, count: stored.count)
        places = NumbersByHash(capacity: stored.count)
        for (place, one) in stored.enumerated() {
            places.keep(place, one.weights.fingerprint) { stored[$0].weights == one.weights }
        }
    }

    /// The number of the association that is counted over such weights.
    ///
    /// - Parameter figures: what it is now; asked for once.
    mutating func id(_ weights: AssociationWeights, _ figures: () -> AssociationFigures) -> Int64 {
        let hash = weights.fingerprint
        guard let known = places.number(hash, where: { all[$0].weights == weights }) else {
            places.keep(all.count, hash) { _ in false }
            let one = StoredAssociation(
                id: (all.last?.id ?? 0) + 1, weights: weights, figures: .init(figures()))
            all.append(one)
            changes.append(.new)
            return one.id
        }
        if changes[known] == .unused {
            let figures = StoredAssociation.Figures(figures())
            changes[known] = figures == all[known].figures ? .unchanged : .figures
            all[known].figures = figures
        }
        return all[known].id
    }

    /// Writes what is new or has changed, and deletes what no edge has.
    func write(_ db: Database) throws {
        let write = try RowStatement(
            db, "INSERT OR REPLACE INTO association VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        let delete = try RowStatement(db, "DELETE FROM association WHERE id = ?")
        for (one, change) in zip(all, changes) {
            switch change {
            case .unchanged: continue
            case .unused:
                delete.bind(1, one.id)
                try delete.run()
            case .figures, .new:
                write.bind(1, one.id)
                write.bind(2, one.weights.together)
                write.bind(3, one.weights.rarer)
                write.bind(4, one.weights.commoner)
                write.bind(5, one.figures.jaccard)
                write.bind(6, one.figures.npmi)
                write.bind(7, one.figures.llr)
                write.bind(8, one.figures.p)
                write.bind(9, one.figures.q)
                try write.run()
            }
        }
    }
}
