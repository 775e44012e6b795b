/// The features of a set of passages, as numbers, and the right labels: what training reads.
struct TrainingSet {
    struct Sequence {
        /// Index of the first word in `rowStarts`.
        var start: Int
        var count: Int
        var document: Int
        var passage: Int
        /// First word within the passage.
        var offset: Int
        var weight: Float
        var isForeign: Bool
    }

    var sequences: [Sequence] = []
    /// Start of each word's features in `features`; one more at the end.
    var rowStarts: [Int] = [0]
    var features: [Int32] = []
    var groups: [UInt8] = []
    var labels: [UInt8] = []
    var opaque: [Bool] = []
    /// Feature numbers by hash.
    var index = HashIndex(capacity: 1 << 18)
    /// Hash of each feature.
    var hashes: [UInt64] = []

    mutating func number(_ hash: UInt64) -> Int32 {
        let value = index.findOrAdd(hash)
        if Int(value) == hashes.count { hashes.append(hash) }
        return value
    }
}
