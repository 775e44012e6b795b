import KGModel
import Recognition
import Testing

@Suite struct LexiconTests {
    @Test func aLineTellsNameAliasesIdentitiesAndFlags() throws {
        var lexicon = Lexicon()
        try lexicon.add(
            "\u{FEFF}# comment\r\n\nHugging Face\t=HF | zh:抱抱脸 | Huggingface Inc\turl:huggingface.co | github:HuggingFace/Transformers\tcommon\r\nBERT\n",
            file: "a.tsv", type: .organization)
        #expect(lexicon.entries.map(\.name) == ["Hugging Face", "BERT"])
        let entry = try #require(lexicon.entries.first)
        #expect(entry.type == .organization)
        #expect(entry.aliases.map(\.name) == ["HF", "抱抱脸", "Huggingface Inc"])
        #expect(entry.aliases.map(\.language) == [nil, "zh", nil])
        #expect(entry.aliases.map(\.isExact) == [true, false, false])
        #expect(
            entry.identities.map(\.description) == ["url:huggingface.co", "github:huggingface/transformers"])
        #expect(entry.isCommon)
        #expect(entry.isExact == nil)
        #expect(
            entry.entity.identities.map(\.description) == [
                "github:huggingface/transformers", "url:huggingface.co",
            ])
    }

    @Test func aUsersFileTellsTheTypeInItsFifthColumn() throws {
        let lexicon = try Lexicon("Our Tool¦OT¦¦exact¦tool", "Jane Doe¦¦¦¦Author")
        #expect(lexicon.entries.map(\.type) == [.library, .person])
        #expect(lexicon.entries.first?.isExact == true)
    }

    @Test(arguments: [
        ("A\n\tb\n", 2), ("# c\n\nA\t\tisbn:1\n", 3), ("A\t\tgithub\n", 1), ("A\t\t\tloud\n", 1),
        ("A\tb\tpypi:c\t\t\n", 1),
        ("A\nB\nA\n", 3), ("A\tx | y\nB\tzh:y\n", 2), ("A\nB\t=A\n", 2),
    ])
    func mistakesAreToldInOneLineWithTheirPlace(text: String, line: Int) throws {
        var lexicon = Lexicon()
        let error = try #require(throws: LexiconError.self) {
            try lexicon.add(text, file: "my/names.tsv", type: .model)
        }
        #expect(error.description.hasPrefix("my/names.tsv:\(line): "))
        #expect(!error.description.contains("\n"))
        #expect(lexicon.entries.isEmpty)
    }

    @Test(arguments: ["A\n", "A\t\t\t\tgadget\n", "A\t\t\t\tmodel\tx\n", "A\t\t\t\n"])
    func aUsersFileWithoutATypeIsRefused(text: String) throws {
        var lexicon = Lexicon()
        let error = try #require(throws: LexiconError.self) {
            try lexicon.add(text, file: "u.tsv", type: nil)
        }
        #expect(error.description.hasPrefix("u.tsv:1: "))
    }

    @Test func anAliasOfTwoEntitiesIsRefused() throws {
        var lexicon = Lexicon()
        let error = try #require(throws: LexiconError.self) {
            try lexicon.add("A\tx\t\t\tmodel\nB\tx\t\t\tlibrary\nC\tx\t\t\tmodel\n", file: "u.tsv", type: nil)
        }
        #expect(error.description == "u.tsv:3: x names A of line 1 already; remove it from one of the two")
        #expect(lexicon.entries.isEmpty)
    }

    @Test func oneNameMayStandForThingsOfSeveralTypes() throws {
        #expect(try Lexicon("Flair¦¦¦¦library", "Flair¦¦¦¦model").entries.count == 2)
    }
}
