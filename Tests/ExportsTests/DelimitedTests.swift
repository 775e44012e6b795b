import Testing

@testable import Exports

@Suite struct DelimitedTests {
    @Test(arguments: [
        (["a", "b"], "a,b"), ([], ""), (["", ""], ","), (["a,b"], "\"a,b\""), (["a\"b"], "\"a\"\"b\""),
        (["a\nb"], "\"a\nb\""), (["a\rb"], "\"a\rb\""),
        (["a\r\nb"], "\"a\r\nb\""), (["a;b", " c "], "a;b, c "), (["a\"\u{301}b"], "\"a\"\"\u{301}b\""),
        (["a,\u{301}b"], "\"a,\u{301}b\""),
    ])
    func csvQuotesCommasQuotesAndLineBreaks(fields: [String], line: String) {
        #expect(Delimited.csv(fields).unicodeScalars.elementsEqual(line.unicodeScalars))
    }

    @Test(arguments: [
        (["a", "b"], "a\tb"), (["a\tb", "c"], "a b\tc"), (["a\r\nb\nc\u{2028}d"], "a b c d"),
        (["\"a\""], "\"a\""),
    ])
    func tabsAndLineBreaksBecomeBlanks(fields: [String], line: String) {
        #expect(Delimited.tsv(fields) == line)
    }
}
