import KGModel
import Testing

@Suite struct StringBytesTests {
    @Test(arguments: [
        ("", "", 0), ("", "a", -1), ("a", "ab", -1), ("ab", "b", -1), ("Z", "a", -1), ("z", "é", -1),
        ("e\u{301}", "\u{E9}", -1), ("微软", "微软", 0),
        ("a name of more than fifteen bytes", "a name of more than fifteen Bytes", 1),
    ])
    func textsAreComparedByTheirBytes(one: String, other: String, order: Int) {
        #expect(one.precedesInBytes(other) == (order < 0))
        #expect(other.precedesInBytes(one) == (order > 0))
        #expect(one.hasSameBytes(other) == (order == 0))
    }
}
