/// What the occurrences of a word of letters in an issue tell of it, as coarsely as its features ask.
struct OccurrenceFigures {
    private let code: UInt64
    /// How often it stands there: 1 once, 2 twice, 3 up to five times, 4 more often.
    private let total: UInt64
    /// How much of that with a small first letter: 0 never, 1 less than half, 2 the rest.
    private let small: UInt64
    /// Bits: capitalized within a sentence, in a heading, emphasized.
    private let places: UInt64
    private let anchors: UInt32
    private let addresses: UInt32
    /// None for a word of small letters, and for one that stands there once: what is beside it is seen at its place.
    private let cuesBefore: UInt32
    private let cuesBehind: UInt32
    private let known: UInt32

    /// Farthest offset of the features.
    static let reach = 1

    init(_ form: IssueLexis.Form, _ code: WordCode) {
        self.code = UInt64(code.rawValue)
        total = form.count <= 1 ? 1 : form.count == 2 ? 2 : form.count <= 5 ? 3 : 4
        small = form.small == 0 ? 0 : form.small * 2 < form.count ? 1 : 2
        places =
            (form.capitalInside > 0 ? 1 : 0) | (form.inHeading > 0 ? 2 : 0) | (form.emphasized > 0 ? 4 : 0)
        anchors = form.anchors
        addresses = form.addresses
        let hasCues = form.count > 1 && code != .small
        cuesBefore = hasCues ? form.cuesBefore : 0
        cuesBehind = hasCues ? form.cuesBehind : 0
        known = hasCues ? form.known : 0
    }

    /// The same for the same figures, in any issue.
    @inline(__always)
    var key: UInt64 {
        FeatureHash.mix(
            UInt64(anchors) << 32 | UInt64(addresses), UInt64(cuesBefore) << 32 | UInt64(cuesBehind),
            UInt64(known) << 32 | total << 24 | small << 16 | places << 8 | code)
    }

    /// Features that an occurrence of the word gives to the word at `-offset` from it.
    func features(_ add: (_ offset: Int, _ hash: UInt64, _ group: FeatureGroup) -> Void) {
        Self.eachBit(of: cuesBefore) { for offset in -1...0 { put(.cueBefore, $0, offset, add) } }
        Self.eachBit(of: cuesBehind) { for offset in 0...1 { put(.cueBehind, $0, offset, add) } }
        Self.eachBit(of: known) { put(.known, $0 | code, 0, add, .candidate) }
        put(.counts, (total << 2 | small) << 4 | code, 0, add)
        put(.places, places << 4 | code, 0, add)
        Self.eachBit(of: anchors) { put(.anchors, $0 | code, 0, add) }
        Self.eachBit(of: addresses) { for offset in -1...1 { put(.addresses, $0 | code, offset, add) } }
    }

    /// Calls `body` with the number of each bit that is set, shifted by four places.
    private static func eachBit(of set: UInt32, _ body: (UInt64) -> Void) {
        var left = set
        while left != 0 {
            body(UInt64(left.trailingZeroBitCount) << 4)
            left &= left - 1
        }
    }

    private func put(
        _ template: TaggerFeatures.Template, _ value: UInt64, _ offset: Int,
        _ add: (_ offset: Int, _ hash: UInt64, _ group: FeatureGroup) -> Void,
        _ group: FeatureGroup = .always
    ) {
        TaggerFeatures.put(template, value, offset, add, group)
    }
}
