import KGModel
import Testing

@testable import Recognition

/// Recognizers that need no lexicon.
@Suite struct PatternTests {
    private func people(_ text: String) throws -> [String] {
        let issue = try issue(text)
        return PeopleRecognizer(.small).candidates(in: issue, given: []).shown(in: issue).map {
            String($0.dropFirst(7))
        }
    }

    @Test(arguments: [
        ("Yoshua Bengio spoke.", ["Yoshua Bengio"]), ("by Quoc V. Le.", ["Quoc V. Le"]),
        ("Quoc V Le", ["Quoc V Le"]), ("Quoc Le said", ["Quoc Le"]), ("Peter Le Smith", ["Peter Le Smith"]),
        ("Jean-Baptiste Smith", ["Jean-Baptiste Smith"]), ("Min-Yen Kan", ["Min-Yen Kan"]),
        ("Anna Rogers-Smith", ["Anna Rogers-Smith"]),
        ("Peter van der Smith", ["Peter van der Smith"]),
        ("Marc Peter Deisenroth", ["Marc Peter Deisenroth"]), ("Anna O’Smith", ["Anna O’Smith"]),
        ("Yoshua Bengio and Anna Rogers", ["Yoshua Bengio", "Anna Rogers"]),
        ("Yoshua Bengio, Anna Rogers", ["Yoshua Bengio", "Anna Rogers"]),
        ("Yoshua Bengio's talk", ["Yoshua Bengio"]), ("Anna Rogers'ın", ["Anna Rogers"]),
        ("加里·马库斯写道", ["加里·马库斯"]),
        ("约翰·麦卡锡与马文·明斯基", ["约翰·麦卡锡", "马文·明斯基"]), ("Grace Hopper", ["Grace Hopper"]),
    ])
    func peopleAreFoundByTheirNamesForm(text: String, found: [String]) throws {
        #expect(try people(text) == found)
    }

    @Test(arguments: [
        "A meeting in Hong Kong and San Francisco.",
        "Deep Learning", "Yoshua", "yoshua bengio", "ANNA ROGERS", "Anna University", "Yoshua BERT",
        "`Yoshua Bengio`", "Grace Learning", "微软·谷歌公司",
        "Anna. Rogers", "https://example.org/Yoshua_Bengio",
    ])
    func otherWordsAreNoPeople(text: String) throws {
        #expect(try people(text) == [])
    }

    private func links(_ text: String) throws -> [String] {
        let issue = try issue(text)
        return LinkRecognizer(.small).candidates(in: issue, given: []).map { candidate in
            guard case .identity(let identity) = candidate.reference else { return "no identity" }
            return "\(candidate.type) \(issue.passages[candidate.passage].text(candidate.range)) \(identity)"
        }
    }

    @Test(arguments: [
        ("[Textkit](https://github.com/acme/textkit) is new", ["library Textkit github:acme/textkit"]),
        ("Our Textkit 2 ([code](https://github.com/acme/textkit))", ["library Textkit github:acme/textkit"]),
        ("[TextKit](https://pypi.org/project/textkit/)", ["library TextKit pypi:textkit"]),
        ("[FooQA](https://huggingface.co/datasets/acme/fooqa)", ["dataset FooQA hf:datasets/acme/fooqa"]),
        ("[Foo-BERT](https://huggingface.co/acme/foo-bert)", ["model Foo-BERT hf:acme/foo-bert"]),
        ("[FooBERT](https://github.com/acme/foobert)", ["model FooBERT github:acme/foobert"]),
        ("The Foo dataset is [here](https://github.com/acme/foo)", ["dataset Foo github:acme/foo"]),
        ("数据集：Foo数据集（[链接](https://github.com/acme/foo)）", ["dataset Foo github:acme/foo"]),
        (
            "[Deep Learning for Birds](https://arxiv.org/abs/2001.00001)",
            ["paper Deep Learning for Birds arxiv:2001.00001"]
        ),
        (
            "[“Birds: A Survey of Songs”](https://arxiv.org/abs/2001.00001)",
            ["paper Birds: A Survey of Songs arxiv:2001.00001"]
        ),
    ])
    func linkTextsThatAreNamesAreNames(text: String, found: [String]) throws {
        #expect(try links(text) == found)
    }

    @Test func thatARepositoryHoldsALibraryIsAGuess() throws {
        func confidence(_ text: String) throws -> Double? {
            LinkRecognizer(.small).candidates(in: try issue(text), given: []).first?.confidence
        }
        #expect(try confidence("[Textkit](https://github.com/acme/textkit)") == 0.6)
        #expect(try confidence("[Textkit](https://github.com/acme/textkit) library") == 0.8)
        #expect(try confidence("[TextKit](https://pypi.org/project/textkit/)") == 0.8)
    }

    @Test(arguments: [
        "[here](https://arxiv.org/abs/2001.00001)", "[this paper](https://arxiv.org/abs/2001.00001)",
        "[论文](https://arxiv.org/abs/2001.00001)",
        "[code](https://github.com/acme/textkit)", "[Devlin et al.](https://arxiv.org/abs/1810.04805)",
        "the tokenizers [x](https://github.com/acme/tokenizers)",
        "Code [x](https://github.com/acme/code)", "Awesome NLP [x](https://github.com/acme/awesome-nlp)",
        "https://github.com/acme/textkit", "`Textkit` [x](https://github.com/acme/textkit)",
        "[Textkit](https://example.org/textkit)",
        "See https://www.semanticscholar.org/paper/Birds%3A-A-Survey-of-Songs/6c7494a47cc5421a7b636c244e13586dc2dab007",
        "https://www.researchgate.net/publication/336739252_PhD_Thesis_Songs_of_Birds_in_the_City",
        "[Textkit notebooks](https://github.com/acme/textkit-notebooks)",
    ])
    func otherLinkTextsAreNot(text: String) throws {
        #expect(try links(text) == [])
    }

    /// A row of a weekly list of papers.
    private static func row(_ text: String) -> String {
        "| \(text) | [Paper](https://arxiv.org/abs/2001.00001) |\n|---|---|"
    }

    private func titles(_ text: String) throws -> [String] {
        let issue = try issue(text)
        return TitleRecognizer(.small).candidates(in: issue, given: []).shown(in: issue)
    }

    @Test(arguments: [
        (
            "[7] **Birds: A Survey of Songs:** https://arxiv.org/abs/2001.00001",
            ["paper Birds: A Survey of Songs"]
        ),
        (
            "[7] Birds: A Survey of Songs: https://arxiv.org/abs/2001.00001",
            ["paper Birds: A Survey of Songs"]
        ),
        (
            "| 1) **Birds: A Survey of Songs** - how they sing | [Paper](https://arxiv.org/abs/2001.00001) |\n|---|---|",
            ["paper Birds: A Survey of Songs"]
        ),
        ("- **A Survey of Bird Songs** ([paper](https://example.org/x))", ["paper A Survey of Bird Songs"]),
        ("The paper “A Survey of Bird Songs” tells", ["paper A Survey of Bird Songs"]),
        ("Leur article « Birds: A Survey of Songs » dit", ["paper Birds: A Survey of Songs"]),
        ("论文《A Survey of Bird Songs》", ["paper A Survey of Bird Songs"]),
        ("论文《A Survey of Bird Songs[26]》", ["paper A Survey of Bird Songs"]),
        ("论文《鸟类歌声的综合研究》", ["paper 鸟类歌声的综合研究"]),
        (row("1) A Survey of Bird Songs - how they sing"), ["paper A Survey of Bird Songs"]),
        (row("1) A Survey of Bird Songs  Researchers ask"), ["paper A Survey of Bird Songs"]),
        (row("2) **Enhancing Songs** - how they sing"), ["paper Enhancing Songs"]),
        (row("2) Singing while Flying  Birds do it"), ["paper Singing while Flying"]),
        (row("3) BirdNet-2 - a network that hears birds"), ["model BirdNet-2"]),
        (row("3) AviSound - a new benchmark for models"), ["dataset AviSound"]),
        (row("3) AviSound - a model better on each benchmark"), ["model AviSound"]),
        (row("4) Mixture of Birds - a method"), []),
        (row("5) Songs - how they sing"), []),
        (row("6) BirdGPT: a tool that sings - how"), ["paper BirdGPT: a tool that sings"]),
        (
            "## BIRDS: a survey of their songs\n\nIn [this paper](https://arxiv.org/abs/2001.00001) they sing.",
            ["paper BIRDS: a survey of their songs"]
        ),
        ("## BIRDS: a survey of their songs\n\nNo paper is linked.", []),
        ("It is based on a book called [Birds](https://example.org/b).", ["paper Birds"]),
        ("un libro titulado *Pájaros*", ["paper Pájaros"]),
        ("um livro chamado [Aves](https://example.org/b)", ["paper Aves"]),
        ("The book is sold by [Birds](https://example.org/b).", []),
        ("In the paper *Songs of Northern Birds* they sing.", ["paper Songs of Northern Birds"]),
        ("In the paper *songs* they sing.", []),
        (
            "Two papers, \"A Survey of Bird Songs\" and \"A Theory of Bird Flight\", are out; \"All That Jazz Again\" is none.",
            ["paper A Survey of Bird Songs", "paper A Theory of Bird Flight"]
        ),
        (
            "| A Survey of Bird Songs | birds | [abs](https://arxiv.org/abs/2001.00001) |\n|---|---|---|",
            ["paper A Survey of Bird Songs"]
        ),
        ("| birds | A Survey of Bird Songs | [abs](https://arxiv.org/abs/2001.00001) |\n|---|---|---|", []),
        (
            "3. Songs of Northern Birds\n   Anna Rogers, Peter Smith, and others",
            ["paper Songs of Northern Birds"]
        ),
        (
            "3. Songs of Northern Birds\n   Authors: Anna Rogers, Peter Smith",
            ["paper Songs of Northern Birds"]
        ),
        ("3. Songs of Northern Birds\n   They sing in Norway, Sweden and Finland", []),
    ])
    func titlesAreFoundByTheWayTheyAreSet(text: String, found: [String]) throws {
        #expect(try titles(text) == found)
    }

    @Test(arguments: [
        "She said “this is not what we expected”.", "“A Survey of Bird Songs” was sung",
        "- **Important** text ([paper](https://arxiv.org/abs/2001.00001))",
        "《三体》很好看", "**Birds: A Survey of Songs**", "The paper “x”",
    ])
    func otherEmphasisIsNoTitle(text: String) throws {
        #expect(try titles(text) == [])
    }

    @Test func aPageAboutOnePaperBearsItsTitle() throws {
        let issue = try issue(
            "---\ntitle: \"Birds sing well\"\n---\n\n# Birds sing well\n\n[Paper](https://arxiv.org/abs/2001.00001)\n"
        )
        let found = TitleRecognizer(.small).candidates(in: issue, given: [])
        #expect(found.map(\.passage) == [0, 1])
        #expect(found.allSatisfy { $0.reference == .identity(Identity(kind: .arxiv, value: "2001.00001")) })
    }

    @Test func whatIsSureOnceIsFoundAgain() throws {
        let issue = try issue(
            "[Textkit](https://github.com/acme/textkit) is new.\n\nTextkit is fast; textkits are not Textkit2."
        )
        let found = LinkRecognizer(.small).candidates(in: issue, given: [])
        let echoes = EchoRecognizer(.small).candidates(in: issue, given: found)
        #expect(echoes.filter { $0.passage == 1 }.shown(in: issue) == ["library Textkit"])
        #expect(echoes.allSatisfy { $0.reference == found.first?.reference })
    }

    @Test func aSurnameEchoesItsFullName() throws {
        let issue = try issue("Yoshua Bengio spoke.\n\nBengio said so; Rogers did not.")
        let found = PeopleRecognizer(.small).candidates(in: issue, given: [])
        let echoes = EchoRecognizer(.small).candidates(in: issue, given: found).filter { $0.passage == 1 }
        #expect(echoes.shown(in: issue) == ["person Bengio"])
        #expect(echoes.first?.reference == .name("Yoshua Bengio"))
    }

    @Test func aSurnameOfTwoPeopleEchoesNeither() throws {
        let issue = try issue("Anna Smith and Peter Smith spoke. Smith said so.")
        let found = PeopleRecognizer(.small).candidates(in: issue, given: [])
        #expect(found.count == 2)
        let echoes = EchoRecognizer(.small).candidates(in: issue, given: found)
        #expect(!echoes.shown(in: issue).contains("person Smith"))
    }
}
