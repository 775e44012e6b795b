import Foundation

/// How surprising it is that two things are named together as often as they are.
///
/// Counted over the passages that name anything at all.
public struct Association: Sendable, Hashable {
    /// Normalized pointwise mutual information: -1 never together, 0 as often as by chance,
    /// 1 never apart. Source: G. Bouma, "Normalized (pointwise) mutual information in collocation
    /// extraction", GSCL 2009.
    public var npmi: Double
    /// Log-likelihood ratio G² of the two-by-two table; 0 and up, negative never. Source: T. Dunning,
    /// "Accurate methods for the statistics of surprise and coincidence", CL 19(1), 1993.
    public var llr: Double
    /// Jaccard index: of the passages that name one of both, how many name both; 0 to 1. Source: P. Jaccard,
    /// "The distribution of the flora in the alpine zone", New Phytologist 11(2), 1912.
    public var jaccard: Double

    /// Whether both are named together more often than by chance.
    public var isPositive: Bool { npmi > 0 }

    /// The chance of an `llr` as high as this between two things that have nothing to do with each other: the
    /// upper tail of the chi-square distribution with one degree of freedom. Six significant digits.
    public var p: Double { Self.significant(erfc((llr / 2).squareRoot())) }

    /// - Parameters:
    ///   - together: passages that name both.
    ///   - a: passages that name the one.
    ///   - b: passages that name the other.
    ///   - total: all passages.
    public init(together: Int, a: Int, b: Int, total: Int) {
        self.init(together: Double(together), a: Double(a), b: Double(b), total: Double(total))
    }

    /// The same, of passages that count a part each.
    public init(together both: Double, a one: Double, b other: Double, total n: Double) {
        let together = both
        let total = n
        // To the last bit the same in either order.
        let (a, b) = (min(one, other), max(one, other))
        jaccard = together > 0 ? Self.rounded(together / (a + b - together)) : 0
        if together == 0 || total == 0 {
            npmi = together == 0 && total > 0 ? -1 : 0
        } else if together == total {
            npmi = 1
        } else {
            let pmi = log(both * n / (a * b))
            npmi = Self.rounded(pmi / -log(both / n))
        }
        func term(_ observed: Double, _ row: Double, _ column: Double) -> Double {
            observed > 0 && row > 0 && column > 0 ? observed * log(observed * n / (row * column)) : 0
        }
        let sum =
            term(both, a, b) + term(a - both, a, n - b) + term(b - both, n - a, b)
            + term(n - (a + b - both), n - a, n - b)
        llr = Self.rounded(max(0, 2 * sum))
    }

    /// Six decimals: what the last bits of `log` are, differs between machines.
    private static func rounded(_ value: Double) -> Double {
        (value * 1_000_000).rounded() / 1_000_000
    }

    /// Six significant digits, for values that may be very small.
    public static func significant(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return value }
        let scale = pow(10, 5 - log10(value).rounded(.down))
        // Below the smallest that can be told, nothing is left but zero.
        return scale.isFinite ? (value * scale).rounded() / scale : 0
    }
}
