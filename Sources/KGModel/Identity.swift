/// An address that identifies a thing, whatever it is called and in whatever language:
/// `arxiv:1810.04805`, `github:google-research/bert`.
public struct Identity: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case arxiv, doi, acl, openreview, github, pypi
        /// Hugging Face: `owner/name` of a model, dataset or space.
        case huggingFace = "hf"
        /// A paper's own page at a publisher or in proceedings, where no number tells more; without scheme.
        case page = "paper"
        /// A home page, without scheme and trailing slash.
        case url
    }

    public var kind: Kind
    public var value: String

    public init(kind: Kind, value: String) {
        self.kind = kind
        self.value = value
    }

    /// Reads `kind:value`, as the lexicon and the exports write it.
    public init?(_ text: some StringProtocol) {
        guard let colon = text.firstIndex(of: ":"), let kind = Kind(rawValue: String(text[..<colon])) else {
            return nil
        }
        let value = text[text.index(after: colon)...]
        guard !value.isEmpty else { return nil }
        self.init(kind: kind, value: String(value))
    }

    public var description: String { "\(kind.rawValue):\(value)" }

    /// The address a browser opens.
    public var url: String {
        switch kind {
        case .arxiv: "https://arxiv.org/abs/\(value)"
        case .doi: "https://doi.org/\(value)"
        case .acl: "https://aclanthology.org/\(value)"
        case .openreview: "https://openreview.net/forum?id=\(value)"
        case .github: "https://github.com/\(value)"
        case .pypi: "https://pypi.org/project/\(value)"
        case .huggingFace: "https://huggingface.co/\(value)"
        case .page, .url: "https://\(value)"
        }
    }

    /// Whether such an address identifies a paper.
    public var isPaper: Bool {
        switch kind {
        case .arxiv, .doi, .acl, .openreview, .page: true
        default: false
        }
    }

    /// The type of thing that the address class alone makes certain; nil where it does not
    /// (a repository may hold a library, a model or somebody's notes).
    public var impliedType: EntityType? {
        if isPaper { return .paper }
        switch kind {
        case .pypi: return .library
        case .huggingFace where value.hasPrefix("datasets/"): return .dataset
        case .huggingFace where value.hasPrefix("spaces/"): return .library
        default: return nil
        }
    }

    public static func < (a: Identity, b: Identity) -> Bool {
        a.kind == b.kind ? a.value < b.value : a.kind.rawValue < b.kind.rawValue
    }
}

extension Identity {
    /// What a web address identifies, or nil for an address that only leads somewhere.
    ///
    /// Versions, file endings, query strings and the letter case that the site ignores are dropped,
    /// so that `http://www.arxiv.org/pdf/1810.04805v2.pdf` and `https://arxiv.org/abs/1810.04805` agree.
    /// Home pages (`url:`) are never read from a link: only the lexicon says that a page stands for a thing.
    public init?(url: String) {
        guard let address = WebAddress(url) else { return nil }
        let parts = address.path
        switch address.host {
        case "arxiv.org", "export.arxiv.org", "browse.arxiv.org", "ar5iv.org", "ar5iv.labs.arxiv.org",
            "alphaxiv.org":
            guard parts.count >= 2, ["abs", "pdf", "html", "format", "ps"].contains(parts[0].lowercased()),
                let id = Self.arxivID(parts[1...].joined(separator: "/"))
            else { return nil }
            self.init(kind: .arxiv, value: id)
        case "arxiv-vanity.com":
            guard parts.count >= 2, parts[0] == "papers", let id = Self.arxivID(parts[1]) else { return nil }
            self.init(kind: .arxiv, value: id)
        case "doi.org", "dx.doi.org":
            let value = parts.joined(separator: "/").lowercased()
            guard value.hasPrefix("10."), value.contains("/") else { return nil }
            // arXiv gives every paper a DOI as well.
            let arxiv = "10.48550/arxiv."
            if value.hasPrefix(arxiv), let id = Self.arxivID(String(value.dropFirst(arxiv.count))) {
                self.init(kind: .arxiv, value: id)
            } else {
                self.init(kind: .doi, value: value)
            }
        case "aclweb.org", "aclanthology.org", "aclanthology.info", "aclanthology.coli.uni-saarland.de":
            guard let last = parts.last, let id = Self.anthologyID(last) else { return nil }
            self.init(kind: .acl, value: id)
        case "openreview.net":
            guard let first = parts.first, ["forum", "pdf", "references"].contains(first),
                let id = address.query("id"), id.utf8.count >= 5
            else { return nil }
            self.init(kind: .openreview, value: id)
        case "github.com":
            guard parts.count >= 2, !Self.githubPages.contains(parts[0].lowercased()) else { return nil }
            var repository = parts[1]
            if repository.hasSuffix(".git") { repository.removeLast(4) }
            guard !repository.isEmpty else { return nil }
            self.init(kind: .github, value: (parts[0] + "/" + repository).lowercased())
        case "pypi.org", "pypi.python.org":
            guard parts.count >= 2, parts[0] == "project" || parts[0] == "pypi" else { return nil }
            self.init(kind: .pypi, value: parts[1].lowercased().replacing("_", with: "-"))
        case "huggingface.co", "hf.co":
            if parts.count >= 2, parts[0] == "papers", let id = Self.arxivID(parts[1]) {
                self.init(kind: .arxiv, value: id)
                return
            }
            guard let value = Self.huggingFaceName(parts) else { return nil }
            self.init(kind: .huggingFace, value: value)
        default:
            guard let paper = Self.paper(at: address) else { return nil }
            self = paper
        }
    }

    /// `1810.04805` or `cs/0112017`, without version and file ending.
    private static func arxivID(_ text: String) -> String? {
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        var id = Array(text.utf8)[...]
        if id.suffix(4).map({ (65...90).contains($0) ? $0 | 0x20 : $0 }) == Array(".pdf".utf8) {
            id.removeLast(4)
        }
        if let v = id.lastIndex(of: UInt8(ascii: "v")), v > 0, v + 1 < id.count,
            id[(v + 1)...].allSatisfy(isDigit)
        {
            id = id[..<v]
        }
        let isNew =
            (id.count == 9 || id.count == 10) && id[4] == UInt8(ascii: ".")
            && id[..<4].allSatisfy(isDigit) && id[5...].allSatisfy(isDigit)
        if isNew { return String(decoding: id, as: UTF8.self) }
        let halves = id.split(separator: UInt8(ascii: "/"))
        guard halves.count == 2, halves[1].count == 7, halves[1].allSatisfy(isDigit) else { return nil }
        return String(decoding: id, as: UTF8.self).lowercased()
    }

    /// `N19-1423` or `2020.acl-main.1`, without file ending and version.
    private static func anthologyID(_ text: String) -> String? {
        var id = text
        for ending in [".pdf", ".bib"] where id.lowercased().hasSuffix(ending) { id.removeLast(ending.count) }
        let bytes = Array(id.utf8)
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        if bytes.count >= 8, (65...90).contains(bytes[0] & 0xDF), isDigit(bytes[1]), isDigit(bytes[2]),
            bytes[3] == UInt8(ascii: "-"), bytes[4...7].allSatisfy(isDigit)
        {
            return String(id.prefix(8)).uppercased()
        }
        var dotted = id.split(separator: ".")
        guard dotted.count >= 3, dotted[0].utf8.count == 4, dotted[0].utf8.allSatisfy(isDigit),
            dotted[1].contains("-")
        else { return nil }
        let number = dotted[2].prefix { $0.isASCII && $0.isNumber }
        let version = dotted[2][number.endIndex...]
        guard !number.isEmpty,
            version.isEmpty || version.first == "v" && version.dropFirst().utf8.allSatisfy(isDigit)
        else { return nil }
        dotted[2] = number
        return dotted[..<3].joined(separator: ".")
    }

    private static func huggingFaceName(_ parts: [String]) -> String? {
        guard let first = parts.first else { return nil }
        switch first {
        case "datasets", "spaces":
            guard parts.count >= 2 else { return nil }
            return parts.prefix(3).joined(separator: "/").lowercased()
        case "docs", "blog", "papers", "models", "join", "learn", "collections", "pricing", "transformers",
            "tasks", "organizations", "settings", "chat", "posts", "new", "course", "inference-api", "api",
            "metrics", "coref", "landing", "login", "search":
            return nil
        default:
            // Early models had no owner (`bert-base-uncased`), but an owner's own page looks the same.
            guard parts.count >= 2 else { return nil }
            return parts.prefix(2).joined(separator: "/").lowercased()
        }
    }

    private static let githubPages: Set<String> = [
        "about", "blog", "collections", "explore", "features", "login", "marketplace", "orgs", "search",
        "settings", "site", "sponsors", "topics", "trending", "users", "readme",
    ]
}
