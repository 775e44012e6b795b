import KGModel

/// Makes entities of nodes that were joined: type, name, aliases, addresses, and the reasons.
struct EntityAssembly {
    private let names: NamedNodes
    /// For each node the node that stands for its group.
    private let roots: [Int32]
    private let evidence: EvidenceOfForms

    init(_ names: NamedNodes, _ evidence: EvidenceOfForms) {
        self.names = names
        self.evidence = evidence
        roots = names.forest.keys.indices.map { Int32(names.forest.root($0)) }
    }

    func linked() -> LinkedEntities {
        var entities: [LinkedEntity] = []
        var entityOfRoot: [Int32] = []
        var entityOfSighting: [Int32] = []
        let trees = Parallel.beside {
            MergeTrees(names, roots: roots)
        } do: {
            let sorted = sortedEntities()
            (entities, entityOfRoot) = (sorted.entities, sorted.entityOfRoot)
            entityOfSighting = Array(repeating: 0, count: names.nodeOf.count)
            for (sighting, node) in names.nodeOf.enumerated() {
                entityOfSighting[names.table.original(sighting)] = entityOfRoot[Int(roots[Int(node)])]
            }
        }
        return LinkedEntities(
            entities: entities, entityOfSighting: entityOfSighting, merges: trees.merges(entityOfRoot))
    }

    /// The entities in order of their keys, and for each root the place of its entity; -1 for other nodes.
    private func sortedEntities() -> (entities: [LinkedEntity], entityOfRoot: [Int32]) {
        let groups = Groups(roots)
        let named = roots.indices.filter { root in
            roots[root] == root && groups.members(of: root).contains { !names.formsOf[Int($0)].isEmpty }
        }
        var made = Parallel.map(count: named.count) { entity(named[$0], groups.members(of: named[$0])) }
        var order = Self.sorted(made)
        if Self.numberNamesakes(&made, order) { order = Self.sorted(made) }
        var entityOfRoot = Array(repeating: Int32(-1), count: roots.count)
        for (index, place) in order.enumerated() { entityOfRoot[named[Int(place.place)]] = Int32(index) }
        Self.arrange(&made, order)
        return (made, entityOfRoot)
    }

    /// Brings entities into an order, without a copy of any.
    private static func arrange(_ made: inout [LinkedEntity], _ order: [Place]) {
        var next = order.map { Int($0.place) }
        made.withUnsafeMutableBufferPointer { made in
            for start in next.indices {
                var at = start
                while next[at] != start {
                    made.swapAt(at, next[at])
                    (at, next[at]) = (next[at], at)
                }
                next[at] = at
            }
        }
    }

    /// Two things of one type may share a name: the later ones are numbered. Tells whether there are any.
    private static func numberNamesakes(_ made: inout [LinkedEntity], _ order: [Place]) -> Bool {
        let later = order.indices.dropFirst().filter {
            let (one, before) = (order[$0], order[$0 - 1])
            return one.head == before.head && one.tail == before.tail
                && made[one.index].hasSameKey(made[before.index])
        }.map { order[$0].index }
        guard !later.isEmpty else { return false }
        var used: Set<[UInt8]> = []
        func isUsed(_ key: String) -> Bool {
            // The first in order that does not stand before it.
            var (low, high) = (0, order.count)
            while low < high {
                let middle = (low + high) / 2
                if made[order[middle].index].key.precedesInBytes(key) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            return low < order.count && made[order[low].index].key.hasSameBytes(key)
                || !used.insert(Array(key.utf8)).inserted
        }
        let numbered = later.map { one in
            var number = 2
            while isUsed("\(made[one].key)#\(number)") { number += 1 }
            return "\(made[one].suffix)#\(number)"
        }
        for (one, suffix) in zip(later, numbered) { made[one].suffix = suffix }
        return true
    }

    /// Where entities stand in order of their keys, byte for byte; namesakes by their addresses, then as seen.
    ///
    /// - Parameter made: in the order in which they are first seen.
    private static func sorted(_ made: [LinkedEntity]) -> [Place] {
        @Sendable func precedes(_ a: Place, _ b: Place) -> Bool {
            if a.head != b.head { return a.head < b.head }
            if a.tail != b.tail { return a.tail < b.tail }
            let (one, other) = (made[a.index], made[b.index])
            guard one.hasSameKey(other) else { return one.precedes(other) }
            let (first, second) = (one.entity.identities.first, other.entity.identities.first)
            return (first?.description ?? "", a.place) < (second?.description ?? "", b.place)
        }
        let middle = made.count / 2
        var later: [Place] = []
        let sooner = Parallel.beside {
            made.indices[..<middle].map { Place(made[$0], Int32($0)) }.sorted(by: precedes)
        } do: {
            later = made.indices[middle...].map { Place(made[$0], Int32($0)) }.sorted(by: precedes)
        }
        return merged(sooner, later, precedes)
    }

    private static func merged(
        _ one: [Place], _ other: [Place], _ precedes: (Place, Place) -> Bool
    ) -> [Place] {
        var result: [Place] = []
        result.reserveCapacity(one.count + other.count)
        var (next, nextOfOther) = (0, 0)
        while next < one.count, nextOfOther < other.count {
            if precedes(other[nextOfOther], one[next]) {
                result.append(other[nextOfOther])
                nextOfOther += 1
            } else {
                result.append(one[next])
                next += 1
            }
        }
        result += one[next...]
        result += other[nextOfOther...]
        return result
    }

    /// Where an entity stands, and the beginning of its key: most keys need not be looked up to be compared.
    private struct Place {
        /// Numbers of the same order as keys: the type in the upper three bits, and behind it the first fifteen bytes of
        /// the name and most of the sixteenth.
        let head: UInt64
        let tail: UInt64
        let place: Int32
        var index: Int { Int(place) }

        init(_ one: LinkedEntity, _ place: Int32) {
            // In order of their words.
            let type: UInt64 =
                switch one.entity.type {
                case .dataset: 0
                case .library: 1
                case .model: 2
                case .organization: 3
                case .paper: 4
                case .person: 5
                case .venue: 6
                }
            var (high, low): (UInt64, UInt64) = (0, 0)
            var count = 0
            func add(_ text: String) {
                var text = text
                text.withUTF8 { bytes in
                    for byte in bytes.prefix(16 - count) {
                        if count < 8 {
                            high = high << 8 | UInt64(byte)
                        } else {
                            low = low << 8 | UInt64(byte)
                        }
                        count += 1
                    }
                }
            }
            add(one.entity.name)
            if count < 16 { add(one.suffix) }
            high <<= 8 * (8 - min(count, 8))
            low <<= 8 * (16 - max(count, 8))
            head = type << 61 | high >> 3
            tail = high << 61 | low >> 3
            self.place = place
        }
    }

    /// The entity of a group that some sighting names.
    private func entity(_ root: Int, _ nodes: ArraySlice<Int32>) -> LinkedEntity {
        if let plain = plainEntity(root, nodes) { return plain }
        var all = NameEvidence()
        var isSpelledOut = false
        for node in nodes.lazy.map({ Int($0) }) {
            // An acronym of several meanings: the long form names it.
            if case .local(let name, _) = names.forest.keys[node], name.type != .person {
                isSpelledOut = true
            }
            for form in names.formsOf[node] {
                all.add(names.table.forms[Int(form)], evidence.of(form, node))
            }
        }
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
        return LinkedEntity(entity: entity, suffix: suffix, typeConfidence: all.share(of: entity.type))
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
            entity: entity, suffix: "", typeConfidence: evidence.of(number, root).weight > 0 ? 1 : 0)
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
