import KGModel

/// The entries of the lexicon by everything that leads to them.
struct KnownEntities: Sendable {
    let entities: [Entity]
    private let byIdentity: [Identity: Int]
    /// Entries by type and canonical name in its own letter case: `MUSE` is not `Muse`.
    private let byCanonicalName: [CanonicalName: Int]
    /// Entries by type and name or alias.
    private let byName: [TypedName: Int]
    /// People whose surname no other has.
    private let bySurname: [NameKey: Int]
    /// Entries that have their names for their own type only, and those that have them in their own letter case
    /// only where the text takes them for another type.
    private let reserved: Set<Int>
    private let cased: Set<Int>

    private struct CanonicalName: Hashable {
        var type: EntityType
        var name: String
    }

    /// Types that a name's surroundings often leave open.
    static let exchangeable: [EntityType] = [.model, .library, .dataset]

    init(_ entities: [Entity], reserved: Set<Int> = [], cased: Set<Int> = []) {
        self.entities = entities
        self.reserved = reserved
        self.cased = cased
        var byIdentity: [Identity: Int] = [:]
        var byCanonicalName: [CanonicalName: Int] = [:]
        var byName: [TypedName: Int] = [:]
        var surnames: [NameKey: Int] = [:]
        byIdentity.reserveCapacity(entities.count)
        byCanonicalName.reserveCapacity(entities.count)
        byName.reserveCapacity(entities.reduce(entities.count) { $0 + $1.aliases.count })
        for (index, entity) in entities.enumerated() {
            for identity in entity.identities { byIdentity.keep(index, identity) }
            byCanonicalName.keep(index, CanonicalName(type: entity.type, name: entity.name))
            byName.keep(index, TypedName(entity.type, NameKey(entity.name)))
            for alias in entity.aliases { byName.keep(index, TypedName(entity.type, NameKey(alias.name))) }
            if entity.type == .person, let surname = entity.name.split(separator: " ").last {
                let bearer = surnames.keep(index, NameKey(surname))
                if bearer != index { surnames[NameKey(surname)] = Self.several }
            }
        }
        self.byIdentity = byIdentity
        self.byName = byName
        self.byCanonicalName = byCanonicalName
        bySurname = surnames.filter { $0.value != Self.several }
    }

    private static let several = -1

    func entry(_ type: EntityType, canonicalName: String) -> Int? {
        byCanonicalName[CanonicalName(type: type, name: canonicalName)]
    }

    func entry(_ identity: Identity) -> Int? { byIdentity[identity] }

    func entry(ofType name: TypedName) -> Int? { byName[name] }

    func entry(surname: NameKey) -> Int? { bySurname[surname] }

    /// The entry of a name; a model that somebody took for a library is still that model.
    ///
    /// - Parameter surface: the name as it is written.
    func entry(_ name: TypedName, as surface: String) -> Int? {
        if let index = byName[name] { return index }
        guard Self.exchangeable.contains(name.type) else { return nil }
        // `the Transformer library` means the library of that plural, models called `Transformers` the model.
        for variant in name.numberVariants(of: surface) {
            if let index = byName[variant] { return index }
        }
        let others = Self.exchangeable.compactMap { byName[TypedName($0, name.key)] }
        guard others.count == 1, let other = others.first, !reserved.contains(other) else { return nil }
        return cased.contains(other) && !bears(other, surface) ? nil : other
    }

    /// Whether an entry's name, or one of its aliases, is written like this.
    private func bears(_ entry: Int, _ surface: String) -> Bool {
        entities[entry].name == surface || entities[entry].aliases.contains { $0.name == surface }
    }
}

/// A name in the form in which names are compared, with the type it was taken for.
struct TypedName: Hashable, Sendable {
    var type: EntityType
    var key: NameKey

    init(_ type: EntityType, _ key: NameKey) {
        self.type = type
        self.key = key
    }

    /// The singular of what may be a plural, and the plural of what may be a singular: `DART` is not `DARTS`.
    ///
    /// - Parameter surface: the name as it is written.
    func numberVariants(of surface: String) -> [TypedName] {
        guard let last = surface.last, last.isLowercase, key.text.utf8.count >= 3 else { return [] }
        var variants: [TypedName] = []
        if last == "s" { variants.append(TypedName(type, NameKey(key.text.dropLast()))) }
        // `BERT`, `GANs`: an acronym with a small letter behind it is a plural itself.
        if surface.dropLast().last?.isLowercase == true {
            variants.append(TypedName(type, NameKey(key.text + "s")))
        }
        return variants
    }
}

extension Dictionary where Value == Int {
    /// What stands under a key; the given number where nothing did. The table is searched once.
    @discardableResult mutating func keep(_ number: Int, _ key: Key) -> Int {
        func value(of place: inout Int) -> Int { place }
        return value(of: &self[key, default: number])
    }
}
