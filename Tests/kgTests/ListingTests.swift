import Testing

@testable import kg

@Suite struct ListingTests {
    @Test(arguments: [
        (-0.004, 2, "0.00"), (0.004, 2, "0.00"), (-0.0, 1, "0.0"), (-0.006, 2, "-0.01"), (-12.0, 0, "-12"),
        (-0.2, 0, "0"), (10.04, 1, "10.0"),
    ])
    func figuresThatRoundToNothingAreNotBelowIt(value: Double, decimals: Int, shown: String) {
        #expect(Listing.Cell.number(value, decimals: decimals).shown == shown)
    }
}
