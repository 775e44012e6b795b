import IssueReader
import KGModel

@testable import Recognition

/// An issue of the given Markdown.
func record(_ markdown: String) throws -> IssueRecord {
    try IssueReader().read(Array(markdown.utf8), path: "notes.md")
}

func issue(_ markdown: String) throws -> IssueText { IssueText(try record(markdown)) }

extension Lexicon {
    /// Lines of a lexicon file; `¦` stands for the tab.
    init(_ lines: String..., type: EntityType? = nil) throws {
        self.init()
        try add(
            lines.map { $0.replacing("¦", with: "\t") }.joined(separator: "\n"), file: "test.tsv", type: type)
    }
}

extension Vocabulary {
    static let small = Vocabulary(
        givenNames: WordList(Array("yoshua\nanna\njean\nmin\ngrace\tx\nquoc\nmarc\npeter\nkyunghyun\n".utf8)),
        familyNames: WordList(Array("bengio\nrogers\nkan\nle\nhopper\ndeisenroth\ncho\nsmith\n".utf8)),
        ordinaryWords: WordList(Array("the\nhere\nmodel\npaper\ngrace\nlearning\ntokenizers\n".utf8)))
}

extension [Candidate] {
    /// `model BERT` for each candidate, in its order.
    func shown(in issue: IssueText) -> [String] {
        map { "\($0.type) \(issue.passages[$0.passage].text($0.range))" }
    }
}

/// The program's own lexicon and recognizers, loaded once.
enum Standard {
    static let loaded: (pipeline: Pipeline, lexicon: Lexicon)? = try? Pipeline.standard()

    /// `model BERT` for each mention.
    static func mentions(_ markdown: String) throws -> [String] {
        try found(markdown).map { "\($0.type) \($0.surface)" }
    }

    static func found(_ markdown: String) throws -> [Mention] {
        guard let loaded else { throw ResourceError(path: "lexicon") }
        return loaded.pipeline.mentions(in: try record(markdown))
    }
}
