import KGModel

/// What a build did.
public struct BuildReport: Sendable {
    public struct Note: Sendable, Hashable {
        public var path: String
        public var reason: String
    }

    /// Issues read in this build, because they are new or changed.
    public var changed = 0
    public var unchanged = 0
    public var removed = 0
    /// Issues read in this build whose text had to be repaired.
    public var repaired = 0
    public var skipped: [Note] = []
    public var warnings: [Note] = []
    /// Size of all files that were read or found unchanged.
    public var bytes = 0
    /// What the graph now holds.
    public var issues = 0
    public var mentions = 0
    public var entities: [EntityType: Int] = [:]
    public var edges = 0

    public init() {}
}

/// Why a build cannot begin, in one line.
public struct BuildError: Error, CustomStringConvertible {
    public var reason: String
    public var description: String { reason }
}
