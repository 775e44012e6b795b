import KGModel
import Testing

@testable import Recognition

@Suite struct WordListTests {
    private let words = WordList(Array("# comment\nbert\ngrace\tx\némile\nlast".utf8))

    @Test(arguments: ["bert", "BERT", "Bert", "grace", "Grace", "émile", "Émile", "last"])
    func wordsAreFoundInAnyCase(word: String) {
        #expect(words.contains(Array(word.utf8)[...]))
    }

    @Test(arguments: ["", "ber", "berts", "# comment", "x", "grace\tx", "emile"])
    func otherWordsAreNot(word: String) {
        #expect(!words.contains(Array(word.utf8)[...]))
    }

    @Test func marksAreTold() {
        #expect(words.isMarked(Array("Grace".utf8)[...]))
        #expect(!words.isMarked(Array("bert".utf8)[...]))
    }

    @Test func theListsOfTheProgramHoldWhatTheyShould() throws {
        let vocabulary = try Vocabulary.standard()
        #expect(vocabulary.givenNames.contains(Array("Yoshua".utf8)[...]))
        #expect(vocabulary.givenNames.isMarked(Array("Grace".utf8)[...]))
        #expect(vocabulary.familyNames.contains(Array("Smith".utf8)[...]))
        #expect(vocabulary.ordinaryWords.contains(Array("the".utf8)[...]))
        #expect(!vocabulary.ordinaryWords.contains(Array("Yoshua".utf8)[...]))
    }
}

@Suite struct WordSetTests {
    private let words: WordSet = ["et", "montréal", "new york", "知乎"]

    @Test(arguments: ["et", "ET", "Et", "Montréal", "MONTRÉAL", "New York", "知乎"])
    func wordsAreFoundInAnyCase(word: String) {
        #expect(words.contains(word.utf8))
    }

    @Test(arguments: ["", "e", "ete", "montreal", "new  york", "知", "知乎了"])
    func otherWordsAreNot(word: String) {
        #expect(!words.contains(word.utf8))
        #expect(!words.containsExactly(word.utf8))
    }

    @Test func lettersInAnotherCaseAreNotExactlyTheSame() {
        #expect(words.containsExactly("et".utf8))
        #expect(!words.containsExactly("Et".utf8))
        #expect(words.containsExactly("知乎".utf8))
    }
}
