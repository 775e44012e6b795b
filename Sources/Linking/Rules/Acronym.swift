import KGModel

/// Whether one name is short for another.
enum Acronym {
    /// The letters of `short` stand in `long` in their order, the first one where `long` begins, and every capital
    /// where a word begins or in capitals. Source: A. Schwartz and M. Hearst, "A simple algorithm for identifying
    /// abbreviation definitions in biomedical text", PSB 2003, with the conditions on the beginning and on capitals.
    static func fits(_ short: String, _ long: String) -> Bool {
        guard mayBe(short) else { return false }
        if !NameWords.isASCII(short) || !NameWords.isASCII(long) {
            guard long.count > short.count else { return false }
        } else if long.utf8.count <= short.utf8.count {
            return false
        }
        let letters = short.filter { $0.isLetter || $0.isNumber }
        guard let short = ascii(letters), let long = ascii(long) else {
            return fits(letters: Array(letters), Array(long))
        }
        return fits(letters: short, long)
    }

    /// Whether two names begin with the same letter, as far as it is told at a glance: most do not.
    static func mayBegin(_ short: String, _ long: String) -> Bool {
        guard let a = short.utf8.first, let b = long.utf8.first, a.isPartOfWord, b < 0x80 else { return true }
        return a.folded == b.folded
    }

    /// Whether a name is written as acronyms are.
    static func mayBe(_ short: String) -> Bool {
        if NameWords.isASCII(short) {
            var (letters, capitals) = (0, 0)
            for byte in short.utf8 {
                if byte == 0x20 || (9...13).contains(byte) { return false }
                letters += byte.isPartOfWord ? 1 : 0
                capitals += byte.isCapital ? 1 : 0
            }
            return (2...10).contains(letters) && capitals >= 2 && capitals * 2 >= letters
        }
        let letters = short.filter { $0.isLetter || $0.isNumber }
        let capitals = letters.filter(\.isUppercase).count
        return (2...10).contains(letters.count) && short.allSatisfy { !$0.isWhitespace } && capitals >= 2
            && capitals * 2 >= letters.count
    }

    private static func ascii(_ name: String) -> [UInt8]? {
        name.utf8.allSatisfy { $0 < 0x80 } ? Array(name.utf8) : nil
    }

    private static func fits<Sign: Letter>(letters: [Sign], _ long: [Sign]) -> Bool {
        guard long.contains(where: \.dividesWords) else { return false }
        if stand(letters[...], in: long) { return true }
        // The plural of an acronym has a letter of its own.
        return letters.count > 2 && letters.last?.isSmallS == true && stand(letters.dropLast(), in: long)
    }

    private static func stand<Sign: Letter>(_ short: ArraySlice<Sign>, in long: [Sign]) -> Bool {
        func beginsWord(_ at: Int) -> Bool { at == 0 || !long[at - 1].isPartOfWord }
        var at = long.count - 1
        for index in short.indices.reversed() {
            let wanted = short[index].folded
            while at >= 0 {
                let isHere = long[at].folded == wanted
                let stands =
                    index == 0 ? at == 0 : !short[index].isCapital || beginsWord(at) || long[at].isCapital
                if isHere && stands { break }
                at -= 1
            }
            if at < 0 { return false }
            at -= 1
        }
        return true
    }

    /// Whether two long forms say the same: their words begin alike (`Network`, `Networks`, `Nets`).
    static func areAlike(_ a: String, _ b: String) -> Bool {
        let a = NameWords.words(a).map { NameKey($0).text.prefix(3) }
        let b = NameWords.words(b).map { NameKey($0).text.prefix(3) }
        return a == b
    }
}

/// What a name is made of: bytes where it is ASCII, which most are, characters elsewhere.
private protocol Letter {
    associatedtype Folded: Equatable
    /// Without its letter case.
    var folded: Folded { get }
    var isCapital: Bool { get }
    var isPartOfWord: Bool { get }
    var dividesWords: Bool { get }
    var isSmallS: Bool { get }
}

extension UInt8: Letter {
    fileprivate var folded: UInt8 { isCapital ? self | 0x20 : self }
    fileprivate var isCapital: Bool { (65...90).contains(self) }
    fileprivate var isPartOfWord: Bool { (97...122).contains(self | 0x20) || (48...57).contains(self) }
    fileprivate var dividesWords: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "-") }
    fileprivate var isSmallS: Bool { self == UInt8(ascii: "s") }
}

extension Character: Letter {
    fileprivate var folded: String { lowercased() }
    fileprivate var isCapital: Bool { isUppercase }
    fileprivate var isPartOfWord: Bool { isLetter || isNumber }
    fileprivate var dividesWords: Bool { self == " " || self == "-" }
    fileprivate var isSmallS: Bool { self == "s" }
}
