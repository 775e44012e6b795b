import KGModel
import Testing

@testable import Recognition

@Suite struct EnumerationTests {
    private func rows(_ text: String) throws -> [[String]] {
        let issue = try issue(text)
        return issue.passages.flatMap { text in
            Enumeration.all(in: text).map { $0.items.map(text.text(words:)) }
        }
    }

    @Test(arguments: [
        ("We saw Kinara, d-Matrix and Axelera AI there.", [["Kinara", "d-Matrix", "Axelera AI"]]),
        (
            "by Jan van der Berg, Anna O'Neil & J. P. Smith",
            [["Jan van der Berg", "Anna O'Neil", "J. P. Smith"]]
        ),
        ("Anna Rogers (UMass), Peter Smith", [["Anna Rogers", "Peter Smith"]]),
        ("用了 PyTorch、JAX 和 Keras 的人", [["PyTorch", "JAX", "Keras"]]),
        ("Google'dan Anna Rogers, Stanford'dan Peter Smith", [["Anna Rogers", "Stanford"]]),
        ("Bengio. Rogers", []),
        ("They sing, and fly", []),
        ("Songs of Birds\nAnna Rogers, Peter Smith", [["Anna Rogers", "Peter Smith"]]),
        ("`Anna`, Peter", []),
    ])
    func namesInARowAreCutApart(text: String, found: [[String]]) throws {
        #expect(try rows(text) == found)
    }

    /// What the recognizer adds where the given names are known.
    private func added(_ text: String, known: [String: EntityType]) throws -> [String] {
        let issue = try issue(text)
        let bytes = issue.passages[0].bytes
        let found = known.sorted { $0.key < $1.key }.compactMap { name, type -> Candidate? in
            guard let range = bytes.firstRange(of: Array(name.utf8)) else { return nil }
            return Candidate(passage: 0, range: range, type: type, recognizer: "test", confidence: 0.9)
        }
        return EnumerationRecognizer(.small).candidates(in: issue, given: found).shown(in: issue)
    }

    @Test func whatStandsAmongNamesOfOneTypeIsOfThatType() throws {
        #expect(
            try added("ELAN, FLEx and Praat", known: ["ELAN": .library, "Praat": .library]) == [
                "library FLEx"
            ])
        #expect(
            try added(
                "The Ngan Vu, Anna Rogers and Peter Smith",
                known: ["Anna Rogers": .person, "Peter Smith": .person])
                == ["person Ngan Vu"])
        #expect(
            try added("Szegedy, Ioffe and Vanhoucke", known: ["Szegedy": .person, "Vanhoucke": .person])
                == ["person Ioffe"])
    }

    @Test(arguments: [
        // One known name says little.
        ("ELAN, FLEx and Praat", ["ELAN": EntityType.library]),
        // Neither do names of two types.
        ("ELAN, FLEx and Praat", ["ELAN": .library, "Praat": .organization]),
        // Places, notions and ordinary words are no names, wherever they stand.
        ("ELAN, London and Praat", ["ELAN": .library, "Praat": .library]),
        ("ELAN, Machine Learning and Praat", ["ELAN": .library, "Praat": .library]),
        ("ELAN, Paper and Praat", ["ELAN": .library, "Praat": .library]),
        // What a longer name holds is no name by itself.
        ("ELAN, FLEx Two and Praat", ["ELAN": .library, "Praat": .library, "Two": .model]),
        // Several plain words are a notion rather than a tool.
        ("ELAN, Question Answering and Praat", ["ELAN": .library, "Praat": .library]),
        // A single name is no person among full ones.
        ("Anna Rogers, Ngan and Peter Smith", ["Anna Rogers": .person, "Peter Smith": .person]),
    ])
    func whatIsNotSureIsLeft(text: String, known: [String: EntityType]) throws {
        #expect(try added(text, known: known) == [])
    }
}
