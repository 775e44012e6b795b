import KGModel

/// The entries of the lexicon by everything that leads to them.
struct KnownEntities: Sendable {
    let entities: [Entity]
    /// By type and name or alias: numbers of `names`.
    private let byName: NumbersByHash
    private let names: [EntryName]
    private let byIdentity: NumbersByHash
    /// By type and canonical name in its own letter case: `MUSE` is not `Muse`.
    private let byCanonicalName: NumbersByHash
    /// The first of all people with a surname, and those of them who are not the only ones.
    private let bySurname: NumbersByHash
    private let haveNamesakes: Set<Int>
    /// Entries that have their names for their own type only, and those that have them in their own letter case
    /// only where the text takes them for another type.
    private let reserved: Set<Int>
    private let cased: Set<Int>

    /// A name of an entry, found by its place: nothing is kept of what is never asked for.
    private struct EntryName {
        var entry: Int32
        /// -1 for the canonical name.
        var alias: Int32

        func text(_ entities: [Entity]) -> String {
            let entity = entities[Int(entry)]
            return alias < 0 ? entity.name : entity.aliases[Int(alias)].name
        }

        func typed(_ entities: [Entity]) -> TypedName {
            TypedName(entities[Int(entry)].type, NameKey(text(entities)))
        }

        /// Of the typed name.
        func fingerprint(_ entities: [Entity]) -> UInt64 {
            TypedName.fingerprint(entities[Int(entry)].type, NameKey.fingerprint(of: text(entities)))
        }

        func isCalled(_ name: TypedName, _ entities: [Entity]) -> Bool {
            entities[Int(entry)].type == name.type && NameKey(text(entities)) == name.key
        }
    }

    /// Types that a name's surroundings often leave open.
    static let exchangeable: [EntityType] = [.model, .library, .dataset]

    init(_ entities: [Entity], reserved: Set<Int> = [], cased: Set<Int> = []) {
        self.entities = entities
        self.reserved = reserved
        self.cased = cased
        let count = entities.reduce(entities.count) { $0 + $1.aliases.count }
        var names: [EntryName] = []
        var byName = NumbersByHash(capacity: count)
        var byIdentity = NumbersByHash(capacity: entities.count)
        var byCanonicalName = NumbersByHash(capacity: entities.count)
        var bySurname = NumbersByHash(capacity: entities.count / 4)
        var haveNamesakes: Set<Int> = []
        names.reserveCapacity(count)
        for (index, entity) in entities.enumerated() {
            for alias in -1..<entity.aliases.count {
                names.append(EntryName(entry: Int32(index), alias: Int32(alias)))
            }
        }
        let hashes = Parallel.map(count: names.count) { [names] in names[$0].fingerprint(entities) }
        for (number, hash) in hashes.enumerated() {
            byName.keep(number, hash) { names[$0].isCalled(names[number].typed(entities), entities) }
        }
        for (index, entity) in entities.enumerated() {
            for identity in entity.identities {
                byIdentity.keep(index, identity.fingerprint) { entities[$0].identities.contains(identity) }
            }
            byCanonicalName.keep(index, Self.fingerprint(entity.type, entity.name)) {
                entities[$0].type == entity.type && entities[$0].name == entity.name
            }
            if entity.type == .person, let surname = Self.surname(entity.name) {
                let bearer = bySurname.keep(index, NameKey.fingerprint(of: surname)) {
                    Self.surname(entities[$0].name).map { NameKey($0) } == NameKey(surname)
                }
                if bearer != index { haveNamesakes.insert(bearer) }
            }
        }
        (self.byName, self.names, self.byIdentity) = (byName, names, byIdentity)
        (self.byCanonicalName, self.bySurname, self.haveNamesakes) = (
            byCanonicalName, bySurname, haveNamesakes
        )
    }

    private static func surname(_ name: String) -> Substring? {
        guard let blank = name.utf8.lastIndex(of: UInt8(ascii: " ")) else {
            return name.isEmpty ? nil : name[...]
        }
        return name[name.utf8.index(after: blank)...]
    }

    private static func fingerprint(_ type: EntityType, _ name: String) -> UInt64 {
        TypedName.fingerprint(type, FNV1a.hash(name.utf8))
    }

    func entry(_ type: EntityType, canonicalName: String) -> Int? {
        byCanonicalName.number(Self.fingerprint(type, canonicalName)) {
            entities[$0].type == type && entities[$0].name == canonicalName
        }
    }

    func entry(_ identity: Identity) -> Int? {
        byIdentity.number(identity.fingerprint) { entities[$0].identities.contains(identity) }
    }

    func entry(ofType name: TypedName) -> Int? {
        let found = byName.number(name.fingerprint) { names[$0].isCalled(name, entities) }
        return found.map { Int(names[$0].entry) }
    }

    /// The person of a surname that no other has.
    func entry(surname: NameKey) -> Int? {
        let bearer = bySurname.number(surname.fingerprint) {
            Self.surname(entities[$0].name).map { NameKey($0) } == surname
        }
        return bearer.flatMap { haveNamesakes.contains($0) ? nil : $0 }
    }

    /// The entry of a name; a model that somebody took for a library is still that model.
    ///
    /// - Parameter surface: the name as it is written.
    func entry(_ name: TypedName, as surface: String) -> Int? {
        if let index = entry(ofType: name) { return index }
        guard Self.exchangeable.contains(name.type) else { return nil }
        // `the Transformer library` means the library of that plural, models called `Transformers` the model.
        for variant in name.numberVariants(of: surface) {
            if let index = entry(ofType: variant) { return index }
        }
        let others = Self.exchangeable.compactMap { entry(ofType: TypedName($0, name.key)) }
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

    var fingerprint: UInt64 { Self.fingerprint(type, key.fingerprint) }

    /// - Parameter name: the fingerprint of what is called.
    static func fingerprint(_ type: EntityType, _ name: UInt64) -> UInt64 {
        let type: UInt8 =
            switch type {
            case .model: 1
            case .library: 2
            case .dataset: 3
            case .paper: 4
            case .person: 5
            case .organization: 6
            case .venue: 7
            }
        return FNV1a.combine(name, type)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

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

extension Identity {
    /// A hash, the same in every run.
    var fingerprint: UInt64 {
        var value = value
        return value.withUTF8 { bytes in
            bytes.reduce(kind.rawValue.utf8.reduce(FNV1a.empty, FNV1a.combine), FNV1a.combine)
        }
    }
}
