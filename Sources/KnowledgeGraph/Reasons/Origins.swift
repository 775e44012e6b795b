import GRDB
import KGModel
import Linking

/// How an entity came together: its type by votes, its names by reasons.
public struct Origins: Sendable {
    /// The mentions that take the entity for one type.
    public struct Vote: Sendable, Hashable {
        public var type: EntityType
        public var mentions: Int
        /// Share of this type in the confidence of all mentions, 0 to 1.
        public var share: Double
    }

    public var entity: EntitySummary
    /// The strongest first.
    public var votes: [Vote]
    /// From the canonical name outwards: the `other` of each step is the canonical name or the `name` of an
    /// earlier step.
    public var steps: [MergeStep]
    /// Names and addresses that the lexicon lists and no issue has, sorted.
    public var listed: [String]
}

extension KnowledgeGraph {
    /// How an entity came together: every alias, the reason for which it belongs to it, and the evidence.
    public func origins(of entity: EntitySummary) throws -> Origins {
        let votes = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT type, count(*), sum(CAST(round(confidence * 100) AS INTEGER)) FROM mention
                    WHERE entity_id = ? GROUP BY type
                    """, arguments: [entity.id]
            ).map {
                (type: EntityType(rawValue: $0[0]) ?? entity.type, count: $0[1] as Int, weight: $0[2] as Int)
            }
        }
        let total = max(1, votes.reduce(0) { $0 + $1.weight })
        let steps = try tree(of: entity).outwards(from: entity.name)
        return Origins(
            entity: entity,
            votes: votes.sorted { ($1.weight, $0.type) < ($0.weight, $1.type) }.map {
                .init(type: $0.type, mentions: $0.count, share: Double($0.weight) / Double(total))
            },
            steps: steps.filter { $0.evidence != nil || $0.reason != .lexicon },
            listed: steps.filter { $0.evidence == nil && $0.reason == .lexicon }.map(\.name).sorted())
    }

    /// The steps, and the names that the lexicon lists without an issue that has them.
    func tree(of entity: EntitySummary) throws -> MergeTree {
        var steps = try steps(of: entity)
        let names = Set(steps.flatMap { [$0.name, $0.other] } + [entity.name])
        let details = try details(of: entity)
        for alias in details.aliases where !names.contains(alias.name) {
            steps.append(MergeStep(name: alias.name, other: entity.name, reason: .lexicon))
        }
        for identity in details.identities where !names.contains(identity.description) {
            steps.append(MergeStep(name: identity.description, other: entity.name, reason: .lexicon))
        }
        return MergeTree(steps, root: entity.name)
    }
}

/// Steps as a tree over the names of one entity.
struct MergeTree {
    private var byName: [String: [MergeStep]] = [:]
    let names: Set<String>

    init(_ steps: [MergeStep], root: String) {
        for step in steps {
            byName[step.name, default: []].append(step)
            byName[step.other, default: []].append(step.reversed)
        }
        // A name that is written otherwise in all issues hangs on nothing: the spelling joins it.
        if !steps.isEmpty, byName[root] == nil,
            let first = byName.keys.min(by: { a, b in
                let key = NameKey(root)
                return (NameKey(a) == key ? 0 : 1, a) < (NameKey(b) == key ? 0 : 1, b)
            })
        {
            let step = MergeStep(name: first, other: root, reason: .spelling)
            byName[first, default: []].append(step)
            byName[root] = [step.reversed]
        }
        names = Set(byName.keys)
    }

    /// The steps that lead away from a name, nearest first.
    func outwards(from root: String) -> [MergeStep] {
        var seen: Set<String> = [root]
        var level = [root]
        var steps: [MergeStep] = []
        while !level.isEmpty {
            var next: [String] = []
            for name in level {
                for step in sorted(byName[name] ?? []) where seen.insert(step.other).inserted {
                    steps.append(step.reversed)
                    next.append(step.other)
                }
            }
            level = next
        }
        return steps
    }

    /// The steps from one name to another; nil if one of them is not in the tree.
    func chain(from start: String, to end: String) -> [MergeStep]? {
        if start == end { return [] }
        var before: [String: MergeStep] = [:]
        var level = [start]
        while !level.isEmpty, before[end] == nil {
            var next: [String] = []
            for name in level {
                for step in sorted(byName[name] ?? []) where step.other != start && before[step.other] == nil
                {
                    before[step.other] = step
                    next.append(step.other)
                }
            }
            level = next
        }
        var chain: [MergeStep] = []
        var name = end
        while name != start {
            guard let step = before[name] else { return nil }
            chain.append(step)
            name = step.name
        }
        return chain.reversed()
    }

    private func sorted(_ steps: [MergeStep]) -> [MergeStep] {
        let order = Dictionary(uniqueKeysWithValues: MergeReason.allCases.enumerated().map { ($1, $0) })
        return steps.sorted { (order[$0.reason] ?? 0, $0.other) < (order[$1.reason] ?? 0, $1.other) }
    }
}
