import Testing

@testable import KnowledgeGraph

@Suite struct QuotationChoiceTests {
    private static func chosen(_ most: Int, _ places: [(issue: Int, edition: Int)]) -> [Int] {
        var choice = QuotationChoice(most: most)
        for (number, place) in places.enumerated() {
            choice.offer(.init(number: number, issue: place.issue, edition: place.edition))
        }
        return choice.chosen
    }

    @Test func oneOfEachEditionTheEarliestFirst() {
        #expect(Self.chosen(3, [(0, 0), (0, 0), (1, 1), (1, 1), (2, 2), (3, 3)]) == [0, 2, 4])
    }

    @Test func moreOfAnIssueWhereEditionsAreFew() {
        #expect(Self.chosen(3, [(0, 0), (0, 0), (0, 0), (1, 1)]) == [0, 1, 3])
        #expect(Self.chosen(3, [(0, 0), (0, 0), (0, 0), (0, 0)]) == [0, 1, 2])
    }

    @Test func neverTheTranslationOfAnIssueThatIsQuoted() {
        #expect(Self.chosen(3, [(0, 7), (1, 7), (2, 7), (3, 8)]) == [0, 3])
    }

    @Test func noneWhereNoneIsWanted() {
        #expect(Self.chosen(0, [(0, 0)]).isEmpty)
    }
}

@Suite struct EntityPositionTests {
    @Test(arguments: [[3, 1, 2], [], [7, Int64.max, -4, Int64.min, 1 << 40]])
    func everyEntityHasThePositionThatItHasInTheList(ids: [Int64]) {
        let positions = EntityPositions(ids)
        for (index, id) in ids.enumerated() { #expect(positions[id] == index) }
        #expect(positions[0] == nil && positions[99] == nil && positions[Int64.max - 1] == nil)
    }
}
