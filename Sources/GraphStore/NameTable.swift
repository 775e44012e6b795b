import GRDB
import KGModel

/// What mentions are called and taken for, each once, however often it is mentioned.
public struct NameTable: Sendable {
    public struct Name: Sendable, Hashable {
        public var surface: String
        public var type: EntityType
        public var reference: Mention.Reference

        public init(surface: String, type: EntityType, reference: Mention.Reference) {
            self.surface = surface
            self.type = type
            self.reference = reference
        }

        /// Byte for byte: what looks alike may stand in files in several ways.
        public static func == (a: Name, b: Name) -> Bool {
            a.type == b.type && a.surface.utf8.elementsEqual(b.surface.utf8) && a.reference == b.reference
        }

        public func hash(into hasher: inout Hasher) {
            hasher.combine(type)
            var surface = surface
            surface.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
            hasher.combine(reference)
        }
    }

    /// By index; names that nothing is called any more are kept until `drop`.
    public private(set) var names: [Name] = []
    /// Number of each name in the database; 0 for one that is not there yet.
    private(set) var ids: [Int64] = []
    private var indexes: [Name: Int32] = [:]
    private var lastID: Int64 = 0

    init() {}

    /// All names of a database.
    static func load(_ db: Database) throws -> NameTable {
        var table = NameTable()
        let rows = try RowStatement(db, "SELECT id, surface, type, reference FROM name ORDER BY id")
        while try rows.next() {
            let id = Int64(rows.integer(0))
            table.lastID = id
            guard let type = EntityType(code: rows.integer(2)) else { continue }
            let name = Name(
                surface: rows.text(1), type: type, reference: Mention.Reference(stored: rows.text(3)))
            let index = table.index(of: name)
            table.ids[Int(index)] = id
        }
        return table
    }

    /// The index of each name that is in the database, by its number there.
    var indexByID: [Int64: Int32] {
        var indexes: [Int64: Int32] = [:]
        indexes.reserveCapacity(ids.count)
        for (index, id) in ids.enumerated() where id > 0 { indexes[id] = Int32(index) }
        return indexes
    }

    mutating func index(of name: Name) -> Int32 {
        if let index = indexes[name] { return index }
        let index = Int32(names.count)
        names.append(name)
        ids.append(0)
        indexes[name] = index
        return index
    }

    /// The number of a name, which is given one if it is to be written.
    mutating func number(_ index: Int32, _ insert: RowStatement) throws -> Int64 {
        let at = Int(index)
        if ids[at] > 0 { return ids[at] }
        lastID += 1
        ids[at] = lastID
        insert.bind(1, lastID)
        insert.bind(2, names[at].surface)
        insert.bind(3, names[at].type.code)
        insert.bind(4, names[at].reference.stored)
        try insert.run()
        return lastID
    }

    /// Deletes the names that nothing is called.
    mutating func drop(unused: [Int32], _ db: Database) throws {
        let delete = try RowStatement(db, "DELETE FROM name WHERE id = ?")
        for index in unused where ids[Int(index)] > 0 {
            delete.bind(1, ids[Int(index)])
            try delete.run()
            ids[Int(index)] = 0
        }
    }
}
