import KGModel
import Testing

@testable import Recognition

/// A long form beside its acronym.
@Suite struct ExpansionTests {
    private func expansions(_ text: String) throws -> [String] {
        let issue = try issue(text)
        let lexicon = try Lexicon("QLX¦¦¦¦model", "Quill Reading Corpus¦¦¦¦dataset")
        let found = LexiconRecognizer(lexicon, .small).candidates(in: issue, given: [])
        return ExpansionRecognizer().candidates(in: issue, given: found).shown(in: issue)
    }

    @Test(arguments: [
        (
            "with Residual Vector Quantization (RVQ) it",
            ["model Residual Vector Quantization", "model RVQ"]
        ),
        (
            "a Multi-frequency Adaptive Fusion Network (MAFNet), which",
            ["model Multi-frequency Adaptive Fusion Network", "model MAFNet"]
        ),
        ("the Corpus of Bird Songs (CBS) is", []),
        ("our Bird Song Corpus (BSC) is", ["dataset Bird Song Corpus", "dataset BSC"]),
        ("Quiet Lake Xylem (QLX)", ["model Quiet Lake Xylem"]),
        ("the Quill Reading Corpus (QRC)", ["dataset QRC"]),
    ])
    func aLongFormAndItsAcronymAreOneThing(text: String, found: [String]) throws {
        #expect(try expansions(text) == found)
    }

    @Test(arguments: [
        "a Deep Neural Network (DNN)", "Natural Language Processing (NLP)", "a deep fusion network (DFN)",
        "Residual Vector Quantization (ABC)", "Supervised Fine-Tuning (SFT)",
        "Visual Question Answering (VQA)",
        "Residual Vector Quantization (2020)", "(RVQ)", "Bird Quantization (BQ)",
    ])
    func notionsAndOtherBracketsAreNoNames(text: String) throws {
        #expect(try expansions(text) == [])
    }
}
