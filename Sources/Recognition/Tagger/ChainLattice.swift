/// Forward-backward over a linear chain, with working memory that is kept from stretch to stretch.
///
/// Source: forward-backward with a scale for each word, as in Rabiner 1989. One thread at a time uses it, and
/// is spared the checks for that.
final class ChainLattice {
    /// exp(score) of each label relative to outside; 0 where a label is not allowed.
    @exclusivity(unchecked)
    private(set) var potential: [LabelVector] = []
    @exclusivity(unchecked)
    private(set) var forward: [LabelVector] = []
    /// beta of each word, scaled.
    @exclusivity(unchecked)
    private(set) var backward: [LabelVector] = []
    /// Factor by which each word's forward vector was multiplied.
    @exclusivity(unchecked)
    private(set) var scale: [Float] = []

    /// Probability of each label at each word; call after `run`.
    @inline(__always)
    func marginal(_ word: Int) -> LabelVector { forward[word] * backward[word] }

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
        potential[word] = isOpaque ? Self.outsideAlone : Self.potential(scores)
    }

    // Computed: of a stored one it would be asked at every word whether it is made yet.
    @inline(__always)
    private static var outsideAlone: LabelVector {
        var only = LabelVector(repeating: 0)
        only.outsideOrUnit[0] = 1
        return only
    }

    /// Sets the label scores of the first `count` words and makes room for them.
    @inline(__always)
    func setScores(_ count: Int, _ scores: (Int) -> LabelVector, isOpaque: (Int) -> Bool) {
        prepare(count)
        potential.withUnsafeMutableBufferPointer { potential in
            for word in 0..<count {
                potential[word] = isOpaque(word) ? Self.outsideAlone : Self.potential(scores(word))
            }
        }
    }

    /// Runs forward and backward over the first `count` words, whose scores are set.
    /// O(words × labels).
    func run(_ count: Int, _ chain: ChainFactors) {
        guard count > 0 else { return }
        runForward(count, chain)
        runBackward(count, chain)
    }

    /// The probability, after the way forward, that no word of the first `count` belongs to a span.
    func emptiness(_ count: Int, _ chain: ChainFactors) -> Float {
        scale[..<count].reduce(1) { $0 * $1 * chain.toUnit[0][0] }
    }

    /// The way forward. `count` is at least 1.
    func runForward(_ count: Int, _ chain: ChainFactors) {
        var previous = LabelVector.zero
        previous.outsideOrUnit[0] = 1
        potential.withUnsafeBufferPointer { potential in
            forward.withUnsafeMutableBufferPointer { forward in
                scale.withUnsafeMutableBufferPointer { scale in
                    for word in 0..<count {
                        let next = Self.step(previous, chain) * potential[word]
                        // The last word must end: begin and inside have no future there.
                        let sum = word == count - 1 ? (next * Self.ends).sum() : next.sum()
                        let factor = 1 / max(sum, 1e-37)
                        scale[word] = factor
                        previous = next * factor
                        forward[word] = previous
                    }
                }
            }
        }
    }

    /// The way back, after the way forward.
    func runBackward(_ count: Int, _ chain: ChainFactors) {
        potential.withUnsafeBufferPointer { potential in
            backward.withUnsafeMutableBufferPointer { backward in
                backward[count - 1] = Self.ends
                var word = count - 1
                while word > 0 {
                    backward[word - 1] = Self.stepBack(
                        potential[word] * backward[word] * scale[word], chain)
                    word -= 1
                }
            }
        }
    }

    /// A label is at most e^40 times as likely as outside, or the other way round: the rest would only overflow.
    private static let most: Float = 40

    @inline(__always)
    private static func potential(_ score: LabelVector) -> LabelVector {
        let outside = score.outsideOrUnit[0]
        var result = score.map { Exponential.exp($0 - outside, within: most) }
        // The unused places.
        result.begin[7] = 0
        result.last[7] = 0
        result.inside[7] = 0
        return result
    }

    private static let ends = LabelVector(
        SIMD8(repeating: 1), SIMD8(repeating: 0), SIMD8(1, 1, 1, 1, 1, 1, 1, 0), SIMD8(repeating: 0))

    @inline(__always)
    private static func step(_ v: LabelVector, _ chain: ChainFactors) -> LabelVector {
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
    private static func stepBack(_ x: LabelVector, _ chain: ChainFactors) -> LabelVector {
        var unit = SIMD8<Float>(repeating: 0)
        var last = unit
        for s in 0..<8 {
            unit += chain.fromUnit[s] * x.outsideOrUnit[s]
            last += chain.fromLast[s] * x.outsideOrUnit[s]
        }
        for s in 0..<7 {
            unit += chain.fromUnit[s + 8] * x.begin[s]
            last += chain.fromLast[s + 8] * x.begin[s]
        }
        return LabelVector(
            unit, chain.beginToLast * x.last + chain.beginToInside * x.inside, last,
            chain.insideToLast * x.last + chain.insideToInside * x.inside)
    }

    /// The spans whose probability reaches `threshold`, by start, none overlapping a likelier one.
    ///
    /// A span's probability is that of its whole path: begin, insides, last. Spans are followed only
    /// as far as the path's probability stays above the threshold, so this is linear in practice.
    func spans(count: Int, threshold: Float, _ chain: ChainFactors) -> [TaggedSpan] {
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
