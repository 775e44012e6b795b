import KGModel

/// What sightings refer to, and which of these nodes are one thing.
///
/// Nodes are numbered in the order in which they are first seen. Every union carries its reason.
struct NameForest {
    enum Key: Equatable {
        /// An entry of the lexicon.
        case entry(Int)
        case identity(Identity)
        case name(TypedName)
        /// A name that means something in its own issue only: a surname, an acronym of two meanings.
        case local(TypedName, issue: Int)

        var fingerprint: UInt64 {
            switch self {
            case .entry(let index): UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
            case .identity(let identity): identity.fingerprint
            case .name(let name): name.fingerprint
            case .local(let name, let issue): name.fingerprint &+ UInt64(truncatingIfNeeded: issue)
            }
        }
    }

    /// A reason to join two nodes, and the sightings that show it.
    struct Claim: Sendable {
        var a: Int
        var b: Int
        var reason: MergeReason
        /// Sightings of the two.
        var evidence: Int
        var otherEvidence: Int?

        init(_ a: Int, _ b: Int, _ reason: MergeReason, _ evidence: Int, _ otherEvidence: Int? = nil) {
            self.a = a
            self.b = b
            self.reason = reason
            self.evidence = evidence
            self.otherEvidence = otherEvidence
        }
    }

    private(set) var keys: [Key] = []
    /// The claims that joined two nodes, in the order in which they did.
    private(set) var unions: [Claim] = []
    private var numbers = NumbersByHash()
    private var parents: [Int] = []
    /// Addresses of papers that a root is known by.
    private var papers: [Int: [Identity]] = [:]

    /// Makes room for so many nodes, while there is none.
    mutating func reserveCapacity(_ nodes: Int) {
        numbers = NumbersByHash(capacity: nodes)
        keys.reserveCapacity(nodes)
    }

    mutating func node(_ key: Key) -> Int {
        let number = keys.count
        let known = numbers.keep(number, key.fingerprint) { keys[$0] == key }
        if known < number { return known }
        keys.append(key)
        parents.append(number)
        if case .identity(let identity) = key, identity.isPaper { papers[number] = [identity] }
        return number
    }

    func existing(_ key: Key) -> Int? {
        numbers.number(key.fingerprint) { keys[$0] == key }
    }

    func root(_ node: Int) -> Int {
        var node = node
        while parents[node] != node { node = parents[node] }
        return node
    }

    func isEntry(_ node: Int) -> Bool {
        if case .entry = keys[root(node)] { true } else { false }
    }

    /// Joins two nodes; false where they are one already or must stay apart.
    ///
    /// Entries of the lexicon are never joined with each other, and no resemblance joins two papers that have
    /// addresses of one kind that differ.
    @discardableResult
    mutating func join(_ claim: Claim) -> Bool {
        let a = compress(claim.a)
        let b = compress(claim.b)
        guard a != b else { return false }
        if isEntry(a), isEntry(b) { return false }
        if claim.reason != .address, claim.reason != .spelling, haveDifferentAddresses(a, b) { return false }
        let (parent, child) = (rank(b), b) < (rank(a), a) ? (b, a) : (a, b)
        parents[child] = parent
        if let more = papers.removeValue(forKey: child) { papers[parent, default: []] += more }
        unions.append(claim)
        return true
    }

    /// An entry stands for its group, what means something everywhere before what does in one issue.
    private func rank(_ root: Int) -> Int {
        switch keys[root] {
        case .entry: 0
        case .identity, .name: 1
        case .local: 2
        }
    }

    private func haveDifferentAddresses(_ a: Int, _ b: Int) -> Bool {
        guard let ofA = papers[a], let ofB = papers[b] else { return false }
        let shared = ofA.contains { ofB.contains($0) }
        return !shared && ofA.contains { one in ofB.contains { $0.kind == one.kind } }
    }

    private mutating func compress(_ node: Int) -> Int {
        let root = root(node)
        var node = node
        while parents[node] != root {
            let next = parents[node]
            parents[node] = root
            node = next
        }
        return root
    }
}
