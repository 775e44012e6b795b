import KGModel
import Testing

@Suite struct IssueDateTests {
    @Test(arguments: [
        ("2020", IssueDate.Precision.year), ("2020-03", .month), ("2020-03-09", .day), ("2020-02-29", .day),
        ("1900-01-01", .day), ("2199-12-31", .day),
    ])
    func isoIsReadAndWrittenAsPreciselyAsItIsTold(text: String, precision: IssueDate.Precision) throws {
        let date = try #require(IssueDate(iso: text))
        #expect(date.precision == precision)
        #expect(date.description == text)
    }

    @Test(arguments: [
        "", "20", "202", "20200", "2020-", "2020-3", "2020-13", "2020-00", "2020-02-30", "2019-02-29",
        "1900-02-29",
        "2020-04-31", "2020-03-00", "2020-03-32", "1899", "2200", "2020-03-09-01", "2020-03-09T10:00", "-020",
        "+020",
        "2020-+3", "٢٠٢٠", "two", "2020/03/09", "2020-03-9", " 2020",
    ])
    func whatIsNoDateIsRefused(text: String) {
        #expect(IssueDate(iso: text) == nil)
    }

    @Test func aDayWithoutAMonthIsNoDate() {
        #expect(IssueDate(year: 2020, day: 9) == nil)
        #expect(IssueDate(year: 2000, month: 2, day: 29) != nil)
    }

    @Test func imprecisePrecedesThePreciseThatItContains() {
        let sorted = ["2019-12-31", "2020", "2020-01", "2020-01-01", "2020-01-31", "2020-02", "2021"]
        let dates = sorted.compactMap { IssueDate(iso: $0) }
        #expect(dates.count == sorted.count)
        #expect(dates.reversed().sorted().map(\.description) == sorted)
    }

    @Test func yearAndMonthAreToldOnlyIfKnown() {
        #expect(IssueDate(iso: "2020-03-09")?.yearMonth == "2020-03")
        #expect(IssueDate(iso: "2020-11")?.yearMonth == "2020-11")
        #expect(IssueDate(iso: "2020").map { $0.yearMonth == nil } == true)
    }
}
