import GRDB
import GraphStore
import KGModel
import Linking

/// The graph that some of the issues make: every figure is counted anew over them alone.
struct CountedGraph {
    /// With the figures of these issues, strongest first.
    let entities: [EntitySummary]
    /// Between indexes into `entities`, in the order of `Subgraph`.
    let edges: [Subgraph.Edge]
    /// How many issues there are, and the dates they span.
    let issues: Int
    let firstDate: String?
    let lastDate: String?

    init(_ graph: KnowledgeGraph, _ filter: IssueFilter) throws {
        let (condition, values) = filter.condition
        (entities, edges, issues, firstDate, lastDate) = try graph.read { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT id, path, language, date FROM issue WHERE \(condition) ORDER BY path",
                arguments: StatementArguments(values))
            let counted = rows.map { row in
                let date: String? = row[3]
                return SightedIssue(
                    path: row[1], language: row[2], date: date.flatMap { IssueDate(iso: $0) })
            }
            var positions: [Int64: Int] = [:]
            for (index, row) in rows.enumerated() { positions[row[0]] = index }
            let found = try Sightings(db, positions)
            let nodes = try Self.nodes(db, found, rows.map { $0[3] as String? })
            let places = Dictionary(uniqueKeysWithValues: nodes.enumerated().map { ($1.id, $0) })
            let edges = CoMentions.count(found.sightings, entities: found.entities, issues: counted)
                .compactMap { edge -> Subgraph.Edge? in
                    guard let a = places[found.ids[edge.a]], let b = places[found.ids[edge.b]] else {
                        return nil
                    }
                    return Subgraph.Edge(
                        a: min(a, b), b: max(a, b), passages: edge.passages, issues: edge.issues,
                        npmi: edge.association.npmi, llr: edge.association.llr,
                        firstDate: edge.firstDate?.description, lastDate: edge.lastDate?.description)
                }
            let dates = rows.compactMap { $0[3] as String? }
            return (nodes, Subgraph.sorted(edges), rows.count, dates.min(), dates.max())
        }
    }

    /// The mentions of the issues that are counted.
    private struct Sightings {
        var sightings: [Sighting] = []
        /// For each sighting an index into `ids`.
        var entities: [Int] = []
        /// Numbers of the entities in the database.
        var ids: [Int64] = []

        init(_ db: Database, _ issues: [Int64: Int]) throws {
            var indexes: [Int64: Int] = [:]
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT issue_id, passage_id, entity_id
                    FROM mention JOIN passage ON passage.id = passage_id
                    WHERE entity_id IS NOT NULL
                    """)
            while let row = try rows.next() {
                guard let issue = issues[row[0]] else { continue }
                let id: Int64 = row[2]
                let index = indexes[id] ?? ids.count
                if index == ids.count {
                    indexes[id] = index
                    ids.append(id)
                }
                sightings.append(
                    Sighting(
                        issue: issue, passage: row[1], surface: "", type: .model, reference: .surface,
                        confidence: 1))
                entities.append(index)
            }
        }
    }

    private static func nodes(
        _ db: Database, _ found: Sightings, _ dates: [String?]
    ) throws -> [EntitySummary] {
        var mentions = Array(repeating: 0, count: found.ids.count)
        var issues = Array(repeating: Set<Int>(), count: found.ids.count)
        for (sighting, entity) in zip(found.sightings, found.entities) {
            mentions[entity] += 1
            issues[entity].insert(sighting.issue)
        }
        let indexes = Dictionary(uniqueKeysWithValues: found.ids.enumerated().map { ($1, $0) })
        let rows = try Row.fetchCursor(db, sql: "SELECT \(EntitySummary.columns) FROM entity")
        var nodes: [EntitySummary] = []
        while let row = try rows.next() {
            guard let index = indexes[row[0]] else { continue }
            var entity = EntitySummary(row)
            let known = issues[index].compactMap { dates[$0] }
            entity.mentions = mentions[index]
            entity.issues = issues[index].count
            entity.firstDate = known.min()
            entity.lastDate = known.max()
            nodes.append(entity)
        }
        return nodes.sorted { ($1.mentions, $0.key) < ($0.mentions, $1.key) }
    }
}

extension CountedGraph {
    /// See `KnowledgeGraph.subgraph(around:)`; centers that these issues do not name are left out.
    func surroundings(
        of centers: [EntitySummary], depth: Int, limit: Int, types: Set<EntityType>, minIssues: Int
    ) -> Subgraph {
        var beside = Array(repeating: [Subgraph.Edge](), count: entities.count)
        for edge in edges {
            beside[edge.a].append(edge)
            beside[edge.b].append(edge)
        }
        let wanted = Set(centers.map(\.id))
        var frontier = entities.indices.filter { wanted.contains(entities[$0].id) }
        var depths = Dictionary(uniqueKeysWithValues: frontier.map { ($0, 0) })
        var omitted: Set<Int> = []
        for step in 1...max(1, depth) {
            var strengths: [Int: (passages: Int, llr: Double)] = [:]
            for node in frontier {
                for edge in beside[node] where edge.issues >= minIssues {
                    let other = edge.a == node ? edge.b : edge.a
                    guard depths[other] == nil, types.isEmpty || types.contains(entities[other].type) else {
                        continue
                    }
                    strengths[other, default: (0, 0)].passages += edge.passages
                    strengths[other, default: (0, 0)].llr += edge.llr
                }
            }
            let ranked = strengths.sorted { a, b in
                (b.value.passages, b.value.llr, entities[a.key].key)
                    < (a.value.passages, a.value.llr, entities[b.key].key)
            }.map(\.key)
            let room = max(0, limit - depths.count)
            frontier = Array(ranked.prefix(room))
            for node in frontier { depths[node] = step }
            omitted.formUnion(ranked.dropFirst(room))
            if frontier.isEmpty { break }
        }
        return part(depths, omitted: omitted.subtracting(depths.keys).count)
    }

    /// See `KnowledgeGraph.core`.
    func core(limit: Int, types: Set<EntityType>, minIssues: Int) -> Subgraph {
        let allowed = entities.map { one in
            (types.isEmpty || types.contains(one.type)) && one.issues >= minIssues
        }
        var strengths: [Int: Int] = [:]
        for edge in edges where edge.passages > 1 && allowed[edge.a] && allowed[edge.b] {
            strengths[edge.a, default: 0] += edge.passages
            strengths[edge.b, default: 0] += edge.passages
        }
        let ranked = strengths.sorted { a, b in
            (b.value, entities[a.key].key) < (a.value, entities[b.key].key)
        }.map(\.key)
        guard !ranked.isEmpty else {
            let all = entities.indices.filter { allowed[$0] }
            return part(
                Dictionary(uniqueKeysWithValues: all.prefix(limit).map { ($0, 1) }),
                omitted: max(0, all.count - limit))
        }
        return part(
            Dictionary(uniqueKeysWithValues: ranked.prefix(limit).map { ($0, 1) }),
            omitted: max(0, ranked.count - limit))
    }

    /// See `KnowledgeGraph.wholeGraph`.
    func whole(types: Set<EntityType>, minIssues: Int) -> Subgraph {
        let kept = entities.indices.filter { index in
            (types.isEmpty || types.contains(entities[index].type)) && entities[index].issues >= minIssues
        }
        return part(Dictionary(uniqueKeysWithValues: kept.map { ($0, 0) }), omitted: 0)
    }

    private func part(_ depths: [Int: Int], omitted: Int) -> Subgraph {
        // Entities stand by mentions and key already.
        let chosen = depths.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        let places = Dictionary(uniqueKeysWithValues: chosen.enumerated().map { ($1.key, $0) })
        let inner = edges.compactMap { edge -> Subgraph.Edge? in
            guard let a = places[edge.a], let b = places[edge.b] else { return nil }
            var edge = edge
            (edge.a, edge.b) = (min(a, b), max(a, b))
            return edge
        }
        return Subgraph(
            nodes: chosen.map { Subgraph.Node(entities[$0.key], depth: $0.value) },
            edges: Subgraph.sorted(inner), omittedNodes: omitted, issues: issues, firstDate: firstDate,
            lastDate: lastDate)
    }
}
