import KGModel

/// A mention as the linker sees it: the name, what it was taken for, and where it stands.
public struct Sighting: Sendable, Hashable {
    /// Index of the issue among all issues, in order of their paths.
    public var issue: Int
    /// Number of the passage, unique over all issues.
    public var passage: Int
    public var surface: String
    public var type: EntityType
    public var reference: Mention.Reference
    /// 0 to 1.
    public var confidence: Double

    public init(
        issue: Int, passage: Int, surface: String, type: EntityType, reference: Mention.Reference,
        confidence: Double
    ) {
        self.issue = issue
        self.passage = passage
        self.surface = surface
        self.type = type
        self.reference = reference
        self.confidence = confidence
    }
}

/// An issue as the linker sees it.
public struct SightedIssue: Sendable, Hashable {
    public var path: String
    public var language: String?
    public var date: IssueDate?
    /// Index of the edition that it belongs to, see `Editions`; nil where it is one of its own.
    public var edition: Int?

    public init(path: String, language: String?, date: IssueDate?, edition: Int? = nil) {
        self.path = path
        self.language = language
        self.date = date
        self.edition = edition
    }
}

/// What the linker makes of all sightings: the nodes of the graph.
public struct LinkedEntities: Sendable {
    /// Sorted by key.
    public var entities: [LinkedEntity]
    /// For each sighting the index of its entity.
    public var entityOfSighting: [Int]
}

public struct LinkedEntity: Sendable, Hashable {
    /// Unique, and the same whenever the same issues are linked: `model:BERT`.
    public var key: String
    public var entity: Entity
}
