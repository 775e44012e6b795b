import KGModel

/// What the edges of each entity say, in brief; see `EntityDigest`.
struct EdgeDigests {
    /// The edges that have one entity as their first end.
    struct Run: Sendable {
        /// Index of the entity.
        var a: Int
        var rows: Range<Int>
        var digest: UInt64
    }

    /// In order of their entities.
    let runs: [Run]
    /// The first rows of all associations, in order; some of them several times.
    let distinct: [Int]
    private let entities: Int

    /// - Parameter rows: sorted by both ends, which are indexes into `entities`.
    init(_ rows: RowsOnDemand<EdgeRow>, _ entities: [EntityDigest]) {
        let stretches = Parallel.stretches(count: rows.count) { [Stretch($0, of: rows, entities)] }
        runs = stretches.flatMap { $0.runs }
        distinct = stretches.flatMap { $0.distinct }
        self.entities = entities.count
    }

    /// The digest of each entity; 0 for those without an edge.
    var ofEntities: [UInt64] {
        var digests = Array(repeating: UInt64(0), count: entities)
        for run in runs { digests[run.a] = run.digest }
        return digests
    }

    /// The runs that begin among some rows.
    private struct Stretch: Sendable {
        private(set) var runs: [Run] = []
        private(set) var distinct: [Int] = []

        init(_ range: Range<Int>, of rows: RowsOnDemand<EdgeRow>, _ entities: [EntityDigest]) {
            var index = range.lowerBound
            if index > 0 {
                let former = rows[index - 1].a
                while index < range.upperBound, rows[index].a == former { index += 1 }
            }
            var seen = NumbersByHash(capacity: 1024)
            var weights: [AssociationWeights] = []
            var next = index < range.upperBound ? rows[index] : nil
            while index < range.upperBound, let a = next?.a {
                let start = index
                var digest = RowDigest()
                while let row = next, row.a == a {
                    let fingerprint = row.weights.fingerprint
                    row.add(to: &digest, entities[row.b].id, fingerprint)
                    if seen.keep(weights.count, fingerprint, where: { weights[$0] == row.weights })
                        == weights.count
                    {
                        weights.append(row.weights)
                        distinct.append(index)
                    }
                    index += 1
                    next = index < rows.count ? rows[index] : nil
                }
                runs.append(Run(a: a, rows: start..<index, digest: digest.value))
            }
        }
    }
}

extension EdgeRow {
    /// What the row says beside its first end. The number of an association tells no more than its weights.
    fileprivate func add(to digest: inout RowDigest, _ b: Int64, _ weights: UInt64) {
        digest.add(Int(b))
        digest.add(passages << 32 | issues)
        digest.add(weights)
        digest.add(editions << 48 | (firstDate?.number ?? 0) << 24 | (lastDate?.number ?? 0))
    }
}

extension IssueDate {
    /// A number of 24 bits for each date, and none is 0.
    var number: Int { year << 9 | (month ?? 0) << 5 | (day ?? 0) }
}
