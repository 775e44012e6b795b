/// Finds the most probable text behind a damaged one: a beam search over the ways to read it, place by place.
///
/// At each place a reading goes on with the character as it stands, or with one that the UTF-8 bytes there can be
/// completed to. Readings that agree in all that matters for what follows are merged (the cheaper stays), and the
/// best few of the rest go on. The time is linear in the length of the text.
struct LostBytes {
    /// One character of the result.
    struct Restored {
        var scalar: UInt32
        /// Where the damaged characters it stands for begin, and how many they are.
        var start: Int
        var consumed: Int
        /// How many bytes were inferred.
        var inferred: Int
        /// How sure the choice is, 0…1.
        var confidence: Double
        /// The second best choice, 0 for none.
        var alternative: UInt32
        /// Whether the character was decoded, not taken as it stands.
        var isDecoded: Bool
    }

    /// One reading in the race.
    private struct Racer {
        var reading: Reading
        var parent: Int32
        var completion: Completion
        var isDecoded: Bool
        var start: Int32
    }

    /// One character of a reading that has survived its place.
    private struct Node {
        var parent: Int32
        var scalar: UInt32
        var start: Int32
        var consumed: Int16
        var inferred: Int16
        var isDecoded: Bool
        var alternative: UInt32
        /// How much more the best reading without this character costs.
        var margin: Int32
    }

    private let model: LanguageModel
    private static let width = 24
    private static let threshold = 9 * LanguageModel.unit
    /// Sequences of at most six characters are taken at once.
    private static let ringSize = 8

    private var ring: [[Racer]]
    /// The least cost in each slot of the ring.
    private var leastCosts = [Int32](repeating: noCost, count: ringSize)
    private static let noCost = Int32.max / 2
    private static let greatestBonus = 3 * LanguageModel.unit
    private var nodes: [Node] = []
    private var completions: [Completion] = []

    init(model: LanguageModel) {
        self.model = model
        ring = Array(repeating: [], count: Self.ringSize)
    }

    /// Restores `text[range]`, and gives the result with its cost.
    mutating func restore(
        _ text: UnsafeBufferPointer<UInt32>, bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>,
        damage: Damage, memory: FileMemory
    ) -> (text: [Restored], cost: Int32) {
        nodes.removeAll(keepingCapacity: true)
        for index in ring.indices {
            ring[index].removeAll(keepingCapacity: true)
            leastCosts[index] = Self.noCost
        }
        let part = UnsafeBufferPointer(rebasing: text[..<range.upperBound])
        let first = Racer(
            reading: Reading(), parent: -1,
            completion: Completion(scalar: 0, consumed: 0, inferred: 0, cost: 0),
            isDecoded: false, start: Int32(range.lowerBound))
        ring[range.lowerBound & (Self.ringSize - 1)].append(first)
        for place in range {
            let slot = place & (Self.ringSize - 1)
            if ring[slot].isEmpty { continue }
            let parents = settle(slot, isFirst: place == range.lowerBound)
            completions.removeAll(keepingCapacity: true)
            damage.completions(of: part, bytes: bytes, at: place, model: model, into: &completions)
            for index in completions.indices where completions[index].inferred > 0 {
                completions[index].cost += memory.variantCost(of: completions[index].scalar, model)
            }
            keepLikely()
            let scalar = part[place]
            // Where the bytes of a whole sequence stand in a text full of them, that is what is meant.
            let isWhole = !completions.isEmpty && completions[0].inferred == 0
            let literal: Int32? =
                bytes[place] == 0
                ? 0 : isWhole ? damage.wholeSequenceCost(completions[0]) : damage.literalCost
            for (index, racer) in ring[slot].enumerated() {
                for completion in completions {
                    advance(racer, parents + Int32(index), place, completion, true, memory)
                }
                if let literal {
                    advance(
                        racer, parents + Int32(index), place,
                        Completion(scalar: scalar, consumed: 1, inferred: 0, cost: literal), false, memory)
                }
            }
            ring[slot].removeAll(keepingCapacity: true)
            leastCosts[slot] = Self.noCost
        }
        return finish(range.upperBound & (Self.ringSize - 1))
    }

    @inline(__always)
    private mutating func advance(
        _ racer: Racer, _ parent: Int32, _ place: Int, _ completion: Completion, _ isDecoded: Bool,
        _ memory: FileMemory
    ) {
        let slot = (place + completion.consumed) & (Self.ringSize - 1)
        // What cannot come near the best need not be reckoned.
        let base = racer.reading.cost &+ completion.cost
        if base &- Self.greatestBonus > leastCosts[slot] &+ Self.threshold { return }
        var reading = racer.reading
        reading.extra &+= completion.cost
        if completion.scalar >= 0x80 || reading.last[0] >= 0x80 {
            reading.extra &-= memory.bonus(of: completion.scalar, after: reading.last)
        }
        reading.append(completion.scalar, model)
        let cost = reading.cost
        if cost > leastCosts[slot] &+ Self.threshold { return }
        if cost < leastCosts[slot] { leastCosts[slot] = cost }
        ring[slot].append(
            Racer(
                reading: reading, parent: parent, completion: completion, isDecoded: isDecoded,
                start: Int32(place)))
    }

    /// Keeps the completions that are not far less common than the most common one.
    private mutating func keepLikely() {
        guard completions.count > 4 else { return }
        var best = Int32.max
        for index in completions.indices {
            completions[index].rank =
                completions[index].cost + model.cost(ofCharacter: completions[index].scalar)
            best = Swift.min(best, completions[index].rank)
        }
        let limit = best + 9 * LanguageModel.unit
        completions.removeAll { $0.rank > limit }
        completions.sort { $0.rank == $1.rank ? $0.scalar < $1.scalar : $0.rank < $1.rank }
        if completions.count > 56 { completions.removeLast(completions.count - 56) }
    }

    /// Merges and prunes the racers of a slot, gives each survivor a node, and returns the first node's index.
    private mutating func settle(_ slot: Int, isFirst: Bool) -> Int32 {
        if isFirst { return -1 }
        let start = Int32(nodes.count)
        if ring[slot].count > 1 { prune(slot) }
        for racer in ring[slot] {
            nodes.append(
                Node(
                    parent: racer.parent, scalar: racer.completion.scalar, start: racer.start,
                    consumed: Int16(racer.completion.consumed), inferred: Int16(racer.completion.inferred),
                    isDecoded: racer.isDecoded, alternative: 0, margin: .max))
        }
        return start
    }

    private mutating func prune(_ slot: Int) {
        let order = ring[slot].indices.sorted {
            let (one, other) = (ring[slot][$0].reading.cost, ring[slot][$1].reading.cost)
            return one == other ? $0 < $1 : one < other
        }
        let limit = ring[slot][order[0]].reading.cost &+ Self.threshold
        var kept: [Racer] = []
        var keys: [UInt64] = []
        for index in order {
            let racer = ring[slot][index]
            if racer.reading.cost > limit || kept.count == Self.width { break }
            let key = racer.reading.key
            if let same = keys.firstIndex(of: key) {
                compare(kept[same], with: racer)
                continue
            }
            kept.append(racer)
            keys.append(key)
        }
        ring[slot] = kept
    }

    /// Where the better of two readings chose another character than the worse one, notes by how much it won.
    private mutating func compare(_ winner: Racer, with loser: Racer) {
        let margin = loser.reading.cost &- winner.reading.cost
        var (one, other) = (winner.parent, loser.parent)
        while one != other && one >= 0 && other >= 0 {
            let (better, worse) = (nodes[Int(one)], nodes[Int(other)])
            if better.start == worse.start {
                if better.isDecoded && better.scalar != worse.scalar && margin < better.margin {
                    nodes[Int(one)].margin = margin
                    nodes[Int(one)].alternative = worse.scalar
                }
                (one, other) = (better.parent, worse.parent)
            } else if better.start > worse.start {
                one = better.parent
            } else {
                other = worse.parent
            }
        }
    }

    private mutating func finish(_ slot: Int) -> (text: [Restored], cost: Int32) {
        for index in ring[slot].indices { ring[slot][index].reading.finish(model) }
        let first = settle(slot, isFirst: false)
        guard let best = ring[slot].first else { return ([], .max) }
        // What lost only at the very end.
        for index in ring[slot].indices.dropFirst() {
            var (winner, loser) = (best, ring[slot][index])
            (winner.parent, loser.parent) = (first, first + Int32(index))
            compare(winner, with: loser)
        }
        var text: [Restored] = []
        var index = first
        while index >= 0 {
            let node = nodes[Int(index)]
            let odds = Double(node.margin) / Double(LanguageModel.unit)
            text.append(
                Restored(
                    scalar: node.scalar, start: Int(node.start), consumed: Int(node.consumed),
                    inferred: Int(node.inferred),
                    confidence: node.inferred == 0 ? 1 : logistic(odds), alternative: node.alternative,
                    isDecoded: node.isDecoded))
            index = node.parent
        }
        text.reverse()
        return (text, best.reading.cost)
    }

    /// How probable the better of two choices is, its costs being lower by `odds`.
    private func logistic(_ odds: Double) -> Double {
        if odds > 20 { return 0.999 }
        // 1 / (1 + e^-x) without a mathematics library: e^x by squaring.
        var power = 1 + odds / 256
        for _ in 0..<8 { power *= power }
        return Swift.min(0.999, power / (1 + power))
    }
}
