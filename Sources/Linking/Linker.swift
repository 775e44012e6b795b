import KGModel

/// Names become entities: which mentions of all issues speak of the same thing.
///
/// A pure function of the set of sightings. Every union has one of these reasons, and no other:
/// 1. the same entry of the lexicon, by name or alias;
/// 2. the same address (arXiv, DOI, repository, …);
/// 3. the same name, case, accents, hyphens, blanks and width ignored, of the same type;
/// 4. an address and a name under which it is linked, of the same type;
/// 5. a plural and its singular; a person with and without middle initials;
/// 6. a surname and the one full name in the same issue that ends in it.
///
/// Models, libraries and datasets that are no entries of the lexicon and share a name are one thing
/// whose type all the evidence together decides.
public struct Linker: Sendable {
    private let known: [Entity]
    private let byIdentity: [Identity: Int]
    /// Entries by type and canonical name in its own letter case: `MUSE` is not `Muse`.
    private let byCanonicalName: [CanonicalName: Int]
    /// Entries by type and name or alias.
    private let byName: [TypedKey: Int]
    /// People of the lexicon whose surname no other has.
    private let bySurname: [NameKey: Int]

    private struct CanonicalName: Hashable {
        var type: EntityType
        var name: String
    }

    private struct TypedKey: Hashable {
        var type: EntityType
        var name: NameKey
    }

    /// - Parameter known: the entries of the lexicon.
    public init(known: [Entity]) {
        self.known = known
        var byIdentity: [Identity: Int] = [:]
        var byName: [TypedKey: Int] = [:]
        var surnames: [NameKey: [Int]] = [:]
        for (index, entity) in known.enumerated() {
            for identity in entity.identities where byIdentity[identity] == nil {
                byIdentity[identity] = index
            }
            for name in [entity.name] + entity.aliases.map(\.name) {
                let key = TypedKey(type: entity.type, name: NameKey(name))
                if byName[key] == nil { byName[key] = index }
            }
            if entity.type == .person, let surname = entity.name.split(separator: " ").last {
                surnames[NameKey(surname), default: []].append(index)
            }
        }
        self.byIdentity = byIdentity
        byCanonicalName = Dictionary(
            known.enumerated().map { (CanonicalName(type: $1.type, name: $1.name), $0) }
        ) { first, _ in first }
        self.byName = byName
        bySurname = surnames.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }

    public func link(_ sightings: [Sighting], issues: [SightedIssue]) -> LinkedEntities {
        var state = State()
        var nodes = sightings.map { state.node(key(of: $0, issues)) }
        joinIdentitiesAndNames(sightings, nodes, &state)
        joinTypes(sightings, nodes, &state)
        joinPlurals(sightings, nodes, &state)
        joinInitials(sightings, nodes, &state)
        joinSurnames(sightings, nodes, issues, &state)
        for index in nodes.indices { nodes[index] = state.root(nodes[index]) }
        return entities(sightings, nodes, issues, state)
    }

    // MARK: - Keys

    /// What a sighting refers to before anything is joined.
    private enum Key: Hashable {
        case entry(Int)
        case identity(Identity)
        case name(EntityType, NameKey)
        /// A surname alone means somebody in its own issue only.
        case surname(NameKey, issue: String)

        /// A total order that does not depend on the order of sightings.
        var text: String {
            switch self {
            case .entry(let index): "0 \(index)"
            case .identity(let identity): "1 \(identity)"
            case .name(let type, let name): "2 \(type.rawValue) \(name)"
            case .surname(let name, let issue): "3 \(name) \(issue)"
            }
        }
    }

    private func key(of sighting: Sighting, _ issues: [SightedIssue]) -> Key {
        switch sighting.reference {
        case .entry(let type, let name):
            return byCanonicalName[CanonicalName(type: type, name: name)].map { .entry($0) }
                ?? .name(type, NameKey(name))
        case .identity(let identity):
            if let index = byIdentity[identity], known[index].type == sighting.type { return .entry(index) }
            if let index = entry(named: sighting.surface, type: sighting.type) { return .entry(index) }
            return .identity(identity)
        case .name(let name):
            if let index = entry(named: name, type: sighting.type) { return .entry(index) }
            return .name(sighting.type, NameKey(name))
        case .surface:
            if let index = entry(named: sighting.surface, type: sighting.type) { return .entry(index) }
            let name = NameKey(sighting.surface)
            if sighting.type == .person, !sighting.surface.contains(where: { " ·•・‧".contains($0) }) {
                return .surname(name, issue: issues[sighting.issue].path)
            }
            return .name(sighting.type, name)
        }
    }

    private func entry(named name: String, type: EntityType) -> Int? {
        let key = NameKey(name)
        if let index = byName[TypedKey(type: type, name: key)] { return index }
        // A model that somebody took for a library is still that model.
        guard Self.exchangeable.contains(type) else { return nil }
        let others = Self.exchangeable.compactMap { byName[TypedKey(type: $0, name: key)] }
        return others.count == 1 ? others[0] : nil
    }

    /// Types that a name's surroundings often leave open.
    private static let exchangeable: [EntityType] = [.model, .library, .dataset]

    // MARK: - Unions

    /// Nodes and which of them are one; the smallest key of a group stands for it.
    private struct State {
        private var numbers: [Key: Int] = [:]
        private(set) var keys: [Key] = []
        private var texts: [String] = []
        private var parents: [Int] = []

        mutating func node(_ key: Key) -> Int {
            if let number = numbers[key] { return number }
            let number = keys.count
            numbers[key] = number
            keys.append(key)
            texts.append(key.text)
            parents.append(number)
            return number
        }

        /// Each node once, in an order that does not depend on that of the sightings.
        func sorted(_ nodes: [Int]) -> [Int] { Set(nodes).sorted { texts[$0] < texts[$1] } }

        func existing(_ key: Key) -> Int? { numbers[key] }

        mutating func root(_ node: Int) -> Int {
            var node = node
            while parents[node] != node {
                parents[node] = parents[parents[node]]
                node = parents[node]
            }
            return node
        }

        /// Entries of the lexicon are never joined with each other.
        mutating func join(_ a: Int, _ b: Int) {
            let a = root(a)
            let b = root(b)
            guard a != b else { return }
            if case .entry = keys[a], case .entry = keys[b] { return }
            if texts[a] < texts[b] { parents[b] = a } else { parents[a] = b }
        }
    }

    private func joinIdentitiesAndNames(_ sightings: [Sighting], _ nodes: [Int], _ state: inout State) {
        for (sighting, node) in zip(sightings, nodes) {
            guard case .identity = state.keys[node] else { continue }
            if let name = state.existing(.name(sighting.type, NameKey(sighting.surface))) {
                state.join(node, name)
            }
        }
        // Two addresses of one paper: its arXiv page and its proceedings.
        var byTitle: [TypedKey: Int] = [:]
        for (sighting, node) in zip(sightings, nodes) {
            guard case .identity = state.keys[node] else { continue }
            let title = TypedKey(type: sighting.type, name: NameKey(sighting.surface))
            if let other = byTitle[title] { state.join(node, other) } else { byTitle[title] = node }
        }
    }

    private func joinTypes(_ sightings: [Sighting], _ nodes: [Int], _ state: inout State) {
        var byName: [NameKey: Int] = [:]
        for (sighting, node) in zip(sightings, nodes) where Self.exchangeable.contains(sighting.type) {
            let name: NameKey
            switch state.keys[node] {
            case .entry, .surname: continue
            case .name(_, let key): name = key
            case .identity: name = NameKey(sighting.surface)
            }
            if let other = byName[name] { state.join(other, node) } else { byName[name] = node }
        }
    }

    private func joinPlurals(_ sightings: [Sighting], _ nodes: [Int], _ state: inout State) {
        // In order of the keys: where a plural could join two entries, it is always the same one.
        for node in state.sorted(nodes) {
            guard case .name(let type, let name) = state.keys[node], type == .model, name.text.hasSuffix("s")
            else {
                continue
            }
            let singular = NameKey(name.text.dropLast())
            if let index = byName[TypedKey(type: type, name: singular)] {
                state.join(state.node(.entry(index)), node)
            } else if let other = state.existing(.name(type, singular)) {
                state.join(other, node)
            }
        }
    }

    /// `Quoc V. Le` and `Quoc Le`.
    private func joinInitials(_ sightings: [Sighting], _ nodes: [Int], _ state: inout State) {
        for (sighting, node) in zip(sightings, nodes) where sighting.type == .person {
            let parts = sighting.surface.split(separator: " ")
            let full = parts.filter { $0.filter(\.isLetter).count > 1 }
            guard parts.count > full.count, full.count >= 2 else { continue }
            let name = full.joined(separator: " ")
            if let index = byName[TypedKey(type: .person, name: NameKey(name))] {
                state.join(state.node(.entry(index)), node)
            } else if let other = state.existing(.name(.person, NameKey(name))) {
                state.join(other, node)
            }
        }
    }

    private func joinSurnames(
        _ sightings: [Sighting], _ nodes: [Int], _ issues: [SightedIssue], _ state: inout State
    ) {
        // The full names of each issue by their last part.
        var people: [Int: [NameKey: Set<Int>]] = [:]
        for (sighting, node) in zip(sightings, nodes) where sighting.type == .person {
            if case .surname = state.keys[node] { continue }
            let name: String
            if case .entry(let index) = state.keys[state.root(node)] {
                name = known[index].name
            } else {
                name = sighting.surface
            }
            guard let last = name.split(separator: " ").last, last.count < name.count else { continue }
            people[sighting.issue, default: [:]][NameKey(last), default: []].insert(state.root(node))
        }
        for (sighting, node) in zip(sightings, nodes) {
            guard case .surname(let surname, _) = state.keys[node] else { continue }
            if let candidates = people[sighting.issue]?[surname] {
                if candidates.count == 1, let person = candidates.first { state.join(person, node) }
            } else if let index = bySurname[surname] {
                state.join(state.node(.entry(index)), node)
            }
        }
    }

    // MARK: - Entities

    private func entities(
        _ sightings: [Sighting], _ nodes: [Int], _ issues: [SightedIssue], _ state: State
    ) -> LinkedEntities {
        var groups: [Int: Group] = [:]
        for (sighting, node) in zip(sightings, nodes) {
            groups[node, default: Group()].add(sighting, language: issues[sighting.issue].language)
        }
        var linked: [(node: Int, entity: LinkedEntity)] = groups.map { node, group in
            var entity: Entity
            var suffix = ""
            switch state.keys[node] {
            case .entry(let index):
                entity = known[index]
            case .surname(_, let issue):
                entity = Entity(type: .person, name: group.name(of: .person))
                suffix = "@" + issue
            default:
                let type = group.type
                entity = Entity(type: type, name: group.name(of: type))
            }
            entity.add(group.aliases)
            entity.add(
                group.identities.filter {
                    byIdentity[$0] == nil || known[byIdentity[$0] ?? 0].type == entity.type
                })
            let key = entity.type.rawValue + ":" + entity.name + suffix
            return (node, LinkedEntity(key: key, entity: entity))
        }
        linked.sort { ($0.entity.key, state.keys[$0.node].text) < ($1.entity.key, state.keys[$1.node].text) }
        // Two things of one type may share a name: the later ones are numbered.
        var used: [String: Int] = [:]
        var indexes: [Int: Int] = [:]
        for index in linked.indices {
            let key = linked[index].entity.key
            used[key, default: 0] += 1
            if let count = used[key], count > 1 { linked[index].entity.key = "\(key)#\(count)" }
        }
        linked.sort { $0.entity.key < $1.entity.key }
        for (index, one) in linked.enumerated() { indexes[one.node] = index }
        return LinkedEntities(
            entities: linked.map(\.entity), entityOfSighting: nodes.map { indexes[$0] ?? 0 })
    }

    /// What the sightings of one entity say about it together.
    private struct Group {
        private var types: [EntityType: Int] = [:]
        private var surfaces: [String: Int] = [:]
        private var languages: [String: Set<String?>] = [:]
        private(set) var identities: Set<Identity> = []

        mutating func add(_ sighting: Sighting, language: String?) {
            // Whole percents: sums that do not depend on their order.
            types[sighting.type, default: 0] += Int(sighting.confidence * 100)
            surfaces[sighting.surface, default: 0] += 1
            languages[sighting.surface, default: []].insert(language)
            if case .name(let name) = sighting.reference { surfaces[name, default: 0] += 0 }
            if case .identity(let identity) = sighting.reference { identities.insert(identity) }
        }

        var type: EntityType {
            types.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .model
        }

        /// The most frequent surface; of people and papers the fullest one.
        func name(of type: EntityType) -> String {
            let best = surfaces.max { a, b in
                if type == .person || type == .paper {
                    let lengths = (Self.fullness(a.key), Self.fullness(b.key))
                    if lengths.0 != lengths.1 { return lengths.0 < lengths.1 }
                }
                return (a.value, b.key) < (b.value, a.key)
            }
            return Self.tidy(best?.key ?? "")
        }

        /// Latin script before others, long before short.
        private static func fullness(_ name: String) -> Int {
            name.unicodeScalars.allSatisfy {
                $0.value < 0x250 || $0.value > 0xFFFF || !$0.properties.isAlphabetic
            }
                ? name.count + 1000 : name.count
        }

        private static func tidy(_ name: String) -> String {
            name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }

        var aliases: [Entity.Alias] {
            surfaces.keys.map { surface in
                // A name in another script belongs to the language of the issues that use it.
                let isLatin = surface.unicodeScalars.allSatisfy {
                    $0.value < 0x250 || !$0.properties.isAlphabetic
                }
                let used = languages[surface] ?? []
                return Entity.Alias(
                    name: Self.tidy(surface), language: !isLatin && used.count == 1 ? used.first ?? nil : nil)
            }
        }
    }
}

extension Entity {
    fileprivate mutating func add(_ names: [Alias]) {
        var known = Dictionary(aliases.map { ($0.name, $0) }) { first, _ in first }
        for alias in names where alias.name != name && known[alias.name] == nil { known[alias.name] = alias }
        aliases = known.values.sorted { $0.name < $1.name }
    }

    fileprivate mutating func add(_ more: some Sequence<Identity>) {
        identities = Set(identities).union(more).sorted()
    }
}
