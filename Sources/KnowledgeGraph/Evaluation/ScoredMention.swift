import Foundation

/// A mention as scoring sees it: where it stands, what it is called, and what it was taken for.
public struct ScoredMention: Sendable, Hashable {
    /// The document's name: its file name without the ending.
    public var document: String
    /// Line of the source, counted from 1.
    public var line: Int
    /// As it stands in the source; scoring compares `ScoredMention.comparable(surface)`.
    public var surface: String
    /// A type's raw value; other words count as wrong.
    public var type: String
    /// Any text that is the same for two mentions of one entity.
    public var entity: String
    /// The recognizer that found it; empty in annotations.
    public var recognizer: String

    public init(
        document: String, line: Int, surface: String, type: String, entity: String, recognizer: String = ""
    ) {
        self.document = document
        self.line = line
        self.surface = surface
        self.type = type
        self.entity = entity
        self.recognizer = recognizer
    }

    /// A surface in the form in which surfaces are compared: canonically composed, without Markdown's marks,
    /// straight quotation marks, one blank between words.
    public static func comparable(_ surface: String) -> String {
        var result = String.UnicodeScalarView()
        var isBlankDue = false
        for scalar in surface.precomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "*", "_", "`", "\\", "[", "]": continue
            default: break
            }
            if isBlank(scalar) {
                isBlankDue = true
                continue
            }
            if isBlankDue, !result.isEmpty { result.append(" ") }
            isBlankDue = false
            switch scalar {
            case "\u{2019}", "\u{2018}": result.append("'")
            case "\u{201C}", "\u{201D}": result.append("\"")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9...0xD, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            true
        default: false
        }
    }
}
