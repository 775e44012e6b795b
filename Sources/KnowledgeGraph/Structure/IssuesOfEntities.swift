import Linking

/// Which issues name each entity: one array for all, and where the issues of each begin.
struct IssuesOfEntities: Sendable {
    /// Indexes of issues, those of one entity side by side and ascending.
    private(set) var all: [Int32]
    private var starts: [Int]

    /// - Parameters:
    ///   - places: in order of issues; one may be told several times.
    ///   - count: entities are numbered from 0 to this.
    init(_ places: some Collection<(issue: Int32, entity: Int32)>, count: Int) {
        var last = Array(repeating: Int32(-1), count: count)
        starts = Array(repeating: 0, count: count + 1)
        for (issue, entity) in places where last[Int(entity)] != issue {
            last[Int(entity)] = issue
            starts[Int(entity) + 1] += 1
        }
        for entity in 0..<count {
            starts[entity + 1] += starts[entity]
            last[entity] = -1
        }
        var next = starts
        all = Array(repeating: 0, count: starts[count])
        for (issue, entity) in places where last[Int(entity)] != issue {
            last[Int(entity)] = issue
            all[next[Int(entity)]] = issue
            next[Int(entity)] += 1
        }
    }

    var entities: Range<Int> { 0..<starts.count - 1 }

    subscript(entity: Int) -> ArraySlice<Int32> { all[starts[entity]..<starts[entity + 1]] }

    /// In how many editions each entity is named.
    func editions(_ issues: [SightedIssue]) -> [Int] {
        var last = Array(repeating: -1, count: (issues.lazy.compactMap(\.edition).max() ?? -1) + 1)
        return entities.map { entity in
            var count = 0
            for issue in self[entity] {
                guard let edition = issues[Int(issue)].edition else {
                    count += 1
                    continue
                }
                if last[edition] != entity {
                    last[edition] = entity
                    count += 1
                }
            }
            return count
        }
    }
}
