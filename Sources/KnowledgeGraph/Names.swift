import GRDB
import GraphStore
import KGModel

/// Why a name leads to no single entity.
public enum NameError: Error, Sendable, CustomStringConvertible {
    /// Nothing bears the name; `nearest` names are like it.
    case unknown(name: String, nearest: [String])
    /// Several things bear it.
    case ambiguous(name: String, choices: [EntitySummary])

    public var description: String {
        switch self {
        case .unknown(let name, let nearest):
            nearest.isEmpty
                ? "\(name): no such name in this graph; `kg top` lists what there is"
                : "\(name): no such name in this graph; nearest: \(nearest.joined(separator: ", "))"
        case .ambiguous(let name, let choices):
            "\(name): means several things; pick one of "
                + choices.map { "\($0.key) (\($0.mentions) \($0.mentions == 1 ? "mention" : "mentions"))" }
                .joined(separator: ", ")
        }
    }
}

extension KnowledgeGraph {
    /// The entity that a name means.
    ///
    /// Any alias will do, ignoring case, accents, hyphens, blanks and width. `model:BERT` picks the
    /// type. A canonical name goes before aliases, and a spelling in exactly the given case before others.
    ///
    /// - Throws: `NameError` where the name means nothing or several things.
    public func entity(named text: String) throws -> EntitySummary {
        let (type, name) = Self.typed(text)
        let found = try read { db in
            try candidates(db, text, type, name)
        }
        if found.count == 1 { return found[0] }
        if found.count > 1 { throw NameError.ambiguous(name: text, choices: found) }
        throw NameError.unknown(name: text, nearest: try nearest(to: name, type: type))
    }

    /// `model:BERT` as a type and a name; the whole as a name where there is no such type.
    static func typed(_ text: String) -> (type: EntityType?, name: String) {
        if let colon = text.firstIndex(of: ":"), let type = EntityType(argument: String(text[..<colon])) {
            let name = text[text.index(after: colon)...]
            if !name.isEmpty { return (type, String(name)) }
        }
        return (nil, text)
    }

    private func candidates(
        _ db: Database, _ text: String, _ type: EntityType?, _ name: String
    ) throws -> [EntitySummary] {
        let key = NameKey(name)
        guard !key.isEmpty else { return [] }
        // A key in full picks its entity: `person:Devlin@a.md`, with what tells namesakes apart behind the name.
        let bare = name.split(whereSeparator: { $0 == "@" || $0 == "#" }).first.map(String.init) ?? name
        for wanted in Set([name, bare]) {
            if let one = try named(db, NameKey(wanted)).first(where: { $0.key == text }) { return [one] }
        }
        var all = try named(db, key)
        if let type { all = all.filter { $0.type == type } }
        if all.count <= 1 { return all }
        let canonical = all.filter { NameKey($0.name) == key }
        if canonical.count == 1 { return canonical }
        let exact = canonical.filter { $0.name == name }
        return exact.count == 1 ? exact : canonical.isEmpty ? all : canonical
    }

    /// The entities that bear a name of this key, the most mentioned first.
    private func named(_ db: Database, _ key: NameKey) throws -> [EntitySummary] {
        let found = try Row.fetchAll(
            db,
            sql: """
                SELECT \(EntitySummary.columns)
                FROM name_key JOIN entity ON entity.id = entity_id
                WHERE hash = ?
                ORDER BY entity.mentions DESC, entity.key
                """, arguments: [key.hash]
        ).map(EntitySummary.init)
        // Other names may have the same hash.
        return try found.filter { entity in
            if NameKey(entity.name) == key { return true }
            let aliases = try String.fetchAll(
                db, sql: "SELECT name FROM alias_row WHERE entity_id = ?", arguments: [entity.id])
            return aliases.contains { NameKey($0) == key }
        }
    }

    /// Names like the given one: its beginning, or a few letters different.
    private func nearest(to name: String, type: EntityType?) throws -> [String] {
        let key = Array(NameKey(name).text.unicodeScalars)
        guard !key.isEmpty else { return [] }
        let rows = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT entity.name, entity.type, entity.mentions, alias.name
                    FROM alias JOIN entity ON entity.id = alias.entity_id
                    """)
        }
        var best: [String: (distance: Int, mentions: Int)] = [:]
        for row in rows {
            if let type, type.rawValue != row[1] as String { continue }
            let other = Array(NameKey(row[3] as String).text.unicodeScalars)
            let limit = max(1, min(3, key.count / 3))
            let distance: Int
            if other.count > key.count, key.count >= 3, other.starts(with: key) {
                distance = 1
            } else if let edits = Self.editDistance(key, other, limit: limit) {
                distance = edits
            } else {
                continue
            }
            let entity: String = row[0]
            if let old = best[entity], old.distance <= distance { continue }
            best[entity] = (distance, row[2])
        }
        return best.sorted { a, b in
            (a.value.distance, b.value.mentions, a.key) < (b.value.distance, a.value.mentions, b.key)
        }.prefix(5).map(\.key)
    }

    /// Insertions, deletions, replacements and swaps of neighbours that make one text the other; nil
    /// above `limit`. Source: optimal string alignment.
    private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
        if abs(a.count - b.count) > limit { return nil }
        var twoBack: [Int] = []
        var last = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            row.reserveCapacity(b.count + 1)
            for j in 0..<b.count {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, twoBack[j - 1] + 1) }
                row.append(cost)
            }
            if let least = row.min(), least > limit { return nil }
            twoBack = last
            last = row
        }
        return last[b.count] <= limit ? last[b.count] : nil
    }
}
