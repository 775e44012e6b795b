/// A share of a whole, and between what bounds it lies.
public struct Proportion: Sendable, Hashable {
    /// How many of how many.
    public var count: Int
    public var total: Int

    public init(count: Int, total: Int) {
        self.count = count
        self.total = total
    }

    /// 0 to 1; 0 of nothing.
    public var share: Double { total > 0 ? Double(count) / Double(total) : 0 }

    /// The bounds within which the share lies with 95 % confidence, 0 to 1; nil of nothing. Source: E. B. Wilson,
    /// "Probable inference, the law of succession, and statistical inference", JASA 22(158), 1927.
    public var wilson: ClosedRange<Double>? {
        guard total > 0 else { return nil }
        let n = Double(total)
        let z = 1.959963984540054
        let center = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let lower = count == 0 ? 0 : max(0, center - half)
        let upper = count == total ? 1 : min(1, center + half)
        return lower...max(lower, upper)
    }
}
