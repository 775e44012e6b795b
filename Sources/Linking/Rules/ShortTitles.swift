import KGModel

/// A title, its beginning, and the words that are left of it: `The Next Decade in AI`, `BERTology Primer`.
enum ShortTitles {
    private struct Title {
        var form: Int
        var node: Int
        var words: [NameKey]
    }

    static func claims(_ names: NamedNodes) -> [NameForest.Claim] {
        let table = names.table
        var heads: [NameKey: [Int]] = [:]
        for index in table.forms(where: { $0 == .paper }) where names.nodeOfForm[index] != nil {
            if let head = NameWords.head(table.forms[index].surface) {
                heads[NameKey(head), default: []].append(index)
            }
        }
        var claims = translatedSubtitles(heads, names)
        for index in table.forms(where: { $0 == .paper }) {
            let form = table.forms[index]
            guard let node = names.nodeOfForm[index] else { continue }
            if NameWords.head(form.surface) == nil, let full = heads[form.name.key] {
                if let claim = head(index, node, of: full, names) { claims.append(claim) }
            }
        }
        return claims
            + Parallel.stretches(count: table.ranges.count) { ranges in
                table.ranges[ranges].flatMap { shortened(in: $0.sightings, names) }
            }
    }

    /// What stands before the colon of the only title that begins so. One word alone counts in the issue of the title.
    private static func head(
        _ form: Int, _ node: Int, of full: [Int], _ names: NamedNodes
    ) -> NameForest.Claim? {
        let table = names.table
        let short = table.forms[form]
        // One title in two languages is one.
        let titles = Set(
            full.map { NameWords.isCoined(short.surface) ? short.name.key : table.forms[$0].name.key })
        let near = full.first { table.areInOneEdition(short.first, table.forms[$0].first) }
        let isLong = NameWords.contentWords(short.surface).count >= 2 && short.surface.count >= 12
        guard titles.count == 1, let title = near ?? (isLong ? full.first : nil),
            let other = names.nodeOfForm[title], names.forest.root(other) != names.forest.root(node)
        else { return nil }
        return .init(node, other, .shortTitle, short.first, table.forms[title].first)
    }

    /// `X-Stance: A Dataset` and `X-Stance: Veri Seti`: a coined name before the colon, and two languages behind it.
    private static func translatedSubtitles(_ heads: [NameKey: [Int]], _ names: NamedNodes) -> [NameForest
        .Claim]
    {
        let table = names.table
        var claims: [NameForest.Claim] = []
        for (_, forms) in heads.sorted(by: { $0.key < $1.key }) where forms.count > 1 {
            guard let first = forms.first, let head = NameWords.head(table.forms[first].surface),
                NameWords.isCoined(head)
            else { continue }
            for other in forms.dropFirst() {
                let (a, b) = (table.forms[first].first, table.forms[other].first)
                guard let language = table.language(of: a), let otherLanguage = table.language(of: b),
                    language != otherLanguage, let node = names.nodeOfForm[first],
                    let otherNode = names.nodeOfForm[other]
                else { continue }
                claims.append(.init(node, otherNode, .translation, a, b))
            }
        }
        return claims
    }

    /// In one issue: the words of a short title are those of the one longer title that holds them.
    private static func shortened(in range: Range<Int>, _ names: NamedNodes) -> [NameForest.Claim] {
        let table = names.table
        var seen: Set<Int> = []
        var forms: [(form: Int, node: Int)] = []
        for sighting in range where table.type(of: sighting) == .paper {
            let form = table.formIndex(sighting)
            guard let node = names.nodeOfForm[form], seen.insert(form).inserted else { continue }
            forms.append((form, node))
        }
        guard forms.count > 1 else { return [] }
        let titles = forms.map { form, node in
            Title(form: form, node: node, words: NameWords.contentWords(table.forms[form].surface))
        }
        // A title holds every word of its short form: a list of thousands need not be compared with itself.
        var titlesWith: [NameKey: [Int]] = [:]
        for (index, title) in titles.enumerated() {
            for word in Set(title.words) { titlesWith[word, default: []].append(index) }
        }
        return titles.compactMap { short in
            guard short.words.count >= 2 else { return nil }
            let candidates = short.words.compactMap { titlesWith[$0] }.min { $0.count < $1.count } ?? []
            let holders = candidates.map { titles[$0] }.filter {
                names.forest.root($0.node) != names.forest.root(short.node) && holds($0, short, table)
            }
            let roots = Set(holders.map { names.forest.root($0.node) })
            guard roots.count == 1, let holder = holders.first else { return nil }
            return .init(
                short.node, holder.node, .shortTitle, table.forms[short.form].first,
                table.forms[holder.form].first)
        }
    }

    private static func holds(_ long: Title, _ short: Title, _ table: NameTable) -> Bool {
        guard long.words.count > short.words.count else { return false }
        let (surface, beginning) = (table.forms[long.form].surface, table.forms[short.form].surface)
        let words = NameWords.words(beginning)
        if words.count >= 3, NameWords.words(surface).starts(with: words, by: { NameKey($0) == NameKey($1) })
        {
            return true
        }
        if short.words.count >= 3 { return isSubsequence(short.words, of: long.words) }
        // Two words must be all that the title says before its colon.
        guard let head = NameWords.head(surface) else { return false }
        return Set(NameWords.contentWords(head)) == Set(short.words)
    }

    private static func isSubsequence(_ short: [NameKey], of long: [NameKey]) -> Bool {
        var rest = short[...]
        for word in long where word == rest.first { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
