import Foundation
import Testing

@testable import KnowledgeGraph

@Suite struct ScorerTests {
    /// `1 BERT model e` as a mention of the document.
    private func mentions(_ document: String, _ rows: String...) -> [ScoredMention] {
        rows.map { row in
            let columns = row.split(separator: " ").map(String.init)
            return ScoredMention(
                document: document, line: Int(columns[0]) ?? 0, surface: columns[1], type: columns[2],
                entity: columns[3])
        }
    }

    private var gold: [ScoredMention] {
        mentions(
            "a", "1 BERT model BERT", "1 Google organization Google", "2 BERT model BERT",
            "2 PyTorch library PyTorch", "3 Yann person Yann")
    }

    /// Google has the wrong type, PyTorch is taken for BERT, Yann is missed, Foo invented.
    private var found: [ScoredMention] {
        mentions(
            "a", "1 BERT model e1", "1 Google model e2", "2 BERT model e1", "2 PyTorch library e1",
            "4 Foo library e3")
    }

    /// Worked by hand: 3 of 5 mentions; BERT and PyTorch of 4 nodes; precision of links
    /// ((2² + 1²)/3 + 1)/4 = 2/3, recall (2 + 1 + 1)/4 = 1; of two edges the one of BERT and Google.
    @Test func theFiguresAreThoseWorkedByHand() {
        let score = Scorer(gold: gold, found: found, documents: ["a"]).score()
        #expect(score.mention == Figure(matched: 3, predicted: 5, expected: 5))
        #expect(score.mention.f1 == 60)
        #expect(score.node == Figure(matched: 2, predicted: 4, expected: 4))
        #expect(score.node.f1 == 50)
        #expect(abs(score.link.precision - 200.0 / 3) < 1e-12)
        #expect(score.link.recall == 100)
        #expect(abs(score.link.f1 - 80) < 1e-12)
        #expect(score.link.matched == 4)
        #expect(score.edge == Figure(matched: 1, predicted: 1, expected: 2))
        #expect(abs(score.edge.f1 - 200.0 / 3) < 1e-12)
    }

    @Test func whatIsRightIsAHundredWhateverItsEntitiesAreCalled() {
        let renamed = gold.map { mention in
            var mention = mention
            mention.entity = "x" + mention.entity.lowercased()
            return mention
        }
        let score = Scorer(gold: gold, found: renamed.reversed(), documents: ["a"]).score()
        for figure in score.figures { #expect(figure.f1 == 100) }
    }

    @Test func nothingFoundIsNothing() {
        for figure in Scorer(gold: gold, found: [], documents: ["a"]).score().figures {
            #expect(figure.f1 == 0 && figure.precision == 0 && figure.recall == 0)
        }
        for figure in Scorer(gold: [], found: found, documents: ["a"]).score().figures {
            #expect(figure.f1 == 0)
        }
    }

    @Test func twoOfASurfaceOnALineAreTwo() {
        let twice = mentions("a", "1 BERT model x", "1 BERT model x")
        let score = Scorer(gold: twice, found: mentions("a", "1 BERT model y"), documents: ["a"]).score()
        #expect(score.mention == Figure(matched: 1, predicted: 1, expected: 2))
        let thrice = mentions("a", "1 BERT model y", "1 BERT model y", "1 BERT model y")
        #expect(
            Scorer(gold: twice, found: thrice, documents: ["a"]).score().mention
                == Figure(matched: 2, predicted: 3, expected: 2))
    }

    @Test func mentionsOfOtherDocumentsAreLeftOut() {
        let other = mentions("b", "1 BERT model e1")
        let score = Scorer(gold: gold, found: found + other, documents: ["a"]).score()
        #expect(score.mention.predicted == 5)
    }

    @Test func aFilterLeavesOutBothSides() {
        let scorer = Scorer(gold: gold, found: found, documents: ["a"])
        #expect(
            scorer.score { $0.type == "model" }.mention == Figure(matched: 2, predicted: 3, expected: 2))
    }

    @Test(arguments: [
        ("**Hugging**  Face", "Hugging Face"), ("“BERT”", "\"BERT\""), ("l’IA", "l'IA"), ("[a](b)", "a(b)"),
        ("Cafe\u{301}", "Café"), ("x\u{A0}y\u{2009}z", "x y z"), (" \\_x_ ", "x"),
    ])
    func surfacesAreComparedWithoutMarks(surface: String, comparable: String) {
        #expect(ScoredMention.comparable(surface) == comparable)
    }

    @Test func errorsAreToldApart() {
        let longer = mentions("a", "5 Graph-Networks model g") + mentions("a", "6 Bo person b")
        let shorter = mentions("a", "5 Networks model g")
        let errors = Scorer(gold: gold + longer, found: found + shorter, documents: ["a"]).errors()
        #expect(
            errors.map {
                "\($0.kind.rawValue) \($0.line) \($0.expected?.surface ?? "-") \($0.found?.surface ?? "-")"
            }
                == [
                    "wrong type 1 Google Google", "missed 3 Yann -", "invented 4 - Foo",
                    "wrong boundary 5 Graph-Networks Networks", "missed 6 Bo -",
                ])
    }

    @Test func intervalsHoldTheFigureAndAreTheSameInEveryRun() throws {
        let documents = (0..<12).map { "d\($0)" }
        let all = documents.enumerated().flatMap { index, name in
            gold.map { mention in
                var mention = mention
                mention.document = name
                if index % 3 == 0 { mention.surface += "x" }
                return mention
            }
        }
        let right = documents.flatMap { name in
            gold.map { mention in
                var mention = mention
                mention.document = name
                return mention
            }
        }
        let scorer = Scorer(gold: right, found: all, documents: documents)
        let intervals = try #require(scorer.confidenceIntervals(draws: 200))
        for (index, figure) in scorer.score().figures.enumerated() where index < 2 {
            #expect(intervals.lower[index] < figure.f1)
            #expect(figure.f1 < intervals.upper[index])
        }
        #expect(scorer.confidenceIntervals(draws: 200) == intervals)
        let shuffled = Scorer(gold: right, found: all.reversed(), documents: documents.reversed())
        #expect(shuffled.confidenceIntervals(draws: 200) == intervals)
        #expect(Scorer(gold: gold, found: found, documents: ["a"]).confidenceIntervals() == nil)
    }
}
