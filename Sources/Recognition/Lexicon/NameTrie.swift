/// A tree of byte strings, to be walked from the places in a text where a name may begin.
///
/// Names begin where words do, so a walk from each word's start finds all that an automaton over every
/// byte would; most walks end after two bytes. States are numbered in breadth-first order, the children
/// of a state lie side by side, and a state costs twelve bytes. Where one string alone is left, the tree ends in a
/// leaf, and the rest is compared with the string itself (a Patricia tree's saving; Morrison 1968). Building is
/// linear in the strings' total length.
struct NameTrie: Sendable {
    /// All that a step asks of a state, side by side: a walk waits for memory once a step.
    private struct State {
        /// Its children are the states from this one to the next state's first child.
        var firstChild: Int32 = 0
        /// The pattern that ends in it or, in a leaf, the one that is left; -1 where none is.
        var pattern: Int32 = -1
        /// The byte on the edge that leads to it.
        var label: UInt8
    }

    /// One more at the end.
    private var states: [State] = []
    /// The patterns' bytes, one behind the other.
    let text: [UInt8]
    /// Where each pattern begins in `text`; one more at the end.
    private let starts: [Int32]
    /// The state behind each pair of first bytes; 0 where there is none.
    private var pairs: [Int32] = []
    /// The state behind each single first byte; 0 where there is none.
    private var singles: [Int32] = []
    /// By the hash of a head, the state to which it leads or, where less of it leads to a leaf, that leaf; and in the lowest
    /// bits its depth.
    private var jumps = HashIndex()
    /// A bit for the hash of each string's head, and of its stem.
    private var heads = [UInt64](repeating: 0, count: 1 << (headBits - 6))

    private static let headBits = 19

    /// Bytes of a string's head, by which most places are ruled out: enough for two ideographs, or for
    /// the beginning of a word.
    @inline(__always)
    static func headLength(_ first: UInt8) -> Int { first >= 0xE3 ? 6 : 4 }

    /// Bytes of a string's stem, which rules out more where a word is as long.
    static let stemLength = 6

    /// - Parameters:
    ///   - ranges: the strings, sorted by their bytes, without duplicates, none empty.
    ///   - bytes: what the ranges lie in.
    init(_ ranges: [Range<Int32>], of bytes: [UInt8]) {
        var text: [UInt8] = []
        var starts: [Int32] = []
        text.reserveCapacity(bytes.count)
        starts.reserveCapacity(ranges.count + 1)
        for range in ranges {
            starts.append(Int32(text.count))
            text += bytes[range.asInts]
        }
        starts.append(Int32(text.count))
        self.text = text
        self.starts = starts
        build()
        singles = [Int32](repeating: 0, count: 256)
        pairs = [Int32](repeating: 0, count: 1 << 16)
        for first in children(of: 0) {
            singles[Int(states[first].label)] = Int32(first)
            for second in children(of: first) {
                pairs[Int(states[first].label) << 8 | Int(states[second].label)] = Int32(second)
            }
        }
        for pattern in ranges.indices {
            let start = Int(starts[pattern])
            for length in [Self.headLength(text[start]), Self.stemLength] {
                let end = min(Int(starts[pattern + 1]), start + length)
                let bit = Self.bit(text[start..<end].reduce(0) { $0 << 8 | UInt64($1) })
                heads[bit >> 6] |= 1 << UInt64(bit & 63)
            }
            addJump(text[start..<Int(starts[pattern + 1])])
        }
    }

    private mutating func addJump(_ string: ArraySlice<UInt8>) {
        let head = string.prefix(Self.headLength(string[string.startIndex]))
        guard head.count == Self.headLength(string[string.startIndex]) else { return }
        var state = 0
        var depth = 0
        for byte in head where depth == 0 || !isLeaf(state) {
            state = step(state, byte)
            depth += 1
        }
        let value = head.reduce(0) { $0 << 8 | UInt64($1) }
        jumps.insert(Self.jumpKey(value), Int32(state << Self.depthBits | depth))
    }

    private static let depthBits = 3

    @inline(__always)
    private static func jumpKey(_ head: UInt64) -> UInt64 { FeatureHash.mix(head, 0) }

    /// The state behind a head, its last byte lowest, or the leaf that less of it leads to; nil where no string begins so.
    @inline(__always)
    func jump(_ head: UInt64) -> (state: Int, depth: Int)? {
        let found = Int(jumps.find(Self.jumpKey(head)))
        return found < 0 ? nil : (found >> Self.depthBits, found & (1 << Self.depthBits - 1))
    }

    /// The order of strings by their bytes, equal ones by their places.
    static func sorted(_ ranges: [Range<Int32>], of bytes: [UInt8]) -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            // The first eight bytes, by which most are told apart.
            let heads = ranges.map { range in
                (0..<8).reduce(UInt64(0)) { head, index in
                    let at = Int(range.lowerBound) + index
                    return head << 8 | (at < range.upperBound ? UInt64(bytes[at]) : 0)
                }
            }
            return zip(heads, ranges.indices).sorted { a, b in
                if a.0 != b.0 { return a.0 < b.0 }
                let (left, right) = (bytes[ranges[a.1].asInts], bytes[ranges[b.1].asInts])
                return left.elementsEqual(right) ? a.1 < b.1 : left.lexicographicallyPrecedes(right)
            }.map(\.1)
        }
    }

    @inline(__always)
    private static func bit(_ head: UInt64) -> Int {
        Int(truncatingIfNeeded: (head &* 0x9e37_79b9_7f4a_7c15) >> UInt64(64 - headBits))
    }

    /// Whether a string may have this head or stem: its first bytes, the last one lowest. False is certain.
    @inline(__always)
    func mayHave(head: UInt64) -> Bool {
        let bit = Self.bit(head)
        return heads[bit >> 6] & 1 << UInt64(bit & 63) != 0
    }

    /// No leaf is nearer to the root: walks begin with two bytes at once.
    static let leastDepth = 2

    private mutating func build() {
        struct Pending {
            var from: Int32
            var to: Int32
            var depth: Int32
        }
        var queue: [Pending] = [Pending(from: 0, to: Int32(starts.count - 1), depth: 0)]
        states = [State(label: 0)]
        var next = 0
        while next < queue.count {
            let state = queue[next]
            states[next].firstChild = Int32(queue.count)
            defer { next += 1 }
            var from = Int(state.from)
            let to = Int(state.to)
            let length = Int(state.depth)
            func byte(_ pattern: Int) -> UInt8 { text[Int(starts[pattern]) + length] }
            if to - from == 1, length >= Self.leastDepth {
                states[next].pattern = Int32(from)
                continue
            }
            // Sorted: the pattern that ends here comes first.
            if from < to, Int(starts[from + 1] - starts[from]) == length, length > 0 {
                states[next].pattern = Int32(from)
                from += 1
            }
            while from < to {
                let edge = byte(from)
                var end = from + 1
                while end < to, byte(end) == edge { end += 1 }
                queue.append(Pending(from: Int32(from), to: Int32(end), depth: Int32(length + 1)))
                states.append(State(label: edge))
                from = end
            }
        }
        states.append(State(firstChild: Int32(queue.count), label: 0))
    }

    @inline(__always)
    private func children(of state: Int) -> Range<Int> {
        Int(states[state].firstChild)..<Int(states[state + 1].firstChild)
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
        for child in children(of: state) where states[child].label == byte { return child }
        return 0
    }

    /// Whether no edge leads on.
    @inline(__always)
    func isLeaf(_ state: Int) -> Bool { children(of: state).isEmpty }

    /// The pattern that ends in a state or, in a leaf, the one that is left; nil for most.
    @inline(__always)
    func pattern(at state: Int) -> Int? {
        let found = Int(states[state].pattern)
        return found >= 0 ? found : nil
    }

    /// Where in `text` the bytes of a pattern lie beyond those that led to its leaf.
    @inline(__always)
    func rest(of pattern: Int, behind depth: Int) -> Range<Int> {
        Int(starts[pattern]) + depth..<Int(starts[pattern + 1])
    }
}

extension Range<Int32> {
    var asInts: Range<Int> { Int(lowerBound)..<Int(upperBound) }
}
