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

    /// - Parameters:
    ///   - together: passages that name both.
    ///   - a: passages that name the one.
    ///   - b: passages that name the other.
    ///   - total: all passages.
    public init(together: Int, a: Int, b: Int, total: Int) {
        let n = Double(total)
        let both = Double(together)
        if together == 0 || total == 0 {
            npmi = together == 0 && total > 0 ? -1 : 0
        } else if together == total {
            npmi = 1
        } else {
            let pmi = log(both * n / (Double(a) * Double(b)))
            npmi = Self.rounded(pmi / -log(both / n))
        }
        let table = [both, Double(a - together), Double(b - together), n - Double(a + b - together)]
        let rows = [Double(a), n - Double(a)]
        let columns = [Double(b), n - Double(b)]
        let expected = [
            rows[0] * columns[0], rows[0] * columns[1], rows[1] * columns[0], rows[1] * columns[1],
        ]
        var sum = 0.0
        for (observed, product) in zip(table, expected) where observed > 0 && product > 0 {
            sum += observed * log(observed * n / product)
        }
        llr = Self.rounded(max(0, 2 * sum))
    }

    /// Six decimals: what the last bits of `log` are, differs between machines.
    private static func rounded(_ value: Double) -> Double {
        (value * 1_000_000).rounded() / 1_000_000
    }
}
