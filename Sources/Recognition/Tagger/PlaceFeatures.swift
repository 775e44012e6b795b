import KGModel

extension TaggerFeatures {
    /// The stretches of a passage that typography sets off.
    func hints(_ passage: Int) -> [SpanHint] {
        SpanHintFinder(issue.passages[passage], codes: codes[passage], links: linkClasses[passage]).hints
    }

    /// Features of the words of a passage that depend on where they stand.
    ///
    /// - Parameter windows: the words whose features are wanted.
    func placeFeatures(
        _ passage: Int, windows: [Range<Int>], hints: [SpanHint], evidence: [SpanEvidence],
        _ sink: inout some FeatureSink
    ) {
        let text = issue.passages[passage]
        let codes = codes[passage]
        guard !codes.isEmpty else { return }
        context(passage, text, codes, windows, &sink)
        self.hints(hints, passage, text, codes, &sink)
        cues(passage, text, codes, &sink)
        self.evidence(passage, evidence, &sink)
    }

    @inline(__always)
    private func hash(_ template: Template, _ a: UInt64) -> UInt64 {
        FeatureHash.mix(template.rawValue << 4, a)
    }

    private func context(
        _ passage: Int, _ text: PassageText, _ codes: [WordCode], _ windows: [Range<Int>],
        _ sink: inout some FeatureSink
    ) {
        let count = codes.count
        let ids = lexis.ids[passage]
        let spellings = lexis.spellings
        let words = text.words
        /// A mark stands for itself, any other word for its code; places outside the passage for 99.
        func symbol(_ word: Int) -> UInt64 {
            guard word >= 0, word < count else { return 99 }
            return codes[word] == .mark ? spellings[Int(ids[word])].exact : UInt64(codes[word].rawValue)
        }
        func lower(_ word: Int) -> UInt64 {
            guard word >= 0, word < count else { return 99 }
            return spellings[Int(ids[word])].lower
        }
        func blank(_ word: Int) -> UInt64 {
            word < count && words[word].shape.contains(.blankBefore) ? 1 : 0
        }
        let place = PassagePlace(
            kind: UInt64(text.passage.kind.order), paper: UInt64(paperLinkNear[passage]), language: language,
            section: sections[passage])
        for window in windows {
            var leftMark: UInt64 = 98
            var leftMarkAt = -1
            for word in max(0, window.lowerBound - 6)..<window.lowerBound where codes[word] == .mark {
                leftMark = symbol(word)
                leftMarkAt = word
            }
            var rightAt = window.lowerBound
            // Symbols and lower cases of the words around; each moves on with the word.
            let first = window.lowerBound
            var (s4, s3, s1, s0, s2) = (
                UInt64(0), symbol(first - 2), symbol(first - 1), symbol(first), symbol(first + 1)
            )
            var (before, own, behind) = (UInt64(0), lower(first - 1), lower(first))
            for word in window {
                s4 = symbol(word + 2)
                (before, own, behind) = (own, behind, lower(word + 1))
                defer {
                    if codes[word] == .mark {
                        leftMark = s0
                        leftMarkAt = word
                    }
                    (s3, s1, s0, s2) = (s1, s0, s2, s4)
                }
                if rightAt <= word {
                    rightAt = word + 1
                    while rightAt < count, codes[rightAt] != .mark { rightAt += 1 }
                }
                let code = UInt64(codes[word].rawValue)
                let edges = blank(word) << 1 | blank(word + 1)
                sink.add(word, hash(.code, FeatureHash.mix(s0, edges)), .always)
                sink.add(word, hash(.codes3, FeatureHash.mix(s1, s0, s2, edges)), .always)
                let wide = FeatureHash.mix(s3, s4, edges)
                sink.add(word, hash(.codes5, FeatureHash.mix(wide, s1, s0, s2)), .always)
                sink.add(word, hash(.pair, FeatureHash.mix(1, before, own)), .identity)
                sink.add(word, hash(.pair, FeatureHash.mix(2, own, behind)), .identity)
                sink.add(word, hash(.pair, FeatureHash.mix(5, before, code)), .identityMinus1)
                sink.add(word, hash(.pair, FeatureHash.mix(6, behind, code)), .identityPlus1)
                if codes[word] == .ideograph || word > 0 && codes[word - 1] == .ideograph {
                    let left = FeatureHash.mix(lower(word - 3), lower(word - 2), before)
                    sink.add(word, hash(.pair, FeatureHash.mix(7, left)), .always)
                }
                if word + 1 < count, codes[word + 1] == .ideograph {
                    let right = FeatureHash.mix(behind, lower(word + 2), lower(word + 3))
                    sink.add(word, hash(.pair, FeatureHash.mix(8, right)), .always)
                }
                let marks = word - leftMarkAt <= 6 ? leftMark : 96
                sink.add(
                    word, hash(.marks, FeatureHash.mix(marks, rightAt < count ? symbol(rightAt) : 97, code)),
                    .always)
                place.features(word, of: count, codes[word], &sink)
            }
        }
    }

    private func hints(
        _ hints: [SpanHint], _ passage: Int, _ text: PassageText, _ codes: [WordCode],
        _ sink: inout some FeatureSink
    ) {
        for hint in hints {
            guard sink.wants(hint.words.lowerBound - 1..<hint.words.upperBound + 1) else { continue }
            let length = hint.words.count
            let size: UInt64 =
                length <= 3 ? UInt64(length) : length <= 5 ? 4 : length <= 9 ? 5 : length <= 15 ? 6 : 7
            var long = 0
            var capital = 0
            for word in hint.words {
                if codes[word].isCapital {
                    capital += 1
                    long += 1
                } else if codes[word] == .small, text.words[word].range.count > 4 {
                    long += 1
                }
            }
            let capitals: UInt64 =
                capital == 0
                ? 0 : capital == 1 && long > 1 ? 1 : capital * 2 < long ? 2 : capital < long ? 3 : 4
            let kind = UInt64(hint.kind.rawValue) << 8 | UInt64(hint.detail)
            let plain = FeatureHash.mix(1, kind)
            let sized = FeatureHash.mix(2, kind, size << 8 | capitals)
            for word in hint.words where sink.wants(word) {
                let position = Self.position(word, in: hint.words)
                sink.add(word, hash(.hint, FeatureHash.mix(plain, position)), .always)
                sink.add(word, hash(.hint, FeatureHash.mix(sized, position)), .always)
            }
            if hint.words.lowerBound > 0 {
                sink.add(hint.words.lowerBound - 1, hash(.hintEdge, FeatureHash.mix(plain, 1)), .always)
            }
            if hint.words.upperBound < codes.count {
                sink.add(hint.words.upperBound, hash(.hintEdge, FeatureHash.mix(plain, 2)), .always)
            }
        }
    }

    private func cues(
        _ passage: Int, _ text: PassageText, _ codes: [WordCode], _ sink: inout some FeatureSink
    ) {
        let count = codes.count
        for found in lexis.cues[passage] {
            let cue = UInt64(found.class)
            let word = found.words.lowerBound
            let end = found.words.upperBound
            guard sink.wants(word - 4..<end + 4) else { continue }
            for distance in 0..<4 {
                let near = UInt64(min(distance, 2))
                if end + distance < count {
                    let code = UInt64(codes[end + distance].rawValue)
                    sink.add(end + distance, self.hash(.cue, FeatureHash.mix(1, cue, near)), .always)
                    sink.add(
                        end + distance, self.hash(.cueCode, FeatureHash.mix(1, cue, near << 8 | code)),
                        .always)
                }
                if word - 1 - distance >= 0 {
                    let at = word - 1 - distance
                    let code = UInt64(codes[at].rawValue)
                    sink.add(at, self.hash(.cue, FeatureHash.mix(2, cue, near)), .always)
                    sink.add(at, self.hash(.cueCode, FeatureHash.mix(2, cue, near << 8 | code)), .always)
                }
            }
            for at in word..<end {
                sink.add(at, self.hash(.cue, FeatureHash.mix(3, cue, UInt64(codes[at].rawValue))), .always)
            }
        }
    }

    /// How far from a span its features reach.
    static let evidenceReach = 6

    func evidence(_ passage: Int, _ evidence: [SpanEvidence], _ sink: inout some FeatureSink) {
        let codes = codes[passage]
        guard !evidence.isEmpty else { return }
        for item in evidence {
            let type = UInt64(item.type)
            let plain = FeatureHash.mix(item.source, type)
            for word in item.words {
                let position = Self.position(word, in: item.words)
                let code = UInt64(codes[word].rawValue)
                sink.add(word, hash(.evidence, FeatureHash.mix(plain, position)), .candidate)
                sink.add(word, hash(.evidence, FeatureHash.mix(plain, position, code)), .candidate)
            }
            let before = item.words.lowerBound - 1
            let behind = item.words.upperBound
            // Types nearby: lists name things of one type.
            for distance in 0..<Self.evidenceReach {
                let near: UInt64 = distance == 0 ? 0 : distance == 1 ? 1 : 2
                if before - distance >= 0 {
                    let at = before - distance
                    let code = UInt64(codes[at].rawValue)
                    sink.add(at, hash(.evidenceLeft, FeatureHash.mix(plain, near << 8 | code)), .always)
                }
                if behind + distance < codes.count {
                    let at = behind + distance
                    let code = UInt64(codes[at].rawValue)
                    sink.add(at, hash(.evidenceRight, FeatureHash.mix(plain, near << 8 | code)), .always)
                }
            }
        }
    }

    /// 0 unit, 1 begin, 2 inside, 3 last.
    @inline(__always)
    private static func position(_ word: Int, in words: Range<Int>) -> UInt64 {
        if words.count == 1 { return 0 }
        if word == words.lowerBound { return 1 }
        return word == words.upperBound - 1 ? 3 : 2
    }
}
