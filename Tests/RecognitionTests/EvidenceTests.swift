import KGModel
import Testing

@testable import Recognition

/// Names of the lexicon in their surroundings.
@Suite struct EvidenceTests {
    private static let lexicon = try? Lexicon(
        "Hydra¦¦github:facebookresearch/hydra¦common¦library", "PyTorch¦¦github:pytorch/pytorch¦¦library",
        "Keras¦¦¦¦library",
        "Nature¦¦¦common¦venue", "NeurIPS¦NIPS¦¦¦venue", "BERT¦¦¦¦model", "GPT-2¦¦¦¦model", "GPT¦¦¦¦model",
        "SQuAD¦¦¦¦dataset",
        "Google¦zh:谷歌¦¦¦organization")

    /// Surfaces that count as mentions.
    private func surfaces(_ text: String) throws -> [String] {
        let issue = try issue(text)
        let found = LexiconRecognizer(try #require(Self.lexicon), .small).candidates(in: issue, given: [])
        return Resolver().resolve(found).map { issue.passages[$0.passage].text($0.range) }
    }

    @Test(arguments: [
        "The Hydra of Lerna had nine heads", "# Tools and Hydra", "Hydra", "hydra library", "HYDRA framework",
        "Tools and Hydra",
    ])
    func aCommonWordAloneIsNoName(text: String) throws {
        #expect(try surfaces(text) == [])
    }

    @Test(arguments: [
        "the Hydra framework", "the library Hydra", "**Hydra** is out", "[Hydra](https://example.org) is out",
        "Hydra 1.0",
        "Hydra, see https://github.com/facebookresearch/hydra", "Facebook Research's Hydra", "用Hydra框架",
        "PyTorch and Hydra", "PyTorch, Hydra",
        "kütüphane Hydra", "la bibliothèque Hydra",
    ])
    func aCommonWordWithEvidenceBesideItIsAName(text: String) throws {
        #expect(try surfaces(text).contains { $0.hasPrefix("Hydra") })
    }

    @Test(arguments: [
        ("in The Quill Times today", "Quill Times"), ("the Quill Brain team says", "Quill Brain"),
        ("the Quill Brain Team says", "Quill Brain"), ("Inkpot notebooks are here", "Inkpot"),
        ("in The Quill today", "The Quill"), ("the Inkpot Notebook", "Inkpot Notebook"),
        ("羽毛公司发布", "羽毛"), ("墨水公司发布", "墨水公司"),
    ])
    func articlesAndGenericHeadsStayOutside(text: String, found: String) throws {
        let lexicon = try Lexicon(
            "Quill Times¦The Quill Times¦¦¦organization", "The Quill¦¦¦exact¦organization",
            "Quill Brain¦Quill Brain Team¦¦¦organization", "Inkpot¦Inkpot Notebook¦¦¦library",
            "Plume¦zh:羽毛 | zh:羽毛公司¦¦¦organization", "Ink¦zh:墨水公司¦¦¦organization")
        let issue = try issue(text)
        let candidates = LexiconRecognizer(lexicon, .small).candidates(in: issue, given: [])
        #expect(Resolver().resolve(candidates).map { issue.passages[$0.passage].text($0.range) } == [found])
    }

    @Test(arguments: ["Quill-Learning", "Quill-Öğrenme için"])
    func aWordJoinedByAHyphenIsAnother(text: String) throws {
        let lexicon = try Lexicon("Quill¦¦¦exact¦organization")
        #expect(LexiconRecognizer(lexicon, .small).candidates(in: try issue(text), given: []) == [])
    }

    /// A package that is called as models are: its surroundings tell which of the two is meant.
    @Test(arguments: [
        ("the Transformers library", EntityType.library), ("la librairie Transformers", .library),
        ("the Transformer library", .library), ("Transformer 库很好", .library),
        ("Acme Transformers is out", .library),
        ("Transformers, see https://github.com/acme/transformers", .library),
        ("Transformers are RNNs", .model),
        ("l'extension du modèle Transformer", .model), ("approaches based on Transformers", .model),
        ("Transformers are RNNs.\n\nCode: https://github.com/acme/transformers", .model),
    ])
    func aPackageIsToldFromModelsOfItsName(text: String, type: EntityType) throws {
        let lexicon = try Lexicon(
            "Transformers¦¦github:acme/transformers¦exact common¦library", "Transformer¦¦¦¦model")
        let issue = try issue(text)
        let found = LexiconRecognizer(lexicon, .small).candidates(in: issue, given: [])
        let first = try #require(Resolver().resolve(found).first)
        #expect(first.type == type)
    }

    @Test func evidenceCountsInAllOfTheIssue() throws {
        #expect(
            try surfaces("Hydra came first.\n\nThe Hydra framework.\n\nThen Hydra again.") == [
                "Hydra", "Hydra", "Hydra",
            ])
    }

    @Test func evidenceForAnotherTypeIsNone() throws {
        #expect(try surfaces("the Nature dataset") == [])
        #expect(try surfaces("published in Nature") == ["Nature"])
    }

    @Test(
        arguments: [
            ("PyTorch 1.4 is out", ["PyTorch 1.4"]), ("PyTorch v1.4.1, now", ["PyTorch v1.4.1"]),
            ("Keras 3 is out", ["Keras"]), ("With Keras 3.", ["Keras 3"]),
            ("Keras 3 tutorials", ["Keras"]), ("PyTorch 2020", ["PyTorch"]), ("PyTorch 100%", ["PyTorch"]),
            ("PyTorch.", ["PyTorch"]), ("PyTorch 1.4x", ["PyTorch"]),
            ("NeurIPS 2019", ["NeurIPS 2019"]), ("NeurIPS-2019", ["NeurIPS-2019"]),
            ("NeurIPS'19", ["NeurIPS'19"]), ("NIPS ’17", ["NIPS ’17"]), ("NeurIPS 42", ["NeurIPS"]),
            ("NeurIPS 3019", ["NeurIPS"]), ("several BERTs", ["BERTs"]), ("BERT 1.0", ["BERT"]),
        ] as [(String, [String])])
    func versionsYearsAndPluralsBelongToTheSurface(text: String, found: [String]) throws {
        #expect(try surfaces(text) == found)
    }

    @Test(
        arguments: [
            ("GPT-2", ["GPT-2"]), ("GPT-7", []), ("GPT‑2", ["GPT‑2"]), ("GPT‑7", []), ("BERT-Giant", []),
            ("BERT-based", ["BERT"]),
            ("google.com", []), ("model.bert", []), ("BERT.", ["BERT"]),
            ("`BERT`", []), ("https://google.com/BERT", []), ("[BERT](https://google.com)", ["BERT"]),
            ("BERT'in", ["BERT"]), ("谷歌发布", ["谷歌"]),
            ("GPT-2/BERT", ["GPT-2", "BERT"]), ("10.1109/BERT.2020.1", []), ("SQuAD's", ["SQuAD"]),
            ("@Google", []),
        ] as [(String, [String])])
    func aNameIsNotFoundInOtherNames(text: String, found: [String]) throws {
        #expect(try surfaces(text) == found)
    }

    @Test(
        arguments: [
            ("Gradual Offline Optimization (GOO) is new, GOO is fast", []),
            ("The Grand Old Office (GOO) and GOO", ["GOO", "GOO"]),
            ("Great Open Observatory (GOO), then GOO", ["GOO", "GOO"]), ("GOO (see below)", ["GOO"]),
            ("GOO学习", []), ("GOO发布", ["GOO"]),
        ] as [(String, [String])])
    func anAcronymIsWhatTheIssueSaysItIs(text: String, found: [String]) throws {
        var lexicon = Lexicon()
        try lexicon.add("Great Open Observatory\tGOO", file: "organizations.tsv", type: .organization)
        let passage = Passage(kind: .paragraph, text: text, lines: 1...1)
        let issue = IssueText(
            IssueRecord(
                issue: Issue(path: "x", title: "", language: "en", contentHash: "", size: 0),
                passages: [passage]))
        let recognizer = LexiconRecognizer(lexicon, try Vocabulary.standard())
        let names = recognizer.candidates(in: issue, given: []).map { issue.passages[0].text($0.range) }
        #expect(names.filter { $0 == "GOO" } == found)
    }
}
