/// What a text states of two entities, beyond that it names both.
public enum RelationKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// paper by person
    case by
    /// model released by organization
    case releasedBy = "released by"
    /// person at organization
    case at
    /// model introduced in paper
    case introducedIn = "introduced in"
    /// library from organization
    case from
    /// model evaluated on dataset
    case evaluatedOn = "evaluated on"

    public var subject: EntityType {
        switch self {
        case .by: .paper
        case .releasedBy, .introducedIn, .evaluatedOn: .model
        case .at: .person
        case .from: .library
        }
    }

    public var object: EntityType {
        switch self {
        case .by: .person
        case .releasedBy, .at, .from: .organization
        case .introducedIn: .paper
        case .evaluatedOn: .dataset
        }
    }
}

/// A relation as a passage states it between two mentions.
public struct StatedRelation: Sendable, Hashable {
    public var kind: RelationKind
    /// Indexes into the mentions.
    public var subject: Int
    public var object: Int
    /// The name of the pattern that found it.
    public var pattern: String

    public init(kind: RelationKind, subject: Int, object: Int, pattern: String) {
        self.kind = kind
        self.subject = subject
        self.object = object
        self.pattern = pattern
    }
}
