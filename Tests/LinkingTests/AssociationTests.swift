import KGModel
import Linking
import Testing

@Suite struct AssociationTests {
    /// Computed by hand from the definitions: pmi = ln(n·ab / (a·b)), npmi = pmi / -ln(ab / n),
    /// llr = 2 Σ observed · ln(observed / expected) over the four cells.
    @Test(arguments: [
        // ln(10·2 / (4·3)) = 0.510826; / -ln(0.2) = 1.609438. Cells 2, 2, 1, 5 against 1.2, 2.8, 1.8, 4.2.
        (2, 4, 3, 10, 0.317394, 1.265374),
        // As often as by chance: cells 1, 1, 1, 1.
        (1, 2, 2, 4, 0, 0),
        // Never apart: ln(10·3 / 9) = -ln(0.3). 2·(3·ln(10/3) + 7·ln(10/7)).
        (3, 3, 3, 10, 1, 12.217286),
        // Never together: cells 0, 5, 5, 0.
        (0, 5, 5, 10, -1, 13.862944),
        // Rarely together: ln(100·1 / (50·40)) = -2.995732; / ln(100) = 4.605170.
        (1, 50, 40, 100, -0.650515, 72.107626),
    ])
    func figuresAreThoseOfTheDefinitions(together: Int, a: Int, b: Int, total: Int, npmi: Double, llr: Double)
    {
        let association = Association(together: together, a: a, b: b, total: total)
        #expect(abs(association.npmi - npmi) < 0.000_001)
        #expect(abs(association.llr - llr) < 0.000_002)
    }

    @Test func theOrderOfTheTwoDoesNotMatter() {
        #expect(
            Association(together: 3, a: 7, b: 5, total: 40) == Association(together: 3, a: 5, b: 7, total: 40)
        )
    }

    @Test(arguments: [
        (0, 0, 0, 0), (0, 0, 0, 5), (1, 1, 1, 1), (5, 5, 5, 5), (1, 1, 5, 5), (64, 64, 64, 1_000_000),
    ])
    func extremesAreFiniteAndInRange(together: Int, a: Int, b: Int, total: Int) {
        let association = Association(together: together, a: a, b: b, total: total)
        #expect((-1...1).contains(association.npmi))
        #expect(association.llr >= 0 && association.llr.isFinite)
    }
}

@Suite struct CoMentionTests {
    private let issues = ["2020-03", "2019", nil].map {
        SightedIssue(path: $0 ?? "-", language: nil, date: $0.flatMap { IssueDate(iso: $0) })
    }

    /// Counts passages that name the given entities.
    private func count(_ passages: [(issue: Int, entities: [Int])]) -> [CoMention] {
        var sightings = SightingTable()
        var entities: [Int32] = []
        for (number, passage) in passages.enumerated() {
            for entity in passage.entities {
                sightings.add(
                    SurfaceForm(surface: "x", type: .model, reference: .surface), issue: passage.issue,
                    passage: number, confidence: 1)
                entities.append(Int32(entity))
            }
        }
        return CoMentions.count(sightings, entities: entities, issues: issues)
    }

    @Test func pairsAreCountedOncePerPassage() throws {
        let edges = count([(0, [2, 1, 1, 2]), (0, [1, 2]), (1, [1, 2, 3]), (2, [3])])
        #expect(
            edges.map { [$0.a, $0.b, $0.passages, $0.issues] } == [
                [1, 2, 3, 2], [1, 3, 1, 1], [2, 3, 1, 1],
            ])
        let first = try #require(edges.first)
        #expect(first.firstDate?.description == "2019")
        #expect(first.lastDate?.description == "2020-03")
        #expect(first.association == Association(together: 3, a: 3, b: 3, total: 4))
    }

    @Test func undatedIssuesTellNoDate() throws {
        let edge = try #require(count([(2, [1, 2])]).first)
        #expect(edge.firstDate == nil)
        #expect(edge.lastDate == nil)
    }

    @Test func aPassageThatNamesVeryManyThingsJoinsNone() {
        let most = CoMentions.mostEntities
        #expect(count([(0, Array(0..<most))]).count == most * (most - 1) / 2)
        #expect(count([(0, Array(0...most))]).isEmpty)
        #expect(count([]).isEmpty)
    }
}

@Suite struct EditionWeightTests {
    /// Counts passages of the given issues that name the given entities.
    private func count(_ passages: [(issue: Int, entities: [Int])], editions: [Int?]) -> [CoMention] {
        var places: [CoMentions.Place] = []
        for (number, passage) in passages.enumerated() {
            for entity in passage.entities {
                places.append(.init(passage: number, issue: Int32(passage.issue), entity: Int32(entity)))
            }
        }
        return CoMentions.count(
            places,
            issues: editions.enumerated().map {
                SightedIssue(path: "\($0)", language: nil, date: nil, edition: $1)
            })
    }

    @Test func translationsOfOneIssueCountOnce() throws {
        let passages = [(0, [0, 1]), (0, [0]), (0, [2])]
        let alone = count(passages, editions: [0])
        let translated = count(
            passages + passages.map { (1, $0.1) } + passages.map { (2, $0.1) }, editions: [0, 0, 0])
        let (one, three) = (try #require(alone.first), try #require(translated.first))
        #expect(three.association == one.association)
        #expect(three.weight == one.weight)
        #expect([three.passages, three.issues, three.editions] == [3, 3, 1])
    }

    @Test func issuesOfNoEditionAreEditionsOfTheirOwn() throws {
        let edge = try #require(
            count([(0, [0, 1]), (1, [0, 1]), (2, [0, 1])], editions: [nil, 0, nil]).first)
        #expect(edge.editions == 3)
        #expect(edge.weight == 3)
    }

    @Test func jaccardIsTheShareOfPassagesThatNameBoth() {
        #expect(Association(together: 2, a: 3, b: 5, total: 100).jaccard == 0.333333)
        #expect(Association(together: 0, a: 3, b: 5, total: 100).jaccard == 0)
        #expect(Association(together: 4, a: 4, b: 4, total: 100).jaccard == 1)
    }

    /// Values of `scipy.stats.chi2.sf(x, 1)`.
    @Test(arguments: [(3.841459, 0.05), (6.634897, 0.01), (10.827566, 0.001), (0, 1)])
    func pIsTheTailOfChiSquare(llr: Double, p: Double) {
        var association = Association(together: 1, a: 1, b: 1, total: 2)
        association.llr = llr
        #expect(abs(association.p - p) < 1e-6)
    }
}
