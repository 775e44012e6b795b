import Foundation
import KGModel
import Testing

@testable import Recognition

/// A document of lines, one passage each, with the names in square brackets: `[BERT/model]`.
private func document(_ name: String, _ lines: [String]) -> TrainingDocument {
    var passages: [Passage] = []
    var mentions: [AnnotatedMention] = []
    for (index, line) in lines.enumerated() {
        var text = ""
        var rest = Substring(line)
        while let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]") {
            text += rest[..<open]
            let parts = rest[rest.index(after: open)..<close].split(separator: "/")
            text += parts[0]
            mentions.append(
                AnnotatedMention(
                    line: index + 1, surface: String(parts[0]), type: EntityType(rawValue: String(parts[1]))!)
            )
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        var map = SourceMap()
        map.add(text: 0, source: 0, line: index + 1)
        passages.append(Passage(kind: .paragraph, text: text, lines: index + 1...index + 1, source: map))
    }
    let issue = Issue(path: name, title: "", language: "en", contentHash: "", size: 0)
    return TrainingDocument(
        name: name, group: name, kind: "test", record: IssueRecord(issue: issue, passages: passages),
        mentions: mentions)
}

private let people = [
    "Ada Lovelace", "Alan Turing", "Grace Hopper", "Kurt Gödel", "Emmy Noether", "Karen Jones",
]
private let models = ["BERT", "ELMo", "GPT-2", "XLNet", "RoBERTa", "ELECTRA"]

private let lessons: [TrainingDocument] = (0..<6).map { index in
    document(
        "lesson-\(index)",
        [
            "A new model called [\(models[index])/model] was released today.",
            "The paper by [\(people[index])/person] explains it.",
            "Nothing of the kind was said in the Great Hall.",
            "We like the model [\(models[(index + 1) % 6])/model] by [\(people[(index + 2) % 6])/person] too.",
        ])
}

private func trained(
    _ lessons: [TrainingDocument] = lessons, readsEveryWord: Bool = false
) async -> TaggerModel {
    var words = TaggerWords()
    for word in ["the", "new", "model", "was", "today"] { words.add(common: word, language: "en", zipf: 6.5) }
    words.add(given: "Ada")
    words.add(family: "Lovelace")
    var options = TrainingOptions()
    options.epochs = 30
    options.alpha = 0.3
    options.l1 = 0
    options.minimumCount = 1
    options.readsEveryWord = readsEveryWord
    let trainer = Trainer(documents: lessons, words: words, recognizers: [], options: options)
    return await trainer.train(
        folds: trainer.folds(3, groups: Set(lessons.map(\.group))), threshold: 0.3)
}

/// Trained once for all tests that only look at it.
private let lesson = Task { await trained() }

private func names(_ text: String, opaque: [Range<Int>] = [], model: TaggerModel) -> [String] {
    let passage = Passage(kind: .paragraph, text: text, lines: 1...1, opaque: opaque)
    let issue = IssueText(
        IssueRecord(
            issue: Issue(path: "x", title: "", language: "en", contentHash: "", size: 0), passages: [passage])
    )
    return TaggerRecognizer(model: model).candidates(in: issue, given: []).map {
        "\(issue.passages[$0.passage].text($0.range))/\($0.type.rawValue)"
    }
}

@Suite struct TaggerTests {
    @Test func learnsASmallTrainingSet() async {
        let model = await lesson.value
        #expect(
            names("The paper by Ada Lovelace explains it.", model: model) == ["Ada Lovelace/person"])
        #expect(names("A new model called BERT was released today.", model: model) == ["BERT/model"])
        #expect(names("nothing was said.", model: model) == [])
    }

    /// Foreign documents that outnumber the others contradict them: what they alone say is left behind.
    @Test func forgetsWhatIsPeculiarToForeignDocuments() async {
        let sentence = "Nothing of the kind was said in the Great Hall."
        func found(isForeign: Bool) async -> [String] {
            let further = (0..<18).map { index in
                var issue = document(
                    "further-\(index)", [sentence.replacing("Great Hall", with: "[Great Hall/venue]")])
                issue.isForeign = isForeign
                return issue
            }
            return names(sentence, model: await trained(lessons + further))
        }
        #expect(await found(isForeign: false) == ["Great Hall/venue"])
        #expect(await found(isForeign: true) == [])
    }

    /// What looks like no name is named by those alone who were taught to look at every word.
    @Test func namesWhatIsSpeltLikeOtherWordsIfToldTo() async throws {
        let methods = ["logistic regression", "linear regression", "ridge regression"]
        let lessons = (0..<6).map { index in
            document(
                "lesson-\(index)",
                [
                    "it was done with [\(methods[index % 3])/model] and much patience.",
                    "nothing of the kind was said in the hall.",
                ])
        }
        let text = "it was done with robust regression and much luck."
        #expect(names(text, model: await trained(lessons)) == [])
        let model = await trained(lessons, readsEveryWord: true)
        #expect(names(text, model: model) == ["robust regression/model"])
        #expect(names(text, model: try TaggerModel(bytes: model.encoded())) == ["robust regression/model"])
    }

    @Test func calibrationIsLiftedFromAThresholdOn() {
        let points: [SIMD2<Float>] = [SIMD2(0.1, 0.2), SIMD2(0.4, 0.4), SIMD2(0.8, 0.7)]
        #expect(
            Trainer.lifted(points, from: 0.3) == [
                SIMD2(0.1, 0.2), SIMD2(0.3, 0.5), SIMD2(0.4, 0.5), SIMD2(0.8, 0.7),
            ])
        #expect(Trainer.lifted([], from: 0.3) == [SIMD2(0.3, 0.5), SIMD2(1, 1)])
    }

    @Test func trainsToTheSameBits() async {
        let first = await lesson.value
        let second = await trained()
        #expect(first.encoded() == second.encoded())
    }

    @Test func neverNamesOpaqueWords() async {
        let model = await lesson.value
        let text = "A new model called BERT was released today."
        #expect(names(text, opaque: [19..<23], model: model) == [])
    }

    @Test func keepsConfidenceBetweenZeroAndOne() async {
        let issue = lessons[0].issue
        for candidate in await TaggerRecognizer(model: lesson.value).candidates(in: issue, given: []) {
            #expect((0...1).contains(candidate.confidence))
        }
    }
}

@Suite struct TaggerModelFileTests {
    @Test func readsWhatItWrote() async throws {
        let bytes = await lesson.value.encoded()
        let again = try TaggerModel(bytes: bytes)
        #expect(again.encoded() == bytes)
        #expect(
            names("A new model called BERT was released today.", model: again) == ["BERT/model"])
    }

    @Test func refusesForeignFiles() {
        #expect(throws: TaggerModelError.notAModel) { try TaggerModel(bytes: []) }
        #expect(throws: TaggerModelError.notAModel) {
            try TaggerModel(bytes: Array(repeating: 0x41, count: 100))
        }
    }

    @Test func refusesOtherVersions() async {
        var bytes = await lesson.value.encoded()
        bytes[4] = 99
        #expect(throws: TaggerModelError.version(found: 99, expected: TaggerModel.version)) {
            try TaggerModel(bytes: bytes)
        }
    }

    @Test func refusesCutAndDamagedFiles() async {
        let bytes = await lesson.value.encoded()
        #expect(throws: TaggerModelError.size(found: bytes.count - 1, expected: bytes.count)) {
            try TaggerModel(bytes: bytes.dropLast())
        }
        var damaged = bytes
        damaged[bytes.count / 2] ^= 1
        #expect(throws: TaggerModelError.damaged) { try TaggerModel(bytes: damaged) }
        let told = #expect(throws: TaggerModelFileError.self) {
            try TaggerModel(bytes: bytes.dropLast(), file: "my.model")
        }
        #expect(
            told?.description.hasPrefix(
                "my.model: tagger model of \(bytes.count - 1) bytes where \(bytes.count) are") == true)
    }
}

@Suite struct LinearChainTests {
    private var lattice: (ChainLattice, ChainFactors, Int) {
        var random = SplitMix(state: 7)
        let count = 9
        let scores = (0..<count).map { _ in
            var score = LabelVector.zero
            for label in 0..<32 { score[label] = random.unit() * 4 - 2 }
            return score
        }
        var chain = LinearChain()
        for end in 0..<LinearChain.endCount { chain.toUnit[end][end % 8] = random.unit() }
        let factors = ChainFactors(chain)
        let lattice = ChainLattice()
        lattice.prepare(count)
        for word in 0..<count { lattice.setScores(word, scores[word], isOpaque: word == 4) }
        lattice.run(count, factors)
        return (lattice, factors, count)
    }

    @Test func marginalsSumToOne() {
        let (lattice, _, count) = lattice
        for word in 0..<count { #expect(abs(lattice.marginal(word).sum() - 1) < 1e-4) }
    }

    @Test func opaqueWordsAreOutside() {
        let (lattice, _, _) = lattice
        #expect(abs(lattice.marginal(4)[TaggerLabel.outside] - 1) < 1e-4)
    }

    @Test func spansDoNotOverlapAndReachTheThreshold() {
        let (lattice, chain, count) = lattice
        let spans = lattice.spans(count: count, threshold: 0.05, chain)
        #expect(!spans.isEmpty)
        for (a, b) in zip(spans, spans.dropFirst()) { #expect(a.words.upperBound <= b.words.lowerBound) }
        for span in spans { #expect(span.probability >= 0.05 && span.probability <= 1) }
    }

    @Test(arguments: [-80, -3.25, -0.5, 0, 0.001, 1, 12.5, 80] as [Float])
    func exponentialIsExactEnough(_ x: Float) {
        let expected = Foundation.exp(Double(x))
        let found = Double(Exponential.exp(SIMD8(repeating: x))[3])
        #expect(abs(found / expected - 1) < 1e-6)
    }
}

@Suite struct TrainingDocumentTests {
    @Test func placesMentionsInReadingOrder() {
        let text = document("x", ["[BERT/model] is not [BERT/library] here."])
        #expect(text.unplaced.isEmpty)
        #expect(text.spans[0].map(\.words.lowerBound) == [0, 3])
    }

    @Test func reportsMentionsThatItCannotPlace() {
        var text = document("x", ["Some words."])
        text = TrainingDocument(
            name: "x", group: "x", kind: "x", record: IssueRecord(issue: text.issue.issue, passages: []),
            mentions: [AnnotatedMention(line: 1, surface: "BERT", type: .model)])
        #expect(text.unplaced.count == 1)
    }
}

@Suite struct TaggedSpansTests {
    private static let text =
        "Chipmaker Nvidia and Robert Bosch, Nivin & Kao, see acme/Math_notes with Plumekit"

    private func issue() -> IssueText {
        let passage = Passage(kind: .paragraph, text: Self.text, lines: 1...1)
        return IssueText(
            IssueRecord(
                issue: Issue(path: "x", title: "", language: "en", contentHash: "", size: 0),
                passages: [passage]))
    }

    private func candidate(
        _ surface: String, _ type: EntityType, _ recognizer: String, _ confidence: Double = 0.9
    ) throws -> Candidate {
        let range = try #require(Self.text.utf8.firstRange(of: surface.utf8))
        let start = Self.text.utf8.distance(from: Self.text.utf8.startIndex, to: range.lowerBound)
        return Candidate(
            passage: 0, range: start..<start + surface.utf8.count, type: type,
            reference: .entry(type: type, name: surface), recognizer: recognizer, confidence: confidence)
    }

    private func reconciled(
        _ surface: String, _ type: EntityType = .person, seen: [(String, EntityType)] = []
    ) throws -> [String] {
        let found = try seen.map { try candidate($0.0, $0.1, "lexicon") }
        return TaggedSpans.reconciled([try candidate(surface, type, "tagger")], found, issue()).map {
            issue().passages[0].text($0.range)
        }
    }

    @Test func aPersonWhoseLastWordIsAnotherNameIsNone() throws {
        #expect(try reconciled("Chipmaker Nvidia", seen: [("Nvidia", .organization)]) == [])
        #expect(try reconciled("Chipmaker Nvidia") == ["Chipmaker Nvidia"])
        #expect(try reconciled("Robert Bosch", seen: [("Bosch", .organization)]) == [])
        #expect(
            try reconciled("Robert Bosch", seen: [("Bosch", .organization), ("Robert Bosch", .person)])
                == ["Robert Bosch"])
    }

    @Test func twoPeopleAreTwo() throws {
        #expect(try reconciled("Nivin & Kao") == ["Nivin", "Kao"])
        #expect(try reconciled("Nivin & Kao", .organization) == ["Nivin & Kao"])
    }

    @Test func aPathIsNoTitle() throws {
        #expect(try reconciled("acme/Math_notes", .paper) == [])
        #expect(try reconciled("Plumekit", .paper) == ["Plumekit"])
    }

    @Test func whatIsSaidOfARepositoryTellsItsTypeAndTheAddressWhatItIs() throws {
        let identity = Identity(kind: .github, value: "acme/plumekit")
        var guess = try candidate("Plumekit", .library, "links", 0.6)
        guess.reference = .identity(identity)
        let tagged = try candidate("Plumekit", .model, "tagger", 0.7)
        let result = try #require(TaggedSpans.reconciled([tagged], [guess], issue()).first)
        #expect(result.type == .model)
        #expect(result.reference == .identity(identity))
        #expect(Resolver().resolve([result, guess]) == [result])
    }
}
