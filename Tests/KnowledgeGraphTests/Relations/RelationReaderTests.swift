import KGModel
import Testing

@testable import KnowledgeGraph

@Suite struct RelationReaderTests {
    /// Relations of a text whose names are marked by a letter for their type: `{m:GPT-2} by {o:OpenAI}`.
    private func relations(
        _ passages: String..., kinds: [Passage.Kind] = []
    ) -> [String] {
        let types: [String: EntityType] = [
            "m": .model, "l": .library, "d": .dataset, "p": .paper, "a": .person, "o": .organization,
            "v": .venue,
        ]
        var record = IssueRecord(
            issue: Issue(path: "t.md", title: "T", contentHash: "", size: 0), passages: [])
        for (number, marked) in passages.enumerated() {
            var text = ""
            var rest = marked[...]
            while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
                text += rest[..<open]
                let inner = rest[rest.index(after: open)..<close].split(separator: ":", maxSplits: 1)
                let name = String(inner[1])
                let start = text.utf8.count
                text += name
                record.mentions.append(
                    Mention(
                        passage: number, range: start..<text.utf8.count, surface: name, line: number + 1,
                        source: 0..<1, type: types[String(inner[0])] ?? .model, reference: .surface,
                        recognizer: "t", confidence: 1))
                rest = rest[rest.index(after: close)...]
            }
            text += rest
            record.passages.append(
                Passage(
                    kind: number < kinds.count ? kinds[number] : .paragraph, text: text,
                    lines: number + 1...number + 1))
        }
        return RelationReader.relations(in: record).map { one in
            "\(record.mentions[one.subject].surface) \(one.kind.rawValue) \(record.mentions[one.object].surface)"
        }
    }

    @Test func everyPatternCanBeRead() {
        for rule in RelationPatterns.all {
            #expect(
                rule.between.isValid && rule.before?.isValid != false && rule.behind?.isValid != false,
                "\(rule.name)")
        }
        for kind in RelationKind.allCases { #expect(RelationPatterns.all.contains { $0.kind == kind }) }
    }

    @Test(arguments: [
        "{a:Thomas Wolf}, science lead at {o:Hugging Face}, shares advice.",
        "{a:Thomas Wolf} of {o:Hugging Face}", "{a:Thomas Wolf} ({o:Hugging Face}) wrote.",
        "{o:Hugging Face}’s {a:Thomas Wolf}",
        "{a:Thomas Wolf}, responsable scientifique de {o:Hugging Face},",
        "{a:Thomas Wolf}, líder científico da {o:Hugging Face}",
        "{a:Thomas Wolf}, fundador de {o:Hugging Face}",
        "{o:Hugging Face} 的科学负责人 {a:Thomas Wolf}", "{o:Hugging Face}团队的{a:Thomas Wolf}发表",
        "{o:Hugging Face}’ten {a:Thomas Wolf}", "{a:Thomas Wolf}، مؤسس {o:Hugging Face}",
    ])
    func peopleAreAtOrganizations(text: String) {
        #expect(relations(text) == ["Thomas Wolf at Hugging Face"])
    }

    @Test func anEnumerationSharesWhatIsSaidOfIt() {
        #expect(
            relations("{a:A One}, {a:B Two} and {a:C Three} of {o:Google AI} with {a:D Four} of {o:CMU}.")
                == [
                    "A One at Google AI", "B Two at Google AI", "C Three at Google AI", "D Four at CMU",
                ])
        #expect(
            relations("{p:Attention Is All You Need}, by {a:A One} and {a:B Two}") == [
                "Attention Is All You Need by A One", "Attention Is All You Need by B Two",
            ])
        #expect(
            relations("{o:DeepMind} released {l:Haiku} and {l:RLax}.") == [
                "Haiku from DeepMind", "RLax from DeepMind",
            ])
    }

    @Test(arguments: [
        "{o:OpenAI}’s {m:GPT-2}", "{m:GPT-2}, released by {o:OpenAI},", "{m:GPT-2} by {o:OpenAI}",
        "{o:OpenAI} recently open-sourced a large language model called {m:GPT-2}.",
        "{m:GPT-2} de {o:OpenAI}",
        "{m:GPT-2} d’{o:OpenAI}", "{m:GPT-2} da {o:OpenAI}", "{o:OpenAI} a récemment publié {m:GPT-2}",
        "{o:OpenAI} lançou o {m:GPT-2}", "{o:OpenAI} lanzó {m:GPT-2}", "{o:OpenAI}的{m:GPT-2}",
        "{o:OpenAI} 最近发布了一种名为{m:GPT-2}的模型", "{m:GPT-2}是由{o:OpenAI}提出的",
        "{o:OpenAI} tarafından geliştirilen {m:GPT-2}", "{o:OpenAI}’ın {m:GPT-2}",
        "{m:GPT-2} الخاص ب {o:OpenAI}",
    ])
    func modelsAreReleasedByOrganizations(text: String) {
        #expect(relations(text) == ["GPT-2 released by OpenAI"])
    }

    @Test(arguments: [
        "{p:TinyML} by {a:Pete Warden}", "{p:TinyML}, écrit par {a:Pete Warden}",
        "{p:TinyML}” de {a:Pete Warden}",
        "{p:TinyML} escrito por {a:Pete Warden}",
        "{a:Pete Warden} recently published a paper titled “{p:TinyML}”",
        "{a:Pete Warden}撰写的这本名为{p:TinyML}的书", "{p:TinyML}[33]”，作者为{a:Pete Warden}",
        "{p:TinyML} ({a:Pete Warden} et al., 2019)", "{p:TinyML} من تأليف {a:Pete Warden}",
        "{a:Pete Warden} tarafından yazılan {p:TinyML}", "{a:Pete Warden} (2019). {p:TinyML}.",
    ])
    func papersAreByPeople(text: String) {
        #expect(relations(text) == ["TinyML by Pete Warden"])
    }

    @Test func authorsStandUnderTheTitle() {
        let found = relations(
            "{p:A Study of Newts}", "Authors: {a:A One}, {a:B Two}", "{a:C Three} likes it.",
            kinds: [.heading, .paragraph, .paragraph])
        #expect(found == ["A Study of Newts by A One", "A Study of Newts by B Two"])
        // A heading that says more than a title, and another heading between.
        #expect(
            relations("What we read: {p:A Study}", "Authors: {a:A One}", kinds: [.heading, .paragraph])
                .isEmpty)
        #expect(
            relations(
                "{p:A Study of Newts}", "{o:Google} news", "Authors: {a:A One}",
                kinds: [.heading, .heading, .paragraph]
            ).isEmpty)
    }

    @Test func aTitleThatBeginsWithItsModelIntroducesIt() {
        #expect(
            relations("{m:REALM} is new.", "{p:REALM: Retrieval-Augmented Pre-Training}") == [
                "REALM introduced in REALM: Retrieval-Augmented Pre-Training"
            ])
        #expect(relations("{m:BERT} is old.", "{p:REALM: Retrieval-Augmented Pre-Training}").isEmpty)
        #expect(
            relations("{m:ALBERT}, introduced in the paper {p:A Lite BERT}") == [
                "ALBERT introduced in A Lite BERT"
            ])
        #expect(relations("{p:A Lite BERT}，提出了{m:ALBERT}") == ["ALBERT introduced in A Lite BERT"])
    }

    @Test func modelsAreEvaluatedOnDatasets() {
        #expect(
            relations("{m:XLNet} reports better results on {d:RACE} and {d:SQuAD}.") == [
                "XLNet evaluated on RACE", "XLNet evaluated on SQuAD",
            ])
        #expect(relations("{m:MAFNet}在{d:KITTI 2015}数据集上显著优于现有方法") == ["MAFNet evaluated on KITTI 2015"])
        #expect(relations("{m:XLNet} obtient de meilleurs résultats sur {d:RACE}").count == 1)
    }

    @Test(arguments: [
        "{m:XLNet} was trained on results of {d:RACE}", "{m:BERT} and {o:Google}", "{a:A One} and {o:Google}",
        "{o:Hugging Face} releases a library based on {m:DistilBERT}",
        "{o:Google} recently published an efficient variant of a {m:BERT}",
        "{m:BERT}. {o:Google} does more.", "{a:A One} published an article in {o:The Gradient}",
        "{o:Google}’s {m:Transformer}",
        "{m:GPT-2} de {o:Hugging Face}", "{l:Python} by {o:Google}", "{o:OpenAI} utilizando {l:PyTorch}",
        "{m:BERT} is in {p:A Study}", "{a:A One} presented his talk for {o:NLP Zurich}",
        "{o:The Gradient} recently featured this post by {a:Gary Marcus}", "{a:A One}",
    ])
    func nothingIsConcludedFromStandingNear(text: String) {
        #expect(relations(text).isEmpty)
    }

    @Test func relationsFollowWhatNamesTurnOutToBe() async throws {
        let bench = try Bench([
            "1.md": "---\ndate: 2020-01-10\n---\n\nOpenAI's GPT-2 is large.\n\nYoshua Bengio of Mila.\n",
            "2.md": "---\ndate: 2020-02-10\nlang: fr\n---\n\nLe GPT-2 d'OpenAI est là.\n",
        ])
        try await bench.build()
        let graph = try bench.graph()
        let found = try graph.relations()
        #expect(
            found.map { "\($0.subject.name) \($0.kind.rawValue) \($0.object.name)" } == [
                "GPT-2 released by OpenAI", "Yoshua Bengio at Mila",
            ])
        let release = try #require(found.first)
        #expect([release.passages, release.issues] == [2, 2])
        #expect(release.firstDate == "2020-01-10")
        let evidence = try graph.evidence(for: release)
        let quotation = try #require(evidence)
        #expect(quotation.text == "OpenAI's GPT-2 is large.")
        #expect(quotation.marks.count == 2)
        #expect(try graph.relations(of: graph.entity(named: "Mila")).map(\.kind) == [.at])
        #expect(try graph.relations(kinds: [.by]).isEmpty)
        #expect(try graph.relations(filter: IssueFilter(since: "2020-02")).map(\.issues) == [1])
        let part = try graph.wholeGraph()
        let arrows = try graph.relations(in: part)
        let arrow = try #require(arrows.first { $0.kind == .releasedBy })
        #expect(part.nodes[arrow.subject].name == "GPT-2")
        #expect(part.nodes[arrow.object].name == "OpenAI")
        // Unchanged issues keep theirs; a removed one takes them away.
        try bench.remove("1.md")
        try await bench.build(prune: true)
        #expect(try bench.graph().relations().map(\.issues) == [1])
    }
}
