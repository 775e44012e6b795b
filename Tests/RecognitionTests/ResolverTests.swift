import KGModel
import Testing

@testable import Recognition

@Suite struct ResolverTests {
    private func candidate(
        _ range: Range<Int>, _ confidence: Double = 0.8, _ type: EntityType = .model, in passage: Int = 0,
        by recognizer: String = "a",
        _ reference: Mention.Reference = .surface
    ) -> Candidate {
        Candidate(
            passage: passage, range: range, type: type, reference: reference, recognizer: recognizer,
            confidence: confidence)
    }

    @Test func theLongestWins() {
        #expect(
            Resolver().resolve([candidate(0..<4, 0.9), candidate(0..<6, 0.6), candidate(5..<8, 0.9)]).map(
                \.range) == [0..<6])
    }

    @Test func ofEquallyLongTheMostConfidentWins() {
        let kept = Resolver().resolve([
            candidate(0..<4, 0.6, .library), candidate(0..<4, 0.9, .model), candidate(3..<7, 0.8),
        ])
        #expect(kept.map(\.type) == [.model])
    }

    @Test func whatTouchesDoesNotOverlap() {
        #expect(
            Resolver().resolve([candidate(4..<6), candidate(0..<4), candidate(6..<9)]).map(\.range) == [
                0..<4, 4..<6, 6..<9,
            ])
    }

    @Test func passagesDoNotDisturbEachOther() {
        let kept = Resolver().resolve([
            candidate(0..<4, in: 1), candidate(0..<6, in: 0), candidate(8..<9, in: 0),
        ])
        #expect(kept.map(\.passage) == [0, 0, 1])
    }

    @Test func theDoubtfulAreNoMentions() {
        #expect(Resolver().resolve([candidate(0..<9, 0.49), candidate(0..<4, 0.5)]).map(\.range) == [0..<4])
        #expect(Resolver().resolve([]).isEmpty)
    }

    @Test func theDoubtfulAreCandidatesWhereNothingElseStands() {
        let all = [
            candidate(0..<4, 0.9), candidate(2..<6, 0.4), candidate(6..<9, 0.4), candidate(7..<9, 0.45),
            candidate(10..<12, 0.2), candidate(0..<4, 0.3, in: 1),
        ]
        let kept = Resolver().resolve(all)
        #expect(kept.map(\.range) == [0..<4])
        let doubtful = Resolver().doubtful(all, beside: kept)
        #expect(doubtful.map(\.range) == [6..<9, 0..<4])
        #expect(doubtful.map(\.passage) == [0, 1])
    }

    @Test func theOrderOfCandidatesDoesNotMatter() {
        var candidates = [
            candidate(0..<4), candidate(2..<6), candidate(4..<8), candidate(0..<4, 0.8, .library),
            candidate(0..<4, by: "b"),
            candidate(0..<4, 0.8, .model, .name("x")),
            candidate(0..<4, 0.8, .model, .entry(type: .model, name: "y")), candidate(7..<11, 0.7),
            candidate(6..<10, 0.8, in: 1), candidate(6..<10, 0.8, .person, in: 1),
        ]
        let expected = Resolver().resolve(candidates)
        #expect(expected.count > 1)
        // Every rotation of the list and of its reverse.
        for _ in 0..<2 {
            candidates.reverse()
            for _ in candidates {
                candidates.append(candidates.removeFirst())
                #expect(Resolver().resolve(candidates) == expected)
            }
        }
    }
}
