import KGModel

/// The list of recognizers that an issue passes through, and the resolver at its end.
///
///     let pipeline = try Pipeline.standard()
///     record.mentions = pipeline.mentions(in: record)
public struct Pipeline: Sendable {
    /// In the order in which they are asked.
    public let recognizers: [any Recognizer]
    /// Changes whenever a recognizer or the lexicon does, so that issues read by an older one are
    /// read again.
    public let version: String
    private let resolver = Resolver()

    /// - Parameter version: tells the recognizers' data apart; the program's own version is added.
    public init(_ recognizers: [any Recognizer], version: String) {
        self.recognizers = recognizers
        self.version = version
    }

    /// All recognizers, with the program's own lexicon and word lists.
    ///
    /// - Parameters:
    ///   - lexicons: texts and names of further lexicon files of the user.
    ///   - model: the tagger's; the program's own if there is none.
    public static func standard(
        lexicons: [(text: String, file: String)] = [], tagger model: TaggerModel? = nil
    ) throws -> (pipeline: Pipeline, lexicon: Lexicon) {
        // Read side by side: a short run spends most of its time here.
        let others = Promise {
            (vocabulary: try Vocabulary.standard(), model: try model ?? TaggerModel.standard())
        }
        var lexicon = try Lexicon.standard()
        for (text, file) in lexicons { try lexicon.add(text, file: file, type: nil) }
        let (vocabulary, model) = try others.get()
        let recognizers: [any Recognizer] = [
            LexiconRecognizer(lexicon, vocabulary), LinkRecognizer(vocabulary), TitleRecognizer(vocabulary),
            PeopleRecognizer(vocabulary), CitationRecognizer(vocabulary), VariantRecognizer(vocabulary),
            AffiliationRecognizer(vocabulary), ExpansionRecognizer(),
            DefinitionRecognizer(vocabulary),
            TaggerRecognizer(model: model), EnumerationRecognizer(vocabulary),
            EchoRecognizer(vocabulary),
        ]
        return (Pipeline(recognizers, version: version(lexicons: lexicons)), lexicon)
    }

    /// The version that `standard` has, told without loading anything.
    public static func version(lexicons: [(text: String, file: String)] = []) -> String {
        guard !lexicons.isEmpty else { return revision }
        var fingerprint = Fingerprint()
        for (text, _) in lexicons { fingerprint.combine(text) }
        return revision + "-" + fingerprint.hex
    }

    /// Raise it with every change of a recognizer, a word list or the lexicon.
    private static let revision = "13"

    /// The recognizers that are asked before the named one; all of them if there is none of that name.
    public func recognizers(before name: String) -> [any Recognizer] {
        Array(recognizers.prefix { $0.name != name })
    }

    /// The same pipeline without the named recognizers, to see what each is worth.
    public func without(_ names: Set<String>) -> Pipeline {
        guard recognizers.contains(where: { names.contains($0.name) }) else { return self }
        return Pipeline(
            recognizers.filter { !names.contains($0.name) }, version: Self.version(version, without: names))
    }

    /// The version of a pipeline without the named recognizers.
    public static func version(_ version: String, without names: Set<String>) -> String {
        version + names.sorted().map { "-without-" + $0 }.joined()
    }

    /// The same pipeline with another tagger.
    public func with(tagger model: TaggerModel) -> Pipeline {
        replacingTagger(by: TaggerRecognizer(model: model), "-retrained")
    }

    /// The same pipeline with spans in the tagger's place that were found before.
    ///
    /// - Parameter spans: by the issue's path; issues without any have none.
    public func with(taggedSpans spans: [String: [Candidate]]) -> Pipeline {
        replacingTagger(by: RecordedSpans(spans: spans), "-recorded")
    }

    private func replacingTagger(by recognizer: any Recognizer, _ mark: String) -> Pipeline {
        Pipeline(
            recognizers.map { $0.name == TaggerRecognizer.place ? recognizer : $0 }, version: version + mark)
    }

    /// The mentions of an issue, in reading order, none overlapping another.
    public func mentions(in record: IssueRecord) -> [Mention] { names(in: record).mentions }

    /// The mentions of an issue and what may be names, too.
    public func names(in record: IssueRecord) -> RecognizedNames { names(in: IssueText(record)) }

    /// - Parameter issue: the issue laid out in words.
    public func names(in issue: IssueText) -> RecognizedNames {
        var candidates: [Candidate] = []
        for recognizer in recognizers {
            let more = recognizer.candidates(in: issue, given: candidates)
            candidates +=
                recognizer.name == TaggerRecognizer.place
                ? TaggedSpans.reconciled(more, candidates, issue) : more
        }
        let kept = resolver.resolve(candidates)
        return RecognizedNames(
            mentions: kept.compactMap { mention($0, in: issue) },
            candidates: resolver.doubtful(candidates, beside: kept).compactMap { mention($0, in: issue) })
    }

    private func mention(_ candidate: Candidate, in issue: IssueText) -> Mention? {
        let text = issue.passages[candidate.passage]
        let range = candidate.range
        guard let start = text.passage.source.position(of: range.lowerBound),
            let last = text.passage.source.position(of: range.upperBound - 1)
        else { return nil }
        return Mention(
            passage: candidate.passage, range: range, surface: text.text(range), line: start.line,
            source: start.source..<max(start.source, last.source) + 1, type: candidate.type,
            reference: candidate.reference, recognizer: candidate.recognizer, confidence: candidate.confidence
        )
    }
}

/// What a pipeline finds in an issue.
public struct RecognizedNames: Sendable, Hashable {
    /// In reading order, none overlapping another.
    public var mentions: [Mention]
    /// Spans whose confidence is too low for a mention. In reading order; none overlaps another or a mention.
    public var candidates: [Mention]
}
