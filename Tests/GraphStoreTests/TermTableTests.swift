import Testing

@testable import GraphStore

@Suite struct TermTableTests {
    private func number(_ term: String, _ table: inout TermTable) -> Int {
        Array(term.utf8).withUnsafeBufferPointer { table.number($0) }
    }

    /// Shorter and longer ones than a slot holds, some alike in what it holds.
    private let terms = [
        "a", "b", "ab", "abcdef", "abcdefg", "abcdefg1", "abcdefg2", "abcdefg12", "abcdefg21", "",
        "abcdefghijklmnopq", "abcdefghijklmnopr", "模型", "模型库", "模型库的",
    ]

    @Test func termsAreNumberedAsTheyCome() {
        var table = TermTable()
        for _ in 0..<2 {
            #expect(terms.map { number($0, &table) } == Array(terms.indices))
        }
        #expect(terms.indices.map { String(decoding: table.bytes($0), as: UTF8.self) } == terms)
    }

    @Test func numbersStayWhenTheTableGrows() {
        var table = TermTable()
        let many = (0..<20_000).map { $0 % 2 == 0 ? "w\($0)" : "long word \($0)" }
        let numbers = many.map { number($0, &table) }
        #expect(numbers == Array(many.indices))
        #expect(many.map { number($0, &table) } == numbers)
    }
}
