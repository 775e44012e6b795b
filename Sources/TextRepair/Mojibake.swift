/// Undoes UTF-8 that was read as something else, once or several times over, in some or all lines of a text.
struct Mojibake {
    let model: LanguageModel
    private var decoder: LostBytes

    /// How many layers of damage are taken off at most.
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
            let mainPage = mainPage(whole, active.map { lines[$0].scalars }, evidences)
            var choices: [(line: Int, evidence: PageEvidence, pages: [Int])] = []
            for (index, line) in active.enumerated() {
                let pages = choosePages(lines[line].scalars, evidences[index], main: mainPage, whole: whole)
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

    /// The page that most of a text was read with. Where several explain it, and give different texts, the most
    /// probable text decides.
    private mutating func mainPage(
        _ whole: PageEvidence, _ texts: [[UInt32]], _ evidences: [PageEvidence]
    ) -> Int? {
        var candidates = whole.best
        guard candidates.count > 1 else { return candidates.first }
        // A few lines are enough to see.
        var sample: [Int] = []
        var length = 0
        for index in texts.indices where evidences[index].each[candidates[0]].complete > 0 {
            sample.append(index)
            length += texts[index].count
            if length > 1500 { break }
        }
        var signatures: Set<[UInt8]> = []
        candidates = candidates.filter { candidate in
            let page = PageEvidence.pages[candidate]
            return signatures.insert(sample.flatMap { texts[$0].map { page.byte(of: $0) } }).inserted
        }
        guard candidates.count > 1 else { return candidates.first }
        var best: (page: Int, gain: Int)?
        for candidate in candidates.prefix(5) {
            var gain = 0
            for index in sample {
                let text = Array(texts[index].prefix(1500))
                let line = DamagedLine(number: 0, range: 0..<0, scalars: text)
                let result = attempt(
                    line, page: candidate, evidence: evidences[index].each[candidate],
                    whole: whole.each[candidate],
                    seen: ContinuationCounts(), memory: FileMemory())
                gain += Int(result.gain)
            }
            if gain > best?.gain ?? .min { best = (candidate, gain) }
        }
        return best?.page
    }

    /// The pages worth trying on a line, the best first.
    private func choosePages(
        _ text: [UInt32], _ evidence: PageEvidence, main: Int?, whole: PageEvidence
    ) -> [Int] {
        let pages = likelyPages(evidence, main: main, whole: whole)
        guard pages.count > 1 else { return pages }
        // Of pages that read the line alike the first is enough.
        var signatures: Set<[UInt8]> = []
        return pages.filter { index in
            let page = PageEvidence.pages[index]
            return signatures.insert(text.map { page.byte(of: $0) }).inserted
        }
    }

    private func likelyPages(_ evidence: PageEvidence, main: Int?, whole: PageEvidence) -> [Int] {
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
            // The pages come in the order of their merit.
            if let best, attempt.gain <= best.gain + 2 * LanguageModel.unit { continue }
            best = attempt
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
        let scalars = line.scalars
        let meant = attempt.results.filter { range, text in
            isEstablished || !Discussion.quotes(text, range, in: scalars, isAboutEncoding: isAboutEncoding)
        }
        if meant.isEmpty { return false }
        line.replace(meant, step: UInt8(attempt.page + 1))
        return true
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
        // A rare page needs more than one or two sequences to be believed.
        let rarity = whole.complete < 3 ? 4 * Self.rarity(codePage) : Self.rarity(codePage)
        let margin = Swift.min((9 + rarity) * unit, Swift.max(0, (3 + rarity) * unit - odds))
        var attempt = Attempt(page: page)
        var onlyLetters = true
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
                    if rarity > 0 && whole.complete < 3 && isLoneLetter(restored) { continue }
                    let islandGain = literal - cost - (margin > 0 ? strangeness(restored) : 0)
                    guard islandGain > 0 else { continue }
                    attempt.gain += islandGain
                    attempt.results.append((island, restored))
                    if !areLetters(restored, text) { onlyLetters = false }
                }
            }
        }
        // Nothing but letters may be a word in capitals, or of a language that writes so.
        let doubt = onlyLetters ? Swift.min(margin, 2 * unit) * 4 * Int32(attempt.results.count) : 0
        if attempt.gain <= margin + doubt || attempt.isGibberish(model) { attempt.results = [] }
        return attempt
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
