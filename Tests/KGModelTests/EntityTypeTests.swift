import KGModel
import Testing

@Suite struct EntityTypeTests {
    @Test(arguments: EntityType.allCases)
    func aTypeIsReadInSingularAndPluralAndAnyCase(type: EntityType) {
        for word in [type.rawValue, type.plural, type.rawValue.uppercased(), type.plural.capitalized] {
            #expect(EntityType(argument: word) == type)
        }
    }

    @Test(arguments: [
        ("tool", EntityType.library), ("Tools", .library), ("libs", .library), ("author", .person),
        ("authors", .person),
        ("persons", .person), ("org", .organization), ("orgs", .organization),
        ("organisations", .organization),
    ])
    func usersWordsAreUnderstood(word: String, type: EntityType) {
        #expect(EntityType(argument: word) == type)
    }

    @Test(arguments: ["", "modelss", "thing", "per son", "模型"])
    func otherWordsAreNoType(word: String) {
        #expect(EntityType(argument: word) == nil)
    }

    @Test func listingsBeginWithModelsAndEndWithVenues() {
        #expect(
            EntityType.allCases.reversed().sorted() == [
                .model, .library, .dataset, .paper, .person, .organization, .venue,
            ])
    }
}

@Suite struct FingerprintTests {
    /// Reference values of FNV-1a, 64 bits.
    @Test(arguments: [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")])
    func bytesGiveTheReferenceValue(text: String, hex: String) {
        var fingerprint = Fingerprint()
        Array(text.utf8).withUnsafeBytes { fingerprint.combine($0) }
        #expect(fingerprint.hex == hex)
    }

    @Test func textsAreKeptApart() {
        func hex(_ texts: String...) -> String {
            var fingerprint = Fingerprint()
            for text in texts { fingerprint.combine(text) }
            return fingerprint.hex
        }
        #expect(hex("ab", "c") != hex("a", "bc"))
        #expect(hex("ab", "") != hex("ab"))
        #expect(hex("微软") == hex("微软"))
    }
}
