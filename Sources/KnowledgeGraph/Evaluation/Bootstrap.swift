/// How far figures could be from those of other documents of the same kind: documents are drawn anew, with
/// replacement, as many as there are, many times over; the interval holds 95 of 100 of the F1 values.
/// Source: B. Efron and R. Tibshirani, "An Introduction to the Bootstrap", 1993 (percentile intervals).
///
/// The draws come from a generator of our own with a fixed seed: the same data has the same intervals. Entities stay
/// paired as over all documents.
public struct ConfidenceIntervals: Sendable, Hashable {
    /// F1 in percent, in the order of `Score.names`.
    public var lower: [Double]
    public var upper: [Double]

    public static let standardDraws = 1000
}

extension Scorer {
    /// 95 % intervals of the four F1 figures; they are nil with fewer than two documents.
    public func confidenceIntervals(draws: Int = ConfidenceIntervals.standardDraws) -> ConfidenceIntervals? {
        guard documents.count > 1, draws > 0 else { return nil }
        // The documents' numbers are not dense.
        let present = Set(goldRows.map(\.document)).union(foundRows.map(\.document)).sorted()
        let position = Dictionary(uniqueKeysWithValues: present.enumerated().map { ($1, $0) })
        func dense(_ rows: [Row]) -> [Row] {
            rows.map { row in
                var row = row
                row.document = position[row.document] ?? 0
                return row
            }
        }
        let (gold, found) = (dense(goldRows), dense(foundRows))
        let mentions = present.indices.map { document in
            Self.mention(gold.filter { $0.document == document }, found.filter { $0.document == document })
        }
        let nodes = present.indices.map { document in
            Self.node(gold.filter { $0.document == document }, found.filter { $0.document == document })
        }
        let links = LinkAgreement(gold, found)
        let edges = EdgeAgreement(gold, found)
        var samples: [[Double]] = [[], [], [], []]
        var generator = SplitMix64(seed: 0x6B67_6576_616C)
        for _ in 0..<draws {
            var weights = Array(repeating: 0, count: documents.count)
            for _ in documents { weights[Int(generator.next() % UInt64(documents.count))] += 1 }
            func sum(_ figures: [Figure]) -> Double {
                var total = (matched: 0, predicted: 0, expected: 0)
                for (figure, weight) in zip(figures, weights) {
                    total.matched += weight * figure.matched
                    total.predicted += weight * figure.predicted
                    total.expected += weight * figure.expected
                }
                return Figure(matched: total.matched, predicted: total.predicted, expected: total.expected).f1
            }
            samples[0].append(sum(mentions))
            samples[1].append(sum(nodes))
            samples[2].append(links.figure { weights[$0] }.f1)
            samples[3].append(edges.figure { weights[$0] > 0 }.f1)
        }
        let sorted = samples.map { $0.sorted() }
        let cut = draws / 40
        return ConfidenceIntervals(
            lower: sorted.map { $0[cut] }, upper: sorted.map { $0[draws - 1 - cut] })
    }
}

/// Random numbers that are the same in every run. Source: G. Steele, D. Lea and C. Flood, "Fast splittable
/// pseudorandom number generators", OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
