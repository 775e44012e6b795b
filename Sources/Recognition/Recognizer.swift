import KGModel

/// A component that sees one kind of evidence for names.
///
/// A recognizer is a value without state that changes: it may be asked from several threads at once,
/// and its answer depends on the issue and on what was found before it alone. A new kind of evidence
/// is a new recognizer in a new file, listed in `Pipeline.standard`.
public protocol Recognizer: Sendable {
    /// One word that every mention it finds carries: `lexicon`.
    var name: String { get }
    /// One line for `kg recognizers`.
    var summary: String { get }
    /// The spans in which it sees names. They may overlap each other and what is in `found`;
    /// the resolver settles that.
    ///
    /// - Parameters:
    ///   - issue: the issue laid out in words.
    ///   - found: the candidates of the recognizers that stand before this one in the pipeline.
    func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate]
}

/// A span that a recognizer takes for a name.
public struct Candidate: Sendable, Hashable {
    /// Index of the passage within the issue.
    public var passage: Int
    /// Bytes of the passage's text.
    public var range: Range<Int>
    public var type: EntityType
    public var reference: Mention.Reference
    /// The recognizer's name.
    public var recognizer: String
    /// How sure the recognizer is, 0 to 1: its expected precision on such spans.
    public var confidence: Double

    public init(
        passage: Int, range: Range<Int>, type: EntityType, reference: Mention.Reference = .surface,
        recognizer: String, confidence: Double
    ) {
        self.passage = passage
        self.range = range
        self.type = type
        self.reference = reference
        self.recognizer = recognizer
        self.confidence = confidence
    }
}
