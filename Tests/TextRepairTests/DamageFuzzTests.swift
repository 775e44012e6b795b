import Testing

@testable import TextRepair

/// A small generator of pseudo-random numbers, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

@Suite("Bad input")
struct DamageFuzzTests {
    /// What holds for every input: valid text, as many lines, an account that agrees with the text.
    private func check(_ bytes: [UInt8], _ note: @autoclosure () -> String) {
        guard let result = try? TextRepairer().repair(bytes) else { return }
        let output = Array(result.text.utf8)
        if result.encoding == "utf-8" || !result.encoding.hasPrefix("utf-") {
            let lines = (bytes.count { $0 == 0x0A }, output.count { $0 == 0x0A })
            #expect(lines.0 == lines.1, "\(note()): lines")
        }
        var end = 0
        for change in result.changes {
            #expect(change.range.lowerBound >= end || change.step == .undecodable, "\(note()): order")
            #expect(change.range.upperBound <= output.count)
            #expect(
                String(decoding: output[change.range], as: UTF8.self) == change.replacement, "\(note()): span"
            )
            #expect(
                change.line == output[..<change.range.lowerBound].count { $0 == 0x0A } + 1, "\(note()): line")
            end = change.range.lowerBound
        }
    }

    @Test("Random damage does no harm", .timeLimit(.minutes(8)))
    func randomDamage() {
        let clock = ContinuousClock()
        let start = clock.now
        var seed: UInt64 = 0
        let pages = CodePage.mistakenPages
        while clock.now - start < .seconds(4) {
            var random = SplitMix(state: seed)
            var text = (0..<Int.random(in: 1...3, using: &random))
                .map { _ in sentences.randomElement(using: &random)?.text ?? "" }.joined(separator: "\n")
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let page = pages.randomElement(using: &random) ?? .windows1252
                text = Misreading(page: page, dropsGaps: .random(using: &random)).apply(text)
            }
            var bytes = Array(text.utf8)
            for _ in 0..<Int.random(in: 0...20, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<6, using: &random) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = .random(in: 0...255, using: &random)
                case 2: bytes.insert(.random(in: 0x80...0xFF, using: &random), at: place)
                case 3: bytes.insert(contentsOf: [0xEF, 0xBF, 0xBD], at: place)
                case 4: bytes[place] = 0x3F
                default: bytes.removeSubrange(place..<Swift.min(bytes.count, place + 5))
                }
            }
            check(bytes, "seed \(seed)")
            seed += 1
        }
    }

    @Test("Random bytes do no harm", .timeLimit(.minutes(8)))
    func randomBytes() {
        var random = SplitMix(state: 42)
        for round in 0..<300 {
            let low: UInt8 = round % 3 == 0 ? 0 : round % 3 == 1 ? 0x20 : 0x80
            let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
                UInt8.random(in: low...255, using: &random)
            }
            check(bytes, "round \(round)")
        }
    }

    @Test(
        "Strange input takes linear time", .timeLimit(.minutes(8)),
        arguments: [
            "Ã", "å", "â€", "Ã©", "ðŸ", "?", "Ã?", "\u{FFFD}", "é", "的", "å\u{FFFD}", " Ã", "`Ã©`", "ç®€",
            "\u{1A}",
            "\u{85}", "\u{301}",
        ])
    func strangeInput(unit: String) {
        let bytes = Array(String(repeating: unit, count: 1500).utf8)
        check(bytes, "many of \(unit)")
        check(Array(bytes.dropLast()), "many of \(unit), cut off")
    }

    @Test("Half a file of UTF-16, lone surrogates, overlong sequences")
    func brokenForms() {
        let wide = "Nachrichten: größer, schöner 简报 😀\n".utf16.flatMap {
            [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)]
        }
        for length in 0...wide.count {
            check(Array(wide[..<length]), "first \(length)")
            check([0xFF, 0xFE] + wide[..<length], "first \(length) with mark")
            check(Array(wide[length...]), "after \(length)")
        }
        check([0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00, 0x00, 0xDC], "surrogates")
        check(Array("ok ".utf8) + [0xC0, 0x80, 0xE0, 0x80, 0xAF, 0xED, 0xB0, 0x80], "overlong")
    }
}
