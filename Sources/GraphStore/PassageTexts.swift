import GRDB

/// Texts of passages for whoever reads beside the writer: those of the build at hand, and those of the one before.
public struct PassageTexts: Sendable {
    private let store: GraphStore
    private let new: [Int64: String]

    init(path: String, new: [Int64: String]) throws {
        store = try GraphStore(path: path, access: .read)
        self.new = new
    }

    /// - Parameter body: is given a function from the number of a passage to its text.
    public func read<Result>(_ body: (_ text: (Int) throws -> String?) throws -> Result) throws -> Result {
        try store.read { db in
            let rows = try RowStatement(db, "SELECT text FROM passage_row WHERE id = ?")
            return try body { passage in
                if let text = new[Int64(passage)] { return text }
                rows.bind(1, passage)
                guard try rows.next() else { return nil }
                defer { rows.reset() }
                return rows.text(0)
            }
        }
    }
}

extension GraphWriter {
    /// Texts for a thread beside this one; nil in a build that changes much.
    public func texts(path: String) throws -> PassageTexts? {
        try newTexts.map { try PassageTexts(path: path, new: $0) }
    }
}
