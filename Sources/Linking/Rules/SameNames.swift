import KGModel

/// An address and the name it is linked under; names of open type that are spelled alike.
enum SameNames {
    static func claims(_ names: NamedNodes) -> [NameForest.Claim] {
        var claims: [NameForest.Claim] = []
        let table = names.table
        // An address and its name; two addresses of one paper: its arXiv page and its proceedings.
        var byTitle: [TypedName: (node: Int, form: Int)] = [:]
        for index in table.forms.indices {
            guard let node = names.nodeOfForm[index], case .identity = names.forest.keys[node] else {
                continue
            }
            let form = table.forms[index]
            if let name = names.forest.existing(.name(form.name)) {
                claims.append(.init(node, name, .address, form.first))
            }
            if let other = byTitle[form.name] {
                claims.append(.init(node, other.node, .spelling, form.first, table.forms[other.form].first))
            } else {
                byTitle[form.name] = (node, index)
            }
        }
        // A model that somebody took for a library is still that model.
        var byName: [NameKey: (node: Int, form: Int)] = [:]
        for index in table.forms(where: KnownEntities.exchangeable.contains) {
            guard let node = names.nodeOfForm[index] else { continue }
            let form = table.forms[index]
            let key: NameKey
            switch names.forest.keys[node] {
            case .entry, .local: continue
            case .name(let name): key = name.key
            case .identity: key = form.name.key
            }
            if let other = byName[key] {
                if other.node != node {
                    claims.append(
                        .init(other.node, node, .spelling, table.forms[other.form].first, form.first))
                }
            } else {
                byName[key] = (node, index)
            }
        }
        return claims
    }
}
