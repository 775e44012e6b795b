/// How well a code page explains a text as UTF-8 that was read with it.
struct Evidence {
    /// Sequences whose bytes are all there, weighed by how unlikely they are to be there by chance.
    var weight: Int32 = 0
    /// How many there are.
    var complete: Int32 = 0
    /// How many begin and lack bytes.
    var incomplete: Int32 = 0
    /// Characters of the page that no sequence takes in.
    var stray: Int32 = 0
    /// Characters outside ASCII that the page does not have.
    var foreign: Int32 = 0

    static func + (one: Evidence, other: Evidence) -> Evidence {
        Evidence(
            weight: one.weight + other.weight, complete: one.complete + other.complete,
            incomplete: one.incomplete + other.incomplete, stray: one.stray + other.stray,
            foreign: one.foreign + other.foreign)
    }

    /// Weight less what the page leaves unexplained.
    var score: Int32 { 4 * weight - 2 * foreign - stray }

    init(
        weight: Int32 = 0, complete: Int32 = 0, incomplete: Int32 = 0, stray: Int32 = 0, foreign: Int32 = 0
    ) {
        self.weight = weight
        self.complete = complete
        self.incomplete = incomplete
        self.stray = stray
        self.foreign = foreign
    }

    /// The evidence of a text for a page.
    init(of text: [UInt32], for page: CodePage) {
        var index = 0
        let count = text.count
        text.withUnsafeBufferPointer { text in
            while index < count {
                let scalar = text[index]
                if scalar < 0x80 {
                    index += 1
                    continue
                }
                let byte = page.byte(of: scalar)
                if byte == 0 {
                    // Only characters that some code page could have left count as unexplained.
                    if !ScalarRoles.of(scalar).isEmpty || scalar >= RawByte.first { foreign += 1 }
                    index += 1
                    continue
                }
                let need = byte < 0xC2 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : byte < 0xF5 ? 3 : 0
                var have = 0
                var bytes = (UInt8(0), UInt8(0), UInt8(0))
                while have < need, index + 1 + have < count {
                    let scalar = text[index + 1 + have]
                    // U+FFFD stands for a byte that the page does not have.
                    let next = scalar == 0xFFFD ? 0xBF : page.byte(of: scalar)
                    guard 0x80...0xBF ~= next else { break }
                    if have == 0 {
                        bytes.0 = next
                    } else if have == 1 {
                        bytes.1 = next
                    } else {
                        bytes.2 = next
                    }
                    have += 1
                }
                if need == 0 {
                    stray += 1
                    index += 1
                } else if have == need && Self.isPossible(byte, bytes.0) {
                    complete += 1
                    weight += need == 1 ? 2 : need == 2 ? 5 : 8
                    index += 1 + need
                } else {
                    // A first byte alone among ASCII is rather a letter.
                    let isAlone =
                        (index == 0 || text[index - 1] < 0x80)
                        && (index + 1 == count || text[index + 1] < 0x80)
                    if have == 0 && isAlone && (need > 1 || Self.isAmongCapitals(text, index)) { stray += 1 }
                    incomplete += 1
                    index += 1 + have
                }
            }
        }
    }

    /// Whether a capital of ASCII stands before or after.
    private static func isAmongCapitals(_ text: UnsafeBufferPointer<UInt32>, _ index: Int) -> Bool {
        (index > 0 && text[index - 1] &- 0x41 < 26)
            || (index + 1 < text.count && text[index + 1] &- 0x41 < 26)
    }

    private static func isPossible(_ lead: UInt8, _ next: UInt8) -> Bool {
        switch lead {
        case 0xE0: next >= 0xA0
        case 0xF0: next >= 0x90
        case 0xF4: next < 0x90
        default: true
        }
    }
}

/// The evidence of a text for each of `CodePage.mistakenPages`, and for raw bytes.
struct PageEvidence {
    static let pages = CodePage.mistakenPages + [.raw]
    private(set) var each: [Evidence]

    init() {
        each = Array(repeating: Evidence(), count: Self.pages.count)
    }

    init(of text: [UInt32]) {
        each = Self.pages.map { Evidence(of: text, for: $0) }
    }

    mutating func add(_ other: PageEvidence) {
        for index in each.indices { each[index] = each[index] + other.each[index] }
    }

    /// The pages that explain the text best, the best first; empty if none explains anything. When pages explain it
    /// equally well and bytes are missing from a long text, the first is the one with the more gaps: the characters
    /// of the other's additional bytes would have been seen.
    var best: [Int] {
        guard let top = each.map(\.score).max() else { return [] }
        let close = each.indices.filter { each[$0].score >= top - top / 8 - 2 && each[$0].complete > 0 }
        guard let first = close.first(where: { each[$0].score == top }) else { return [] }
        let prefersGaps = each[first].incomplete > 0 && each[first].complete >= 40
        return close.sorted { one, other in
            if each[one].score != each[other].score { return each[one].score > each[other].score }
            return prefersGaps ? gaps(one) > gaps(other) : one < other
        }
    }

    private func gaps(_ index: Int) -> Int {
        // Of equal numbers the earlier page.
        Self.pages[index].droppedContinuations.count * 100 - index
    }
}
