/// A way in which UTF-8 was spoiled: the code page its bytes were read as, and what became of the bytes that the
/// page has no character for.
struct Damage: Sendable {
    let page: CodePage

    /// Continuation bytes that may have vanished, with what assuming one costs.
    let dropped: [(byte: UInt8, cost: Int32)]

    /// What taking a damaged-looking character for what was meant costs: the logarithm of the odds that a
    /// character of the page is damage.
    let literalCost: Int32

    /// Whether hardly any sequence is whole. Then only bytes of the shortest sequences are inferred.
    let isShaky: Bool

    /// Whether next to nothing speaks for the page, which is a rare one at that. Then nothing is inferred.
    let isUnlikely: Bool

    /// What it costs to take a blank, or a question mark or U+FFFD, for a byte that a program replaced.
    let blankCost: Int32
    static let placeholderCost: Int32 = LanguageModel.unit

    /// What it costs to assume that a byte vanished, in a text where others did and in one where none did so far.
    private static let usualDrop = LanguageModel.unit
    private static let unusualDrop = 7 * LanguageModel.unit

    /// - Parameters:
    ///   - seen: which continuation bytes the text has kept, and how often.
    init(page: CodePage, evidence: Evidence, seen: ContinuationCounts, literalCost: Int32) {
        self.page = page
        self.literalCost = literalCost
        isShaky = evidence.complete < 10 && evidence.incomplete > 2 * evidence.complete
        isUnlikely = evidence.complete < 3 && Mojibake.rarity(page) > 0
        let unit = LanguageModel.unit
        let base = evidence.incomplete > 0 ? Self.usualDrop : Self.unusualDrop
        // What was kept elsewhere has hardly vanished here.
        func cost(_ byte: UInt8) -> Int32 { base + Swift.min(8, 2 * Int32(seen[byte])) * unit }
        var dropped = page.droppedContinuations.map { (byte: $0, cost: cost($0)) }
        if page.hasNoBreakSpace { dropped.append((0xA0, cost(0xA0))) }
        self.dropped = dropped
        blankCost = 2 * unit + Swift.min(8, 2 * Int32(seen[0xA0])) * unit
    }

    /// What taking the first character of a sequence for what was meant costs if all bytes of the sequence are
    /// there; `nil` if that is out of the question.
    func wholeSequenceCost(_ sequence: Completion) -> Int32? {
        if literalCost > 3 * LanguageModel.unit { return nil }
        // Longer sequences are less likely to be there by chance.
        return literalCost + Int32(sequence.consumed - 1) * 2 * LanguageModel.unit
    }
}

/// How often each continuation byte 0x80…0xBF occurs in the whole sequences of a text.
struct ContinuationCounts {
    private var counts = [Int](repeating: 0, count: 64)

    subscript(byte: UInt8) -> Int { counts[Int(byte & 0x3F)] }

    mutating func add(_ text: [UInt32], _ page: CodePage) {
        for (index, scalar) in text.enumerated().dropFirst() where scalar >= 0x80 {
            let byte = page.byte(of: scalar)
            if 0x80...0xBF ~= byte, page.byte(of: text[index - 1]) >= 0x80 { counts[Int(byte & 0x3F)] += 1 }
        }
    }
}

/// One way to read on at some place of a damaged text.
struct Completion {
    /// The character that is meant.
    var scalar: UInt32
    /// How many characters of the damaged text it takes up.
    var consumed: Int
    /// How many of its bytes were not there and had to be inferred.
    var inferred: Int
    /// What this reading costs beside what the language says.
    var cost: Int32
    /// The cost with that of the character by itself, for picking the likely ones.
    var rank: Int32 = 0
}

extension Damage {
    /// Appends the characters that the damaged text at `start` may stand for: every UTF-8 sequence whose bytes are
    /// those of the text, in order, with as few bytes inferred as can be. `bytes` holds the page's byte of each
    /// character of `text`, 0 for none.
    func completions(
        of text: UnsafeBufferPointer<UInt32>, bytes: UnsafeBufferPointer<UInt8>, at start: Int,
        model: LanguageModel, into found: inout [Completion]
    ) {
        let lead = bytes[start]
        let need: Int
        switch lead {
        case 0xC2...0xDF: need = 1
        case 0xE0...0xEF: need = 2
        case 0xF0...0xF4: need = 3
        default: return
        }
        // How many bytes are to be inferred: none if enough of them follow.
        var present = 0
        while present < need, start + 1 + present < text.count, 0x80...0xBF ~= bytes[start + 1 + present] {
            present += 1
        }
        var search = Search(
            damage: self, text: text, bytes: bytes, model: model, need: need,
            limit: isUnlikely || (isShaky && need > 1) ? 0 : need - present,
            found: found)
        if present == need, lead == 0xED, bytes[start + 1] >= 0xA0 {
            search.surrogates(at: start)
        } else {
            search.extend(prefix: UInt32(lead) & (0x3F >> UInt32(need)), have: 0, at: start + 1, start: start)
        }
        found = search.found
    }

    private struct Search {
        let damage: Damage
        let text: UnsafeBufferPointer<UInt32>
        let bytes: UnsafeBufferPointer<UInt8>
        let model: LanguageModel
        let need: Int
        let limit: Int
        var found: [Completion]

        mutating func extend(
            prefix: UInt32, have: Int, at place: Int, start: Int, inferred: Int = 0, cost: Int32 = 0
        ) {
            if have == need {
                take(
                    prefix,
                    Completion(scalar: prefix, consumed: place - start, inferred: inferred, cost: cost))
                return
            }
            if have == 1 && !isPossible(prefix) { return }
            if place < text.count {
                let byte = bytes[place]
                if 0x80...0xBF ~= byte {
                    extend(
                        prefix: prefix << 6 | UInt32(byte & 0x3F), have: have + 1, at: place + 1,
                        start: start,
                        inferred: inferred, cost: cost)
                } else if inferred < limit {
                    switch text[place] {
                    case 0x20 where damage.page.hasNoBreakSpace:
                        extend(
                            prefix: prefix << 6 | 0x20, have: have + 1, at: place + 1, start: start,
                            inferred: inferred + 1, cost: cost + damage.blankCost)
                    case 0x3F, 0xFFFD, 0x1A:
                        for gap in damage.dropped {
                            extend(
                                prefix: prefix << 6 | UInt32(gap.byte & 0x3F), have: have + 1, at: place + 1,
                                start: start, inferred: inferred + 1, cost: cost + Damage.placeholderCost)
                        }
                    default: break
                    }
                }
            }
            if inferred < limit && inferred < 2 {
                for gap in damage.dropped {
                    extend(
                        prefix: prefix << 6 | UInt32(gap.byte & 0x3F), have: have + 1, at: place,
                        start: start,
                        inferred: inferred + 1, cost: cost + gap.cost)
                }
            }
        }

        /// Whether a sequence can start with this lead byte and continuation: no overlong forms, no surrogates,
        /// nothing beyond U+10FFFF.
        private func isPossible(_ prefix: UInt32) -> Bool {
            switch need {
            case 2: return prefix >= 0x20 && !(0x360..<0x380 ~= prefix)
            case 3: return 0x10..<0x110 ~= prefix
            default: return true
            }
        }

        private mutating func take(_ scalar: UInt32, _ completion: Completion) {
            if completion.inferred > 0 {
                // Nobody writes these, and a guess must not make a line break.
                if scalar < 0xA0 || scalar == 0x2028 || scalar == 0x2029 { return }
                if model.cost(ofCharacter: scalar) >= 15 * LanguageModel.unit { return }
            }
            found.append(completion)
        }

        /// A pair of surrogates, each written in three bytes (CESU-8).
        mutating func surrogates(at start: Int) {
            guard start + 5 < text.count, bytes[start + 3] == 0xED, 0xB0...0xBF ~= bytes[start + 4],
                bytes[start + 1] < 0xB0, 0x80...0xBF ~= bytes[start + 2], 0x80...0xBF ~= bytes[start + 5]
            else { return }
            let high = UInt32(bytes[start + 1] & 0xF) << 6 | UInt32(bytes[start + 2] & 0x3F)
            let low = UInt32(bytes[start + 4] & 0xF) << 6 | UInt32(bytes[start + 5] & 0x3F)
            found.append(Completion(scalar: 0x10000 + high << 10 + low, consumed: 6, inferred: 0, cost: 0))
        }
    }
}
