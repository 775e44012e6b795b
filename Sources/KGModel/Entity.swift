/// A node: one thing of one type, with everything it is called.
public struct Entity: Sendable, Hashable {
    /// A name of the entity other than its canonical one.
    public struct Alias: Sendable, Hashable {
        public var name: String
        /// BCP 47 code where the name belongs to one language.
        public var language: String?

        public init(name: String, language: String? = nil) {
            self.name = name
            self.language = language
        }
    }

    public var type: EntityType
    public var name: String
    /// Sorted by name, without the canonical one.
    public var aliases: [Alias]
    /// Sorted.
    public var identities: [Identity]

    public init(type: EntityType, name: String, aliases: [Alias] = [], identities: [Identity] = []) {
        self.type = type
        self.name = name
        self.aliases = aliases
        self.identities = identities
    }
}
