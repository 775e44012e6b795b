/// The result of turning bytes into text.
public struct RepairedText: Sendable {
    /// Always valid; has as many lines as the source.
    public var text: String
    /// What the bytes were read as: `utf-8`.
    public var encoding: String
    /// Number of bytes that nothing could decode; each stands as U+FFFD in the text.
    public var undecodable: Int
}

public enum RepairError: Error { case binary }

/// Decodes what decodes.
public struct TextRepairer: Sendable {
    public static let standard = TextRepairer()
    public init() {}

    public func repair(_ bytes: [UInt8]) throws(RepairError) -> RepairedText {
        if bytes.contains(0) { throw .binary }
        if let text = String(validating: bytes, as: UTF8.self) {
            return RepairedText(text: text, encoding: "utf-8", undecodable: 0)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        let marks = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        return RepairedText(text: text, encoding: "utf-8", undecodable: marks)
    }
}
