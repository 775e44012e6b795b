import GRDB
import KGModel

/// An entity as it stands in the database.
struct StoredEntity {
    var id: Int64
    var type: String
    var name: String
    var suffix: String
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

        func add(to digest: inout RowDigest) {
            for figure in [mentions, passages, issues, typeThousandths] { digest.add(figure) }
            for date in [firstDate, lastDate] { digest.add(date?.number ?? 0) }
        }

        /// Reads the columns from the fifth on.
        fileprivate init(_ row: RowStatement) {
            mentions = row.integer(4)
            passages = row.integer(5)
            issues = row.integer(6)
            firstDate = row.date(7)
            lastDate = row.date(8)
            typeThousandths = row.integer(9)
        }
    }

    /// What an entity is called and known by.
    struct Names: Equatable {
        var aliases: [Entity.Alias] = []
        var identities: [String] = []

        /// Of none.
        init() {}

        init(_ entity: Entity) {
            aliases =
                entity.aliases.count < 2 ? entity.aliases : entity.aliases.sorted { $0.name < $1.name }
            identities = entity.identities.isEmpty ? [] : entity.identities.map(\.description).sorted()
        }

        func add(to digest: inout RowDigest) {
            digest.add(aliases.count)
            for alias in aliases {
                digest.add(alias.name)
                digest.add(alias.language)
            }
            for identity in identities { digest.add(identity) }
        }
    }

    /// Whether a row is that of this entity.
    func isCalled(_ row: EntityRow) -> Bool {
        type == row.entity.type.rawValue && name.hasSameBytes(row.entity.name)
            && suffix.hasSameBytes(row.suffix)
    }

    /// The entity of a number; nil where there is none.
    static func one(_ db: Database, _ id: Int64) throws -> StoredEntity? {
        let rows = try RowStatement(db, columns + " WHERE id = ?")
        rows.bind(1, id)
        guard try rows.next() else { return nil }
        var one = StoredEntity(rows)
        let aliases = try RowStatement(
            db, "SELECT name, language FROM alias_row WHERE entity_id = ? ORDER BY name")
        aliases.bind(1, id)
        while try aliases.next() {
            one.names.aliases.append(Entity.Alias(name: aliases.text(0), language: aliases.optionalText(1)))
        }
        one.names.aliases.sort { $0.name < $1.name }
        let identities = try RowStatement(db, "SELECT identity FROM identity WHERE entity_id = ?")
        identities.bind(1, id)
        while try identities.next() { one.names.identities.append(identities.text(0)) }
        one.names.identities.sort()
        return one
    }

    private static let columns =
        """
        SELECT id, type, name, suffix, mentions, passages, issues, first_date, last_date, type_thousandths FROM entity
        """

    /// Reads all `columns`.
    private init(_ row: RowStatement) {
        id = Int64(row.integer(0))
        type = row.text(1)
        name = row.text(2)
        suffix = row.text(3)
        figures = Figures(row)
    }

    /// All of a database, in order of their numbers.
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
        let rows = try RowStatement(db, columns + " ORDER BY id")
        while try rows.next() {
            var one = StoredEntity(rows)
            if var known = names[one.id] {
                known.aliases.sort { $0.name < $1.name }
                known.identities.sort()
                one.names = known
            }
            all.append(one)
        }
        return all
    }
}
