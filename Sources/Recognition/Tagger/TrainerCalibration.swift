import KGModel

extension Trainer {
    /// Each span with whether it is right, by probability.
    private func judged(_ prediction: Prediction) -> [(probability: Float, isRight: Bool)] {
        var result: [(Float, Bool)] = []
        for document in prediction.spans.keys.sorted() where documents[document].weight >= 1 {
            for (passage, spans) in (prediction.spans[document] ?? []).enumerated() {
                for span in spans {
                    let isRight = documents[document].spans[passage].contains {
                        $0.words == span.words && $0.type == span.type
                    }
                    result.append((span.probability, isRight))
                }
            }
        }
        return result.sorted { ($0.0, $0.1 ? 1 : 0) < ($1.0, $1.1 ? 1 : 0) }
    }

    /// Isotonic regression by pooling adjacent violators (Ayer et al. 1955), after bins of equal size.
    func calibration(_ prediction: Prediction) -> [SIMD2<Float>] {
        let spans = judged(prediction)
        guard spans.count >= 200 else { return [] }
        var blocks: [(x: Double, right: Double, count: Double)] = []
        let size = max(50, spans.count / 25)
        for start in stride(from: 0, to: spans.count, by: size) {
            let bin = spans[start..<min(start + size, spans.count)]
            blocks.append(
                (
                    bin.reduce(0) { $0 + Double($1.probability) }, Double(bin.count(where: \.isRight)),
                    Double(bin.count)
                ))
            while blocks.count > 1 {
                let (a, b) = (blocks[blocks.count - 2], blocks[blocks.count - 1])
                guard a.right / a.count >= b.right / b.count else { break }
                blocks.removeLast()
                blocks[blocks.count - 1] = (a.x + b.x, a.right + b.right, a.count + b.count)
            }
        }
        return blocks.map { SIMD2(Float($0.x / $0.count), Float($0.right / $0.count)) }
    }

    /// The calibration with 0.5 at least from a threshold on, so that each span there is a name.
    static func lifted(_ calibration: [SIMD2<Float>], from threshold: Float) -> [SIMD2<Float>] {
        let below = calibration.filter { $0.x < threshold }
        let above = calibration.filter { $0.x > threshold }
        let least = max(0.5, below.last?.y ?? 0)
        return below + [SIMD2(threshold, least)]
            + (above.isEmpty ? [SIMD2(1, 1)] : above.map { SIMD2($0.x, max($0.y, least)) })
    }

    /// The threshold of the best F1; of two as good ones the higher.
    func bestThreshold(_ prediction: Prediction) -> Float {
        var best: (f1: Double, threshold: Float) = (0, 0.4)
        for step in 5...12 {
            let threshold = Float(step) * 0.05
            var sum = TaggerScore()
            for row in score(prediction, threshold: threshold) where documents[row.document].weight >= 1 {
                sum += row.score
            }
            if sum.f1 >= best.f1 - 0.1 { best = (max(sum.f1, best.f1), threshold) }
        }
        return best.threshold
    }
}
