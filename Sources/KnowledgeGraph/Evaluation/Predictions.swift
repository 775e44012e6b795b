import Foundation

/// Mentions that some program found: JSON lines with `issue`, `line`, `surface`, `type` and `entity`, as
/// `kg mentions --format jsonl` prints them.
public enum Predictions {
    /// - Parameters:
    ///   - file: for error messages.
    ///   - documents: names of the annotated documents; mentions of others are left out.
    /// - Throws: `AnnotationError` for the first line that is no such mention.
    public static func read(
        _ text: String, file: String, documents: Set<String>
    ) throws(AnnotationError) -> [ScoredMention] {
        var mentions: [ScoredMention] = []
        for (index, line) in TextLines.split(text).enumerated() where !line.allSatisfy(\.isWhitespace) {
            guard let row = (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any],
                let issue = row["issue"] as? String, let number = integer(row["line"]),
                let surface = row["surface"] as? String, let type = row["type"] as? String,
                let entity = string(row["entity"])
            else {
                throw AnnotationError(
                    file: file, line: index + 1,
                    reason:
                        "no mention; write one JSON object a line with issue, line, surface, type and entity")
            }
            guard let document = document(issue, among: documents) else { continue }
            mentions.append(
                ScoredMention(
                    document: document, line: number, surface: surface, type: type, entity: entity,
                    recognizer: row["recognizer"] as? String ?? ""))
        }
        return mentions
    }

    /// The annotated document that a path means: its file name, less one ending after the other.
    static func document(_ path: String, among documents: Set<String>) -> String? {
        var name = path.split(separator: "/").last.map(String.init) ?? path
        while !documents.contains(name), let dot = name.lastIndex(of: ".") { name = String(name[..<dot]) }
        return documents.contains(name) ? name : nil
    }

    private static func integer(_ value: Any?) -> Int? {
        if let text = value as? String { return Int(text.filter { !$0.isWhitespace }) }
        return (value as? NSNumber)?.intValue
    }

    private static func string(_ value: Any?) -> String? {
        if let text = value as? String { return text }
        return (value as? NSNumber)?.stringValue
    }
}
