/// The result of turning bytes into text.
public struct RepairedText: Sendable {
    /// The text: always valid, with as many lines as the source.
    public var text: String

    /// The encoding that the bytes were read as, by its IANA name in lower case: "utf-8", "utf-16le", "gb18030",
    /// "windows-1252" and so on.
    public var encoding: String

    /// What was changed after decoding, in order of position; empty when the text came out as it went in.
    public var changes: [Repair]

    /// How many bytes nothing could decode; each is a U+FFFD in the text.
    public var undecodable: Int

    public init(text: String, encoding: String, changes: [Repair] = [], undecodable: Int = 0) {
        self.text = text
        self.encoding = encoding
        self.changes = changes
        self.undecodable = undecodable
    }
}

/// One change that made a text what it is: neighbouring characters of one line that were repaired alike.
public struct Repair: Sendable, Hashable {
    /// What was done.
    public enum Step: Sendable, Hashable {
        /// UTF-8 had been read as this code page; all bytes were there.
        case mojibake(codePage: String)
        /// UTF-8 had been read as this code page, and bytes that it lacks were gone; they were inferred.
        case lostBytes(codePage: String)
        /// Bytes amid UTF-8 were in this encoding.
        case decoding(encoding: String)
        /// Control characters were bytes of Windows-1252 read as ISO-8859-1.
        case controlCharacters
        /// Bytes that nothing could decode became U+FFFD.
        case undecodable
    }

    /// The line in the text, from 1.
    public var line: Int
    /// The place in the repaired text, in bytes of UTF-8 from its beginning.
    public var range: Range<Int>
    /// The damaged text. Bytes that were no text are shown as U+FFFD.
    public var original: String
    /// What took its place.
    public var replacement: String
    public var step: Step
    /// How sure the least sure of its characters is, 0…1.
    public var confidence: Double
    /// The replacement with its least sure character read another way; empty if the choice is clear.
    public var alternatives: [String]

    public init(
        line: Int, range: Range<Int>, original: String, replacement: String, step: Step, confidence: Double,
        alternatives: [String] = []
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

extension Repair.Step: CustomStringConvertible {
    public var description: String {
        switch self {
        case .mojibake(let codePage): "UTF-8 read as \(codePage)"
        case .lostBytes(let codePage): "UTF-8 read as \(codePage), lost bytes inferred"
        case .decoding(let encoding): "decoded from \(encoding)"
        case .controlCharacters: "control characters that were punctuation"
        case .undecodable: "nothing decodes this"
        }
    }
}

/// Why bytes are not a text.
public enum RepairError: Error, Hashable, Sendable {
    /// The bytes are an image, a program, an archive or the like.
    case binary
}

extension RepairError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .binary: "binary data, not text"
        }
    }
}
