import KGModel

/// Makes entities of nodes that were joined: type, name, aliases, addresses, and the reasons.
struct EntityAssembly {
    private let names: NamedNodes
    /// For each node the node that stands for its group.
    private let roots: [Int32]
    private let evidence: EvidenceOfForms

    init(_ names: NamedNodes) {
        self.names = names
        roots = names.forest.keys.indices.map { Int32(names.forest.root($0)) }
        evidence = EvidenceOfForms(names)
    }

    func linked() -> LinkedEntities {
        let groups = Groups(roots)
        var made = Parallel.map(count: roots.count) { root in
            entity(root, groups.members(of: root)).map { (root: Int32(root), linked: $0) }
        }.compactMap(\.self)
        var keys = made.map(\.linked.key)
        var order = Self.sorted(Array(made.indices), keys, made)
        if Self.numberNamesakes(&keys, order) {
            for (index, key) in keys.enumerated() { made[index].linked.key = key }
            order = Self.sorted(order, keys, made)
        }
        var entityOfRoot = Array(repeating: Int32(-1), count: roots.count)
        for (index, place) in order.enumerated() { entityOfRoot[Int(made[place].root)] = Int32(index) }
        var entityOfSighting = Array(repeating: Int32(0), count: names.nodeOf.count)
        for (sighting, node) in names.nodeOf.enumerated() {
            entityOfSighting[names.table.original(sighting)] = entityOfRoot[Int(roots[Int(node)])]
        }
        return LinkedEntities(
            entities: order.map { made[$0].linked }, entityOfSighting: entityOfSighting,
            merges: MergeTrees(names, roots: roots, entityOfRoot: entityOfRoot).merges)
    }

    /// Two things of one type may share a name: the later ones are numbered. Tells whether there are any.
    private static func numberNamesakes(_ keys: inout [String], _ order: [Int]) -> Bool {
        let later = order.indices.dropFirst().filter {
            keys[order[$0]].hasSameBytes(keys[order[$0 - 1]])
        }.map { order[$0] }
        guard !later.isEmpty else { return false }
        var used: Set<[UInt8]> = []
        func isUsed(_ key: String) -> Bool {
            // The first in order that does not stand before it.
            var (low, high) = (0, order.count)
            while low < high {
                let middle = (low + high) / 2
                if keys[order[middle]].precedesInBytes(key) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low < order.count && keys[order[low]].hasSameBytes(key)
                || !used.insert(Array(key.utf8)).inserted
        }
        let numbered = later.map { one in
            var number = 2
            while isUsed("\(keys[one])#\(number)") { number += 1 }
            return "\(keys[one])#\(number)"
        }
        for (one, key) in zip(later, numbered) { keys[one] = key }
        return true
    }

    /// The places of entities in order of their keys, byte for byte; namesakes by their addresses, then as seen.
    ///
    /// - Parameter places: all of them; fastest where they are nearly in order.
    private static func sorted(
        _ places: [Int], _ keys: [String], _ made: [(root: Int32, linked: LinkedEntity)]
    ) -> [Int] {
        // Most keys differ in the type or in the first letters of the name: they need not be looked up.
        let heads = zip(keys, made).map { KeyHead($0, $1.linked.entity.type) }
        return places.sorted { a, b in
            if heads[a] != heads[b] { return heads[a] < heads[b] }
            guard keys[a].hasSameBytes(keys[b]) else { return keys[a].precedesInBytes(keys[b]) }
            let (first, second) = (
                made[a].linked.entity.identities.first, made[b].linked.entity.identities.first
            )
            return (first?.description ?? "", made[a].root) < (second?.description ?? "", made[b].root)
        }
    }

    /// The beginning of a key, as a number of the same order.
    private struct KeyHead: Comparable {
        /// Types in the order of their words.
        private var type: UInt64
        private var letters: UInt64

        init(_ key: String, _ entityType: EntityType) {
            var key = key
            let skipped = entityType.rawValue.utf8.count + 1
            (type, letters) = key.withUTF8 { bytes in
                func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
                    var number: UInt64 = 0
                    var count = 0
                    for byte in bytes.prefix(8) { (number, count) = (number << 8 | UInt64(byte), count + 1) }
                    return count < 8 ? number << UInt64(8 * (8 - count)) : number
                }
                return (number(bytes.prefix(skipped)), number(bytes.dropFirst(skipped)))
            }
        }

        static func < (a: KeyHead, b: KeyHead) -> Bool { (a.type, a.letters) < (b.type, b.letters) }
    }

    /// The entity of a group; nil for a group that no sighting names.
    private func entity(_ root: Int, _ nodes: ArraySlice<Int32>) -> LinkedEntity? {
        if let plain = plainEntity(root, nodes) { return plain }
        var all = NameEvidence()
        var isNamed = false
        var isSpelledOut = false
        for node in nodes.lazy.map({ Int($0) }) {
            // An acronym of several meanings: the long form names it.
            if case .local(let name, _) = names.forest.keys[node], name.type != .person {
                isSpelledOut = true
            }
            for form in names.formsOf[node] {
                isNamed = true
                all.add(names.table.forms[Int(form)], evidence.of(form, node))
            }
        }
        guard isNamed else { return nil }
        var entity: Entity
        var suffix = ""
        switch names.forest.keys[root] {
        case .entry(let index):
            entity = names.known.entities[index]
        case .local(let name, let issue) where name.type == .person:
            entity = Entity(type: .person, name: all.name(of: .person))
            suffix = "@" + names.table.issues[issue].path
        default:
            let type = all.type
            entity = Entity(type: type, name: all.name(of: type, isSpelledOut: isSpelledOut))
        }
        entity.add(all.aliases)
        entity.add(
            all.identities.filter { identity in
                guard let index = names.known.entry(identity) else { return true }
                return names.known.entities[index].type == entity.type
            })
        return LinkedEntity(
            key: entity.type.rawValue + ":" + entity.name + suffix, entity: entity,
            typeConfidence: all.share(of: entity.type))
    }

    /// A name that is written in one way everywhere, and nothing else is known of it: most are.
    private func plainEntity(_ root: Int, _ nodes: ArraySlice<Int32>) -> LinkedEntity? {
        guard nodes.count == 1, let number = names.formsOf[root].first, names.formsOf[root].count == 1,
            case .name = names.forest.keys[root]
        else { return nil }
        let form = names.table.forms[Int(number)]
        guard case .surface = form.reference else { return nil }
        let entity = Entity(type: form.type, name: NameWords.tidy(form.surface))
        return LinkedEntity(
            key: entity.type.rawValue + ":" + entity.name, entity: entity,
            typeConfidence: evidence.of(number, root).weight > 0 ? 1 : 0)
    }
}

/// Which nodes belong to each root, without a list for each.
private struct Groups {
    private var starts: [Int32]
    private var nodes: [Int32]

    init(_ roots: [Int32]) {
        starts = Array(repeating: 0, count: roots.count + 1)
        for root in roots { starts[Int(root) + 1] += 1 }
        for index in roots.indices { starts[index + 1] += starts[index] }
        var next = starts
        nodes = Array(repeating: 0, count: roots.count)
        for (node, root) in roots.enumerated() {
            nodes[Int(next[Int(root)])] = Int32(node)
            next[Int(root)] += 1
        }
    }

    /// In order; none for a node that another stands for.
    func members(of root: Int) -> ArraySlice<Int32> { nodes[Int(starts[root])..<Int(starts[root + 1])] }
}

extension Entity {
    fileprivate mutating func add(_ names: [Alias]) {
        let names = names.filter { $0.name != name }
        guard !names.isEmpty || !aliases.isEmpty else { return }
        var known = Dictionary(aliases.map { ($0.name, $0) }) { first, _ in first }
        for alias in names.sorted(by: { ($0.name, $0.language ?? "") < ($1.name, $1.language ?? "") })
        where known[alias.name] == nil {
            known[alias.name] = alias
        }
        aliases = known.values.sorted { $0.name < $1.name }
    }

    fileprivate mutating func add(_ more: some Sequence<Identity>) {
        identities = Set(identities).union(more).sorted()
    }
}
