import KGModel

/// What the sightings of one entity say about it together.
struct NameEvidence {
    private struct Surface {
        var name: String
        var count = 0
        var languages = FormEvidence.Languages()
    }

    private var types: [(type: EntityType, weight: Int)] = []
    private var surfaces: [Surface] = []
    /// Where each surface stands among `surfaces`, once there are many.
    private var places: [String: Int] = [:]
    /// An address stands there as often as it has forms.
    private(set) var identities: [Identity] = []

    /// So many surfaces are looked through faster than looked up.
    private static let few = 8

    mutating func add(_ form: NameTable.Form, _ evidence: FormEvidence) {
        if let known = types.firstIndex(where: { $0.type == form.type }) {
            types[known].weight += evidence.weight
        } else {
            types.append((form.type, evidence.weight))
        }
        add(form.surface, evidence.count, evidence.languages)
        switch form.reference {
        case .name(let name): add(name, 0, FormEvidence.Languages())
        case .identity(let identity): identities.append(identity)
        case .entry, .surface: break
        }
    }

    private mutating func add(_ name: String, _ count: Int, _ languages: FormEvidence.Languages) {
        let known = places.isEmpty ? surfaces.firstIndex { $0.name == name } : places[name]
        let place = known ?? surfaces.count
        if place == surfaces.count {
            surfaces.append(Surface(name: name))
            if surfaces.count > Self.few {
                for index in (places.isEmpty ? 0 : place)...place { places[surfaces[index].name] = index }
            }
        }
        surfaces[place].count += count
        surfaces[place].languages.formUnion(languages)
    }

    var type: EntityType {
        types.max { ($0.weight, $1.type) < ($1.weight, $0.type) }?.type ?? .model
    }

    /// The weight of the sightings of this type in that of all, in thousandths.
    func share(of type: EntityType) -> Double {
        let all = types.reduce(0) { $0 + $1.weight }
        let own = types.first { $0.type == type }?.weight ?? 0
        return all > 0 ? (Double(own) / Double(all) * 1000).rounded() / 1000 : 0
    }

    /// What the thing is best called. Latin script goes before others; then
    /// - of a person the name of most words, then the most frequent;
    /// - of a paper the title in English before its translations, then the longest;
    /// - of others the most frequent name in English, or, spelled out, the one of most words.
    func name(of type: EntityType, isSpelledOut: Bool = false) -> String {
        guard surfaces.count > 1 else { return NameWords.tidy(surfaces.first?.name ?? "") }
        let ranked = surfaces.map { (name: $0.name, rank: rank($0, type, isSpelledOut)) }
        let best = ranked.max { a, b in
            a.rank == b.rank ? b.name < a.name : a.rank.lexicographicallyPrecedes(b.rank)
        }
        return NameWords.tidy(best?.name ?? "")
    }

    private func rank(_ surface: Surface, _ type: EntityType, _ isSpelledOut: Bool) -> [Int] {
        let name = surface.name
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
        surfaces.map { surface in
            // A name in another script belongs to the language of the issues that use it.
            let isLatin = surface.name.unicodeScalars.allSatisfy {
                $0.value < 0x250 || !$0.properties.isAlphabetic
            }
            return Entity.Alias(
                name: NameWords.tidy(surface.name), language: isLatin ? nil : surface.languages.only)
        }
    }
}
