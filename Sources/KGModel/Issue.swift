/// One document of a series, as its file tells it.
public struct Issue: Sendable, Hashable {
    /// The path under which the user named it, with `/` between its parts.
    public var path: String
    public var title: String
    public var date: IssueDate?
    /// The number within the series (`Issue #5`), if it bears one.
    public var number: Int?
    /// BCP 47 language code (`en`, `zh`, `pt`), if it could be told.
    public var language: String?
    /// Fingerprint of the file's bytes: an unchanged file is not read again.
    public var contentHash: String
    /// Size of the file in bytes.
    public var size: Int
    /// The encoding that the bytes were in (`utf-8`, `gb18030`, …).
    public var encoding: String
    /// What the reader had to mend or leave out, one sentence each, with the line.
    public var warnings: [String]

    public init(
        path: String, title: String, date: IssueDate? = nil, number: Int? = nil, language: String? = nil,
        contentHash: String, size: Int, encoding: String = "utf-8", warnings: [String] = []
    ) {
        self.path = path
        self.title = title
        self.date = date
        self.number = number
        self.language = language
        self.contentHash = contentHash
        self.size = size
        self.encoding = encoding
        self.warnings = warnings
    }
}

/// Everything that one file says: the result of the per-issue half of the program, a pure
/// function of the file's bytes.
public struct IssueRecord: Sendable, Hashable {
    public var issue: Issue
    public var passages: [Passage]
    /// In reading order, none overlapping another.
    public var mentions: [Mention]
    /// Spans that may be names, but not surely enough for a mention. In reading order; none overlaps another or
    /// a mention.
    public var candidates: [Mention]
    /// What the text states of the mentions, in order of the subjects.
    public var relations: [StatedRelation] = []
    /// What was changed in the text before it was read, in order.
    public var repairs: [RepairNote]

    public init(
        issue: Issue, passages: [Passage], mentions: [Mention] = [], candidates: [Mention] = [],
        repairs: [RepairNote] = []
    ) {
        self.issue = issue
        self.passages = passages
        self.mentions = mentions
        self.candidates = candidates
        self.repairs = repairs
    }
}
