/// Where each entity of a list stands in it, by its number in the database.
struct EntityPositions {
    let ids: [Int64]
    /// By number, for numbers about as small as there are entities, which is how the database counts them; -1 for none.
    private var near: [Int32]
    private var far: [Int64: Int] = [:]

    /// - Parameter ids: each once; fewer than 2³¹.
    init(_ ids: [Int64]) {
        self.ids = ids
        let room = Int64(ids.count) * 8 + 1024
        let highest = ids.lazy.filter { $0 >= 0 && $0 < room }.max() ?? -1
        near = Array(repeating: -1, count: Int(highest) + 1)
        for (position, id) in ids.enumerated() {
            if near.indices.contains(Int(id)) {
                near[Int(id)] = Int32(truncatingIfNeeded: position)
            } else {
                far[id] = position
            }
        }
    }

    subscript(id: Int64) -> Int? {
        if id >= 0, id < near.count {
            let position = near[Int(id)]
            return position < 0 ? nil : Int(position)
        }
        return far.isEmpty ? nil : far[id]
    }
}
