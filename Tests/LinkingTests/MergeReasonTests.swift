import KGModel
import Linking
import Testing

/// Passages of names, written as they stand: `[paper:Title]` is a mention, `[library:Foo](https://…)` a linked one.
private struct Corpus {
    private(set) var sightings = SightingTable()
    private(set) var links: [SightedLink] = []
    private(set) var issues: [SightedIssue] = []
    private(set) var texts: [String] = []

    mutating func issue(_ language: String, edition: Int? = nil, _ passages: String...) {
        let issue = issues.count
        issues.append(SightedIssue(path: "\(issue).md", language: language, date: nil, edition: edition))
        for passage in passages { add(passage, issue) }
    }

    private mutating func add(_ marked: String, _ issue: Int) {
        var text = ""
        var rest = marked[...]
        while let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]"),
            let colon = rest[open..<close].firstIndex(of: ":"),
            let type = EntityType(argument: String(rest[rest.index(after: open)..<colon]))
        {
            text += rest[..<open]
            let surface = String(rest[rest.index(after: colon)..<close])
            sightings.add(
                SurfaceForm(surface: surface, type: type, reference: .surface), issue: issue,
                passage: texts.count, start: text.utf8.count, confidence: 0.8)
            text += surface
            rest = rest[rest.index(after: close)...]
            if rest.hasPrefix("(https"), let end = rest.firstIndex(of: ")") {
                let url = String(rest[rest.index(after: rest.startIndex)..<end])
                links.append(
                    SightedLink(
                        issue: issue, passage: texts.count, text: surface,
                        address: SightedLink.address(ofURL: url)))
                rest = rest[rest.index(after: end)...]
            }
        }
        // Links without a name: `<https://…>`.
        for part in rest.split(separator: "<").dropFirst() {
            links.append(
                SightedLink(
                    issue: issue, passage: texts.count, text: "here",
                    address: SightedLink.address(ofURL: part.prefix { $0 != ">" })))
        }
        texts.append(text + rest)
    }

    func linked(known: [Entity] = []) -> LinkedEntities {
        Linker(known: known).link(sightings, issues: issues, links: links, text: { texts[$0] })
    }

    /// For each mention the key of its entity, in order.
    func keys(known: [Entity] = []) -> [String] {
        let linked = linked(known: known)
        return linked.entityOfSighting.map { linked.entities[Int($0)].key }
    }

    /// `BN = Batch Normalization: acronym` for each merge.
    func reasons(known: [Entity] = []) -> [String] {
        linked(known: known).merges.map { "\($0.name) = \($0.other): \($0.reason.rawValue)" }
    }
}

@Suite struct MergeReasonTests {
    // MARK: - What texts say

    @Test func anAcronymIsWhatTheTextSaysItIsShortFor() {
        var corpus = Corpus()
        corpus.issue("en", "We use [model:Batch Normalization] ([model:BN]).")
        corpus.issue("en", "[model:BN] again.")
        #expect(Set(corpus.keys()).count == 1)
        #expect(corpus.reasons() == ["BN = Batch Normalization: acronym"])
    }

    @Test(arguments: [
        "[model:DIET] ([model:Dual Intent and Entity Transformer])",
        "[model:Neural Data Server] - [model:NDS]",
        "[model:Dual Intent and Entity Transformer] architecture ([model:DIET])",
        "[model:Multi-frequency Adaptive Fusion Network] ([library:MAFNet])",
        "[model:Gated Recurrent Units] ([model:GRUs])",
    ])
    func acronymsAreStatedInSeveralWays(text: String) {
        var corpus = Corpus()
        corpus.issue("en", text)
        #expect(Set(corpus.keys()).count == 1, "\(text)")
    }

    @Test(arguments: [
        "[model:Batch Normalization] beats [model:BN].", "[model:Layer Normalization] ([model:BN])",
        "[model:Batch Normalization], others (and [model:BN])",
        "[model:Graph Attention Network] and [model:GAN]",
        "[organization:Batch Normalization] ([model:BN])", "[person:Bill Nye] ([person:BN])",
        "[model:Fast Batch Normalization] ([model:BN])", "[model:SAM] ([model:G-SAM])",
        "[model:DART], [model:DARTS]",
    ])
    func whatIsNotStatedIsNotJoined(text: String) {
        var corpus = Corpus()
        corpus.issue("en", text)
        #expect(Set(corpus.keys()).count == 2, "\(text)")
    }

    @Test func anAcronymOfTwoMeaningsMeansOneInEachIssue() {
        var corpus = Corpus()
        corpus.issue("en", "[model:Rejection Sampling Fine-Tuning] ([model:RFT])", "[model:RFT]")
        corpus.issue("en", "[model:Reinforcement Fine-Tuning] ([model:RFT])", "[library:RFT]")
        let keys = corpus.keys()
        #expect(
            keys == [
                "model:Rejection Sampling Fine-Tuning", "model:Rejection Sampling Fine-Tuning",
                "model:Rejection Sampling Fine-Tuning", "model:Reinforcement Fine-Tuning",
                "model:Reinforcement Fine-Tuning", "model:Reinforcement Fine-Tuning",
            ])
    }

    @Test func aNameInBracketsBehindOneInAnotherScriptIsTheSame() {
        var corpus = Corpus()
        corpus.issue("zh", "[model:低秩适应]（[model:LoRA]）很好。", "[organization:腾讯] ([organization:Tencent])")
        #expect(
            corpus.reasons() == ["LoRA = 低秩适应: apposition", "Tencent = 腾讯: apposition"])
        // The end of a longer name that nobody recognized.
        var compound = Corpus()
        compound.issue("zh", "扩展[model:卡尔曼滤波器]（[model:EKF]）")
        let filter = Entity(
            type: .model, name: "Kalman Filter", aliases: [.init(name: "卡尔曼滤波器", language: "zh")])
        #expect(Set(compound.keys(known: [filter])).count == 2)
        var apart = Corpus()
        apart.issue("zh", "[organization:腾讯]和[organization:Google]", "[organization:腾讯] ([person:Pony Ma])")
        #expect(Set(apart.keys()).count == 3)
    }

    // MARK: - Variants

    @Test func aVersionOfSoftwareIsTheSoftwareAndOfAModelIsNot() {
        var corpus = Corpus()
        corpus.issue(
            "en", "[library:Foo] [library:Foo 1.4] [library:Foo v2] [model:Bar] [model:Bar-2] [model:Bar 3]")
        #expect(
            corpus.keys() == [
                "library:Foo", "library:Foo", "library:Foo", "model:Bar", "model:Bar-2", "model:Bar 3",
            ])
    }

    @Test func theSizeOfAModelIsAnotherModelUnlessItNamesTheWeights() {
        let known = [Entity(type: .model, name: "ResNet"), Entity(type: .model, name: "DistilBERT")]
        var corpus = Corpus()
        corpus.issue("en", "[model:DistilBERT base cased] [model:ResNet-50] [model:ResNet]")
        #expect(
            corpus.keys(known: known) == ["model:DistilBERT", "model:ResNet-50", "model:ResNet"])
        let reference = Mention.Reference.entry(type: .model, name: "ResNet")
        var sightings = SightingTable()
        for (passage, surface) in ["ResNet-50", "ResNets"].enumerated() {
            sightings.add(
                SurfaceForm(surface: surface, type: .model, reference: reference), issue: 0, passage: passage,
                confidence: 1)
        }
        let linked = Linker(known: known).link(sightings, issues: corpus.issues)
        #expect(linked.entities.map(\.key) == ["model:ResNet", "model:ResNet-50"])
    }

    @Test func aLibraryInTheSingularIsTheLibraryOfThatPlural() {
        let known = [Entity(type: .model, name: "Transformer"), Entity(type: .library, name: "Transformers")]
        var corpus = Corpus()
        corpus.issue(
            "en", "[library:Transformer] [model:Transformer] [library:Transformers] [model:Transformers]")
        #expect(
            corpus.keys(known: known) == [
                "library:Transformers", "model:Transformer", "library:Transformers", "model:Transformer",
            ])
    }

    // MARK: - Titles

    @Test func aShortTitleIsTheOneTitleThatBeginsSo() {
        var corpus = Corpus()
        corpus.issue(
            "en", "[paper:The Next Decade in AI: Four Steps]", "[paper:A Primer in BERTology: What We Know]",
            "[paper:BERTology Primer]", "[paper:Learning to Simulate Complex Physics]",
            "[paper:Learning to Simulate]")
        corpus.issue("en", "[paper:The Next Decade in AI]", "[paper:Complex Physics]")
        #expect(
            corpus.reasons() == [
                "BERTology Primer = A Primer in BERTology: What We Know: short title",
                "Learning to Simulate = Learning to Simulate Complex Physics: short title",
                "The Next Decade in AI = The Next Decade in AI: Four Steps: short title",
            ])
    }

    @Test func aBeginningOfTwoTitlesIsNeither() {
        var corpus = Corpus()
        corpus.issue(
            "en", "[paper:Attention Models: A Survey]", "[paper:Attention Models: New Results]",
            "[paper:Attention Models]")
        #expect(corpus.reasons() == [])
    }

    @Test func aLongTitleMayBeMisspeltButNotRenumbered() {
        var corpus = Corpus()
        corpus.issue("en", "[paper:Measuring Compositional Generalization in Text]")
        corpus.issue("en", "[paper:Measuring Compositonal Generalization in Text]")
        corpus.issue("en", "[paper:Findings of the Shared Task of the Year 2019]")
        corpus.issue("en", "[paper:Findings of the Shared Task of the Year 2018]")
        #expect(Set(corpus.keys()).count == 3)
        #expect(corpus.reasons().count == 1)
    }

    // MARK: - Translations

    @Test func translationsThatLinkOneAddressTeachNames() {
        var corpus = Corpus()
        corpus.issue(
            "en", edition: 0, "[library:NLP Paper Summaries](https://github.com/a/b)",
            "[paper:On Birds] <https://c.org/1>")
        corpus.issue(
            "zh", edition: 0, "[library:论文摘要](https://github.com/a/b)", "[paper:论鸟类的生活与习性] <https://c.org/1/>"
        )
        #expect(
            corpus.reasons() == [
                "NLP Paper Summaries = 论文摘要: translation", "On Birds = 论鸟类的生活与习性: translation",
            ])
        #expect(corpus.linked().entities.map(\.entity.name) == ["NLP Paper Summaries", "On Birds"])
    }

    @Test func issuesThatAreNoTranslationsTeachNothing() {
        var corpus = Corpus()
        corpus.issue("en", "[library:NLP Paper Summaries](https://github.com/a/b)")
        corpus.issue("zh", "[library:论文摘要](https://github.com/a/b)")
        #expect(Set(corpus.keys()).count == 2)
    }

    @Test func twoNamesOfOneTypeInAPassageTeachNothing() {
        var corpus = Corpus()
        corpus.issue("en", edition: 0, "[organization:Foo] [organization:Bar] <https://c.org/1>")
        corpus.issue("zh", edition: 0, "[organization:福] [organization:巴] <https://c.org/1>")
        #expect(Set(corpus.keys()).count == 4)
    }

    @Test func aNameThatHasNothingInCommonIsNoTranslation() {
        var corpus = Corpus()
        corpus.issue(
            "en", edition: 0, "[organization:Foo Labs] <https://c.org/1>",
            "[person:Ann Lee] <https://c.org/2>")
        corpus.issue(
            "fr", edition: 0, "[organization:Barre] <https://c.org/1>", "[person:Ann Low] <https://c.org/2>")
        #expect(Set(corpus.keys()).count == 4)
    }

    @Test func entriesOfTheLexiconAreNoTranslationsOfOneAnother() {
        let known = [Entity(type: .organization, name: "Foo Labs"), Entity(type: .organization, name: "福")]
        var corpus = Corpus()
        corpus.issue("en", edition: 0, "[organization:Foo Labs](https://c.org/1)")
        corpus.issue("zh", edition: 0, "[organization:福](https://c.org/1)")
        #expect(Set(corpus.keys(known: known)).count == 2)
    }

    @Test func aSlipInATranslationIsSeen() {
        var corpus = Corpus()
        corpus.issue("en", edition: 0, "[person:Connor Shorten]", "[model:RoBERTa]")
        corpus.issue("fr", edition: 0, "[person:Connor Shorton]", "[model:DeBERTa]")
        corpus.issue("en", edition: 1, "[person:Connor Shorter]")
        #expect(corpus.reasons() == ["Connor Shorten = Connor Shorton: misspelling"])
        #expect(Set(corpus.keys()).count == 4)
    }

    // MARK: - People

    @Test func aGivenNameAloneIsTheOneBeforeIt() {
        var corpus = Corpus()
        corpus.issue("en", "[person:Aman]", "[person:Aman Arora] and [person:Ann Lee]", "[person:Aman]")
        corpus.issue("en", "[person:Ann Lee], [person:Ann Low]", "[person:Ann]")
        let keys = corpus.keys()
        #expect(keys[3] == "person:Aman Arora")
        #expect(keys.last == "person:Ann@1.md")
    }

    @Test func aChineseFullNameIsOnePersonInAllIssues() {
        var corpus = Corpus()
        corpus.issue("zh", "[person:李明]", "[person:奥尔多]")
        corpus.issue("zh", "[person:李明]", "[person:奥尔多]")
        #expect(Set(corpus.keys()).count == 3)
    }

    // MARK: - The tree

    @Test func everyNameOfAnEntityHasAChainOfReasonsToEveryOther() {
        var corpus = Corpus()
        corpus.issue(
            "en", edition: 0, "[model:Batch Normalization] ([model:BN])", "[model:batch-normalization]",
            "[model:BNs]",
            "[paper:On Birds: A Survey of Flight](https://c.org/1)", "[person:Ann B. Lee], [person:Lee]")
        corpus.issue(
            "zh", edition: 0, "[paper:论鸟类的生活与习性](https://c.org/1)", "[person:Ann Lee]",
            "[model:批归一化] ([model:BN])",
            "[paper:On Birds]")
        let linked = corpus.linked()
        #expect(linked.entities.count == 3)
        for (index, entity) in linked.entities.enumerated() {
            let merges = linked.merges.filter { $0.entity == index }
            let names = Set(merges.flatMap { [$0.name, $0.other] })
            #expect(merges.count == names.count - 1, "\(entity.key): \(merges)")
            let surfaces = Set(
                zip(corpus.sightings.all, linked.entityOfSighting).filter { $1 == index }
                    .map { corpus.sightings.forms[Int($0.0.form)].surface })
            #expect(surfaces.isSubset(of: names), "\(entity.key): \(surfaces.subtracting(names))")
            for merge in merges { #expect(linked.entityOfSighting[merge.evidence] == index) }
        }
    }

    @Test func theTypeIsKeptWithItsShareOfTheEvidence() throws {
        var corpus = Corpus()
        corpus.issue("en", "[library:Foo]", "[model:Foo]", "[model:Foo]", "[model:Foo]")
        let entity = try #require(corpus.linked().entities.first)
        #expect(entity.key == "model:Foo")
        #expect(entity.typeConfidence == 0.75)
    }
}
