import KGModel

/// The names of all issues, and the nodes they refer to: what the rules look at and change.
struct NamedNodes {
    typealias Claim = NameForest.Claim

    let table: NameTable
    let known: KnownEntities
    private(set) var forest = NameForest()
    /// For each sighting its node.
    private(set) var nodeOf: [Int32] = []
    let formsOf: FormsOfNodes
    /// For each form its node; nil where it depends on the issue.
    private(set) var nodeOfForm: [Int?] = []

    init(_ table: NameTable, _ known: KnownEntities, _ appositions: Appositions) {
        self.table = table
        self.known = known
        var keys: [NameForest.Key?] = []
        let ambiguous = Parallel.beside {
            AmbiguousAcronyms(table, known, appositions)
        } do: {
            keys = Parallel.map(count: table.forms.count) { Self.key(of: table.forms[$0], known) }
        }
        nodeOfForm = Array(repeating: nil, count: table.forms.count)
        nodeOf.reserveCapacity(table.sightings.count)
        forest.reserveCapacity(table.forms.count)
        var pairs: [UInt64] = []
        var seen: Set<UInt64> = []
        pairs.reserveCapacity(table.forms.count)
        for index in table.sightings.indices {
            let form = table.formIndex(index)
            if let node = nodeOfForm[form] {
                nodeOf.append(Int32(node))
                continue
            }
            let name = table.forms[form].name
            let issue = table.issue(of: index)
            let node: Int
            if let key = keys[form], !ambiguous.isLocal(name, in: issue) {
                node = forest.node(key)
                if !ambiguous.contains(name) { nodeOfForm[form] = node }
            } else {
                node = forest.node(.local(AmbiguousAcronyms.open(name), issue: issue))
            }
            // A form that means one thing everywhere gets here once.
            let pair = UInt64(node) << 32 | UInt64(form)
            if nodeOfForm[form] != nil || seen.insert(pair).inserted { pairs.append(pair) }
            nodeOf.append(Int32(node))
        }
        formsOf = FormsOfNodes(pairs, nodes: forest.keys.count)
    }

    /// What a form refers to before anything is joined; nil if that depends on the issue.
    private static func key(of form: NameTable.Form, _ known: KnownEntities) -> NameForest.Key? {
        switch form.reference {
        case .entry(let type, let name):
            guard let index = known.entry(type, canonicalName: name) else {
                return .name(TypedName(type, NameKey(name)))
            }
            // `ResNet-50` is not `ResNet`.
            if type == .model, NameWords.digits(form.surface) != NameWords.digits(name),
                known.entry(ofType: form.name) != index
            {
                return .name(form.name)
            }
            return .entry(index)
        case .identity(let identity):
            if let index = known.entry(identity), known.entities[index].type == form.type {
                return .entry(index)
            }
            if let index = known.entry(form.name, as: form.surface) { return .entry(index) }
            return .identity(identity)
        case .name(let name):
            let typed = TypedName(form.type, NameKey(name))
            return known.entry(typed, as: name).map { .entry($0) } ?? .name(typed)
        case .surface:
            if let index = known.entry(form.name, as: form.surface) { return .entry(index) }
            if form.type == .library, let base = NameWords.withoutVersion(form.surface),
                let index = known.entry(ofType: TypedName(.library, NameKey(base)))
            {
                return .entry(index)
            }
            if form.type == .model, let base = NameWords.withoutWeights(form.surface),
                let index = known.entry(ofType: TypedName(.model, NameKey(base)))
            {
                return .entry(index)
            }
            return form.type == .person && NameWords.isSingle(form.surface) ? nil : .name(form.name)
        }
    }

    func node(of sighting: Int) -> Int { Int(nodeOf[sighting]) }

    func root(_ sighting: Int) -> Int { forest.root(node(of: sighting)) }

    /// Whether a sighting is a surname or given name, known to its issue only.
    func isPart(_ sighting: Int) -> Bool {
        guard table.type(of: sighting) == .person else { return false }
        if case .local = forest.keys[node(of: sighting)] { return true }
        return false
    }

    /// The first sighting of a node; nil for an entry that no sighting names.
    func firstSighting(of node: Int) -> Int? { formsOf[node].first.map { table.forms[Int($0)].first } }

    /// The node of an entry of the lexicon, which is made where it is wanted.
    mutating func entryNode(_ index: Int) -> Int { forest.node(.entry(index)) }

    mutating func apply(_ claims: [Claim]) {
        for claim in claims { forest.join(claim) }
    }

    /// The claims of what texts say.
    func claims(of appositions: Appositions) -> [Claim] {
        appositions.statements.map {
            Claim(node(of: $0.short), node(of: $0.long), $0.reason, $0.short, $0.long)
        }
    }
}

/// The forms of each node, in the order in which they are first seen.
struct FormsOfNodes {
    private var starts: [Int32]
    private var forms: [Int32]

    /// - Parameter pairs: each once, as first seen: the node in the upper half, the form in the lower one.
    fileprivate init(_ pairs: [UInt64], nodes: Int) {
        starts = Array(repeating: 0, count: nodes + 1)
        for pair in pairs { starts[Int(pair >> 32) + 1] += 1 }
        for node in 0..<nodes { starts[node + 1] += starts[node] }
        var next = starts
        forms = Array(repeating: 0, count: pairs.count)
        for pair in pairs {
            let node = Int(pair >> 32)
            forms[Int(next[node])] = Int32(truncatingIfNeeded: pair)
            next[node] += 1
        }
    }

    /// None for an entry that no sighting names.
    subscript(node: Int) -> ArraySlice<Int32> {
        node < starts.count - 1 ? forms[Int(starts[node])..<Int(starts[node + 1])] : []
    }
}

/// Acronyms that texts explain in two ways: they mean something in their own issue only.
private struct AmbiguousAcronyms {
    private var issues: [TypedName: Set<Int>] = [:]

    init(_ table: NameTable, _ known: KnownEntities, _ appositions: Appositions) {
        struct Explained {
            var expansions: [String] = []
            var issues: Set<Int> = []
        }
        var all: [TypedName: Explained] = [:]
        for statement in appositions.statements where statement.reason == .acronym {
            let short = table.form(of: statement.short)
            let long = table.form(of: statement.long).surface
            let name = Self.open(short.name)
            var explained = all[name] ?? Explained()
            explained.issues.insert(table.issue(of: statement.short))
            if !explained.expansions.contains(where: { Acronym.areAlike($0, long) }) {
                explained.expansions.append(long)
            }
            if all[name] == nil, let entry = known.entry(short.name, as: short.surface) {
                // What the lexicon says that it is short for counts as well.
                let names = [known.entities[entry].name] + known.entities[entry].aliases.map(\.name)
                let expansions = names.filter { Acronym.fits(short.surface, $0) }
                if !expansions.isEmpty, !expansions.contains(where: { Acronym.areAlike($0, long) }),
                    known.entry(table.form(of: statement.long).name, as: long) != entry
                {
                    explained.expansions += expansions
                }
            }
            all[name] = explained
        }
        for (name, explained) in all where explained.expansions.count > 1 { issues[name] = explained.issues }
    }

    /// The name under one of the types that its surroundings leave open.
    static func open(_ name: TypedName) -> TypedName {
        KnownEntities.exchangeable.contains(name.type) ? TypedName(.model, name.key) : name
    }

    func contains(_ name: TypedName) -> Bool { !issues.isEmpty && issues[Self.open(name)] != nil }

    func isLocal(_ name: TypedName, in issue: Int) -> Bool {
        !issues.isEmpty && issues[Self.open(name)]?.contains(issue) == true
    }
}
