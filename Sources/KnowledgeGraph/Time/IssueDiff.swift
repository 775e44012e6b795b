/// What one issue, or the time since a date, brings that was not there before.
public struct IssueDiff: Sendable {
    /// An entity that the later side names.
    public struct Change: Sendable {
        public var entity: EntitySummary
        /// Mentions on the earlier and on the later side; of translations the mean.
        public var before: Double
        public var after: Double
        /// When it was last named before, and how many issues since then did not: returning ones only.
        public var lastDate: String?
        public var missedIssues: Int?
        /// A passage of the later side that names it.
        public var evidence: Quotation?
    }

    /// Two entities that the later side names in one passage.
    public struct Pair: Sendable {
        public var a: EntitySummary
        public var b: EntitySummary
        public var passages: Int
        public var evidence: Quotation?
    }

    /// A side of the comparison: an issue with its translations, or all issues of a span.
    public struct Side: Sendable {
        /// Title of the only issue, else the span in words.
        public var title: String
        public var firstDate: String?
        public var lastDate: String?
        /// Issues, translations of one counted once.
        public var editions: Int
    }

    public var earlier: Side
    public var later: Side
    /// Not named in any issue before the later side.
    public var new: [Change]
    /// Named before, but not on the earlier side.
    public var returning: [Change]
    /// Named on both sides, and at least one mention more often on the later one.
    public var grown: [Change]
    /// Named on the earlier side, but not on the later one.
    public var gone: [Change]
    /// Named together for the first time, though both were named before.
    public var pairs: [Pair]
    /// Pairs of which at least one is new.
    public var pairsWithNew: Int
    /// Issues without a date: they stand neither before nor after. Translations of one count once.
    public var undatedEditions: Int
}

/// Why two issues cannot be compared, in one line.
public enum DiffError: Error, Sendable, CustomStringConvertible {
    case unknownIssue(String)
    case ambiguousIssue(String, [String])
    case same(String)
    case undated(String)
    case nothingSince(String)
    case nothingBefore(String)

    public var description: String {
        switch self {
        case .unknownIssue(let text):
            "\(text): no such issue; give a path, a number or a date that `kg issues` lists"
        case .ambiguousIssue(let text, let paths):
            "\(text): means several issues; give the path of one: \(paths.prefix(4).joined(separator: ", "))"
                + (paths.count > 4 ? ", …" : "")
        case .same(let title): "\(title): both are the same issue, or translations of one"
        case .undated(let title): "\(title): has no date, so nothing can be said of before and after"
        case .nothingSince(let date): "\(date): no issue since then"
        case .nothingBefore(let title): "\(title): no dated issue before it to compare with"
        }
    }
}
