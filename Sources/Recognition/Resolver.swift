/// Settles which of several overlapping candidates are mentions: the longest, then the most
/// confident, and no candidate below the threshold at all.
struct Resolver: Sendable {
    /// Candidates below this confidence are no mentions.
    var threshold = 0.5
    /// Candidates below this confidence are not worth a second look.
    var leastDoubtful = 0.25

    /// Candidates that overlap no other, in reading order.
    func resolve(_ candidates: [Candidate]) -> [Candidate] {
        Self.strongest(candidates.filter { $0.confidence >= threshold }, beside: [])
    }

    /// Candidates below the threshold that overlap no other of them and none that was kept, in reading order.
    func doubtful(_ candidates: [Candidate], beside kept: [Candidate]) -> [Candidate] {
        let doubtful = candidates.filter { $0.confidence < threshold && $0.confidence >= leastDoubtful }
        return doubtful.isEmpty ? [] : Self.strongest(doubtful, beside: kept)
    }

    private static func strongest(_ candidates: [Candidate], beside others: [Candidate]) -> [Candidate] {
        let ranked = candidates.sorted(by: isStronger)
        var taken: [Int: [Range<Int>]] = [:]
        for other in others { taken[other.passage, default: []].append(other.range) }
        var kept: [Candidate] = []
        for candidate in ranked {
            if taken[candidate.passage]?.contains(where: { $0.overlaps(candidate.range) }) == true {
                continue
            }
            taken[candidate.passage, default: []].append(candidate.range)
            kept.append(candidate)
        }
        return kept.sorted { ($0.passage, $0.range.lowerBound) < ($1.passage, $1.range.lowerBound) }
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
