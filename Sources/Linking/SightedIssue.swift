import KGModel

/// An issue as the linker sees it.
public struct SightedIssue: Sendable, Hashable {
    public var path: String
    public var language: String?
    public var date: IssueDate?
    /// Index of the edition that it belongs to, see `Editions`; nil where it is one of its own.
    public var edition: Int?

    public init(path: String, language: String?, date: IssueDate?, edition: Int? = nil) {
        self.path = path
        self.language = language
        self.date = date
        self.edition = edition
    }
}

/// A link as the linker sees it: what a passage calls an address.
public struct SightedLink: Sendable, Hashable {
    /// Index of the issue, as in `Sighting`.
    public var issue: Int
    public var passage: Int
    /// What a reader clicks.
    public var text: String
    /// The same text for the same address: an identity, or the URL as `SightedLink.address` writes it.
    public var address: String

    public init(issue: Int, passage: Int, text: String, address: String) {
        self.issue = issue
        self.passage = passage
        self.text = text
        self.address = address
    }

    /// A URL without scheme, `www.`, fragment and the slash at its end.
    public static func address(ofURL url: some StringProtocol) -> String {
        var rest = Substring(url)
        for head in ["https://", "http://", "www."] where rest.hasPrefix(head) {
            rest = rest.dropFirst(head.count)
        }
        if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
        while rest.last == "/" { rest.removeLast() }
        return String(rest)
    }
}
