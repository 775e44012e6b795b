import Testing

@testable import GraphStore

@Suite struct NameTableTests {
    @Test func formsAreFoundByTheirNumbersInTheDatabase() {
        // Not yet written, a gap, out of order, and one far beyond the others.
        let ids: [Int64] = [1, 0, 7, 3, 9_000_000_000, 2]
        let forms = FormsByID(ids)
        for (form, id) in ids.enumerated() where id > 0 { #expect(forms[id] == Int32(form)) }
        for id: Int64 in [-1, 0, 4, 5, 6, 8, 100, .max] { #expect(forms[id] == nil) }
        #expect(FormsByID([])[1] == nil)
    }
}
