import Foundation

/// A regular expression over a normalized stretch of text.
struct Phrase: Sendable {
    private let expression: NSRegularExpression?

    /// The whole stretch must match.
    init(_ pattern: String) { expression = try? NSRegularExpression(pattern: "^(?:\(pattern))$") }

    /// The stretch must begin so.
    init(beginning pattern: String) { expression = try? NSRegularExpression(pattern: "^(?:\(pattern))") }

    /// The stretch must end so.
    init(ending pattern: String) { expression = try? NSRegularExpression(pattern: "(?:\(pattern))$") }

    /// Whether the pattern could be read.
    var isValid: Bool { expression != nil }

    func matches(_ text: String) -> Bool {
        guard let expression else { return false }
        return expression.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
    }
}
