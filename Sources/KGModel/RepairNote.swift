/// One change that turned damaged bytes into what was meant, as the graph keeps it.
public struct RepairNote: Sendable, Hashable {
    /// Line of the source, counted from 1.
    public var line: Int
    /// Bytes of the repaired source.
    public var range: Range<Int>
    /// The damaged text, and what took its place.
    public var original: String
    public var replacement: String
    /// What was done: `mojibake windows-1252`, `lost bytes windows-1254`, …
    public var step: String
    /// How sure it is, 0 to 1.
    public var confidence: Double
    /// Other readings, where the choice is not clear.
    public var alternatives: [String]

    public init(
        line: Int, range: Range<Int>, original: String, replacement: String, step: String, confidence: Double,
        alternatives: [String]
    ) {
        self.line = line
        self.range = range
        self.original = original
        self.replacement = replacement
        self.step = step
        self.confidence = confidence
        self.alternatives = alternatives
    }
}
