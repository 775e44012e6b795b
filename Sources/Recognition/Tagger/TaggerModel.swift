import KGModel

/// What the tagger has learned: read once, shared by all threads.
///
/// The file is little-endian: `KGTG`, the format's version (UInt32), the size of the body in bytes
/// (UInt64), its FNV-1a fingerprint (UInt64), and the body: word table, the chain, the
/// features' weights, the calibration, the threshold; a byte 1 behind them if every word is read.
public struct TaggerModel: Sendable {
    /// The version of the format *and* of the features that the weights belong to.
    public static let version: UInt32 = 2

    var words: WordTable
    /// Steps of a weight: a stored 1 is `scale`.
    var scale: Float
    let chain: LinearChain
    let factors: ChainFactors
    /// Keys of the features, ascending: the upper halves of their hashes.
    private(set) var keys: [UInt32]
    private(set) var rows: [WeightRow]
    /// From raw to expected probability: points of a piecewise linear function, x ascending.
    var calibration: [SIMD2<Float>]
    /// Spans less likely than this are not worth a candidate (raw probability).
    var threshold: Float
    /// Whether names may be spelt like any other words, see `TrainingOptions`.
    let readsEveryWord: Bool
    /// Open addressing over `keys`: a key, and one more than its position in `rows`; 0 where nothing is.
    private var slots: [UInt64] = []
    /// A bit for each key's hash: most features have no weights, and a small table says so sooner.
    private var marks = [UInt64](repeating: 0, count: 1 << (markBits - 6))

    private static let markBits = 18

    init(
        words: WordTable, scale: Float, chain: LinearChain, rows: [(key: UInt32, row: WeightRow)],
        calibration: [SIMD2<Float>], threshold: Float, readsEveryWord: Bool = false
    ) {
        self.words = words
        self.scale = scale
        self.chain = chain
        self.readsEveryWord = readsEveryWord
        factors = ChainFactors(chain)
        let sorted = rows.sorted { $0.key < $1.key }
        keys = sorted.map(\.key)
        self.rows = sorted.map(\.row)
        self.calibration = calibration
        self.threshold = threshold
        index()
    }

    /// - Parameter keys: ascending, one for each row.
    init(
        words: WordTable, scale: Float, chain: LinearChain, keys: [UInt32], rows: [WeightRow],
        calibration: [SIMD2<Float>], threshold: Float, readsEveryWord: Bool
    ) {
        self.readsEveryWord = readsEveryWord
        self.words = words
        self.scale = scale
        self.chain = chain
        factors = ChainFactors(chain)
        self.keys = keys
        self.rows = rows
        self.calibration = calibration
        self.threshold = threshold
        index()
    }

    /// A model that finds nothing.
    public static let untrained = TaggerModel(
        words: WordTable(), scale: 1, chain: LinearChain(), keys: [], rows: [], calibration: [], threshold: 1,
        readsEveryWord: false)

    static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

    private mutating func index() {
        var size = 64
        while size < keys.count + keys.count / 2 { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        slots.withUnsafeMutableBufferPointer { slots in
            for (position, key) in keys.enumerated() {
                var at = Int(key) & (size - 1)
                while slots[at] != 0 { at = (at + 1) & (size - 1) }
                slots[at] = UInt64(key) << 32 | UInt64(position + 1)
            }
        }
        for key in keys {
            let bit = Self.mark(UInt64(key) << 32)
            marks[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    @inline(__always)
    private static func mark(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> UInt64(64 - markBits)) }

    /// What looks up weights in a loop: pointers into the model, good as long as `body` runs.
    func withWeights<Result>(_ body: (Weights) -> Result) -> Result {
        slots.withUnsafeBufferPointer { slots in
            rows.withUnsafeBufferPointer { rows in
                marks.withUnsafeBufferPointer { marks in
                    body(Weights(slots: slots, rows: rows, marks: marks))
                }
            }
        }
    }

    /// The weights of features by their hashes.
    struct Weights {
        let slots: UnsafeBufferPointer<UInt64>
        let rows: UnsafeBufferPointer<WeightRow>
        let marks: UnsafeBufferPointer<UInt64>

        /// Whether a feature may have weights. False is certain.
        @inline(__always)
        func mayHave(_ hash: UInt64) -> Bool {
            let bit = TaggerModel.mark(hash)
            return marks[bit >> 6] & 1 << UInt64(bit & 63) != 0
        }

        /// The slot at which the search for a feature begins.
        @inline(__always)
        func slot(_ hash: UInt64) -> UInt64 {
            slots[Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)]
        }

        /// Position of the feature's weights in `rows`, or -1; `slot` is what lies where the search begins.
        @inline(__always)
        func position(_ hash: UInt64, _ slot: UInt64) -> Int {
            let key = hash >> 32
            var slot = slot
            var at = Int(truncatingIfNeeded: key)
            while slot != 0, slot >> 32 != key {
                at += 1
                slot = slots[at & (slots.count - 1)]
            }
            return Int(truncatingIfNeeded: slot & 0xFFFF_FFFF) - 1
        }

        /// Adds a feature's weights; most features have none.
        @inline(__always)
        func add(_ hash: UInt64, to sum: inout WeightSum) {
            guard mayHave(hash) else { return }
            let position = position(hash, slot(hash))
            if position >= 0 { sum.add(rows[position]) }
        }
    }

    /// The share of spans of this raw probability that are right, as validation showed.
    func calibrated(_ probability: Float) -> Double {
        guard let first = calibration.first, let last = calibration.last else { return Double(probability) }
        if probability <= first.x { return Double(first.y) }
        if probability >= last.x { return Double(last.y) }
        var at = 1
        while at < calibration.count - 1, calibration[at].x < probability { at += 1 }
        let (a, b) = (calibration[at - 1], calibration[at])
        return Double(b.x > a.x ? a.y + (b.y - a.y) * (probability - a.x) / (b.x - a.x) : b.y)
    }
}
