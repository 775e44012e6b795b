/// How probable a text is, reckoned character by character: the state after some characters, as costs of
/// `LanguageModel`.
///
/// Text without blanks between its words is cut into words of up to six characters in the cheapest way: the state
/// keeps the costs at the last six cuts, which is all that the next character can need (the Viterbi algorithm over
/// word cuts). A word between blanks costs what its entry says or, if it is in no list, what its letters cost,
/// each after the two before it.
struct Reading {
    /// Costs at the last cuts: `cuts[0]` after the last character, `cuts[k]` before the last `k`.
    private var cuts = SIMD8<Int32>(repeating: 0)

    /// The last characters, the latest first; 0 where there are none.
    private(set) var last = SIMD8<UInt32>(repeating: 0)

    /// Costs that are not the language's: what the damage took to explain, less what the file itself knows.
    var extra: Int32 = 0

    /// How many of the last characters are syllabic, up to six.
    private var run: Int32 = 0

    // The word between blanks that is being read.
    private var word: UInt64 = 0
    private var inWord = false
    private var letter: UInt32 = 0
    private var letterBefore: UInt32 = 0
    private var wordStart: Int32 = 0
    private var caseCost: Int32 = 0
    private var capitals: Int32 = 0

    /// The whole cost of what was read.
    var cost: Int32 { cuts[0] &+ extra &+ (inWord ? caseCost : 0) }

    /// Two readings of the same key go on in the same way, so only the cheaper one needs to.
    var key: UInt64 {
        var key = LanguageModel.step(LanguageModel.step(LanguageModel.step(7, last[0]), last[1]), last[2])
        if run > 3 { key = LanguageModel.step(LanguageModel.step(key, last[3]), last[4]) }
        if inWord { key ^= word &* 0x2545_F491_4F6C_DD1D }
        return key
    }

    private static let unlistedWord: Int32 = 2 * LanguageModel.unit
    private static let unlistedSyllable: Int32 = 5 * LanguageModel.unit / 2
    private static let sharpS: Int32 = 5 * LanguageModel.unit
    private static let vowelSign: Int32 = 5 * LanguageModel.unit
    private static let wordMark: UInt32 = 0x5E  // ^
    private static let endMark: UInt32 = 0x24  // $

    /// Reads one more character.
    @inline(__always)
    mutating func append(_ scalar: UInt32, _ model: LanguageModel) {
        let kind = Letters.kind(of: scalar)
        if kind != .alphabetic && inWord { endWord(model) }
        switch kind {
        case .syllabic: appendSyllable(scalar, model)
        case .alphabetic: appendLetter(scalar, model)
        case .other:
            cuts[0] &+= otherCost(scalar, model)
            run = 0
        }
        last = SIMD8(scalar, last[0], last[1], last[2], last[3], last[4], last[5], last[6])
    }

    /// Ends the word at the end of a text.
    mutating func finish(_ model: LanguageModel) {
        if inWord { endWord(model) }
    }

    @inline(__always)
    private mutating func appendSyllable(_ scalar: UInt32, _ model: LanguageModel) {
        var best = cuts[0] &+ model.cost(ofCharacter: scalar) &+ Self.unlistedSyllable
        var key = LanguageModel.step(LanguageModel.syllabicSeed, scalar)
        if let cost = model.cost(of: key) { best = Swift.min(best, cuts[0] &+ cost) }
        var length = 1
        while length <= Int(run) && length < 6 {
            key = LanguageModel.step(key, last[length - 1])
            if let cost = model.cost(of: key) { best = Swift.min(best, cuts[length] &+ cost) }
            length += 1
        }
        cuts = SIMD8(best, cuts[0], cuts[1], cuts[2], cuts[3], cuts[4], cuts[5], cuts[6])
        run = Swift.min(6, run + 1)
    }

    @inline(__always)
    private mutating func appendLetter(_ scalar: UInt32, _ model: LanguageModel) {
        if inWord && Letters.isVowelSign(scalar) {
            // Arabic and Hebrew mostly leave vowels out, and so do the lists.
            cuts[0] &+= Self.vowelSign
            wordStart &+= Self.vowelSign
            return
        }
        let small = Letters.fold(scalar)
        if !inWord {
            inWord = true
            word = LanguageModel.wordSeed
            letter = Self.wordMark
            letterBefore = Self.wordMark
            wordStart = cuts[0]
            caseCost = 0
            capitals = 0
        }
        // A capital after a small letter, or a small letter after two capitals, is a rare sight.
        if small != scalar {
            if letter == Self.wordMark {
                if last[0] == 0x20 && !startsSentence(last[1]) { caseCost &+= LanguageModel.unit }
            } else if capitals == 0 {
                caseCost &+= 4 * LanguageModel.unit
            }
            capitals += 1
        } else {
            if capitals > 1 { caseCost &+= 3 * LanguageModel.unit }
            capitals = 0
        }
        if small == 0xDF {
            // The lists write ß as ss.
            cuts[0] &+= Self.sharpS
            word = LanguageModel.step(LanguageModel.step(word, 0x73), 0x73)
        } else {
            cuts[0] &+= model.cost(ofLetter: small, after: letter, letterBefore)
            word = LanguageModel.step(word, small)
        }
        letterBefore = letter
        letter = small
        run = 0
    }

    /// Whether what follows a character and a blank may begin with a capital.
    private func startsSentence(_ scalar: UInt32) -> Bool {
        Letters.kind(of: scalar) != .alphabetic && scalar != 0x2C && scalar != 0x3B
    }

    private mutating func endWord(_ model: LanguageModel) {
        inWord = false
        cuts[0] &+= model.cost(ofLetter: Self.endMark, after: letter, letterBefore) &+ Self.unlistedWord
        if let listed = model.cost(of: word) { cuts[0] = Swift.min(cuts[0], wordStart &+ listed) }
        cuts[0] &+= caseCost
    }

    @inline(__always)
    private func otherCost(_ scalar: UInt32, _ model: LanguageModel) -> Int32 {
        switch scalar {
        case 0xFE0F, 0x200D, 0x1F3FB...0x1F3FF:
            let isSymbol = 0x2190...0x2BFF ~= last[0] || last[0] >= 0x1F000 || last[0] == 0xFE0F
            return isSymbol ? LanguageModel.unit * 3 / 2 : 15 * LanguageModel.unit
        default: return model.cost(ofCharacter: scalar)
        }
    }
}
