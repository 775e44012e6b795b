import GRDB
import KGModel

/// The surface forms of all mentions, and their numbers in the database.
public struct NameTable: Sendable {
    /// Forms that nothing is called any more are kept until `drop`.
    private var known = SurfaceForms()
    /// Number of each form in the database; 0 for one that is not there yet.
    private var ids: [Int64] = []
    private var lastID: Int64 = 0

    init() {}

    /// By number.
    public var forms: [SurfaceForm] { known.all }

    /// All names of a database.
    static func load(_ db: Database) throws -> NameTable {
        var table = NameTable()
        if let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM name") {
            table.known.reserveCapacity(count)
            table.ids.reserveCapacity(count)
        }
        let rows = try RowStatement(db, "SELECT id, surface, type, reference FROM name ORDER BY id")
        while try rows.next() {
            table.lastID = Int64(rows.integer(0))
            guard let type = EntityType(code: rows.integer(2)) else { continue }
            let form = SurfaceForm(
                surface: rows.text(1), type: type,
                reference: rows.withText(3) { Mention.Reference(stored: $0) })
            table.ids[Int(table.number(of: form))] = table.lastID
        }
        return table
    }

    mutating func number(of form: SurfaceForm) -> Int32 {
        let number = known.number(of: form)
        if Int(number) == ids.count { ids.append(0) }
        return number
    }

    /// The forms by their numbers in the database.
    var byID: FormsByID { FormsByID(ids) }

    /// The number of a form in the database; it must have been given one.
    func id(of form: Int32) -> Int64 { ids[Int(form)] }

    /// Gives numbers to the forms that have none, in the order in which they come, and writes them.
    mutating func insert(_ forms: some Sequence<Int32>, _ db: Database) throws {
        var new: [Int] = []
        for form in forms where ids[Int(form)] == 0 {
            lastID += 1
            ids[Int(form)] = lastID
            new.append(Int(form))
        }
        let inserts = try RowInserts(db, "INSERT INTO name", columns: 4, count: new.count)
        for form in new {
            let name = known.all[form]
            inserts.row.bind(1, ids[form])
            inserts.row.bind(2, name.surface)
            inserts.row.bind(3, name.type.code)
            inserts.row.bind(4, name.reference.stored)
            try inserts.endRow()
        }
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

/// Forms by their numbers in the database.
struct FormsByID {
    /// Few numbers are missing as a rule: form plus one, by number.
    private var near: [Int32] = []
    /// Those of numbers far above how many there are.
    private var far: [Int64: Int32] = [:]

    init(_ ids: [Int64]) {
        let limit = Int64(ids.count) * 4 + 64
        near = Array(repeating: 0, count: Int(max(0, min(limit, ids.max() ?? 0))) + 1)
        for (form, id) in ids.enumerated() where id > 0 {
            if id < near.count { near[Int(id)] = Int32(form + 1) } else { far[id] = Int32(form) }
        }
    }

    subscript(id: Int64) -> Int32? {
        guard id > 0, id < near.count else { return far[id] }
        return near[Int(id)] > 0 ? near[Int(id)] - 1 : nil
    }
}
