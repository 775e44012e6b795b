import KGModel

/// What tells that two issues are one: translations and copies.
public struct EditionEvidence: Sendable, Hashable {
    public var path: String
    public var number: Int?
    public var language: String?
    public var date: IssueDate?
    /// Hashes of the addresses that the issue links, sorted, each once.
    public var links: [UInt64]

    public init(path: String, number: Int?, language: String?, date: IssueDate?, links: [UInt64]) {
        self.path = path
        self.number = number
        self.language = language
        self.date = date
        self.links = links
    }
}

/// Which issues are translations or copies of one another: together they are one edition.
///
/// Two issues are one edition when
/// 1. they are in different languages and share at least three links and half of the links of the one that
///    has fewer, or are in one language and share at least five links and nine tenths of all;
/// 2. they bear the same number in different languages, no other issue of these languages bears it, their
///    dates lie within a year, and their links do not speak against it.
///
/// A link that three issues of one language share is furniture of the series and tells nothing.
public struct Editions: Sendable {
    /// For each issue the index of its edition; editions are in order of their first dates, those without
    /// a date last, then of their first paths.
    public let ofIssue: [Int]
    public let count: Int

    public init(_ issues: [EditionEvidence]) {
        var groups = DisjointSets(count: issues.count)
        let links = TellingLinks(issues)
        links.forEachPair { a, b, shared in
            let (few, many) = (
                min(links.counts[a], links.counts[b]), max(links.counts[a], links.counts[b])
            )
            let isOne =
                issues[a].language == issues[b].language
                ? shared >= 5 && shared * 10 >= many * 9 : shared >= 3 && shared * 2 >= few
            if isOne { groups.join(a, b) }
        }
        Self.joinNumbers(issues, links, &groups)

        var members: [Int: [Int]] = [:]
        for index in issues.indices { members[groups.root(index), default: []].append(index) }
        let ordered = members.values.map { group in
            (
                date: group.compactMap { issues[$0].date }.min(),
                path: group.map { issues[$0].path }.min() ?? "", issues: group
            )
        }.sorted { a, b in
            switch (a.date, b.date) {
            case (let one?, let other?) where one < other || other < one: one < other
            case (nil, _?): false
            case (_?, nil): true
            default: a.path < b.path
            }
        }
        var ofIssue = Array(repeating: 0, count: issues.count)
        for (edition, group) in ordered.enumerated() {
            for issue in group.issues { ofIssue[issue] = edition }
        }
        self.ofIssue = ofIssue
        count = ordered.count
    }

    private static func joinNumbers(
        _ issues: [EditionEvidence], _ links: TellingLinks, _ groups: inout DisjointSets
    ) {
        var byNumber: [Int: [Int]] = [:]
        for (index, issue) in issues.enumerated() {
            if let number = issue.number, issue.language != nil {
                byNumber[number, default: []].append(index)
            }
        }
        for number in byNumber.keys.sorted() {
            let bearers = byNumber[number] ?? []
            var byLanguage: [String: [Int]] = [:]
            for issue in bearers { byLanguage[issues[issue].language ?? "", default: []].append(issue) }
            // Two series use one number: each language in which several editions bear it is ambiguous.
            let sure = bearers.filter { issue in
                let same = byLanguage[issues[issue].language ?? ""] ?? []
                return same.allSatisfy { groups.root($0) == groups.root(issue) }
            }
            for (position, a) in sure.enumerated() {
                for b in sure[..<position]
                where issues[a].language != issues[b].language && areNear(issues[a].date, issues[b].date)
                    && !links.contradict(a, b)
                {
                    groups.join(a, b)
                }
            }
        }
    }

    private static func areNear(_ a: IssueDate?, _ b: IssueDate?) -> Bool {
        guard let a, let b else { return true }
        return abs((a.year * 12 + (a.month ?? 6)) - (b.year * 12 + (b.month ?? 6))) <= 12
    }
}

/// The links of each issue that tell something, and how many two issues share.
private struct TellingLinks {
    /// How many telling links each issue has.
    private(set) var counts: [Int]
    /// Pairs of issues that share links, the smaller first, and how many.
    private var shared: [UInt64: Int] = [:]

    init(_ issues: [EditionEvidence]) {
        counts = Array(repeating: 0, count: issues.count)
        var sites: [(link: UInt64, issue: Int)] = []
        sites.reserveCapacity(issues.reduce(0) { $0 + $1.links.count })
        for (index, issue) in issues.enumerated() {
            for link in issue.links { sites.append((link, index)) }
        }
        sites.sort { ($0.link, $0.issue) < ($1.link, $1.issue) }
        var start = 0
        while start < sites.count {
            var end = start + 1
            while end < sites.count, sites[end].link == sites[start].link { end += 1 }
            defer { start = end }
            let bearers = sites[start..<end].map(\.issue)
            guard bearers.count == 1 || !Self.isFurniture(bearers, issues) else { continue }
            for (position, a) in bearers.enumerated() {
                counts[a] += 1
                for b in bearers[(position + 1)...] { shared[Self.pair(a, b), default: 0] += 1 }
            }
        }
    }

    private static func isFurniture(_ bearers: [Int], _ issues: [EditionEvidence]) -> Bool {
        guard bearers.count >= 3 else { return false }
        var languages: [String: Int] = [:]
        for bearer in bearers {
            let language = issues[bearer].language ?? ""
            languages[language, default: 0] += 1
            if languages[language] == 3 { return true }
        }
        return false
    }

    private static func pair(_ a: Int, _ b: Int) -> UInt64 { UInt64(min(a, b)) << 32 | UInt64(max(a, b)) }

    func forEachPair(_ body: (_ a: Int, _ b: Int, _ shared: Int) -> Void) {
        for (pair, count) in shared.sorted(by: { $0.key < $1.key }) {
            body(Int(pair >> 32), Int(pair & 0xFFFF_FFFF), count)
        }
    }

    /// Both have links of their own, and hardly one is the same.
    func contradict(_ a: Int, _ b: Int) -> Bool {
        let few = min(counts[a], counts[b])
        return few >= 5 && (shared[Self.pair(a, b)] ?? 0) * 10 < few
    }
}

/// Union-find: which members belong together.
private struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ member: Int) -> Int {
        var member = member
        while parents[member] != member {
            parents[member] = parents[parents[member]]
            member = parents[member]
        }
        return member
    }

    mutating func join(_ a: Int, _ b: Int) {
        let (a, b) = (root(a), root(b))
        if a != b { parents[max(a, b)] = min(a, b) }
    }
}
