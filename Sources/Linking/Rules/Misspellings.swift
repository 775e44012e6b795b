import KGModel

/// Long titles that differ in a letter or two are one title, misspelt; so are names in translations of one issue
/// that differ in a letter of a long word.
enum Misspellings {
    /// Characters that a title has at least, in the form in which names are compared.
    private static let shortest = 28
    /// Characters at either end that two such titles share at one end.
    private static let end = 12
    /// Titles that share an end, at most: more of them are a form letter.
    private static let mostAlike = 24

    static func claims(_ names: NamedNodes, among pairs: [Pair]) -> [NameForest.Claim] {
        let table = names.table
        let claims: [NameForest.Claim] = pairs.compactMap { pair in
            guard let node = names.nodeOfForm[pair.a], let other = names.nodeOfForm[pair.b],
                names.forest.root(node) != names.forest.root(other)
            else { return nil }
            return .init(node, other, .misspelling, table.forms[pair.a].first, table.forms[pair.b].first)
        }
        return claims + inEditions(names)
    }

    /// Two titles that differ in a letter or two.
    struct Pair {
        /// Indexes of forms.
        var a: Int
        var b: Int
    }

    /// All such titles. What was joined before does not matter to it.
    ///
    /// - Parameter nodeOfForm: as in `NamedNodes`.
    static func pairs(_ table: NameTable, _ nodeOfForm: [Int?]) -> [Pair] {
        var byEnd: [String: [Int]] = [:]
        for index in table.forms(where: { $0 == .paper }) where nodeOfForm[index] != nil {
            let key = table.forms[index].name.key.text
            guard key.utf8.count >= shortest, key.unicodeScalars.count >= shortest else { continue }
            let (first, last) = ends(of: key)
            byEnd["<" + first, default: []].append(index)
            byEnd[">" + last, default: []].append(index)
        }
        var pairs: [Pair] = []
        let alike = byEnd.filter { (2...mostAlike).contains($0.value.count) }
        for (_, forms) in alike.sorted(by: { $0.key < $1.key }) {
            for (position, a) in forms.enumerated() {
                for b in forms[(position + 1)...] where nodeOfForm[a] != nodeOfForm[b] {
                    guard
                        NameWords.digits(table.forms[a].surface) == NameWords.digits(table.forms[b].surface),
                        NameWords.isNear(table.forms[a].name.key, table.forms[b].name.key, limit: 2)
                    else { continue }
                    pairs.append(Pair(a: a, b: b))
                }
            }
        }
        return pairs
    }

    private static func ends(of key: String) -> (Substring, Substring) {
        guard NameWords.isASCII(key) else { return (key.prefix(end), key.suffix(end)) }
        return (Substring(key.utf8.prefix(end)), Substring(key.utf8.suffix(end)))
    }

    // MARK: - In translations of one issue

    /// Characters of a misspelt word, at least.
    private static let shortestWord = 6

    private static func inEditions(_ names: NamedNodes) -> [NameForest.Claim] {
        let table = names.table
        var byEdition: [Int: [Range<Int>]] = [:]
        for (issue, range) in table.ranges {
            if let edition = table.issues[issue].edition { byEdition[edition, default: []].append(range) }
        }
        var claims: [NameForest.Claim] = []
        for (_, ranges) in byEdition.sorted(by: { $0.key < $1.key }) where ranges.count > 1 {
            claims += inEdition(ranges, names)
        }
        return claims
    }

    private struct Name {
        var node: Int
        var sighting: Int
        var words: [String]
    }

    private static func inEdition(_ ranges: [Range<Int>], _ names: NamedNodes) -> [NameForest.Claim] {
        let table = names.table
        // Only names of as many words, all but one the same, need be compared.
        var byWords: [TypedName: [Name]] = [:]
        var seen: Set<Int> = []
        for range in ranges {
            for sighting in range where seen.insert(table.formIndex(sighting)).inserted {
                let form = table.form(of: sighting)
                guard form.type != .paper, let node = names.nodeOfForm[table.formIndex(sighting)] else {
                    continue
                }
                let words = NameWords.words(form.surface)
                let name = Name(node: node, sighting: sighting, words: words)
                for (index, word) in words.enumerated() where isPlain(word) {
                    var rest = words
                    rest[index] = "?"
                    let key = TypedName(
                        form.type, NameKey(rest.joined(separator: " ") + "#\(index)+\(words.count)"))
                    byWords[key, default: []].append(name)
                }
            }
        }
        var claims: [NameForest.Claim] = []
        for (_, group) in byWords.sorted(by: { ($0.key.type, $0.key.key) < ($1.key.type, $1.key.key) })
        where (2...mostAlike).contains(group.count) {
            for (position, a) in group.enumerated() {
                for b in group[(position + 1)...] where isSlip(a, b, names) {
                    claims.append(.init(a.node, b.node, .misspelling, a.sighting, b.sighting))
                }
            }
        }
        return claims
    }

    /// `normalization`, `Shorten`: a long word without capitals inside; a letter of `RoBERTa` makes another name.
    private static func isPlain(_ word: String) -> Bool {
        word.count >= shortestWord && word.dropFirst().allSatisfy { $0.isLetter && $0.isLowercase }
    }

    private static func isSlip(_ a: Name, _ b: Name, _ names: NamedNodes) -> Bool {
        guard names.forest.root(a.node) != names.forest.root(b.node) else { return false }
        return zip(a.words, b.words).allSatisfy { one, other in
            NameKey(one) == NameKey(other)
                || isPlain(one) && isPlain(other) && NameWords.isNear(NameKey(one), NameKey(other), limit: 1)
        }
    }
}
