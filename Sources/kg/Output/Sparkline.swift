import KnowledgeGraph

/// Numbers as a row of small bars.
enum Sparkline {
    private static let bars = Array("▁▂▃▄▅▆▇█")

    /// One character a number; a dot for none. `columns` at most: neighbours are added up.
    static func text(_ values: [Int], columns: Int = 24) -> String {
        guard !values.isEmpty else { return "" }
        let step = (values.count + columns - 1) / columns
        let sums = stride(from: 0, to: values.count, by: step).map { start in
            values[start..<min(values.count, start + step)].reduce(0, +)
        }
        let top = max(1, sums.max() ?? 1)
        return String(sums.map { $0 == 0 ? "·" : bars[($0 * bars.count - 1) / top] })
    }

    /// One character a share, the highest bar for all of a period; a dot for none, a blank for a period without an
    /// issue. `columns` at most: neighbours are taken together.
    static func shares(_ shares: [Proportion], columns: Int = 24) -> String {
        guard !shares.isEmpty else { return "" }
        let step = (shares.count + columns - 1) / columns
        return String(
            stride(from: 0, to: shares.count, by: step).map { start -> Character in
                let part = shares[start..<min(shares.count, start + step)]
                let all = Proportion(
                    count: part.reduce(0) { $0 + $1.count }, total: part.reduce(0) { $0 + $1.total })
                guard all.total > 0 else { return " " }
                return all.count == 0 ? "·" : bars[(all.count * bars.count - 1) / all.total]
            })
    }

    /// A bar of up to ten columns.
    static func bar(_ share: Double) -> String {
        String(repeating: "█", count: Int((share * 10).rounded()))
    }
}
