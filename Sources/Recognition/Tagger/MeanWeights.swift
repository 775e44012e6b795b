/// The mean of a field's weights at several moments of its training.
struct MeanWeights {
    private var sums: [SIMD8<Float>] = []
    private var chainSum = LinearChain()
    private var count: Float = 0

    mutating func add(_ weights: [SIMD8<Float>], _ chain: LinearChain) {
        if sums.isEmpty {
            sums = weights
        } else {
            for index in weights.indices { sums[index] += weights[index] }
        }
        chainSum.combine(chain) { $0 + $1 }
        count += 1
    }

    /// The four vectors of a row.
    func weight(_ row: Int) -> LabelVector {
        LabelVector(sums[row * 4], sums[row * 4 + 1], sums[row * 4 + 2], sums[row * 4 + 3]) * (1 / count)
    }

    var chain: LinearChain {
        var mean = chainSum
        mean.combine(chainSum) { sum, _ in sum / count }
        return mean
    }
}
