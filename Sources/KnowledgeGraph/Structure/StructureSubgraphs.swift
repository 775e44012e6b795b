import KGModel

extension KnowledgeGraph {
    /// The strongest ways between two entities, as many as fit: at most `limit` nodes. Empty where nothing joins
    /// them.
    public func subgraph(ofPathsFrom a: EntitySummary, to b: EntitySummary, limit: Int = 30) throws
        -> Subgraph
    {
        // More ways than that are a tangle.
        let paths = try paths(from: a, to: b, count: 8)
        // From the start to the end, so that layers run that way.
        var nodes: [EntitySummary] = []
        var kept: [EntityPath] = []
        for path in paths {
            let passed = path.steps.map(\.from).filter { step in !nodes.contains { $0.id == step.id } }
            guard nodes.count + passed.count < max(limit, path.steps.count + 1) else { break }
            nodes += passed
            kept.append(path)
        }
        if !kept.isEmpty { nodes.append(b) }
        let places = Dictionary(nodes.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var edges: [Subgraph.Edge] = []
        var joined: Set<[Int]> = []
        for step in kept.flatMap(\.steps) {
            guard let from = places[step.from.id], let to = places[step.to.id] else { continue }
            let pair = [min(from, to), max(from, to)]
            guard joined.insert(pair).inserted else { continue }
            edges.append(Subgraph.Edge(a: pair[0], b: pair[1], figures: step.figures))
        }
        let all = try issues()
        let dates = all.compactMap(\.date)
        return Subgraph(
            nodes: nodes.map { Subgraph.Node($0, depth: $0.id == a.id || $0.id == b.id ? 0 : 1) },
            edges: Subgraph.sorted(edges), issues: all.count, firstDate: dates.min(), lastDate: dates.max())
    }

    /// A group of the graph, its most central members first.
    ///
    /// - Parameter name: the name of a member, or the group's number.
    /// - Throws: `NameError` where no group has such a member.
    public func subgraph(
        ofCommunity name: String, limit: Int = 30, filter: IssueFilter = IssueFilter()
    ) throws -> Subgraph {
        let communities = try communities().communities
        let found: Community?
        if let number = Int(name), let community = communities.first(where: { $0.number == number }) {
            found = community
        } else {
            let entity = try entity(named: name)
            found = communities.first { $0.members.contains { $0.id == entity.id } }
        }
        guard let members = found?.members else {
            return Subgraph(nodes: [], edges: [])
        }
        var graph = try subgraph(
            around: Array(members.prefix(limit)), limit: min(limit, members.count), filter: filter)
        graph.omittedNodes = max(0, members.count - limit)
        return graph
    }
}
