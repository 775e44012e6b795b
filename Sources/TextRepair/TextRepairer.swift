/// Turns the bytes of a file into the text that was meant.
///
/// ```swift
/// let repaired = try TextRepairer().repair(bytes)
/// print(repaired.text, repaired.encoding, repaired.changes.count)
/// ```
///
/// Clean UTF-8 comes out as it went in, at the cost of one look at each byte. Anything else is decoded, and the
/// damage that programs have done to it is undone: UTF-8 that was read as a code page, once or several times over,
/// also where bytes were lost on the way.
public struct TextRepairer: Sendable {
    private let loadModel: @Sendable () -> LanguageModel?

    /// A repairer. Its language model is loaded when damage is first met, never for clean text.
    public init(model: @escaping @Sendable @autoclosure () -> LanguageModel? = LanguageModel.bundled) {
        loadModel = model
    }

    /// The text of some bytes. Takes time linear in their number.
    /// - Throws: `RepairError.binary` if they are no text.
    public func repair(_ bytes: [UInt8]) throws(RepairError) -> RepairedText {
        var outcome: Result<RepairedText, RepairError> = .failure(.binary)
        bytes.withUnsafeBufferPointer { buffer in
            outcome = Result { () throws(RepairError) in try repair(buffer) }
        }
        return try outcome.get()
    }

    /// The text of some bytes.
    public func repair(_ bytes: UnsafeBufferPointer<UInt8>) throws(RepairError) -> RepairedText {
        if Self.isCleanUTF8(UnsafeRawBufferPointer(bytes)) {
            return RepairedText(text: String(decoding: bytes, as: UTF8.self), encoding: "utf-8")
        }
        let model = loadModel() ?? LanguageModel.empty
        let decoding = try Decoding.of(bytes, model: model)
        let mender = TextMender(model: model, decoding: decoding)
        switch decoding.content {
        case .source(let range): return mender.mend(UnsafeBufferPointer(rebasing: bytes[range]))
        case .converted(let converted): return converted.withUnsafeBufferPointer { mender.mend($0) }
        }
    }
}
