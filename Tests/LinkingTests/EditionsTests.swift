import KGModel
import Testing

@testable import Linking

@Suite struct EditionsTests {
    private func issue(
        _ path: String, _ language: String?, _ links: some Sequence<Int>, number: Int? = nil,
        date: String? = nil
    ) -> EditionEvidence {
        EditionEvidence(
            path: path, number: number, language: language, date: date.flatMap { IssueDate(iso: $0) },
            links: links.map { UInt64($0) }.sorted())
    }

    /// Paths of each edition, in order of editions.
    private func groups(_ issues: [EditionEvidence]) -> [[String]] {
        let editions = Editions(issues)
        return (0..<editions.count).map { edition in
            issues.indices.filter { editions.ofIssue[$0] == edition }.map { issues[$0].path }
        }
    }

    @Test func issuesOfTwoLanguagesWithTheSameLinksAreOne() {
        let issues = [
            issue("a", "en", 1...8, date: "2020-02"), issue("b", "zh", 3...7, date: "2020-03"),
            issue("c", "en", 20...30, date: "2020-01"),
        ]
        #expect(groups(issues) == [["c"], ["a", "b"]])
    }

    @Test func fewSharedLinksProveNothing() {
        #expect(groups([issue("a", "en", 1...2), issue("b", "zh", 1...2)]).count == 2)
        #expect(groups([issue("a", "en", 1...10), issue("b", "zh", 8...20)]).count == 2)
    }

    @Test func twoIssuesOfOneLanguageAreOneOnlyAsCopies() {
        #expect(groups([issue("a", "en", 1...10), issue("b", "en", 1...6)]).count == 2)
        #expect(groups([issue("a", "en", 1...10), issue("b", "en", 1...10)]).count == 1)
    }

    @Test func linksThatEveryIssueBearsAreFurniture() {
        let issues = [
            issue("en1", "en", [1, 2, 3, 11, 12]), issue("en2", "en", [1, 2, 3, 21, 22]),
            issue("en3", "en", [1, 2, 3, 31, 32]), issue("fr4", "fr", [1, 2, 3, 41, 42]),
        ]
        #expect(groups(issues).count == 4)
    }

    @Test func oneNumberInSeveralLanguagesIsOneEdition() {
        let issues = [
            issue("1.en", "en", [], number: 1), issue("1.fr", "fr", [], number: 1),
            issue("1.tr", "tr", [], number: 1), issue("2.en", "en", [], number: 2), issue("x", "en", []),
        ]
        #expect(groups(issues) == [["1.en", "1.fr", "1.tr"], ["2.en"], ["x"]])
    }

    @Test func aNumberThatTwoSeriesUseTellsNothing() {
        let issues = [
            issue("other/1.en", "en", [], number: 1), issue("1.en", "en", 1...6, number: 1),
            issue("1.fr", "fr", 1...6, number: 1),
        ]
        #expect(groups(issues) == [["1.en", "1.fr"], ["other/1.en"]])
        // Links that speak against it, and years between.
        #expect(
            groups([issue("a", "en", 1...6, number: 5), issue("b", "zh", 11...16, number: 5)]).count == 2)
        let apart = [
            issue("a", "en", [], number: 5, date: "2018-01"),
            issue("b", "zh", [], number: 5, date: "2020-01"),
        ]
        #expect(groups(apart).count == 2)
    }

    @Test func theOrderOfIssuesDoesNotMatter() {
        let issues = [
            issue("1.en", "en", 1...9, number: 1, date: "2020-01"),
            issue("1.fr", "fr", 1...9, date: "2020-03"),
            issue("2.en", "en", 21...29, number: 2, date: "2020-02"), issue("2.zh", "zh", [], number: 2),
            issue("none", nil, []),
        ]
        let expected = groups(issues).map { $0.sorted() }
        #expect(expected == [["1.en", "1.fr"], ["2.en", "2.zh"], ["none"]])
        #expect(groups(issues.reversed()).map { $0.sorted() } == expected)
        #expect(groups([]).isEmpty)
    }
}
