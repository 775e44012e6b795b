import Foundation
import IssueReader
import KGModel
import Testing

@testable import Recognition

/// All recognizers with the program's own lexicon.
@Suite struct PipelineTests {
    @Test(
        arguments: [
            (
                "Google released BERT, see `bert` and https://google.com/bert.",
                ["organization Google", "model BERT"]
            ),
            ("谷歌发布了BERT模型。", ["organization 谷歌", "model BERT"]),
            ("Google'dan BERT'in yeni sürümü", ["organization Google", "model BERT"]),
            (
                "PyTorch 1.4 and TensorFlow 2.1 support HuggingFace Transformers",
                [
                    "library PyTorch 1.4", "library TensorFlow 2.1", "organization HuggingFace",
                    "library Transformers",
                ]
            ),
            ("NeurIPS 2019 had a talk by Yoshua Bengio.", ["venue NeurIPS 2019", "person Yoshua Bengio"]),
            ("It flexes its muscles with flair; nature is beautiful, the apex of multiple things.", []),
        ] as [(String, [String])])
    func namesAreRecognized(text: String, found: [String]) throws {
        #expect(try Standard.mentions(text) == found)
    }

    @Test func mentionsNeverOverlapAndShowTheirSource() throws {
        let markdown = """
            # Notes

            **BERT** by [Jacob Devlin](https://x.org) of *Google* (Devlin et al., 2018), and `code`.
            Hugging
            Face has [Transformers](https://github.com/huggingface/transformers) &amp; SQuAD.

            [1] **BERT: Pre-training of Deep Bidirectional Transformers:** https://arxiv.org/abs/1810.04805
            """
        let mentions = try Standard.found(markdown)
        #expect(mentions.count >= 7)
        let source = Array(markdown.utf8)
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        for (a, b) in zip(mentions, mentions.dropFirst()) where a.passage == b.passage {
            #expect(a.range.upperBound <= b.range.lowerBound)
        }
        for mention in mentions {
            let shown = String(decoding: source[mention.source], as: UTF8.self)
            #expect(NameKey(shown) == NameKey(mention.surface), "\(shown), \(mention.surface)")
            let firstWord = mention.surface.prefix { $0.isLetter }
            #expect(lines[mention.line - 1].contains(firstWord))
            #expect((0.5...1).contains(mention.confidence))
            #expect(!mention.recognizer.isEmpty)
        }
    }

    @Test func theAnswerIsAlwaysTheSame() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("samples/margin-notes-01.md")
        let text = try String(contentsOf: folder, encoding: .utf8)
        let first = try Standard.found(text)
        #expect(first.count > 50)
        #expect(try Standard.found(text) == first)
    }

    @Test func aUsersLexiconAddsNamesAndChangesTheVersion() throws {
        let own = try Pipeline.standard(lexicons: [("Zorkmid\tZM\t\t\ttool\n", "own.tsv")])
        let mentions = own.pipeline.mentions(in: try record("We use Zorkmid and BERT."))
        #expect(mentions.map(\.surface) == ["Zorkmid", "BERT"])
        #expect(mentions.first?.reference == .entry(type: .library, name: "Zorkmid"))
        let standard = try #require(Standard.loaded)
        #expect(own.pipeline.version != standard.pipeline.version)
        #expect(own.pipeline.recognizers.map(\.name) == standard.pipeline.recognizers.map(\.name))
    }

    @Test func recognizersHaveNamesAndSummaries() throws {
        let recognizers = try #require(Standard.loaded).pipeline.recognizers
        #expect(Set(recognizers.map(\.name)).count == recognizers.count)
        #expect(recognizers.allSatisfy { !$0.summary.isEmpty && !$0.summary.contains("\n") })
    }

    @Test func aRecognizerCanBeLeftOut() throws {
        let pipeline = try #require(Standard.loaded).pipeline
        let less = pipeline.without(["lexicon"])
        #expect(less.recognizers.map(\.name) == pipeline.recognizers.map(\.name).filter { $0 != "lexicon" })
        #expect(less.version != pipeline.version)
        let text = try record("Google released BERT.")
        #expect(pipeline.mentions(in: text).count == 2)
        #expect(pipeline.without(["tagger"]).mentions(in: text).map(\.recognizer) == ["lexicon", "lexicon"])
        #expect(pipeline.without(Set(pipeline.recognizers.map(\.name))).mentions(in: text).isEmpty)
        #expect(pipeline.without(["nobody"]).version == pipeline.version)
        #expect(pipeline.without([]).recognizers.count == pipeline.recognizers.count)
    }

    @Test func whatIsTooDoubtfulForAMentionIsACandidate() throws {
        let pipeline = try Pipeline.standard(lexicons: [("zorkmid\t\t\tcommon\ttool\n", "own.tsv")]).pipeline
        let names = pipeline.names(
            in: try record("With a certain zorkmid the reader finds BERT in the text."))
        #expect(names.mentions.map(\.surface).contains("BERT"))
        let zorkmid = try #require(names.candidates.first { $0.surface == "zorkmid" })
        #expect(zorkmid.recognizer == "lexicon")
        #expect(names.candidates.allSatisfy { (0.25..<0.5).contains($0.confidence) })
        for candidate in names.candidates {
            #expect(
                !names.mentions.contains {
                    $0.passage == candidate.passage && $0.range.overlaps(candidate.range)
                })
        }
    }

    @Test func anIssueWithoutTextHasNoMentions() throws {
        #expect(try Standard.mentions("```\nBERT\n```") == [])
    }
}
