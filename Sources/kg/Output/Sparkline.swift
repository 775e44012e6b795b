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
}
