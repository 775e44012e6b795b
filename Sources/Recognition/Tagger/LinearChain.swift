/// A number for each of the 32 labels of a word, in four vectors of eight: outside and unit, begin,
/// last, inside. (`SIMD32` and its halves are not specialized by the compiler; these are.)
struct LabelVector: Sendable, Hashable {
    var outsideOrUnit: SIMD8<Float>
    var begin: SIMD8<Float>
    var last: SIMD8<Float>
    var inside: SIMD8<Float>

    static let zero = LabelVector(repeating: 0)

    @inline(__always)
    init(repeating value: Float) {
        outsideOrUnit = SIMD8(repeating: value)
        begin = outsideOrUnit
        last = outsideOrUnit
        inside = outsideOrUnit
    }

    @inline(__always)
    init(_ outsideOrUnit: SIMD8<Float>, _ begin: SIMD8<Float>, _ last: SIMD8<Float>, _ inside: SIMD8<Float>) {
        self.outsideOrUnit = outsideOrUnit
        self.begin = begin
        self.last = last
        self.inside = inside
    }

    subscript(label: Int) -> Float {
        @inline(__always)
        get {
            switch label >> 3 {
            case 0: outsideOrUnit[label & 7]
            case 1: begin[label & 7]
            case 2: last[label & 7]
            default: inside[label & 7]
            }
        }
        @inline(__always)
        set {
            switch label >> 3 {
            case 0: outsideOrUnit[label & 7] = newValue
            case 1: begin[label & 7] = newValue
            case 2: last[label & 7] = newValue
            default: inside[label & 7] = newValue
            }
        }
    }

    /// Each of the four vectors on its own.
    @inline(__always)
    func map(_ body: (SIMD8<Float>) -> SIMD8<Float>) -> LabelVector {
        LabelVector(body(outsideOrUnit), body(begin), body(last), body(inside))
    }

    @inline(__always)
    static func + (a: LabelVector, b: LabelVector) -> LabelVector {
        LabelVector(
            a.outsideOrUnit + b.outsideOrUnit, a.begin + b.begin, a.last + b.last, a.inside + b.inside)
    }

    @inline(__always)
    static func += (a: inout LabelVector, b: LabelVector) { a = a + b }

    @inline(__always)
    static func * (a: LabelVector, b: LabelVector) -> LabelVector {
        LabelVector(
            a.outsideOrUnit * b.outsideOrUnit, a.begin * b.begin, a.last * b.last, a.inside * b.inside)
    }

    @inline(__always)
    static func * (a: LabelVector, b: Float) -> LabelVector {
        LabelVector(a.outsideOrUnit * b, a.begin * b, a.last * b, a.inside * b)
    }

    @inline(__always)
    func sum() -> Float { (outsideOrUnit + begin + last + inside).sum() }

    /// The largest magnitude.
    @inline(__always)
    func magnitude() -> Float {
        let a = pointwiseMax(Self.magnitude(outsideOrUnit), Self.magnitude(begin))
        let b = pointwiseMax(Self.magnitude(last), Self.magnitude(inside))
        return pointwiseMax(a, b).max()
    }

    @inline(__always)
    static func magnitude(_ v: SIMD8<Float>) -> SIMD8<Float> { pointwiseMax(v, SIMD8(repeating: 0) - v) }
}

/// The transition scores of a linear-chain conditional random field, and inference in it.
///
/// Source: Lafferty, McCallum, Pereira 2001; forward-backward with a scale for each word, as in
/// Rabiner 1989. BILOU allows few transitions: from an end (outside, unit, last) to a start
/// (outside, unit, begin) of any type, from begin and inside to inside and last of the same type.
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

    /// The same with `exp` applied.
    func exponentiated() -> LinearChain {
        func exp(_ v: SIMD8<Float>) -> SIMD8<Float> {
            var result = Exponential.exp(v)
            result[7] = 0
            return result
        }
        var result = self
        for e in 0..<Self.endCount {
            result.toUnit[e] = Exponential.exp(toUnit[e])
            result.toBegin[e] = exp(toBegin[e])
        }
        result.beginToLast = exp(beginToLast)
        result.beginToInside = exp(beginToInside)
        result.insideToLast = exp(insideToLast)
        result.insideToInside = exp(insideToInside)
        return result
    }
}

/// Working memory of forward-backward, kept from passage to passage.
final class ChainLattice {
    /// exp(score) of each label, each word scaled by its largest; 0 where a label is not allowed.
    private(set) var potential: [LabelVector] = []
    private(set) var forward: [LabelVector] = []
    /// beta of each word, scaled.
    private(set) var backward: [LabelVector] = []
    /// Factor by which each word's forward vector was multiplied.
    private(set) var scale: [Float] = []

    /// Probability of each label at each word; call after `run`.
    @inline(__always)
    func marginal(_ word: Int) -> LabelVector { forward[word] * backward[word] }

    /// The smallest probability of being outside, over all words; call after `run`.
    func leastOutside(_ count: Int) -> Float {
        (0..<count).reduce(1) { min($0, forward[$1].outsideOrUnit[0] * backward[$1].outsideOrUnit[0]) }
    }

    /// Makes room for `count` words.
    func prepare(_ count: Int) {
        guard forward.count < count else { return }
        let blank = [LabelVector](repeating: .zero, count: count)
        potential = blank
        forward = blank
        backward = blank
        scale = [Float](repeating: 0, count: count)
    }

    /// Sets a word's label scores; an opaque word allows `outside` only. Call `prepare` before.
    @inline(__always)
    func setScores(_ word: Int, _ scores: LabelVector, isOpaque: Bool) {
        if isOpaque {
            var only = LabelVector.zero
            only.outsideOrUnit[0] = 1
            potential[word] = only
        } else {
            potential[word] = Self.potential(scores)
        }
    }

    /// Runs forward and backward over the first `count` words, whose scores are set.
    /// O(words × labels).
    func run(_ count: Int, exponentiated chain: LinearChain) {
        guard count > 0 else { return }
        var previous = LabelVector.zero
        previous.outsideOrUnit[0] = 1
        for word in 0..<count {
            let next = Self.step(previous, chain) * potential[word]
            // The last word must end: begin and inside have no future there.
            let sum = word == count - 1 ? (next * Self.ends).sum() : next.sum()
            let factor = 1 / max(sum, 1e-37)
            scale[word] = factor
            previous = next * factor
            forward[word] = previous
        }
        backward[count - 1] = Self.ends
        var word = count - 1
        while word > 0 {
            backward[word - 1] = Self.stepBack(potential[word] * backward[word] * scale[word], chain)
            word -= 1
        }
    }

    @inline(__always)
    private static func potential(_ score: LabelVector) -> LabelVector {
        let a = pointwiseMax(score.outsideOrUnit, score.begin)
        let largest = pointwiseMax(a, pointwiseMax(score.last, score.inside)).max()
        var result = score.map { Exponential.exp($0 - largest) }
        // The unused places.
        result.begin[7] = 0
        result.last[7] = 0
        result.inside[7] = 0
        return result
    }

    private static let ends = LabelVector(
        SIMD8(repeating: 1), SIMD8(repeating: 0), SIMD8(1, 1, 1, 1, 1, 1, 1, 0), SIMD8(repeating: 0))

    @inline(__always)
    private static func step(_ v: LabelVector, _ chain: LinearChain) -> LabelVector {
        var unit = SIMD8<Float>(repeating: 0)
        var begin = unit
        for e in 0..<8 {
            unit += chain.toUnit[e] * v.outsideOrUnit[e]
            begin += chain.toBegin[e] * v.outsideOrUnit[e]
        }
        for e in 0..<7 {
            unit += chain.toUnit[e + 9] * v.last[e]
            begin += chain.toBegin[e + 9] * v.last[e]
        }
        return LabelVector(
            unit, begin, v.begin * chain.beginToLast + v.inside * chain.insideToLast,
            v.begin * chain.beginToInside + v.inside * chain.insideToInside)
    }

    @inline(__always)
    private static func stepBack(_ x: LabelVector, _ chain: LinearChain) -> LabelVector {
        var unit = SIMD8<Float>(repeating: 0)
        var last = unit
        for e in 0..<8 {
            unit[e] = (chain.toUnit[e] * x.outsideOrUnit + chain.toBegin[e] * x.begin).sum()
        }
        for e in 0..<7 {
            last[e] = (chain.toUnit[e + 9] * x.outsideOrUnit + chain.toBegin[e + 9] * x.begin).sum()
        }
        return LabelVector(
            unit, chain.beginToLast * x.last + chain.beginToInside * x.inside, last,
            chain.insideToLast * x.last + chain.insideToInside * x.inside)
    }

    /// The spans whose probability reaches `threshold`, by start, none overlapping a likelier one.
    ///
    /// A span's probability is that of its whole path: begin, insides, last. Spans are followed only
    /// as far as the path's probability stays above the threshold, so this is linear in practice.
    func spans(count: Int, threshold: Float, exponentiated chain: LinearChain) -> [TaggedSpan] {
        var found: [TaggedSpan] = []
        for word in 0..<count where 1 - forward[word][0] * backward[word][0] >= threshold {
            let marginal = marginal(word)
            for type in 0..<TaggerLabel.typeCount {
                let unit = marginal[TaggerLabel.unit + type]
                if unit >= threshold {
                    found.append(TaggedSpan(words: word..<word + 1, type: type, probability: unit))
                }
                var path = marginal[TaggerLabel.begin + type]
                var toLast = chain.beginToLast[type]
                var toInside = chain.beginToInside[type]
                var beta = backward[word][TaggerLabel.begin + type]
                var next = word + 1
                while path >= threshold, next < count, beta > 0 {
                    let factor = scale[next] / beta
                    let last = TaggerLabel.last + type
                    let inside = TaggerLabel.inside + type
                    let stop = toLast * potential[next][last] * backward[next][last] * factor
                    if path * stop >= threshold {
                        let probability = min(1, path * stop)
                        found.append(TaggedSpan(words: word..<next + 1, type: type, probability: probability))
                    }
                    path *= toInside * potential[next][inside] * backward[next][inside] * factor
                    beta = backward[next][inside]
                    toLast = chain.insideToLast[type]
                    toInside = chain.insideToInside[type]
                    next += 1
                }
            }
        }
        guard found.count > 1 else { return found }
        // Likelier spans first; ties go to the earlier, then the longer one.
        let order = found.indices.sorted { a, b in
            if found[a].probability != found[b].probability {
                return found[a].probability > found[b].probability
            }
            if found[a].words.lowerBound != found[b].words.lowerBound {
                return found[a].words.lowerBound < found[b].words.lowerBound
            }
            return a < b
        }
        var kept: [TaggedSpan] = []
        for index in order where !kept.contains(where: { $0.words.overlaps(found[index].words) }) {
            kept.append(found[index])
        }
        kept.sort { $0.words.lowerBound < $1.words.lowerBound }
        return kept
    }
}

/// e^x by arithmetic alone, so that every machine gets the same bits (C libraries differ).
enum Exponential {
    /// e^x to about 2e-7, by 2^n · p(f) with the polynomial of Cephes' `expf`; x is clamped to ±87.
    @inline(__always)
    static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
        let clamped = pointwiseMin(pointwiseMax(x, SIMD8(repeating: -87)), SIMD8(repeating: 87))
        // Adding 1.5 · 2^23 leaves the nearest whole number in the lowest bits.
        let shifted = clamped * 1.44269504 + 12_582_912
        let n = shifted - 12_582_912
        let whole = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
        let f = clamped - n * 0.693359375 + n * 2.12194440e-4
        var p = SIMD8<Float>(repeating: 1.9875691500e-4)
        p = p * f + 1.3981999507e-3
        p = p * f + 8.3334519073e-3
        p = p * f + 4.1665795894e-2
        p = p * f + 1.6666665459e-1
        p = p * f + 5.0000001201e-1
        p = p * f * f + f + 1
        return p * unsafeBitCast((whole &+ 127) &<< 23, to: SIMD8<Float>.self)
    }
}
