import KGModel

/// The reasons that hold an entity together, as a tree over its names and addresses.
struct MergeTrees {
    /// Each with the root of its entity in the entity's place.
    private var merges: [Merge] = []
    private let names: NamedNodes
    private var labels: [Int: String] = [:]

    /// A name that a step of the way leads from or to.
    private struct Vertex: Hashable {
        var entity: Int
        var name: String
    }

    /// - Parameter roots: for each node the node that stands for its group.
    init(_ names: NamedNodes, roots: [Int32]) {
        self.names = names
        var tree = UnionFind<Vertex>()
        func add(_ merge: Merge) {
            guard merge.name != merge.other,
                tree.join(
                    Vertex(entity: merge.entity, name: merge.name),
                    Vertex(entity: merge.entity, name: merge.other))
            else { return }
            var merge = merge
            merge.evidence = names.table.original(merge.evidence)
            merge.otherEvidence = merge.otherEvidence.map { names.table.original($0) }
            merges.append(merge)
        }
        for claim in names.forest.unions {
            let entity = Int(roots[claim.a])
            // A claim with one sighting tells of the node that the sighting names.
            let isOfA = claim.otherEvidence != nil || names.node(of: claim.evidence) == claim.a
            let a = label(claim.a, isOfA ? claim.evidence : nil)
            let b = label(claim.b, isOfA ? claim.otherEvidence : claim.evidence)
            add(
                Merge(
                    entity: entity, name: a, other: b, reason: claim.reason, evidence: claim.evidence,
                    otherEvidence: claim.otherEvidence))
        }
        for node in names.forest.keys.indices {
            let forms = names.formsOf[node]
            if isPlain(node, forms) { continue }
            let entity = Int(roots[node])
            let label = label(node, nil)
            for index in forms.lazy.map({ Int($0) }) {
                let form = names.table.forms[index]
                let (first, reason) = (firstSighting(form, index, node), reason(form, node))
                if case .name(let full) = form.reference, form.surface != full {
                    add(
                        Merge(
                            entity: entity, name: form.surface, other: full, reason: .partOfName,
                            evidence: first,
                            otherEvidence: nil))
                    add(
                        Merge(
                            entity: entity, name: full, other: label, reason: .spelling, evidence: first,
                            otherEvidence: nil))
                } else {
                    add(
                        Merge(
                            entity: entity, name: form.surface, other: label, reason: reason, evidence: first,
                            otherEvidence: nil))
                }
            }
        }
        sort()
    }

    /// The merges in order of entities, the surest reason first, then by names.
    ///
    /// - Parameter entityOfRoot: -1 for what no sighting names.
    func merges(_ entityOfRoot: [Int32]) -> [Merge] {
        let order = merges.indices.lazy.filter { entityOfRoot[merges[$0].entity] >= 0 }.map {
            (entity: entityOfRoot[merges[$0].entity], place: Int32($0))
        }.sorted { $0 < $1 }
        return order.map { entity, place in
            var merge = merges[Int(place)]
            merge.entity = Int(entity)
            return merge
        }
    }

    /// By root, the surest reason first, then by names.
    private mutating func sort() {
        let ranks = Dictionary(
            uniqueKeysWithValues: MergeReason.allCases.enumerated().map { ($1, $0) })
        let places = merges.map { $0.entity << 8 | (ranks[$0.reason] ?? 0) }
        let order = merges.indices.sorted { a, b in
            if places[a] != places[b] { return places[a] < places[b] }
            return (merges[a].name, merges[a].other) < (merges[b].name, merges[b].other)
        }
        merges = order.map { merges[$0] }
    }

    /// What a node is called: an entry by its name, an address by itself, a name by the sighting or as it is
    /// written most often.
    private mutating func label(_ node: Int, _ sighting: Int?) -> String {
        switch names.forest.keys[node] {
        case .entry(let index): return names.known.entities[index].name
        case .identity(let identity): return identity.description
        case .name, .local:
            if let sighting, names.node(of: sighting) == node {
                return names.table.form(of: sighting).fullName
            }
            if let label = labels[node] { return label }
            let forms = names.formsOf[node].map { names.table.forms[Int($0)] }
            let best = forms.max { ($0.count, $1.fullName) < ($1.count, $0.fullName) }
            labels[node] = best?.fullName ?? ""
            return best?.fullName ?? ""
        }
    }

    /// A form of a local node is first seen in the node's issue.
    private func firstSighting(_ form: NameTable.Form, _ index: Int, _ node: Int) -> Int {
        guard case .local(_, let issue) = names.forest.keys[node],
            let range = names.table.sightings(ofIssue: issue)
        else { return form.first }
        return range.first { names.table.formIndex($0) == index } ?? form.first
    }

    /// A name with one form that is the whole of it: most are, and there is nothing to tell of them.
    private func isPlain(_ node: Int, _ forms: ArraySlice<Int32>) -> Bool {
        guard forms.count == 1, let form = forms.first,
            case .surface = names.table.forms[Int(form)].reference
        else { return false }
        switch names.forest.keys[node] {
        case .name, .local: return true
        case .entry, .identity: return false
        }
    }

    /// Why a form belongs to its node.
    private func reason(_ form: NameTable.Form, _ node: Int) -> MergeReason {
        switch names.forest.keys[node] {
        case .identity: return .address
        case .name, .local: return .spelling
        case .entry(let index):
            let entity = names.known.entities[index]
            if NameKey(entity.name) == form.name.key { return .spelling }
            if names.known.entry(ofType: TypedName(entity.type, form.name.key)) == index { return .lexicon }
            if case .identity = form.reference { return .address }
            if form.type == .library, NameWords.withoutVersion(form.surface) != nil { return .version }
            if form.type == .model, NameWords.withoutWeights(form.surface) != nil { return .version }
            if form.name.numberVariants(of: form.surface).contains(where: {
                names.known.entry(ofType: $0) == index
            }) {
                return .plural
            }
            return .lexicon
        }
    }
}

/// Which values were joined, one way or another.
private struct UnionFind<Value: Hashable> {
    private var parents: [Value: Value] = [:]

    private func root(_ value: Value) -> Value {
        var value = value
        while let parent = parents[value] { value = parent }
        return value
    }

    /// False where the two are joined already.
    mutating func join(_ a: Value, _ b: Value) -> Bool {
        let (a, b) = (root(a), root(b))
        guard a != b else { return false }
        parents[a] = b
        return true
    }
}
