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

    /// - Parameter text: the text of a passage; asked for few of them.
    init(_ table: NameTable, _ known: KnownEntities, text: (Int) throws -> String?) rethrows {
        let pairs = Parallel.stretches(count: table.sightings.count) { range in
            var neighbors = Neighbors(table, known)
            return range.compactMap { neighbors.pair($0 - 1, $0) }
        }
        for pair in pairs {
            guard let bytes = try text(table.sightings[pair.a].passage)?.utf8 else { continue }
            let next = table.bytes(of: pair.b)
            let between = Self.slice(bytes, table.bytes(of: pair.a).upperBound, next.lowerBound)
            let behind = Self.slice(bytes, next.upperBound, next.upperBound + 6)
            if pair.areReadings, Self.opens.contains(Self.withoutQuotes(between)),
                Self.closes.contains(where: Self.withoutQuotes(behind).hasPrefix)
            {
                statements.append(Statement(long: pair.a, short: pair.b, reason: .apposition))
            } else if pair.isShortFirst || pair.isShortSecond, Self.states(between, behind) {
                statements.append(
                    Statement(
                        long: pair.isShortSecond ? pair.a : pair.b,
                        short: pair.isShortSecond ? pair.b : pair.a,
                        reason: .acronym))
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
}

/// Names that stand beside one another and may be one thing: what stands between them tells.
private struct Neighbors {
    struct Pair: Sendable {
        /// Indexes of the sightings.
        var a: Int
        var b: Int
        /// Whether the one can be short for the other, and whether they can be one name in two scripts.
        var isShortFirst: Bool
        var isShortSecond: Bool
        var areReadings: Bool
    }

    private let table: NameTable
    private let known: KnownEntities
    /// For each form what was asked of it before; names stand beside one another by the hundred thousand.
    private var traits: [FormTraits]
    private var isAcronymOfForm: [FormPair: Bool] = [:]

    private struct FormPair: Hashable {
        var short: Int
        var long: Int
    }

    private struct FormTraits {
        var isLatin: Bool?
        var mayBeAcronym: Bool?
    }

    /// Bytes between two names, at most.
    private static let widestGap = 28

    init(_ table: NameTable, _ known: KnownEntities) {
        self.table = table
        self.known = known
        traits = Array(repeating: FormTraits(), count: table.forms.count)
    }

    /// Nil for two sightings that are surely two things, and for the first one of all.
    mutating func pair(_ a: Int, _ b: Int) -> Pair? {
        guard a >= 0, table.sightings[a].passage == table.sightings[b].passage,
            table.formOf[a] != table.formOf[b]
        else { return nil }
        let gap = Int(table.sightings[b].start) - table.bytes(of: a).upperBound
        guard (1...Self.widestGap).contains(gap) else { return nil }
        let isShortSecond = isAcronym(b, of: a)
        let isShortFirst = !isShortSecond && isAcronym(a, of: b)
        let areReadings = gap <= 12 && areTwoReadings(a, b)
        guard isShortFirst || isShortSecond || areReadings else { return nil }
        return Pair(
            a: a, b: b, isShortFirst: isShortFirst, isShortSecond: isShortSecond, areReadings: areReadings)
    }

    private mutating func isAcronym(_ short: Int, of long: Int) -> Bool {
        let shortType = table.type(of: short)
        let longType = table.type(of: long)
        let fits =
            shortType == longType
            || KnownEntities.exchangeable.contains(shortType) && KnownEntities.exchangeable.contains(longType)
        guard fits, shortType != .person, shortType != .paper else { return false }
        let pair = FormPair(short: table.formIndex(short), long: table.formIndex(long))
        let mayBe = traits[pair.short].mayBeAcronym ?? Acronym.mayBe(table.forms[pair.short].surface)
        traits[pair.short].mayBeAcronym = mayBe
        guard mayBe, Acronym.mayBegin(table.forms[pair.short].surface, table.forms[pair.long].surface) else {
            return false
        }
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
    private mutating func areTwoReadings(_ a: Int, _ b: Int) -> Bool {
        let type = table.type(of: a)
        guard type == table.type(of: b) else { return false }
        if type == .paper { return true }
        let isLatin = isLatin(a)
        guard isLatin != self.isLatin(b) else { return false }
        // What the lexicon knows in the other script is likely the end of a longer name: `扩展卡尔曼滤波器 (EKF)`.
        return !isEntry(isLatin ? b : a)
    }

    private mutating func isLatin(_ sighting: Int) -> Bool {
        let form = table.formIndex(sighting)
        if let known = traits[form].isLatin { return known }
        let isLatin = NameWords.isLatin(table.forms[form].surface)
        traits[form].isLatin = isLatin
        return isLatin
    }
}
