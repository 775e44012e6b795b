/// The transition scores of a linear-chain conditional random field.
///
/// Source: Lafferty, McCallum, Pereira 2001. BILOU allows few transitions: from an end (outside, unit,
/// last) to a start (outside, unit, begin) of any type, from begin and inside to inside and last of the
/// same type.
struct LinearChain: Sendable {
    /// Scores from end `e` (0 outside, 1…7 unit, 9…15 last) to outside and unit, and to begin.
    var toUnit = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: 16)
    var toBegin = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: 16)
    var beginToLast = SIMD8<Float>(repeating: 0)
    var beginToInside = SIMD8<Float>(repeating: 0)
    var insideToLast = SIMD8<Float>(repeating: 0)
    var insideToInside = SIMD8<Float>(repeating: 0)

    static let endCount = 16

    /// The label of end `e`. (End 8 does not exist; its label, like every eighth, is never used.)
    @inline(__always)
    static func label(ofEnd e: Int) -> Int { e < 8 ? e : TaggerLabel.last + e - 9 }

    /// Replaces each score by what `body` makes of it and of another chain's.
    mutating func combine(_ other: LinearChain, _ body: (SIMD8<Float>, SIMD8<Float>) -> SIMD8<Float>) {
        for end in 0..<Self.endCount {
            toUnit[end] = body(toUnit[end], other.toUnit[end])
            toBegin[end] = body(toBegin[end], other.toBegin[end])
        }
        beginToLast = body(beginToLast, other.beginToLast)
        beginToInside = body(beginToInside, other.beginToInside)
        insideToLast = body(insideToLast, other.insideToLast)
        insideToInside = body(insideToInside, other.insideToInside)
    }
}

/// What a path's weight is multiplied by at each transition: `exp` of a chain's scores.
struct ChainFactors: Sendable {
    /// As in `LinearChain`; where no label is, 0.
    private(set) var toUnit: [SIMD8<Float>]
    private(set) var toBegin: [SIMD8<Float>]
    let beginToLast: SIMD8<Float>
    let beginToInside: SIMD8<Float>
    let insideToLast: SIMD8<Float>
    let insideToInside: SIMD8<Float>
    /// The same by start (0…7 outside and unit, 8…15 begin): from outside and the units, and from the lasts.
    private(set) var fromUnit = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: 16)
    private(set) var fromLast = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: 16)

    init(_ chain: LinearChain) {
        func exp(_ scores: SIMD8<Float>) -> SIMD8<Float> {
            var result = Exponential.exp(scores)
            result[7] = 0
            return result
        }
        toUnit = chain.toUnit.map(Exponential.exp)
        toBegin = chain.toBegin.map(exp)
        beginToLast = exp(chain.beginToLast)
        beginToInside = exp(chain.beginToInside)
        insideToLast = exp(chain.insideToLast)
        insideToInside = exp(chain.insideToInside)
        for start in 0..<16 {
            for end in 0..<8 {
                fromUnit[start][end] = start < 8 ? toUnit[end][start] : toBegin[end][start - 8]
                guard end < 7 else { continue }
                fromLast[start][end] = start < 8 ? toUnit[end + 9][start] : toBegin[end + 9][start - 8]
            }
        }
    }
}
