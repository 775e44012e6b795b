/// Settles which of several overlapping candidates are mentions: the longest, then the most
/// confident, and no candidate below the threshold at all.
struct Resolver: Sendable {
    /// Candidates below this confidence are no mentions.
    var threshold = 0.5
    /// Candidates below this confidence are not worth a second look.
    var leastDoubtful = 0.25

    /// Candidates that overlap no other, in reading order.
    func resolve(_ candidates: [Candidate]) -> [Candidate] {
        Self.strongest(of: candidates, beside: []) { $0 >= threshold }
    }

    /// Candidates below the threshold that overlap no other of them and none that was kept, in reading order.
    func doubtful(_ candidates: [Candidate], beside kept: [Candidate]) -> [Candidate] {
        Self.strongest(of: candidates, beside: kept) { $0 < threshold && $0 >= leastDoubtful }
    }

    /// - Parameter isWanted: whether candidates of a confidence are looked at.
    private static func strongest(
        of candidates: [Candidate], beside others: [Candidate], _ isWanted: (Double) -> Bool
    ) -> [Candidate] {
        // Sorted by what most differ in; a candidate is large to copy and to compare.
        var ranked: [(passage: Int, length: Int, place: Int)] = []
        for place in candidates.indices where isWanted(candidates[place].confidence) {
            ranked.append((candidates[place].passage, candidates[place].range.count, place))
        }
        guard !ranked.isEmpty else { return [] }
        ranked.sort { a, b in
            if a.passage != b.passage { return a.passage < b.passage }
            if a.length != b.length { return a.length > b.length }
            return isStronger(candidates[a.place], candidates[b.place])
        }
        let others = Dictionary(grouping: others, by: \.passage)
        var kept: [Candidate] = []
        kept.reserveCapacity(ranked.count)
        // Those of one passage stand side by side.
        var passage = -1
        var taken: [Range<Int>] = []
        var places: [Int] = []
        func keep() {
            places.sort { candidates[$0].range.lowerBound < candidates[$1].range.lowerBound }
            for place in places { kept.append(candidates[place]) }
            places.removeAll(keepingCapacity: true)
        }
        for (_, _, place) in ranked {
            let range = candidates[place].range
            if candidates[place].passage != passage {
                keep()
                passage = candidates[place].passage
                taken.removeAll(keepingCapacity: true)
                for other in others[passage] ?? [] { taken.append(other.range) }
            }
            if taken.contains(where: { $0.overlaps(range) }) { continue }
            taken.append(range)
            places.append(place)
        }
        keep()
        return kept
    }

    /// A total order, so that the result does not depend on the order of the candidates.
    private static func isStronger(_ a: Candidate, _ b: Candidate) -> Bool {
        if a.passage != b.passage { return a.passage < b.passage }
        if a.range.count != b.range.count { return a.range.count > b.range.count }
        // Of two that see the same name the one that knows whose it is says more.
        if a.range == b.range, a.type == b.type, (a.reference == .surface) != (b.reference == .surface) {
            return b.reference == .surface
        }
        if a.confidence != b.confidence { return a.confidence > b.confidence }
        if a.range.lowerBound != b.range.lowerBound { return a.range.lowerBound < b.range.lowerBound }
        if a.type != b.type { return a.type < b.type }
        if a.recognizer != b.recognizer { return a.recognizer < b.recognizer }
        return String(describing: a.reference) < String(describing: b.reference)
    }
}
