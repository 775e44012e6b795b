/// The highest of many numbers.
struct BestScores {
    private let count: Int
    /// A heap: each is at most as high as the two below it.
    private var scores: [Double] = []

    /// - Parameter count: how many are kept, 1 or more.
    init(_ count: Int) { self.count = count }

    /// The lowest of them; nil where there are not enough yet.
    var least: Double? { scores.count == count ? scores.first : nil }

    mutating func insert(_ score: Double) {
        if scores.count < count {
            scores.append(score)
            var at = scores.count - 1
            while at > 0, scores[at] < scores[(at - 1) / 2] {
                scores.swapAt(at, (at - 1) / 2)
                at = (at - 1) / 2
            }
            return
        }
        guard let least = scores.first, score > least else { return }
        scores[0] = score
        var at = 0
        while true {
            var lowest = at
            for child in [2 * at + 1, 2 * at + 2] where child < count && scores[child] < scores[lowest] {
                lowest = child
            }
            if lowest == at { return }
            scores.swapAt(at, lowest)
            at = lowest
        }
    }
}
