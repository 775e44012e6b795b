import GRDB
import KGModel

/// An entity as it stands in the database.
struct StoredEntity {
    var key: String
    var id: Int64
    var figures: Figures
    var names = Names()

    struct Figures: Equatable {
        var mentions: Int
        var passages: Int
        var issues: Int
        var typeThousandths: Int
        var firstDate: IssueDate?
        var lastDate: IssueDate?

        init(_ row: EntityRow) {
            mentions = row.mentions
            passages = row.passages
            issues = row.issues
            typeThousandths = Int((row.typeConfidence * 1000).rounded())
            firstDate = row.firstDate
            lastDate = row.lastDate
        }

        /// Reads the columns from the third on.
        fileprivate init(_ row: RowStatement) {
            mentions = row.integer(2)
            passages = row.integer(3)
            issues = row.integer(4)
            firstDate = row.date(5)
            lastDate = row.date(6)
            typeThousandths = row.integer(7)
        }
    }

    /// What an entity is called and known by.
    struct Names: Equatable {
        var aliases: [Entity.Alias] = []
        var identities: [String] = []
    }

    /// All of a database, in order of their keys, byte for byte.
    static func all(_ db: Database) throws -> [StoredEntity] {
        var names: [Int64: Names] = [:]
        let aliases = try RowStatement(
            db, "SELECT entity_id, name, language FROM alias_row ORDER BY entity_id, name")
        while try aliases.next() {
            names[Int64(aliases.integer(0)), default: Names()].aliases.append(
                Entity.Alias(name: aliases.text(1), language: aliases.optionalText(2)))
        }
        let identities = try RowStatement(db, "SELECT entity_id, identity FROM identity ORDER BY identity")
        while try identities.next() {
            names[Int64(identities.integer(0)), default: Names()].identities.append(identities.text(1))
        }
        var all: [StoredEntity] = []
        all.reserveCapacity(try GraphCounts.room(db).entities)
        let rows = try RowStatement(
            db,
            """
            SELECT id, key, mentions, passages, issues, first_date, last_date, type_thousandths
            FROM entity ORDER BY id
            """)
        while try rows.next() {
            let id = Int64(rows.integer(0))
            var one = StoredEntity(key: rows.text(1), id: id, figures: Figures(rows))
            if var known = names[id] {
                known.aliases.sort { $0.name < $1.name }
                known.identities.sort()
                one.names = known
            }
            all.append(one)
        }
        // The numbers of a first build are in this order already.
        all.sort { $0.key.precedesInBytes($1.key) }
        return all
    }
}
