/// An automaton that finds all occurrences of many byte strings in one pass.
///
/// Source: A. V. Aho, M. J. Corasick, "Efficient string matching: an aid to bibliographic search",
/// CACM 18(6), 1975. States are numbered in breadth-first order, so that the children of a state lie
/// side by side and an edge costs one byte. Building is linear in the patterns' total length, matching
/// in the text's length plus the number of matches.
struct AhoCorasick: Sendable {
    /// Children of state `s` are the states `firstChild[s]..<firstChild[s + 1]`.
    private var firstChild: [Int32] = []
    /// The byte on the edge that leads to a state.
    private var label: [UInt8] = []
    /// The state of the longest proper suffix that is a prefix of some pattern.
    private var failure: [Int32] = []
    /// The pattern that ends in a state, or -1.
    private var pattern: [Int32] = []
    /// The nearest state along the failures in which a pattern ends, or 0.
    private var output: [Int32] = []
    /// Children of the root by byte; 0 where there is none.
    private var root: [Int32] = []
    /// Length of each pattern in bytes.
    private var lengths: [Int32] = []

    /// - Parameter patterns: sorted by their bytes, without duplicates, none empty.
    init(sorted patterns: [[UInt8]]) {
        lengths = patterns.map { Int32($0.count) }
        build(patterns)
        link()
    }

    private mutating func build(_ patterns: [[UInt8]]) {
        struct Pending {
            var from: Int32
            var to: Int32
            var depth: Int32
        }
        var queue: [Pending] = [Pending(from: 0, to: Int32(patterns.count), depth: 0)]
        label = [0]
        var next = 0
        while next < queue.count {
            let state = queue[next]
            next += 1
            firstChild.append(Int32(queue.count))
            var from = Int(state.from)
            let to = Int(state.to)
            let depth = Int(state.depth)
            // Sorted: the pattern that ends here comes first.
            if from < to, patterns[from].count == depth, depth > 0 {
                pattern.append(Int32(from))
                from += 1
            } else {
                pattern.append(-1)
            }
            while from < to {
                let byte = patterns[from][depth]
                var end = from + 1
                while end < to, patterns[end][depth] == byte { end += 1 }
                queue.append(Pending(from: Int32(from), to: Int32(end), depth: Int32(depth + 1)))
                label.append(byte)
                from = end
            }
        }
        firstChild.append(Int32(queue.count))
    }

    private mutating func link() {
        let states = label.count
        failure = Array(repeating: 0, count: states)
        output = Array(repeating: 0, count: states)
        root = Array(repeating: 0, count: 256)
        for child in Int(firstChild[0])..<Int(firstChild[1]) { root[Int(label[child])] = Int32(child) }
        for state in 0..<states {
            for child in Int(firstChild[state])..<Int(firstChild[state + 1]) {
                if state > 0 {
                    var fall = failure[state]
                    var target = step(fall, label[child])
                    while target == 0, fall != 0 {
                        fall = failure[Int(fall)]
                        target = step(fall, label[child])
                    }
                    failure[child] = target
                }
                let fall = Int(failure[child])
                output[child] = pattern[fall] >= 0 ? Int32(fall) : output[fall]
            }
        }
    }

    /// The child of a state by a byte, or 0.
    @inline(__always)
    private func step(_ state: Int32, _ byte: UInt8) -> Int32 {
        if state == 0 { return root[Int(byte)] }
        let end = firstChild[Int(state) + 1]
        var child = firstChild[Int(state)]
        while child < end {
            if label[Int(child)] == byte { return child }
            child += 1
        }
        return 0
    }

    /// Follows one byte of the text, and calls `body` with each pattern that ends there, the longest
    /// first, and its length in bytes.
    @inline(__always)
    func advance(_ state: inout Int32, by byte: UInt8, _ body: (_ pattern: Int, _ length: Int) -> Void) {
        var from = state
        var target = step(from, byte)
        while target == 0, from != 0 {
            from = failure[Int(from)]
            target = step(from, byte)
        }
        state = target
        var ending = pattern[Int(target)] >= 0 ? target : output[Int(target)]
        while ending != 0 {
            let found = Int(pattern[Int(ending)])
            body(found, Int(lengths[found]))
            ending = output[Int(ending)]
        }
    }
}
