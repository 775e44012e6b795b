/// How many of the findings among many tests may be false.
public enum BenjaminiHochberg {
    /// For each p-value the smallest false discovery rate at which it is still a finding. Source: Y. Benjamini and
    /// Y. Hochberg, "Controlling the false discovery rate", J. R. Statist. Soc. B 57(1), 1995.
    ///
    /// - Parameters:
    ///   - pValues: 0 to 1, in any order.
    ///   - tests: how many tests were made; those whose p-value is not given count as 1. At least the number of
    ///     p-values.
    public static func adjusted(_ pValues: [Double], tests: Int? = nil) -> [Double] {
        let tests = Double(max(tests ?? 0, pValues.count))
        let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
        var result = pValues
        var least = 1.0
        for (rank, index) in order.enumerated().reversed() {
            least = min(least, pValues[index] * tests / Double(rank + 1))
            result[index] = least
        }
        return result
    }
}
