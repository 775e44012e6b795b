import KGModel

/// Makes entities of nodes that were joined: type, name, aliases, addresses, and the reasons.
struct EntityAssembly {
    private let names: NamedNodes
    private let roots: [Int]
    private var groups: [Int: NameEvidence] = [:]
    /// Roots of acronyms of several meanings: the long form names them.
    private var spelledOut: Set<Int> = []

    init(_ names: NamedNodes) {
        self.names = names
        let table = names.table
        roots = names.forest.keys.indices.map { names.forest.root($0) }
        for (index, sighting) in table.sightings.enumerated() {
            groups[roots[names.nodeOf[index]], default: NameEvidence()].add(
                sighting, language: table.issues[sighting.issue].language)
        }
        for (node, key) in names.forest.keys.enumerated() {
            if case .local(let name, _) = key, name.type != .person { spelledOut.insert(roots[node]) }
        }
    }

    func linked() -> LinkedEntities {
        var entities = groups.map { root, evidence in (root: root, linked: entity(root, evidence)) }
        // Two things of one type may share a name: the later ones are numbered.
        var counts: [String: Int] = [:]
        for one in entities { counts[one.linked.key, default: 0] += 1 }
        let namesakes = entities.indices.filter { counts[entities[$0].linked.key] ?? 0 > 1 }.sorted { a, b in
            let (a, b) = (entities[a], entities[b])
            return (a.linked.key, a.linked.entity.identities.first?.description ?? "", a.root)
                < (b.linked.key, b.linked.entity.identities.first?.description ?? "", b.root)
        }
        var used: [String: Int] = [:]
        for index in namesakes {
            let key = entities[index].linked.key
            used[key, default: 0] += 1
            if let count = used[key], count > 1 { entities[index].linked.key = "\(key)#\(count)" }
        }
        let order = entities.indices.sorted { entities[$0].linked.key < entities[$1].linked.key }
        entities = order.map { entities[$0] }
        var indexOfRoot: [Int: Int] = [:]
        for (index, one) in entities.enumerated() { indexOfRoot[one.root] = index }
        var entityOfSighting = Array(repeating: 0, count: names.table.sightings.count)
        for (sorted, original) in names.table.original.enumerated() {
            entityOfSighting[original] = indexOfRoot[roots[names.nodeOf[sorted]]] ?? 0
        }
        return LinkedEntities(
            entities: entities.map(\.linked), entityOfSighting: entityOfSighting,
            merges: MergeTrees(names, roots: roots, indexOfRoot: indexOfRoot).merges)
    }

    private func entity(_ root: Int, _ evidence: NameEvidence) -> LinkedEntity {
        var entity: Entity
        var suffix = ""
        switch names.forest.keys[root] {
        case .entry(let index):
            entity = names.known.entities[index]
        case .local(let name, let issue) where name.type == .person:
            entity = Entity(type: .person, name: evidence.name(of: .person))
            suffix = "@" + names.table.issues[issue].path
        default:
            let type = evidence.type
            entity = Entity(
                type: type, name: evidence.name(of: type, isSpelledOut: spelledOut.contains(root)))
        }
        entity.add(evidence.aliases)
        entity.add(
            evidence.identities.filter { identity in
                guard let index = names.known.entry(identity) else { return true }
                return names.known.entities[index].type == entity.type
            })
        return LinkedEntity(
            key: entity.type.rawValue + ":" + entity.name + suffix, entity: entity,
            typeConfidence: evidence.share(of: entity.type))
    }
}

/// What the sightings of one entity say about it together.
private struct NameEvidence {
    private struct Surface {
        var count = 0
        var languages: Set<String?> = []
    }

    private var types: [EntityType: Int] = [:]
    private var surfaces: [String: Surface] = [:]
    private(set) var identities: Set<Identity> = []

    mutating func add(_ sighting: Sighting, language: String?) {
        // Whole percents: sums that do not depend on their order.
        types[sighting.type, default: 0] += Int(sighting.confidence * 100)
        surfaces[sighting.surface, default: Surface()].count += 1
        surfaces[sighting.surface, default: Surface()].languages.insert(language)
        switch sighting.reference {
        case .name(let name): surfaces[name, default: Surface()].count += 0
        case .identity(let identity): identities.insert(identity)
        case .entry, .surface: break
        }
    }

    var type: EntityType {
        types.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .model
    }

    /// The weight of the sightings of this type in that of all, in thousandths.
    func share(of type: EntityType) -> Double {
        let all = types.values.reduce(0, +)
        return all > 0 ? (Double(types[type] ?? 0) / Double(all) * 1000).rounded() / 1000 : 0
    }

    /// What the thing is best called. Latin script goes before others; then
    /// - of a person the name of most words, then the most frequent;
    /// - of a paper the title in English before its translations, then the longest;
    /// - of others the most frequent name in English, or, spelled out, the one of most words.
    func name(of type: EntityType, isSpelledOut: Bool = false) -> String {
        let best = surfaces.max { a, b in
            let ranks = (
                rank(a.key, a.value, type, isSpelledOut), rank(b.key, b.value, type, isSpelledOut)
            )
            return ranks.0 == ranks.1 ? b.key < a.key : ranks.0.lexicographicallyPrecedes(ranks.1)
        }
        return NameWords.tidy(best?.key ?? "")
    }

    private func rank(_ name: String, _ surface: Surface, _ type: EntityType, _ isSpelledOut: Bool) -> [Int] {
        let isLatin = NameWords.isLatin(name) ? 1 : 0
        let isEnglish = surface.languages.contains("en") || surface.languages.contains(nil) ? 1 : 0
        switch type {
        case .person: return [isLatin, name.split(separator: " ").count, surface.count]
        case .paper:
            return [isLatin, isEnglish, name.count, surface.count]
        default:
            return [
                isLatin, isEnglish, isSpelledOut ? name.split(separator: " ").count : 0, surface.count,
            ]
        }
    }

    var aliases: [Entity.Alias] {
        surfaces.map { name, surface in
            // A name in another script belongs to the language of the issues that use it.
            let isLatin = name.unicodeScalars.allSatisfy { $0.value < 0x250 || !$0.properties.isAlphabetic }
            return Entity.Alias(
                name: NameWords.tidy(name),
                language: !isLatin && surface.languages.count == 1 ? surface.languages.first ?? nil : nil)
        }
    }
}

extension Entity {
    fileprivate mutating func add(_ names: [Alias]) {
        var known = Dictionary(aliases.map { ($0.name, $0) }) { first, _ in first }
        for alias in names.sorted(by: { ($0.name, $0.language ?? "") < ($1.name, $1.language ?? "") })
        where alias.name != name && known[alias.name] == nil {
            known[alias.name] = alias
        }
        aliases = known.values.sorted { $0.name < $1.name }
    }

    fileprivate mutating func add(_ more: some Sequence<Identity>) {
        identities = Set(identities).union(more).sorted()
    }
}
