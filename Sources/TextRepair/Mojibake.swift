/// Undoes UTF-8 that was read as something else, once or several times over, in some or all lines of a text.
struct Mojibake {
    let model: LanguageModel
    private var decoder: LostBytes

    /// The page of each step: index into `PageEvidence.pages` for every layer taken off.
    static let mostLayers = 4

    init(model: LanguageModel) {
        self.model = model
        decoder = LostBytes(model: model)
    }

    /// Repairs lines in place. `others` are lines of the same text that show no damage; what is in them helps to
    /// choose among readings.
    mutating func repair(_ lines: inout [DamagedLine], memory: inout FileMemory, isAboutEncoding: () -> Bool)
    {
        var active = Array(lines.indices)
        for _ in 0..<Self.mostLayers where !active.isEmpty {
            let evidences = active.map { PageEvidence(of: lines[$0].scalars) }
            var whole = PageEvidence()
            for evidence in evidences { whole.add(evidence) }
            let mainPage = whole.best
            var choices: [(line: Int, evidence: PageEvidence, pages: [Int])] = []
            for (index, line) in active.enumerated() {
                let pages = choosePages(evidences[index], main: mainPage, whole: whole)
                if !pages.isEmpty { choices.append((line, evidences[index], pages)) }
            }
            if choices.isEmpty { return }
            var seen = Array(repeating: ContinuationCounts(), count: PageEvidence.pages.count)
            for (line, _, pages) in choices {
                for page in pages { seen[page].add(lines[line].scalars, PageEvidence.pages[page]) }
            }
            var attempts: [(line: Int, evidence: PageEvidence, attempt: Attempt)] = []
            let hasHoles = whole.each.contains { $0.incomplete > 0 }
            if hasHoles {
                for (line, _, pages) in choices {
                    learn(lines[line].scalars, PageEvidence.pages[pages[0]], &memory)
                }
            }
            for (line, evidence, pages) in choices {
                if let attempt = bestAttempt(
                    lines[line], pages: pages, evidence: evidence, whole: whole, seen: seen, memory: memory)
                {
                    attempts.append((line, evidence, attempt))
                }
            }
            if hasHoles {
                // What was restored surely helps with the rest in a second reading.
                for (_, _, attempt) in attempts { attempt.teach(&memory, model) }
                for index in attempts.indices where attempts[index].attempt.hasDoubts {
                    let (line, evidence, attempt) = attempts[index]
                    if let second = bestAttempt(
                        lines[line], pages: [attempt.page], evidence: evidence, whole: whole, seen: seen,
                        memory: memory)
                    {
                        attempts[index].attempt = second
                    }
                }
            }
            active = []
            for (line, _, attempt) in attempts {
                if apply(attempt, to: &lines[line], whole.each[attempt.page], isAboutEncoding) {
                    active.append(line)
                }
            }
        }
    }

    /// The pages worth trying on a line, the best first.
    private func choosePages(_ evidence: PageEvidence, main: Int?, whole: PageEvidence) -> [Int] {
        let scores = evidence.each.map(\.score)
        let candidates = evidence.each.indices.filter { evidence.each[$0].complete > 0 }
        if let main, evidence.each[main].complete + evidence.each[main].incomplete > 0 {
            // A text is mostly damaged in one way; a line needs good reason to differ.
            let top = candidates.map { scores[$0] }.max() ?? .min
            if scores[main] + 16 >= top || candidates.isEmpty {
                if whole.each[main].complete >= 10 || candidates.isEmpty { return [main] }
                return [main] + candidates.filter { $0 != main && scores[$0] + 8 >= scores[main] }.prefix(3)
            }
        }
        if candidates.isEmpty {
            // Nothing but first bytes, as in "polÃtica": the most common page.
            return main == nil && evidence.each[0].incomplete > 0 ? [0] : []
        }
        let top = candidates.map { scores[$0] }.max() ?? 0
        return Array(candidates.filter { scores[$0] + 8 >= top }.sorted { scores[$0] > scores[$1] }.prefix(3))
    }

    /// Remembers what is sure in a line: runs of characters whose bytes are all there.
    private func learn(_ text: [UInt32], _ page: CodePage, _ memory: inout FileMemory) {
        var last = SIMD4<UInt32>(repeating: 0)
        func push(_ scalar: UInt32) { last = SIMD4(scalar, last[0], last[1], last[2]) }
        var index = 0
        while index < text.count {
            let lead = page.byte(of: text[index])
            let need = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0
            var scalar = need == 0 ? text[index] : UInt32(lead) & (0x3F >> UInt32(need))
            var have = 0
            while have < need, index + 1 + have < text.count {
                let next = page.byte(of: text[index + 1 + have])
                guard 0x80...0xBF ~= next else { break }
                scalar = scalar << 6 | UInt32(next & 0x3F)
                have += 1
            }
            if have < need || (need == 0 && lead != 0) {
                last = SIMD4(repeating: 0)
            } else {
                push(scalar)
                memory.add(last, model)
            }
            index += 1 + have
        }
    }

    // MARK: - One line

    /// What can be made of a line with one page: the repaired stretches of it.
    private struct Attempt {
        var page: Int
        var results: [(range: Range<Int>, text: [LostBytes.Restored])] = []
        /// By how much the repaired stretches are more probable than the damaged ones.
        var gain: Int32 = 0

        private static let sure = 0.97

        /// Whether what came out is as improbable as noise.
        func isGibberish(_ model: LanguageModel) -> Bool {
            var count: Int32 = 0
            var cost: Int32 = 0
            for result in results {
                var reading = Reading()
                for character in result.text {
                    let before = reading.cost
                    reading.append(character.scalar, model)
                    // Traces of another layer of damage look like noise, too.
                    if character.isDecoded && ScalarRoles.of(character.scalar).isEmpty {
                        count += 1
                        cost += Swift.min(24 * LanguageModel.unit, reading.cost &- before)
                    }
                }
            }
            return count >= 8 && cost > 11 * LanguageModel.unit * count
        }

        var hasDoubts: Bool { results.contains { $0.text.contains { $0.confidence < Self.sure } } }

        /// Remembers the runs of sure characters that took inference.
        func teach(_ memory: inout FileMemory, _ model: LanguageModel) {
            for result in results {
                var last = SIMD4<UInt32>(repeating: 0)
                var inferred = 0
                for character in result.text {
                    if character.confidence < Self.sure {
                        last = SIMD4(repeating: 0)
                        inferred = 0
                        continue
                    }
                    last = SIMD4(character.scalar, last[0], last[1], last[2])
                    // Runs without inference are known from the first reading.
                    inferred = character.inferred > 0 ? 4 : inferred - 1
                    if inferred > 0 { memory.add(last, model) }
                }
            }
        }
    }

    private mutating func bestAttempt(
        _ line: DamagedLine, pages: [Int], evidence: PageEvidence, whole: PageEvidence,
        seen: [ContinuationCounts], memory: FileMemory
    ) -> Attempt? {
        var best: Attempt?
        for page in pages {
            let attempt = attempt(
                line, page: page, evidence: evidence.each[page], whole: whole.each[page], seen: seen[page],
                memory: memory)
            if attempt.results.isEmpty { continue }
            if attempt.gain > best?.gain ?? .min { best = attempt }
        }
        return best
    }

    /// Puts the results of an attempt into their line, but for what the text quotes.
    private func apply(
        _ attempt: Attempt, to line: inout DamagedLine, _ whole: Evidence, _ isAboutEncoding: () -> Bool
    ) -> Bool {
        let isEstablished = whole.complete > 60
        // A few traces in a text on encodings are meant.
        if whole.complete < 10 && isAboutEncoding() { return false }
        var changed = false
        let before = line.scalars
        for (range, text) in attempt.results.reversed() {
            if !isEstablished && Discussion.quotes(text, range, in: before, isAboutEncoding: isAboutEncoding)
            {
                continue
            }
            line.replace(range, with: text, step: UInt8(attempt.page + 1))
            changed = true
        }
        return changed
    }

    private mutating func attempt(
        _ line: DamagedLine, page: Int, evidence: Evidence, whole: Evidence, seen: ContinuationCounts,
        memory: FileMemory
    ) -> Attempt {
        let codePage = PageEvidence.pages[page]
        let odds = Self.logOdds(
            3 * evidence.complete + whole.complete, against: 3 * evidence.stray + whole.stray)
        let unit = LanguageModel.unit
        let damage = Damage(
            page: codePage, evidence: whole, seen: seen, literalCost: Swift.min(10 * unit, Swift.max(0, odds))
        )
        let margin = Swift.min(9 * unit, Swift.max(0, (3 + Self.rarity(codePage)) * unit - odds))
        var attempt = Attempt(page: page)
        let scalars = line.scalars
        let bytes = scalars.map { codePage.byte(of: $0) }
        scalars.withUnsafeBufferPointer { text in
            bytes.withUnsafeBufferPointer { bytes in
                for island in Islands(text: text, bytes: bytes) {
                    let (restored, cost) = decoder.restore(
                        text, bytes: bytes, in: island, damage: damage, memory: memory)
                    guard restored.contains(where: \.isDecoded) else { continue }
                    let literal = literalCost(text, island)
                    if margin > 0 && touchesStray(restored, text, bytes) { continue }
                    print("DBG", codePage.name, literal, cost, margin, restored.map(\.scalar))
                    let islandGain = literal - cost - (margin > 0 ? doubt(restored, text) : 0)
                    guard islandGain > 0 else { continue }
                    attempt.gain += islandGain
                    attempt.results.append((island, restored))
                }
            }
        }
        if attempt.gain <= margin || attempt.isGibberish(model) { attempt.results = [] }
        return attempt
    }

    /// How seldom UTF-8 is mistaken for a page, in units of logarithm.
    private static func rarity(_ page: CodePage) -> Int32 {
        switch page.name {
        case "windows-1252", "windows-1254", "iso-8859-1", "utf-8": 0
        case "ibm437", "ibm850": 3
        default: 2
        }
    }

    /// What speaks against decoding characters that are all letters: a word in capitals, or of a language that
    /// writes so.
    private func doubt(_ restored: [LostBytes.Restored], _ text: UnsafeBufferPointer<UInt32>) -> Int32 {
        let decoded = restored.lazy.filter(\.isDecoded)
        let areLetters = decoded.allSatisfy { character in
            text[character.start..<character.start + character.consumed].allSatisfy {
                $0 >= 0x80 && Letters.kind(of: $0) == .alphabetic
            }
        }
        return areLetters ? 8 * LanguageModel.unit : 0
    }

    /// Whether a decoded character stands beside one that looks like damage but was not decoded: then the page is
    /// rather another one.
    private func touchesStray(
        _ restored: [LostBytes.Restored], _ text: UnsafeBufferPointer<UInt32>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        func isStray(_ character: LostBytes.Restored) -> Bool {
            !character.isDecoded && character.scalar >= 0xC0 && bytes[character.start] >= 0xC2
        }
        for (one, other) in zip(restored, restored.dropFirst())
        where one.isDecoded != other.isDecoded && (isStray(one) || isStray(other)) {
            return true
        }
        return false
    }

    private func literalCost(_ text: UnsafeBufferPointer<UInt32>, _ range: Range<Int>) -> Int32 {
        var reading = Reading()
        for index in range { reading.append(text[index], model) }
        reading.finish(model)
        return reading.cost
    }

    /// The logarithm of the odds that a character of the page is damage, in units of the model.
    private static func logOdds(_ damaged: Int32, against clean: Int32) -> Int32 {
        func log(_ value: Int32) -> Int32 {  // of value + 1/2, by halves
            var twice = Int(value) * 2 + 1
            var result: Int32 = -44
            while twice > 1 {
                result += twice >= 3 ? 44 : 0
                twice /= 2
            }
            return result
        }
        return log(damaged) - log(clean + 1)
    }
}

/// The stretches of a text that hold traces of damage, each with the letters around it that help to read it.
struct Islands: Sequence, IteratorProtocol {
    let text: UnsafeBufferPointer<UInt32>
    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0

    private static let longest = 4096
    private static let context = 24

    init(text: UnsafeBufferPointer<UInt32>, bytes: UnsafeBufferPointer<UInt8>) {
        self.text = text
        self.bytes = bytes
    }

    private func isLead(_ index: Int) -> Bool { 0xC2...0xF4 ~= bytes[index] }

    private func isWord(_ index: Int) -> Bool { bytes[index] != 0 || Letters.kind(of: text[index]) != .other }

    mutating func next() -> Range<Int>? {
        var lead = place
        while lead < text.count && !isLead(lead) { lead += 1 }
        guard lead < text.count else { return nil }
        var start = lead
        while start > place && lead - start < Self.context && isWord(start - 1) { start -= 1 }
        // On to where nothing of the kind is near.
        var end = lead + 1
        while end < text.count && end - start < Self.longest {
            if isWord(end) || text[end] == 0xFFFD || text[end] == 0x1A || text[end] == 0x3F || isLead(end - 1)
            {
                end += 1
            } else if end + 2 < text.count && (isLead(end + 1) || isLead(end + 2)) {
                end += 1
            } else {
                break
            }
        }
        place = end
        return start..<end
    }
}
