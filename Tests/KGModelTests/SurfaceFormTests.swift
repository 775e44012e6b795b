import KGModel
import Testing

@Suite struct SurfaceFormTests {
    private func form(
        _ surface: String, _ type: EntityType = .model, _ reference: Mention.Reference = .surface
    ) -> SurfaceForm {
        SurfaceForm(surface: surface, type: type, reference: reference)
    }

    @Test func aFormIsOneWhereAllOfItAgrees() {
        var forms = SurfaceForms()
        let different = [
            form("BERT"), form("Bert"), form("BERT", .library), form("BERT", .model, .name("BERT")),
            // One accent in one character, and in two.
            form("S\u{E9}q"), form("Se\u{301}q"),
        ]
        #expect(different.map { forms.number(of: $0) } == [0, 1, 2, 3, 4, 5])
        #expect(different.map { forms.number(of: $0) } == [0, 1, 2, 3, 4, 5])
        #expect(forms.all == different)
    }

    @Test func numbersStayAsTheTableGrows() {
        var forms = SurfaceForms()
        let many = (0..<5000).map { form("Net-\($0)") }
        for (number, one) in many.enumerated() { #expect(forms.number(of: one) == number) }
        for (number, one) in many.enumerated() { #expect(forms.number(of: one) == number) }
        #expect(forms.all.count == many.count)
    }
}

@Suite struct ParallelTests {
    @Test(arguments: [0, 1, 511, 1023, 1024, 1025, 20_000])
    func resultsStandInOrder(count: Int) {
        let squares = Parallel.map(count: count) { "\($0 * $0)" }
        #expect(squares == (0..<count).map { "\($0 * $0)" })
    }
}
