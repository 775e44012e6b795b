import KGModel

/// Names that are learned from translations of one issue (see `Editions`): what the one calls by one name, where
/// the other links the same address and has another name of the same type, is one thing.
struct Translations {
    static func claims(_ names: NamedNodes, _ links: [SightedLink]) -> [NameForest.Claim] {
        let rule = Translations(names, links)
        return rule.claims()
    }

    private let names: NamedNodes
    /// For each issue its addresses and the passages that hold them, each address once.
    private var passagesOf: [[String: [Int]]]
    /// What passages link, by passage.
    private var linksOf: [Int: [SightedLink]] = [:]
    /// The sightings of each passage of the issues that have links.
    private var sightingsOf: [Int: Range<Int>] = [:]

    private init(_ names: NamedNodes, _ links: [SightedLink]) {
        self.names = names
        let table = names.table
        passagesOf = Array(repeating: [:], count: table.issues.count)
        for link in links.sorted(by: { ($0.passage, $0.address, $0.text) < ($1.passage, $1.address, $1.text) }
        ) {
            let passages = passagesOf[link.issue][link.address] ?? []
            if passages.last != link.passage {
                passagesOf[link.issue][link.address] = passages + [link.passage]
            }
            linksOf[link.passage, default: []].append(link)
        }
        for issue in Set(links.map(\.issue)) {
            for index in table.sightings(ofIssue: issue) ?? 0..<0 {
                let passage = table.sightings[index].passage
                let start = sightingsOf[passage]?.lowerBound ?? index
                sightingsOf[passage] = start..<index + 1
            }
        }
    }

    // MARK: - Which issues are translations of one another

    private struct IssuePair {
        var a: Int
        var b: Int
    }

    /// Issues of one edition in two languages, in order of their paths.
    private func translations() -> [IssuePair] {
        var byEdition: [Int: [Int]] = [:]
        for (issue, _) in names.table.ranges {
            if let edition = names.table.issues[issue].edition {
                byEdition[edition, default: []].append(issue)
            }
        }
        var pairs: [IssuePair] = []
        for (_, issues) in byEdition.sorted(by: { $0.key < $1.key }) {
            for (position, a) in issues.enumerated() {
                for b in issues[(position + 1)...] {
                    if let first = names.table.issues[a].language,
                        let second = names.table.issues[b].language,
                        first != second
                    {
                        pairs.append(IssuePair(a: a, b: b))
                    }
                }
            }
        }
        return pairs
    }

    // MARK: - Which names stand in each other's place

    private func claims() -> [NameForest.Claim] {
        guard !linksOf.isEmpty else { return [] }
        var matches: [Match: Support] = [:]
        var order: [Match] = []
        func add(_ found: (a: Int, b: Int), _ weight: Int) {
            let (a, b) = (names.root(found.a), names.root(found.b))
            guard a != b, !(names.forest.isEntry(a) && names.forest.isEntry(b)) else { return }
            let isOrdered = a < b
            let match = Match(a: isOrdered ? a : b, b: isOrdered ? b : a)
            if matches[match] == nil {
                order.append(match)
                matches[match] = Support(a: isOrdered ? found.a : found.b, b: isOrdered ? found.b : found.a)
            }
            matches[match]?.weight += weight
        }
        for pair in translations() {
            let aligned = alignedPassages(pair)
            for (passage, other) in aligned {
                for found in linkedAlike(passage, other) { add(found, 2) }
                for found in leftOver(block(passage), block(other)) { add(found, 1) }
            }
        }
        return order.compactMap { match in
            guard let support = matches[match], isTranslation(support) else { return nil }
            return NameForest.Claim(
                names.node(of: support.a), names.node(of: support.b), .translation, support.a, support.b)
        }
    }

    private struct Match: Hashable {
        var a: Int
        var b: Int
    }

    private struct Support {
        var a: Int
        var b: Int
        /// 2 for each address linked under the two names, 1 for each pair of passages that has them only.
        var weight = 0
    }

    /// Passages of two issues that share the most addresses: the first with the first that holds an address, and so on.
    private func alignedPassages(_ pair: IssuePair) -> [(Int, Int)] {
        var shared: [PassagePair: Int] = [:]
        for (address, passages) in passagesOf[pair.a] {
            for (a, b) in zip(passages, passagesOf[pair.b][address] ?? []) {
                shared[PassagePair(a: a, b: b), default: 0] += 1
            }
        }
        let ranked = shared.sorted { ($1.value, $0.key.a, $0.key.b) < ($0.value, $1.key.a, $1.key.b) }
        var used: (a: Set<Int>, b: Set<Int>) = ([], [])
        var aligned: [(Int, Int)] = []
        for (passages, _) in ranked where !used.a.contains(passages.a) && !used.b.contains(passages.b) {
            used.a.insert(passages.a)
            used.b.insert(passages.b)
            aligned.append((passages.a, passages.b))
        }
        return aligned.sorted { $0.0 < $1.0 }
    }

    private struct PassagePair: Hashable {
        var a: Int
        var b: Int
    }

    /// Names of one type under which two passages link one address.
    private func linkedAlike(_ passage: Int, _ other: Int) -> [(a: Int, b: Int)] {
        var found: [(a: Int, b: Int)] = []
        for link in linksOf[passage] ?? [] {
            for second in linksOf[other] ?? [] where second.address == link.address {
                guard let a = sighting(of: link), let b = sighting(of: second),
                    names.table.type(of: a) == names.table.type(of: b)
                else { continue }
                found.append((a, b))
            }
        }
        return found
    }

    /// The sighting that is all of a link's text.
    private func sighting(of link: SightedLink) -> Int? {
        let key = NameKey(link.text)
        guard !key.isEmpty, let range = sightingsOf[link.passage] else { return nil }
        return range.first { names.table.form(of: $0).name.key == key }
    }

    /// The sightings of a passage and of the one before it, if that links nothing: its heading.
    private func block(_ passage: Int) -> Range<Int> {
        let own = sightingsOf[passage]
        guard linksOf[passage - 1] == nil, let heading = sightingsOf[passage - 1],
            let issue = linksOf[passage]?.first?.issue,
            names.table.issue(of: heading.lowerBound) == issue
        else { return own ?? 0..<0 }
        return heading.lowerBound..<(own?.upperBound ?? heading.upperBound)
    }

    /// The one name of a type that either passage has and the other lacks.
    private func leftOver(_ first: Range<Int>, _ second: Range<Int>) -> [(a: Int, b: Int)] {
        guard !first.isEmpty, !second.isEmpty else { return [] }
        return EntityType.allCases.compactMap { type in
            let a = ofType(type, first)
            let b = ofType(type, second)
            let here = a.filter { one in !b.contains { $0.root == one.root } }
            let there = b.filter { one in !a.contains { $0.root == one.root } }
            guard here.count == 1, there.count == 1 else { return nil }
            return (here[0].sighting, there[0].sighting)
        }
    }

    private func ofType(_ type: EntityType, _ range: Range<Int>) -> [(root: Int, sighting: Int)] {
        var found: [(root: Int, sighting: Int)] = []
        for sighting in range where names.table.type(of: sighting) == type {
            let root = names.root(sighting)
            if !found.contains(where: { $0.root == root }) { found.append((root, sighting)) }
        }
        return found
    }

    // MARK: - Whether two such names can be one

    private func isTranslation(_ support: Support) -> Bool {
        let a = names.table.form(of: support.a)
        let b = names.table.form(of: support.b)
        guard NameWords.digits(a.surface) == NameWords.digits(b.surface) || a.type == .paper else {
            return false
        }
        // Titles are translated word by word: nothing of them need remain.
        if a.type == .paper { return support.weight >= 2 || min(a.surface.count, b.surface.count) >= 8 }
        let length = min(a.name.key.text.count, b.name.key.text.count)
        if length >= 5, NameWords.isNear(a.name.key, b.name.key, limit: length >= 8 ? 2 : 1) { return true }
        let areTwoScripts = NameWords.isLatin(a.surface) != NameWords.isLatin(b.surface)
        let shared = sharedWord(a, b)
        // A coined word, or any word of another script, is kept on purpose: `BERT arabe`, `Google 表格`.
        if let shared, areTwoScripts || NameWords.isCoined(shared), !isPart(a, b) { return true }
        // Anything less wants one address, or two passages.
        guard support.weight >= 2 else { return false }
        if areTwoScripts { return true }
        return a.type != .person && !isPart(a, b) && (shared != nil || beginAlike(a, b))
    }

    /// A word of three letters or more that both have.
    private func sharedWord(_ a: NameTable.Form, _ b: NameTable.Form) -> String? {
        let words = NameWords.words(b.surface).map { NameKey($0) }
        return latinWords(a.surface).first { word in
            let key = NameKey(word)
            return key.text.utf8.count >= 3
                && (words.contains(key) || latinWords(b.surface).contains { NameKey($0) == key })
        }
    }

    /// Chinese stands beside Latin words without a blank.
    private func latinWords(_ name: String) -> [String] {
        name.split(whereSeparator: { !$0.isASCII || !$0.isLetter && !$0.isNumber }).map { String($0) }
    }

    /// A single word that is all of the one and only part of the other: `Google` and `Google Arts`.
    private func isPart(_ a: NameTable.Form, _ b: NameTable.Form) -> Bool {
        let (wordsOfA, wordsOfB) = (NameWords.words(a.surface), NameWords.words(b.surface))
        return min(wordsOfA.count, wordsOfB.count) == 1 && wordsOfA.count != wordsOfB.count
            && NameWords.isLatin(a.surface) && NameWords.isLatin(b.surface)
    }

    private func beginAlike(_ a: NameTable.Form, _ b: NameTable.Form) -> Bool {
        let length = min(a.name.key.text.count, b.name.key.text.count)
        let common = zip(a.name.key.text, b.name.key.text).prefix { $0 == $1 }.count
        return common >= 5 && common * 10 >= length * 6
    }
}
