import KGModel

/// Every mention of a graph while it is linked, as small as it can be: at a hundred thousand files there are
/// millions of them.
public struct MentionRows: Sendable {
    public struct Row: Sendable {
        /// Number of the passage in the database.
        public var passage: Int64
        /// Number of the surface form among `names`.
        public var form: Int32
        /// First byte in the passage's text, and how many.
        public var start: Int32
        var length: Int32
        var lineOffset: Int32
        var sourceStart: Int32
        var sourceLength: Int32
        /// The entity's number in the database; 0 for none.
        public internal(set) var entity: Int32
        /// Ten-thousandths.
        public var confidence: Int16
        /// Its number in the database; there are a dozen.
        var recognizer: UInt8
        /// Whether it has a row of its own already.
        var isStored: Bool
    }

    public internal(set) var rows: [Row] = []
    public internal(set) var names = NameTable()
}
