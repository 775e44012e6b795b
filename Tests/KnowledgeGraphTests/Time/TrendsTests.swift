import KGModel
import Testing

@testable import KnowledgeGraph

@Suite struct TrendsTests {
    /// An issue of a date that names models, each in a passage of its own.
    private func issue(_ date: String?, _ names: String..., language: String = "en") -> String {
        "---\n" + (date.map { "date: \($0)\n" } ?? "") + "lang: \(language)\n---\n\nNothing here.\n\n"
            + names.map { "\($0) is here.\n\n" }.joined()
    }

    private func graph(_ files: [String: String]) async throws -> (Bench, KnowledgeGraph) {
        let bench = try Bench(files)
        try await bench.build()
        return (bench, try bench.graph())
    }

    @Test func sharesAreThoseOfTheIssuesOfEachPeriod() async throws {
        let (bench, graph) = try await graph([
            "a.md": issue("2020-01-10", "BERT"), "b.md": issue("2020-01-20"),
            "c.md": issue("2020-03-01", "BERT", "XLNet"), "d.md": issue(nil, "BERT"),
            "e.md": issue("2020", "XLNet"),
        ])
        defer { _ = bench }
        let trends = try graph.trends(types: [.model], minIssues: 1)
        #expect(trends.length == .month)
        #expect(trends.periods.map(\.label) == ["2020-01", "2020-02", "2020-03"])
        #expect(trends.periods.map(\.editions) == [2, 0, 1])
        #expect(trends.issues == 5)
        #expect(trends.undatedEditions == 1)
        #expect(trends.impreciseEditions == 1)
        let bert = try #require(trends.rows.first)
        #expect(bert.entity.name == "BERT")
        #expect(bert.shares.map(\.count) == [1, 0, 1])
        #expect(bert.overall == Proportion(count: 2, total: 3))
        #expect(bert.first == "2020-01")
        #expect(bert.last == "2020-03")
        let xlnet = try #require(trends.rows.last)
        #expect(xlnet.isNewcomer)
        #expect(!bert.isNewcomer)
        #expect(xlnet.direction == .tooFewToTest)
        #expect(trends.tested == 0)
        let years = try graph.trends(types: [.model], by: .year)
        #expect(years.periods == [Period(label: "2020", editions: 4)])
        #expect(years.impreciseEditions == 0)
        #expect(try graph.trends(by: .quarter).periods.map(\.label) == ["2020-Q1"])
    }

    @Test func translationsCountOnceAndWhenTheFirstAppeared() async throws {
        var files: [String: String] = [:]
        for number in 1...3 {
            let links = (1...5).map { "[x](https://example.org/\(number)/\($0))\n\n" }.joined()
            files["\(number).md"] = issue("2020-0\(number)-10", "BERT") + links
            files["\(number).fr.md"] = issue("2020-06-10", "BERT", language: "fr") + links
        }
        let (bench, graph) = try await graph(files)
        defer { _ = bench }
        let trends = try graph.trends(types: [.model])
        #expect(trends.periods.map(\.label) == ["2020-01", "2020-02", "2020-03"])
        #expect(trends.editions == 3)
        #expect(trends.issues == 6)
        #expect(trends.rows.first?.shares.map(\.count) == [1, 1, 1])
        // In French alone they all appeared in June.
        let french = try graph.trends(types: [.model], filter: IssueFilter(language: "fr"))
        #expect(french.periods == [Period(label: "2020-06", editions: 3)])
    }

    @Test func streaksGapsAndComebacksAreTold() async throws {
        var files: [String: String] = [:]
        // Named in the issues of days 1, 2, 3, 7 and 8.
        for day in 1...8 {
            files["\(day).md"] = issue("2020-01-0\(day)", (4...6).contains(day) ? "XLNet" : "BERT")
        }
        let (bench, graph) = try await graph(files)
        defer { _ = bench }
        let trends = try graph.trends(types: [.model], by: .issue)
        #expect(trends.periods.count == 8)
        let bert = try #require(trends.rows.first)
        #expect([bert.longestStreak, bert.currentStreak, bert.longestGap] == [3, 2, 3])
        #expect(bert.comebackAfter == 3)
        let xlnet = try #require(trends.rows.last)
        #expect([xlnet.longestStreak, xlnet.currentStreak, xlnet.longestGap] == [3, 0, 0])
        #expect(xlnet.comebackAfter == nil)
        #expect(trends.tested == 2)
        #expect(bert.direction == .steady)
    }

    @Test func whatRisesAndFallsIsTested() async throws {
        var files: [String: String] = [:]
        for day in 10...29 {
            files["\(day).md"] = issue("2020-01-\(day)", day < 20 ? "ELMo" : "BERT", "XLNet")
        }
        let (bench, graph) = try await graph(files)
        defer { _ = bench }
        let trends = try graph.trends(types: [.model], by: .issue)
        let directions = Dictionary(uniqueKeysWithValues: trends.rows.map { ($0.entity.name, $0.direction) })
        // What every issue names can neither rise nor fall.
        #expect(directions == ["ELMo": .falling, "BERT": .rising, "XLNet": .always])
        #expect(trends.tested == 2)
        #expect(trends.filtered { $0.direction == .rising }.rows.map(\.entity.name) == ["BERT"])
    }

    @Test func namesKeepTheirOrder() async throws {
        let graph = try await Bench.prepared().graph()
        let asked = try ["PyTorch", "BERT"].map { try graph.entity(named: $0) }
        #expect(try graph.trends(of: asked).rows.map(\.entity) == asked)
        #expect(try graph.trends(filter: IssueFilter(language: "zh")).periods.isEmpty)
        #expect(try graph.trends(types: [.venue]).rows.isEmpty)
    }
}
