/// A trained field: weights of the features that are left, and the chain.
struct TrainedField: Sendable {
    /// Row of each feature's hash.
    var rows: HashIndex
    var hashes: [UInt64]
    var weights: [LabelVector]
    var chain: LinearChain
}

/// Trains a linear-chain conditional random field by FTRL-Proximal (McMahan et al. 2013, "Ad Click
/// Prediction: a View from the Trenches"): per-coordinate steps, with L1 so that most weights are 0.
struct FieldTrainer {
    let set: TrainingSet
    let options: TrainingOptions
    /// Row of each feature of `set` among the trained ones, or -1.
    private var rowOf: [Int32] = []
    private var featureOf: [Int32] = []
    /// Four vectors for each row, see `LabelVector`; then the same once more for what only foreign documents show
    /// (Daumé 2007, "Frustratingly Easy Domain Adaptation"): it explains their peculiarities, so that the weights that
    /// all share need not, and is left behind.
    private var weights: [SIMD8<Float>] = []
    private var sums: [SIMD8<Float>] = []
    private var roots: [SIMD8<Float>] = []
    private var chain = LinearChain()
    private var chainSums = LinearChain()
    private var chainRoots = LinearChain()

    init(_ set: TrainingSet, options: TrainingOptions) {
        self.set = set
        self.options = options
    }

    /// Trains on the sequences of `documents`.
    mutating func train(documents: Set<Int>) -> TrainedField {
        let chosen = set.sequences.filter { documents.contains($0.document) }
        var counts = [Int32](repeating: 0, count: set.hashes.count)
        for sequence in chosen {
            let from = set.rowStarts[sequence.start]
            let to = set.rowStarts[sequence.start + sequence.count]
            for feature in set.features[from..<to] { counts[Int(feature)] += 1 }
        }
        rowOf = [Int32](repeating: -1, count: counts.count)
        // Frequent features first: their rows share pages and cache lines.
        featureOf = counts.indices.filter { counts[$0] >= options.minimumCount }
            .sorted { (counts[$1], $0) < (counts[$0], $1) }.map { Int32($0) }
        for (row, feature) in featureOf.enumerated() { rowOf[Int(feature)] = Int32(row) }
        weights = [SIMD8<Float>](repeating: SIMD8(repeating: 0), count: featureOf.count * 8)
        sums = weights
        roots = weights
        // Words of one label need no extra bias feature: `code` is always there.
        var order = Array(chosen.indices)
        var random = SplitMix(state: options.seed)
        var mean = MeanWeights()
        for epoch in 0..<options.epochs {
            for index in stride(from: order.count - 1, to: 0, by: -1) {
                order.swapAt(index, random.below(index + 1))
            }
            run(chosen, order, epoch)
            if epoch >= options.epochs - options.averagedEpochs { mean.add(weights, chain) }
        }
        return result(mean)
    }

    private mutating func run(_ chosen: [TrainingSet.Sequence], _ order: [Int], _ epoch: Int) {
        let lattice = ChainLattice()
        var scores: [LabelVector] = []
        var active: [Int32] = []
        var starts: [Int] = []
        var hidden: [UInt8] = []
        var opaque: [Bool] = []
        for place in order {
            let sequence = chosen[place]
            let count = sequence.count
            var random = SplitMix(
                state: FeatureHash.mix(options.seed, UInt64(epoch), UInt64(sequence.start)))
            hide(sequence, &random, &hidden)
            scores.removeAll(keepingCapacity: true)
            active.removeAll(keepingCapacity: true)
            starts.removeAll(keepingCapacity: true)
            opaque.removeAll(keepingCapacity: true)
            for word in 0..<count {
                starts.append(active.count)
                let at = sequence.start + word
                opaque.append(set.opaque[at])
                var score = LabelVector.zero
                for index in set.rowStarts[at]..<set.rowStarts[at + 1] {
                    let row = rowOf[Int(set.features[index])]
                    guard row >= 0, !isHidden(set.groups[index], word, hidden) else { continue }
                    if options.hiddenFeatures > 0, random.unit() < options.hiddenFeatures { continue }
                    active.append(row)
                    score += vector(Int(row))
                    guard sequence.isForeign else { continue }
                    active.append(row + Int32(featureOf.count))
                    score += vector(Int(row) + featureOf.count)
                }
                scores.append(score)
            }
            starts.append(active.count)
            let factors = ChainFactors(chain)
            lattice.prepare(count)
            for word in 0..<count { lattice.setScores(word, scores[word], isOpaque: opaque[word]) }
            lattice.run(count, factors)
            for word in 0..<count where !opaque[word] {
                var gradient = lattice.marginal(word)
                gradient[Int(set.labels[sequence.start + word])] -= 1
                guard gradient.magnitude() > options.tolerance else { continue }
                update(active[starts[word]..<starts[word + 1]], gradient * sequence.weight)
            }
            updateChain(sequence, lattice, factors)
        }
    }

    /// Bit 0: the word's identity is hidden; bit 1: the candidates over it are.
    private func hide(_ sequence: TrainingSet.Sequence, _ random: inout SplitMix, _ hidden: inout [UInt8]) {
        hidden.removeAll(keepingCapacity: true)
        var current: UInt8 = 0
        for word in 0..<sequence.count {
            let label = Int(set.labels[sequence.start + word])
            switch label {
            case TaggerLabel.outside: current = 0
            case TaggerLabel.unit..<TaggerLabel.last:
                current = random.unit() < options.hiddenWords ? 1 : 0
                if random.unit() < options.hiddenCandidates { current |= 2 }
            default: break
            }
            hidden.append(current)
        }
    }

    @inline(__always)
    private func isHidden(_ group: UInt8, _ word: Int, _ hidden: [UInt8]) -> Bool {
        if group == 0 { return false }
        if group == FeatureGroup.candidate.rawValue { return hidden[word] & 2 != 0 }
        let at = word + Int(group) - Int(FeatureGroup.identity.rawValue)
        return at >= 0 && at < hidden.count && hidden[at] & 1 != 0
    }

    private mutating func update(_ rows: ArraySlice<Int32>, _ gradient: LabelVector) {
        // Most words move few labels: a quarter that stands still is left alone.
        step(rows, gradient.outsideOrUnit, 0)
        step(rows, gradient.begin, 1)
        step(rows, gradient.last, 2)
        step(rows, gradient.inside, 3)
    }

    @inline(__always)
    private mutating func step(_ rows: ArraySlice<Int32>, _ gradient: SIMD8<Float>, _ quarter: Int) {
        guard LabelVector.magnitude(gradient).max() > 0.002 else { return }
        for row in rows {
            let at = Int(row) * 4 + quarter
            Self.step(&weights[at], &sums[at], &roots[at], gradient, options, options.l1)
        }
    }

    /// One step of FTRL-Proximal; `root` is the square root of the gradients' summed squares.
    @inline(__always)
    private static func step(
        _ weight: inout SIMD8<Float>, _ sum: inout SIMD8<Float>, _ root: inout SIMD8<Float>,
        _ gradient: SIMD8<Float>, _ options: TrainingOptions, _ l1: Float
    ) {
        let inverse = 1 / options.alpha
        let next = (root * root + gradient * gradient).squareRoot()
        let z = sum + gradient - (next - root) * inverse * weight
        sum = z
        root = next
        let scale = (next + options.beta) * inverse + options.l2
        let shrunk = z - pointwiseMin(pointwiseMax(z, SIMD8(repeating: -l1)), SIMD8(repeating: l1))
        weight = (SIMD8(repeating: 0) - shrunk) / scale
    }

    private mutating func updateChain(
        _ sequence: TrainingSet.Sequence, _ lattice: ChainLattice, _ chain: ChainFactors
    ) {
        var gradient = LinearChain()
        for word in 0..<sequence.count {
            let x = lattice.potential[word] * lattice.backward[word] * lattice.scale[word]
            var before = LabelVector.zero
            if word == 0 { before.outsideOrUnit[0] = 1 } else { before = lattice.forward[word - 1] }
            for e in 0..<LinearChain.endCount where e != 8 {
                let weight = before[LinearChain.label(ofEnd: e)]
                guard weight > 1e-6 else { continue }
                gradient.toUnit[e] += chain.toUnit[e] * x.outsideOrUnit * weight
                gradient.toBegin[e] += chain.toBegin[e] * x.begin * weight
            }
            gradient.beginToLast += before.begin * chain.beginToLast * x.last
            gradient.beginToInside += before.begin * chain.beginToInside * x.inside
            gradient.insideToLast += before.inside * chain.insideToLast * x.last
            gradient.insideToInside += before.inside * chain.insideToInside * x.inside
            let label = Int(set.labels[sequence.start + word])
            let previous = word == 0 ? 0 : Int(set.labels[sequence.start + word - 1])
            let end = previous < 8 ? previous : previous - TaggerLabel.last + 9
            let type = label & 7
            switch (label >> 3, previous < TaggerLabel.last) {
            case (0, _): gradient.toUnit[end][type] -= 1
            case (1, _): gradient.toBegin[end][type] -= 1
            case (2, true): gradient.beginToLast[type] -= 1
            case (2, false): gradient.insideToLast[type] -= 1
            case (_, true): gradient.beginToInside[type] -= 1
            case (_, false): gradient.insideToInside[type] -= 1
            }
        }
        for e in 0..<LinearChain.endCount {
            let unit = gradient.toUnit[e] * sequence.weight
            Self.step(&self.chain.toUnit[e], &chainSums.toUnit[e], &chainRoots.toUnit[e], unit, options, 0)
            let begin = gradient.toBegin[e] * sequence.weight
            Self.step(
                &self.chain.toBegin[e], &chainSums.toBegin[e], &chainRoots.toBegin[e], begin, options, 0)
        }
        let weight = sequence.weight
        Self.step(
            &self.chain.beginToLast, &chainSums.beginToLast, &chainRoots.beginToLast,
            gradient.beginToLast * weight, options, 0)
        Self.step(
            &self.chain.beginToInside, &chainSums.beginToInside, &chainRoots.beginToInside,
            gradient.beginToInside * weight, options, 0)
        Self.step(
            &self.chain.insideToLast, &chainSums.insideToLast, &chainRoots.insideToLast,
            gradient.insideToLast * weight, options, 0)
        Self.step(
            &self.chain.insideToInside, &chainSums.insideToInside, &chainRoots.insideToInside,
            gradient.insideToInside * weight, options, 0)
    }

    @inline(__always)
    private func vector(_ row: Int) -> LabelVector {
        LabelVector(weights[row * 4], weights[row * 4 + 1], weights[row * 4 + 2], weights[row * 4 + 3])
    }

    private func result(_ mean: MeanWeights) -> TrainedField {
        var rows = HashIndex(capacity: weights.count)
        var hashes: [UInt64] = []
        var kept: [LabelVector] = []
        for row in featureOf.indices {
            let weight = mean.weight(row)
            guard weight.magnitude() > 0.01 else { continue }
            let hash = set.hashes[Int(featureOf[row])]
            rows.insert(hash, Int32(kept.count))
            hashes.append(hash)
            kept.append(weight)
        }
        return TrainedField(rows: rows, hashes: hashes, weights: kept, chain: mean.chain)
    }
}
