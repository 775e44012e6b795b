import KGModel
import Testing

@testable import Recognition

/// Names that a sentence tells the kind of.
@Suite struct DefinitionTests {
    private func definitions(_ text: String) throws -> [String] {
        let issue = try issue(text)
        return DefinitionRecognizer(.small).candidates(in: issue, given: []).shown(in: issue)
    }

    @Test(arguments: [
        ("Quillkit is a Python-based configuration tool for projects.", ["library Quillkit"]),
        ("It is out. Quillkit, a framework for writers, is new.", ["library Quillkit"]),
        ("Neural Ink Server (NIS) is a dedicated search engine.", ["library Neural Ink Server"]),
        ("QuillNet is a language understanding (NLU) multitask architecture that wins.", ["model QuillNet"]),
        ("Quill-QA is the first benchmark of pens.", ["dataset Quill-QA"]),
        ("Plumeware is a startup from Lyon.", ["organization Plumeware"]),
        ("Quillkit est un outil pour gérer des projets.", ["library Quillkit"]),
        ("Quillkit es una nueva biblioteca de plumas.", ["library Quillkit"]),
        ("Quillkit é uma ferramenta para penas.", ["library Quillkit"]),
        ("Quillkit是一个用于配置的框架，很好。", ["library Quillkit"]),
    ])
    func aSentenceTellsWhatItsSubjectIs(text: String, found: [String]) throws {
        #expect(try definitions(text) == found)
    }

    @Test(arguments: [
        "This is a tool for all.", "Active Learning is a framework of its own.", "Here is a library for you.",
        "Deep Learning is a tool.", "Quillkit is a framework-based approach.", "Quillkit is here.",
        "Quill is an architecture.", "Model is a tool.", "We think Quillkit is a tool.",
        "# Quillkit is a tool",
        "Quillkit是一个好主意，很好。", "The Quill is a tool.",
    ])
    func otherSentencesDoNot(text: String) throws {
        #expect(try definitions(text) == [])
    }

    @Test func whatIsKnownIsLeftToWhoKnowsIt() throws {
        let issue = try issue("Quillkit is a tool for pens.")
        let known = Candidate(
            passage: 0, range: 0..<8, type: .model, reference: .surface, recognizer: "lexicon",
            confidence: 0.9)
        #expect(DefinitionRecognizer(.small).candidates(in: issue, given: [known]) == [])
    }

    /// An ordinary word that the lexicon knows counts in all of an issue that says what it is.
    @Test func aDefinitionIsEvidenceForAnOrdinaryWord() throws {
        let lexicon = try Lexicon("Hydra¦¦¦common¦library")
        let issue = try issue("# Hydra\n\nHydra is a tool for pens.\n\nMore of Hydra.")
        let found = LexiconRecognizer(lexicon, .small).candidates(in: issue, given: [])
        #expect(found.map { $0.confidence >= 0.5 } == [true, true, true])
    }
}
