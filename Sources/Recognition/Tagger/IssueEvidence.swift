import KGModel

/// Turns what is known before the tagger's pass into evidence, passage by passage.
enum IssueEvidence {
    /// The candidates of the recognizers before the tagger.
    static func evidence(of candidates: [Candidate], in issue: IssueText) -> [[SpanEvidence]] {
        var result = [[SpanEvidence]](repeating: [], count: issue.passages.count)
        // Candidates of one recognizer stand side by side.
        var recognizer: (name: String, hash: UInt64) = ("", 0)
        for candidate in candidates where issue.passages.indices.contains(candidate.passage) {
            let words = issue.passages[candidate.passage].words(in: candidate.range)
            guard !words.isEmpty else { continue }
            if candidate.recognizer != recognizer.name {
                recognizer = (candidate.recognizer, FeatureHash.of(candidate.recognizer))
            }
            let sure: UInt64 = candidate.confidence < 0.5 ? 0 : candidate.confidence < 0.8 ? 1 : 2
            result[candidate.passage].append(
                SpanEvidence(
                    words: words, source: FeatureHash.mix(recognizer.hash, sure),
                    type: TaggerLabel.index(of: candidate.type), isSure: sure == 2))
        }
        return result
    }

    /// What the first pass saw, as evidence for the second: at each place the spans seen *elsewhere* in
    /// the issue with the same words. (What it saw at the place itself only makes the second pass
    /// repeat it: validation is worse with it.)
    ///
    /// - Parameter spans: the first pass's spans with their probabilities, for each passage.
    static func evidence(ofFirstPass spans: [[TaggedSpan]], in features: TaggerFeatures) -> [[SpanEvidence]] {
        var result = [[SpanEvidence]](repeating: [], count: spans.count)
        let elsewhere = FeatureHash.of("elsewhere")
        // Names by the hash of their words: where each was seen.
        var index = HashIndex(capacity: 256)
        var names: [[Sighting]] = []
        // By the number of a name's first form, how many words such names have at most.
        var heads = HashIndex(capacity: 256)
        var headLengths: [Int] = []
        // A bit for each such form: most words are told by it.
        var headBits = SIMD16<UInt64>(repeating: 0)
        for (passage, found) in spans.enumerated() {
            for span in found {
                guard span.probability >= 0.4, span.words.count <= 12 else { continue }
                var hash = FeatureHash.seed
                for word in span.words {
                    hash = FeatureHash.mix(hash, features.lexis.lower(passage, word))
                }
                let name = Int(index.findOrAdd(hash))
                if name == names.count { names.append([]) }
                names[name].append(
                    Sighting(
                        passage: passage, start: span.words.lowerBound, type: span.type,
                        probability: span.probability))
                let form = features.lexis.form(passage, span.words.lowerBound)
                headBits[Int(form >> 6 & 15)] |= 1 << UInt64(form & 63)
                let head = Int(heads.findOrAdd(UInt64(form)))
                if head == headLengths.count { headLengths.append(0) }
                headLengths[head] = max(headLengths[head], span.words.count)
            }
        }
        guard !names.isEmpty else { return result }
        for passage in spans.indices {
            let digests = features.lexis.digests(passage)
            for start in digests.indices {
                let form = digests[start].form
                guard headBits[Int(form >> 6 & 15)] & 1 << UInt64(form & 63) != 0 else { continue }
                let head = heads.find(UInt64(form))
                guard head >= 0 else { continue }
                var hash = FeatureHash.seed
                for size in 1...headLengths[Int(head)] where start + size <= digests.count {
                    hash = FeatureHash.mix(hash, features.lexis.lower(passage, start + size - 1))
                    let name = index.find(hash)
                    guard name >= 0 else { continue }
                    var best = SIMD8<Float>(repeating: 0)
                    for sighting in names[Int(name)]
                    where sighting.passage != passage || sighting.start != start {
                        best[sighting.type] = max(best[sighting.type], sighting.probability)
                    }
                    for type in 0..<TaggerLabel.typeCount where best[type] > 0 {
                        result[passage].append(
                            SpanEvidence(
                                words: start..<start + size,
                                source: FeatureHash.mix(elsewhere, bucket(best[type])), type: type))
                    }
                }
            }
        }
        return result
    }

    private struct Sighting {
        var passage: Int
        var start: Int
        var type: Int
        var probability: Float
    }

    private static func bucket(_ probability: Float) -> UInt64 {
        probability < 0.2 ? 0 : probability < 0.4 ? 1 : probability < 0.6 ? 2 : probability < 0.85 ? 3 : 4
    }
}
