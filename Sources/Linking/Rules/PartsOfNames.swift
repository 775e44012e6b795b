import KGModel

/// A surname, or a given name after the full name, means the one person of its issue who bears it.
enum PartsOfNames {
    private struct Bearer {
        var root: Int
        /// The first sighting of the full name.
        var sighting: Int
    }

    static func claims(_ names: inout NamedNodes) -> [NameForest.Claim] {
        var claims: [NameForest.Claim] = []
        for (_, range) in names.table.ranges {
            let parts = range.filter { names.isPart($0) }
            if !parts.isEmpty { claims += Self.claims(parts, in: range, &names) }
        }
        return claims
    }

    private static func claims(
        _ parts: [Int], in range: Range<Int>, _ names: inout NamedNodes
    ) -> [NameForest.Claim] {
        var surnames: [NameKey: [Bearer]] = [:]
        var given: [NameKey: [Bearer]] = [:]
        for sighting in range where names.table.type(of: sighting) == .person && !names.isPart(sighting) {
            let root = names.root(sighting)
            let name: String
            if case .entry(let index) = names.forest.keys[root] {
                name = names.known.entities[index].name
            } else {
                name = names.table.form(of: sighting).fullName
            }
            let words = name.split(separator: " ")
            guard words.count > 1, let first = words.first, let last = words.last else { continue }
            add(Bearer(root: root, sighting: sighting), NameKey(last), &surnames)
            add(Bearer(root: root, sighting: sighting), NameKey(first), &given)
        }
        var claims: [NameForest.Claim] = []
        var seen: Set<Int> = []
        for part in parts {
            let node = names.node(of: part)
            let key = names.table.form(of: part).name.key
            guard !seen.contains(node) else { continue }
            if let bearers = surnames[key] {
                if bearers.count == 1 {
                    claims.append(.init(node, bearers[0].root, .partOfName, part, bearers[0].sighting))
                }
                seen.insert(node)
            } else if let bearers = given[key] {
                // Whoever writes a given name alone has said before whose it is.
                guard bearers.count == 1, bearers[0].sighting < part, key.text.count >= 3 else { continue }
                claims.append(.init(node, bearers[0].root, .partOfName, part, bearers[0].sighting))
                seen.insert(node)
            } else if let index = names.known.entry(surname: key) {
                claims.append(.init(names.entryNode(index), node, .lexicon, part))
                seen.insert(node)
            }
        }
        return claims
    }

    private static func add(_ bearer: Bearer, _ key: NameKey, _ bearers: inout [NameKey: [Bearer]]) {
        if bearers[key]?.contains(where: { $0.root == bearer.root }) == true { return }
        bearers[key, default: []].append(bearer)
    }
}
