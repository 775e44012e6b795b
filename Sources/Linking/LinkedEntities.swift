import KGModel

/// What the linker makes of all sightings: the nodes of the graph.
public struct LinkedEntities: Sendable {
    /// Sorted by key, byte for byte.
    public var entities: [LinkedEntity]
    /// For each sighting the index of its entity.
    public var entityOfSighting: [Int32]
    /// Why the names of the entities belong together, in order of the entities.
    public var merges: [Merge]
}

public struct LinkedEntity: Sendable, Hashable {
    public var entity: Entity
    /// What tells it from others of its type and name; empty for most.
    public var suffix: String
    /// The share of the evidence that speaks for the entity's type, 0 to 1.
    public var typeConfidence: Double

    /// Unique, and the same whenever the same issues are linked: `model:BERT`.
    public var key: String { entity.type.rawValue + ":" + entity.name + suffix }

    /// Whether the key is that of another one of the same type, to the byte.
    func hasSameKey(_ other: LinkedEntity) -> Bool {
        suffix.isEmpty && other.suffix.isEmpty
            ? entity.name.hasSameBytes(other.entity.name)
            : (entity.name + suffix).hasSameBytes(other.entity.name + other.suffix)
    }

    /// Whether the key stands before that of another one of the same type, byte for byte.
    func precedes(_ other: LinkedEntity) -> Bool {
        suffix.isEmpty && other.suffix.isEmpty
            ? entity.name.precedesInBytes(other.entity.name)
            : (entity.name + suffix).precedesInBytes(other.entity.name + other.suffix)
    }
}

/// A step of the way on which two names (or a name and an address) became one entity.
///
/// The merges of an entity are a tree over its names: between any two of them there is one chain.
public struct Merge: Sendable, Hashable {
    /// Index of the entity.
    public var entity: Int
    /// A name as it stands in an issue, or an address (`arxiv:1810.04805`).
    public var name: String
    /// The name or address that it is joined with.
    public var other: String
    public var reason: MergeReason
    /// Index of the sighting that shows `name`.
    public var evidence: Int
    /// Index of the sighting that shows `other`, where it stands elsewhere.
    public var otherEvidence: Int?
}

/// Why two names are one thing. The raw values are the words of SQL and of `kg why`.
public enum MergeReason: String, Sendable, Hashable, CaseIterable {
    /// The lexicon lists them for one entry.
    case lexicon
    /// They lead to the same address.
    case address
    /// They differ in case, accents, hyphens, blanks or width only.
    case spelling
    /// One is the plural of the other.
    case plural
    /// A person with and without initials.
    case initials
    /// A library with and without its version, a model with and without the size of its weights.
    case version
    /// A text says the one is short for the other: `X (ACRONYM)`.
    case acronym
    /// A text puts the one in brackets behind the other, in another script: `微软 (Microsoft)`.
    case apposition
    /// A title and its beginning.
    case shortTitle = "short title"
    /// Translations of one issue use the one where the other has the other.
    case translation
    /// A long title, or a name in translations of one issue, with a slip of the pen.
    case misspelling
    /// A surname or given name, and the one full name in its issue that has it.
    case partOfName = "part of a name"

    /// The reason in words.
    public var sentence: String {
        switch self {
        case .lexicon: "listed in the lexicon as names of one thing"
        case .address: "lead to the same address"
        case .spelling: "spelled alike but for case, accents, hyphens, blanks or width"
        case .plural: "plural and singular"
        case .initials: "the same person with and without initials"
        case .version: "the same thing with and without its version"
        case .acronym: "the text says that one is short for the other"
        case .apposition: "the text puts one in brackets behind the other"
        case .shortTitle: "a title and its short form"
        case .translation: "translations of one issue use one where the other has the other"
        case .misspelling: "the same name with a slip of the pen"
        case .partOfName: "part of the one full name in its issue"
        }
    }
}
