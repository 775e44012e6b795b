import KGModel
import Testing

@testable import Recognition

/// What makes the tagger fast must not change what it finds.
@Suite struct TaggingSpeedTests {
    private func row(_ seed: Int) -> WeightRow {
        var row = WeightRow()
        for label in TaggerLabel.all { row[label] = Int8(truncatingIfNeeded: seed &* 37 &+ label &* 11) }
        return row
    }

    @Test func sumsOfRowsAreSumsOfTheirWeights() {
        let rows = (0..<90).map(row)
        var sum = WeightSum()
        for row in rows[..<60] { sum.add(row) }
        var rest = WeightSum()
        for row in rows[60...] { rest.add(row) }
        sum.add(rest)
        let scores = sum.scores(scale: 0.5)
        for label in TaggerLabel.all {
            let expected = rows.reduce(0) { $0 + Int($1[label]) }
            #expect(scores[label] == Float(expected) * 0.5)
        }
    }

    @Test func aBatchAddsTheWeightsOfTheFeaturesThatHaveSome() {
        let known = (0..<700).map { FeatureHash.mix(UInt64($0), 5) }
        let model = TaggerModel(
            words: WordTable(), scale: 1, chain: LinearChain(),
            rows: known.enumerated().map { (TaggerModel.key($1), row($0)) }, calibration: [], threshold: 0.5)
        model.withWeights { weights in
            var batch = FeatureBatch(weights)
            defer { batch.deallocate() }
            var sums = [WeightSum](repeating: WeightSum(), count: 7)
            for number in 0..<1400 {
                // Every other feature is unknown.
                let hash = number % 2 == 0 ? known[number / 2] : FeatureHash.mix(UInt64(number), 6)
                batch.add(hash, to: number % 7, of: &sums)
            }
            batch.flush(into: &sums)
            for place in 0..<7 {
                var expected = WeightSum()
                for number in stride(from: 0, to: 1400, by: 2) where number % 7 == place {
                    expected.add(row(number / 2))
                }
                #expect(sums[place] == expected)
            }
        }
    }

    @Test func anIssueIsTaggedTheSameWhateverWasTaggedBefore() throws {
        let tagger = TaggerRecognizer(model: try TaggerModel.standard())
        let texts = [
            "Researchers at Initech released GANILLA, a model like CycleGAN. We thank Maria Lopez.",
            "GANILLA wurde von Maria Lopez vorgestellt.", "微软发布了 GANILLA 模型。", "No name stands here at all.",
        ]
        func found(_ tagger: TaggerRecognizer, _ text: String) throws -> [Candidate] {
            tagger.candidates(in: try issue(text), given: [])
        }
        let fresh = try texts.map { try found(TaggerRecognizer(model: try TaggerModel.standard()), $0) }
        #expect(fresh.contains { !$0.isEmpty })
        for _ in 0..<2 {
            for (text, expected) in zip(texts, fresh).reversed() {
                #expect(try found(tagger, text) == expected)
            }
        }
    }

    /// Words of up to eight bytes are told apart by all of them, longer ones by a hash.
    @Test(arguments: ["gratuit", "gratui", "gratuitous", "gratuitously and more"])
    func wordsThatDifferInOneLetterAreDifferentSpellings(stem: String) {
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
        let words = letters.map { stem + $0 } + letters.map { $0 + stem }
        let text = PassageText(
            Passage(kind: .paragraph, text: words.joined(separator: " ") + " and so on", lines: 1...1))
        let spellings = Spellings(table: WordTable())
        let numbers = text.bytes.withUnsafeBufferPointer { spellings.numbers(of: text.words, in: $0) }
        let spelt = zip(text.words, numbers).map { (text.text($0), spellings.all[Int($1)].exact) }
        for (word, exact) in spelt { #expect(exact == FeatureHash.of(word), "\(word)") }
    }

    @Test(arguments: [
        ("We use it. The results are good. In this case it works.", []),
        ("We use Zyborg here.", ["use Zyborg here"]),
        ("They like wav2vec and more of it.", ["They like wav2vec and more"]),
        ("好的模型很多。", []),
    ])
    func onlyWhatCanHoldANameIsLookedAt(text: String, expected: [String]) throws {
        let issue = try issue(text)
        let model = try TaggerModel.standard()
        let features = TaggerFeatures(issue, table: model.words, evidence: [[]])
        let windows = features.windows(0, hints: features.hints(0), evidence: [])
        for (window, expected) in zip(windows, expected) {
            #expect(issue.passages[0].text(words: window).contains(expected))
        }
        #expect(windows.count == expected.count)
    }

    private func stretches(_ text: String, _ people: [(name: String, times: Int)]) throws -> [String] {
        let issue = try issue(text)
        let found = try people.flatMap { name, times in
            let range = try #require(text.range(of: name))
            let start = text[..<range.lowerBound].utf8.count
            return (0..<times).map { number in
                Candidate(
                    passage: 0, range: start..<start + name.utf8.count, type: .person,
                    recognizer: "r\(number)", confidence: 0.9)
            }
        }
        let evidence = IssueEvidence.evidence(of: found, in: issue)
        let features = TaggerFeatures(
            issue, table: try TaggerModel.standard().words, evidence: evidence)
        return features.windows(0, hints: [], evidence: evidence[0]).map {
            issue.passages[0].text(words: $0)
        }
    }

    @Test func peopleWhomOthersAreSureOfAreNotLookedAt() throws {
        let text = "by Ada Quill, Ben Plume and some more people"
        #expect(try stretches(text, [("Ada Quill", 1), ("Ben Plume", 1)]).isEmpty)
        // One alone, or beside something unknown, is.
        #expect(try stretches("by Ada Quill and some more people", [("Ada Quill", 1)]).count == 1)
        #expect(try stretches("by Ada Quill and some more people", [("Ada Quill", 2)]).isEmpty)
        #expect(try stretches("by Ada Quill, Zyborg and some", [("Ada Quill", 2)]).count == 1)
    }
}
