/// A span of a passage that names an entity, as one recognizer saw it.
public struct Mention: Sendable, Hashable {
    /// What the recognizer takes the name to refer to.
    public enum Reference: Sendable, Hashable {
        /// An entry of the lexicon, by its type and canonical name.
        case entry(type: EntityType, name: String)
        /// Whatever this address identifies.
        case identity(Identity)
        /// An entity known elsewhere in the same issue by this fuller name (a surname, an acronym).
        case name(String)
        /// Nothing but the surface itself.
        case surface
    }

    /// Index of the passage within its issue.
    public var passage: Int
    /// Bytes in the passage's text.
    public var range: Range<Int>
    public var surface: String
    /// Line of the source where the mention starts, counted from 1.
    public var line: Int
    /// Bytes in the repaired source.
    public var source: Range<Int>
    public var type: EntityType
    public var reference: Reference
    /// The name of the recognizer that found it.
    public var recognizer: String
    /// How sure the recognizer is, 0 to 1.
    public var confidence: Double

    public init(
        passage: Int, range: Range<Int>, surface: String, line: Int, source: Range<Int>, type: EntityType,
        reference: Reference, recognizer: String, confidence: Double
    ) {
        self.passage = passage
        self.range = range
        self.surface = surface
        self.line = line
        self.source = source
        self.type = type
        self.reference = reference
        self.recognizer = recognizer
        self.confidence = confidence
    }
}
