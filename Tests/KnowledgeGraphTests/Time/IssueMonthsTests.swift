import Foundation
import KGModel
import Linking
import Testing

@testable import KnowledgeGraph

@Suite struct IssueMonthsTests {
    private func issues(_ dates: [String?]) -> [SightedIssue] {
        dates.enumerated().map { index, date in
            SightedIssue(path: "\(index).md", language: nil, date: date.flatMap { IssueDate(iso: $0) })
        }
    }

    private func read(_ data: Data) -> IssueMonths? { IssueMonths(arrays: { _ in data }) }

    @Test func everyIssueKeepsItsMonth() throws {
        let dates: [String?] = [
            "2020-03-01", "2020-03-31", nil, "2019-12", "2019", "2020-01-05", "2020-01-09",
        ]
        // Neither without gaps nor in order.
        let ids: [Int64] = [1, 2, 3, 5, 9, 7, 8]
        let months = try #require(read(IssueMonths.packed(ids: ids, issues(dates)).data))
        #expect(months.issues == 7)
        #expect(months.undated == 2)
        #expect(months.span == (2019 * 12 + 12)...(2020 * 12 + 3))
        #expect(
            ids.map { months.month(ofIssue: UInt32($0)) } == [
                24243, 24243, nil, 24240, nil, 24241, 24241,
            ])
        #expect(months.month(ofIssue: 4) == nil)
        #expect(months.month(ofIssue: 1000) == nil)
    }

    @Test func manyIssuesOfAMonthTakeAFewBytes() {
        let packed = IssueMonths.packed(
            ids: Array(1...1000), issues(Array(repeating: "2020-03-01", count: 1000)))
        #expect(packed.data.count < 10)
    }

    @Test(arguments: [
        [2], [2, 1], [2, 0, 2], [0, 1, 2], [2, 1, 1], [2, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 2],
    ])
    func damagedBytesTellNothing(bytes: [UInt8]) {
        #expect(read(Data(bytes)) == nil)
    }
}
