import KGModel
import Linking

/// Whether two names are one entity, and why.
public enum SameOrNot: Sendable {
    /// The chain of reasons that leads from the one name to the other; empty if they are the same name.
    case same(EntitySummary, chain: [MergeStep])
    /// Two entities, and in sentences why nothing joins them.
    case different(EntitySummary, EntitySummary, reasons: [String])
}

extension KnowledgeGraph {
    /// Why two names are the same entity, or why they are not.
    ///
    /// A name that means several things is taken for the one that the other name means as well, if there is one.
    ///
    /// - Throws: `NameError` where a name means nothing, or several things.
    public func sameOrNot(_ a: String, _ b: String) throws -> SameOrNot {
        let (first, second) = try pair(a, b)
        guard first.id == second.id else {
            return .different(first, second, reasons: try reasonsAgainst(first, second))
        }
        let tree = try tree(of: first)
        let start = vertex(a, of: first, tree)
        let end = vertex(b, of: first, tree)
        return .same(first, chain: tree.chain(from: start, to: end) ?? [])
    }

    private func pair(_ a: String, _ b: String) throws -> (EntitySummary, EntitySummary) {
        do {
            let first = try entity(named: a)
            do {
                return (first, try entity(named: b))
            } catch NameError.ambiguous(_, let choices) {
                if let shared = choices.first(where: { $0.id == first.id }) { return (first, shared) }
                return (first, try entity(named: b))
            }
        } catch NameError.ambiguous(_, let choices) {
            let second = try entity(named: b)
            guard let shared = choices.first(where: { $0.id == second.id }) else {
                return (try entity(named: a), second)
            }
            return (shared, second)
        }
    }

    /// The name of the tree that the user means.
    private func vertex(_ text: String, of entity: EntitySummary, _ tree: MergeTree) -> String {
        if text == entity.key { return entity.name }
        let name = Self.typed(text).name
        for wanted in [text, name] where tree.names.contains(wanted) { return wanted }
        let key = NameKey(name)
        if NameKey(entity.name) == key { return entity.name }
        return tree.names.filter { NameKey($0) == key }.min() ?? entity.name
    }

    private static func article(_ type: EntityType) -> String {
        (type == .organization ? "an " : "a ") + type.rawValue
    }

    private func reasonsAgainst(_ a: EntitySummary, _ b: EntitySummary) throws -> [String] {
        var reasons: [String] = []
        if a.type != b.type {
            reasons.append("\(a.name) is \(Self.article(a.type)), \(b.name) \(Self.article(b.type))")
        }
        let (first, second) = (try details(of: a), try details(of: b))
        let digits = { (name: String) in name.filter { $0.isASCII && $0.isNumber } }
        if a.type == b.type, digits(a.name) != digits(b.name) {
            reasons.append("their numbers differ: a name with another number is another thing")
        }
        let shared = Set(first.identities).intersection(second.identities).sorted()
        if shared.isEmpty {
            reasons.append("no address leads to both")
        } else {
            reasons.append(
                "they share \(shared.map(\.description).joined(separator: ", ")), but not the type")
        }
        let names = { (details: EntityDetails) in
            Set(([details.entity.name] + details.aliases.map(\.name)).map { NameKey($0) })
        }
        let common = names(first).intersection(names(second)).sorted()
        if common.isEmpty {
            reasons.append("no name of the one is a name of the other")
        } else {
            reasons.append(
                "both are called \(common.map(\.text).joined(separator: ", ")); type and context tell them apart"
            )
        }
        reasons.append(
            "no text says that the one is short for the other, and no translation uses one for the other")
        return reasons
    }
}
