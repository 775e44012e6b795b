/// A tree of byte strings, to be walked from the places in a text where a name may begin.
///
/// Names begin where words do, so a walk from each word's start finds all that an automaton over every
/// byte would; most walks end after two bytes. States are numbered in breadth-first order, the children
/// of a state lie side by side, and an edge costs one byte. Building is linear in the strings' total
/// length.
struct NameTrie: Sendable {
    /// Children of state `s` are the states `firstChild[s]..<firstChild[s + 1]`.
    private var firstChild: [Int32] = []
    /// The byte on the edge that leads to a state.
    private var label: [UInt8] = []
    /// The pattern that ends in a state, or -1.
    private var pattern: [Int32] = []
    /// The state behind each pair of first bytes; 0 where there is none.
    private var pairs: [Int32] = []
    /// The state behind each single first byte; 0 where there is none.
    private var singles: [Int32] = []
    /// A bit for the hash of each string's head.
    private var heads = [UInt64](repeating: 0, count: 1 << (headBits - 6))

    private static let headBits = 17

    /// Bytes of a string's head, by which most places are ruled out: enough for two ideographs, or for
    /// the beginning of a word.
    @inline(__always)
    static func headLength(_ first: UInt8) -> Int { first >= 0xE3 ? 6 : 4 }

    /// - Parameter patterns: sorted by their bytes, without duplicates, none empty.
    init(sorted patterns: [[UInt8]]) {
        build(patterns)
        singles = [Int32](repeating: 0, count: 256)
        pairs = [Int32](repeating: 0, count: 1 << 16)
        for first in Int(firstChild[0])..<Int(firstChild[1]) {
            singles[Int(label[first])] = Int32(first)
            for second in Int(firstChild[first])..<Int(firstChild[first + 1]) {
                pairs[Int(label[first]) << 8 | Int(label[second])] = Int32(second)
            }
        }
        for pattern in patterns {
            var head: UInt64 = 0
            for byte in pattern.prefix(Self.headLength(pattern[0])) { head = head << 8 | UInt64(byte) }
            let bit = Self.bit(head)
            heads[bit >> 6] |= 1 << UInt64(bit & 63)
        }
    }

    @inline(__always)
    private static func bit(_ head: UInt64) -> Int {
        Int(truncatingIfNeeded: (head &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - headBits))
    }

    /// Whether a string may have this head: its first bytes, the last one lowest. False is certain.
    @inline(__always)
    func mayHave(head: UInt64) -> Bool {
        let bit = Self.bit(head)
        return heads[bit >> 6] & 1 << UInt64(bit & 63) != 0
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

    /// The state behind one byte, or 0.
    @inline(__always)
    func start(_ byte: UInt8) -> Int { Int(singles[Int(byte)]) }

    /// The state behind two bytes, or 0.
    @inline(__always)
    func start(_ first: UInt8, _ second: UInt8) -> Int { Int(pairs[Int(first) << 8 | Int(second)]) }

    /// The child of a state by a byte, or 0. Linear in the number of children, which are few.
    @inline(__always)
    func step(_ state: Int, _ byte: UInt8) -> Int {
        let end = Int(firstChild[state + 1])
        var child = Int(firstChild[state])
        while child < end {
            if label[child] == byte { return child }
            child += 1
        }
        return 0
    }

    /// The pattern that ends in a state; nil for most.
    @inline(__always)
    func pattern(at state: Int) -> Int? {
        let found = Int(pattern[state])
        return found >= 0 ? found : nil
    }
}
