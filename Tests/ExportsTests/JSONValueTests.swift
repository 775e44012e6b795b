import Foundation
import Testing

@testable import Exports

@Suite struct JSONValueTests {
    @Test(arguments: [
        ("", "\"\""), ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\r\n", #""\r\n""#),
        ("\u{1}\u{1F}\u{7F}", "\"\\u0001\\u001f\u{7F}\""), ("微软 é 🤗", "\"微软 é 🤗\""),
        ("\u{2028}\u{2029}", #""\u2028\u2029""#), ("</script>", "\"</script>\""),
        ("\"\u{301}", "\"\\\"\u{301}\""),
    ])
    func textsAreEscaped(text: String, json: String) throws {
        #expect(JSONValue.string(text).line == json)
        let read =
            try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed) as? String
        #expect(read?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
    }

    @Test(arguments: [
        (JSONValue.null, "null"), (.bool(true), "true"), (.integer(-7), "-7"), (.number(0.25), "0.25"),
        (.number(4), "4"), (.number(-3), "-3"), (.number(.nan), "null"),
        (.number(.infinity), "null"), (.array([]), "[]"), (.object([]), "{}"),
        (.optional(nil as String?), "null"), (.optional(3), "3"),
        (.array([.integer(1), .string("a")]), #"[1, "a"]"#),
        (.object([.init("b", .null), .init("a", .array([.bool(false)]))]), #"{"b": null, "a": [false]}"#),
    ])
    func valuesAreWrittenOnOneLine(value: JSONValue, line: String) {
        #expect(value.line == line)
    }

    @Test(arguments: [1e300, 1e-9, 123_456_789.125, 1e15, 1e16, -0.000_001])
    func numbersAreReadBack(number: Double) throws {
        let text = JSONValue.number(number).line
        let read = try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? Double)
        #expect(read == number)
    }

    @Test func prettyTextHasAMemberALine() {
        let value = JSONValue.object([
            .init("a", .array([.integer(1), .integer(2)])), .init("b", .object([])),
            .init("c", .object([.init("d", .null)])),
        ])
        #expect(
            value.pretty == """
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": {},
                  "c": {
                    "d": null
                  }
                }
                """)
    }
}
