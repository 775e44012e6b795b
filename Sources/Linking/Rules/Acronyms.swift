import KGModel

/// What texts say of short forms: `Batch Normalization (BN)`, and of names in two scripts: `微软 (Microsoft)`.
struct Appositions {
    /// A text that puts two names side by side as one thing.
    struct Statement {
        /// Indexes of the sightings, the short or second name last.
        var long: Int
        var short: Int
        var reason: MergeReason
    }

    private(set) var statements: [Statement] = []
    private let table: NameTable
    private let known: KnownEntities
    private var isAcronymOfForm: [FormPair: Bool] = [:]

    private struct FormPair: Hashable {
        var short: Int
        var long: Int
    }

    /// Bytes between two names, at most.
    private static let widestGap = 28

    /// - Parameter text: the text of a passage; asked for few of them.
    init(_ table: NameTable, _ known: KnownEntities, text: (Int) throws -> String?) rethrows {
        self.table = table
        self.known = known
        for b in table.sightings.indices.dropFirst() {
            let a = b - 1
            let gap = table.sightings[b].range.lowerBound - table.sightings[a].range.upperBound
            guard table.sightings[a].passage == table.sightings[b].passage,
                (1...Self.widestGap).contains(gap),
                table.formOf[a] != table.formOf[b]
            else { continue }
            let isShortSecond = isAcronym(b, of: a)
            let isShortFirst = !isShortSecond && isAcronym(a, of: b)
            let areReadings = gap <= 12 && areTwoReadings(a, b)
            guard isShortFirst || isShortSecond || areReadings,
                let bytes = try text(table.sightings[a].passage)?.utf8
            else { continue }
            let between = Self.slice(
                bytes, table.sightings[a].range.upperBound, table.sightings[b].range.lowerBound)
            let behind = Self.slice(
                bytes, table.sightings[b].range.upperBound, table.sightings[b].range.upperBound + 6)
            if areReadings, Self.opens.contains(Self.withoutQuotes(between)),
                Self.closes.contains(where: Self.withoutQuotes(behind).hasPrefix)
            {
                statements.append(Statement(long: a, short: b, reason: .apposition))
            } else if isShortFirst || isShortSecond, Self.states(between, behind) {
                statements.append(
                    Statement(long: isShortSecond ? a : b, short: isShortSecond ? b : a, reason: .acronym))
            }
        }
    }

    private static func slice(_ bytes: String.UTF8View, _ start: Int, _ end: Int) -> String {
        let end = min(end, bytes.count)
        guard start < end else { return "" }
        let first = bytes.index(bytes.startIndex, offsetBy: start)
        return String(decoding: bytes[first..<bytes.index(first, offsetBy: end - start)], as: UTF8.self)
    }

    private static let opens: Set<String> = ["(", "（", "["]
    private static func withoutQuotes(_ text: String) -> String {
        text.filter { !" \"'“”„«»‘’「」『』《》*_".contains($0) }
    }

    private static let closes = [")", "）", "]"]
    private static let links: Set<String> = [
        ": ", "：", " - ", " – ", " — ", "——", ", or ", " or ", ", aka ", " aka ", ", a.k.a. ", "，简称", "，即",
        " veya ",
        " ou ", " o ",
    ]

    /// Whether what stands between and behind two names says that they are one.
    private static func states(_ between: String, _ behind: String) -> Bool {
        if links.contains(between) { return true }
        guard let last = between.last, "(（[".contains(last) else { return false }
        let words = between.dropLast()
        // `X architecture (`: a generic head may stand between, a new thought may not.
        guard !words.contains(where: { ".,;:()（），。；：[]|".contains($0) }) else { return false }
        return [")", "）", "]", ",", ";", "，"].contains(where: behind.hasPrefix)
    }

    private mutating func isAcronym(_ short: Int, of long: Int) -> Bool {
        let shortType = table.sightings[short].type
        let longType = table.sightings[long].type
        let fits =
            shortType == longType
            || KnownEntities.exchangeable.contains(shortType) && KnownEntities.exchangeable.contains(longType)
        guard fits, shortType != .person, shortType != .paper else { return false }
        let pair = FormPair(short: table.formOf[short], long: table.formOf[long])
        if let known = isAcronymOfForm[pair] { return known }
        let result = Acronym.fits(table.forms[pair.short].surface, table.forms[pair.long].surface)
        isAcronymOfForm[pair] = result
        return result
    }

    private func isEntry(_ sighting: Int) -> Bool {
        let form = table.form(of: sighting)
        if case .entry = form.reference { return true }
        return known.entry(ofType: form.name) != nil
    }

    /// Names in two scripts, or titles in whatever languages.
    private func areTwoReadings(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (table.sightings[a], table.sightings[b])
        guard first.type == second.type else { return false }
        if first.type == .paper { return true }
        guard NameWords.isLatin(first.surface) != NameWords.isLatin(second.surface) else { return false }
        // What the lexicon knows in the other script is likely the end of a longer name: `扩展卡尔曼滤波器 (EKF)`.
        return !isEntry(NameWords.isLatin(first.surface) ? b : a)
    }
}

/// Whether one name is short for another.
enum Acronym {
    /// The letters of `short` stand in `long` in their order, the first one where `long` begins, and every capital
    /// where a word begins or in capitals. Source: A. Schwartz and M. Hearst, "A simple algorithm for identifying
    /// abbreviation definitions in biomedical text", PSB 2003, with the conditions on the beginning and on capitals.
    static func fits(_ short: String, _ long: String) -> Bool {
        let letters = short.filter { $0.isLetter || $0.isNumber }
        let capitals = letters.filter(\.isUppercase).count
        guard (2...10).contains(letters.count), short.allSatisfy({ !$0.isWhitespace }), capitals >= 2,
            capitals * 2 >= letters.count, long.count > short.count
        else { return false }
        // The plural of an acronym has a letter of its own.
        if fits(Array(letters), Array(long)) { return true }
        return letters.last == "s" && letters.count > 2 && fits(Array(letters.dropLast()), Array(long))
    }

    private static func fits(_ short: [Character], _ long: [Character]) -> Bool {
        guard long.contains(where: { $0 == " " || $0 == "-" }) else { return false }
        func beginsWord(_ at: Int) -> Bool { at == 0 || !long[at - 1].isLetter && !long[at - 1].isNumber }
        var at = long.count - 1
        for index in short.indices.reversed() {
            let wanted = short[index].lowercased()
            while at >= 0 {
                let isHere = long[at].lowercased() == wanted
                let stands =
                    index == 0 ? at == 0 : !short[index].isUppercase || beginsWord(at) || long[at].isUppercase
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
