import KGModel
import Linking
import Testing

/// The same shuffles in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@Suite struct LinkerTests {
    /// A mention before it is linked.
    struct Name {
        var surface: String
        var type: EntityType
        var reference: Mention.Reference = .surface
        var issue = 0
        var confidence = 0.8
    }

    private static let issues = (0..<4).map {
        SightedIssue(
            path: "issue-\($0).md", language: $0 == 1 ? "zh" : "en",
            date: IssueDate(year: 2020, month: $0 + 1))
    }

    private static let known = [
        Entity(
            type: .model, name: "BERT", aliases: [.init(name: "Bidirectional Encoder")],
            identities: [Identity(kind: .arxiv, value: "1810.04805")]),
        Entity(type: .model, name: "GPT"), Entity(type: .model, name: "GPT-2"),
        Entity(type: .library, name: "Flair"), Entity(type: .model, name: "Flair"),
        Entity(type: .person, name: "Quoc Le"), Entity(type: .person, name: "Yoshua Bengio"),
        Entity(type: .person, name: "Samy Bengio"),
        Entity(type: .person, name: "Fei-Fei Li", aliases: [.init(name: "李飞飞", language: "zh")]),
        Entity(type: .library, name: "Textkit", identities: [Identity(kind: .github, value: "acme/textkit")]),
    ]

    private func sightings(_ names: [Name]) -> SightingTable {
        var sightings = SightingTable()
        for (index, name) in names.enumerated() {
            sightings.add(
                SurfaceForm(surface: name.surface, type: name.type, reference: name.reference),
                issue: name.issue, passage: index, confidence: name.confidence)
        }
        return sightings
    }

    private func keys(_ names: Name..., known: [Entity] = []) -> [String] {
        let linked = Linker(known: known).link(sightings(names), issues: Self.issues)
        #expect(linked.entities.map(\.key) == linked.entities.map(\.key).sorted())
        return linked.entityOfSighting.map { linked.entities[Int($0)].key }
    }

    private static let arxiv = Mention.Reference.identity(Identity(kind: .arxiv, value: "2001.00001"))
    private static let github = Mention.Reference.identity(Identity(kind: .github, value: "acme/foo"))

    @Test func aNameThatManyThingsBearIsNotTakenForAnotherType() {
        let prism = Entity(type: .dataset, name: "Prism")
        let own = SurfaceForm(surface: "PRISM", type: .dataset, reference: .surface)
        let other = SurfaceForm(surface: "PRISM", type: .model, reference: .surface)
        func keys(_ form: SurfaceForm, reserved: Set<Int> = [], cased: Set<Int> = []) -> [String] {
            var table = SightingTable()
            table.add(form, issue: 0, passage: 0, confidence: 0.9)
            return Linker(known: [prism], reserved: reserved, cased: cased).link(table, issues: Self.issues)
                .entities.map(
                    \.key)
        }
        let inItsCase = SurfaceForm(surface: "Prism", type: .model, reference: .surface)
        #expect(keys(other) == ["dataset:Prism"])
        #expect(keys(other, cased: [0]) == ["model:PRISM"])
        #expect(keys(inItsCase, cased: [0]) == ["dataset:Prism"])
        #expect(keys(inItsCase, reserved: [0]) == ["model:Prism"])
        #expect(keys(other, reserved: [0]) == ["model:PRISM"])
        #expect(keys(own, reserved: [0]) == ["dataset:Prism"])
    }

    // MARK: - The six reasons

    @Test func oneEntryOfTheLexiconIsOneThing() {
        let entry = Mention.Reference.entry(type: .model, name: "BERT")
        #expect(
            keys(
                Name(surface: "BERT", type: .model, reference: entry),
                Name(surface: "Bidirectional Encoder", type: .model, reference: entry),
                Name(surface: "bert", type: .model, issue: 1),
                Name(surface: "bidirectional-encoder", type: .model, issue: 2), known: Self.known)
                == ["model:BERT", "model:BERT", "model:BERT", "model:BERT"])
    }

    @Test func oneAddressIsOneThingWhateverTheLanguage() {
        let names = keys(
            Name(surface: "Birds: A Survey", type: .paper, reference: Self.arxiv),
            Name(surface: "鸟类综述", type: .paper, reference: Self.arxiv, issue: 1))
        #expect(names == ["paper:Birds: A Survey", "paper:Birds: A Survey"])
    }

    @Test func oneNameOfOneTypeIsOneThing() {
        let names = keys(
            Name(surface: "Foo Bar", type: .model), Name(surface: "foo-bar", type: .model, issue: 1),
            Name(surface: "FooBar", type: .model, issue: 2),
            Name(surface: "Ｆｏｏ Bár", type: .model, issue: 3))
        #expect(Set(names).count == 1)
    }

    @Test func anAddressAndTheNameItIsLinkedUnderAreOneThing() {
        let names = keys(
            Name(surface: "Foo", type: .library, reference: Self.github),
            Name(surface: "Foo", type: .library, issue: 2))
        #expect(names == ["library:Foo", "library:Foo"])
    }

    @Test func twoAddressesOfOnePaperAreOneThing() {
        let acl = Mention.Reference.identity(Identity(kind: .acl, value: "N19-1423"))
        let linked = Linker(known: []).link(
            sightings([
                Name(surface: "Birds: A Survey", type: .paper, reference: Self.arxiv),
                Name(surface: "Birds: a survey", type: .paper, reference: acl, issue: 1),
            ]), issues: Self.issues)
        #expect(
            linked.entities.map { $0.entity.identities.map(\.description) } == [
                ["acl:N19-1423", "arxiv:2001.00001"]
            ])
    }

    @Test func aPluralAndItsSingularAreOneThing() {
        #expect(
            keys(Name(surface: "Foo", type: .model), Name(surface: "Foos", type: .model, issue: 1)) == [
                "model:Foo", "model:Foo",
            ])
        #expect(keys(Name(surface: "GPTs", type: .model), known: Self.known) == ["model:GPT"])
    }

    @Test func aPersonWithAndWithoutInitialsIsOne() {
        #expect(
            keys(
                Name(surface: "Anna B. Rogers", type: .person),
                Name(surface: "Anna Rogers", type: .person, issue: 1))
                == ["person:Anna B. Rogers", "person:Anna B. Rogers"])
        #expect(keys(Name(surface: "Quoc V. Le", type: .person), known: Self.known) == ["person:Quoc Le"])
    }

    @Test func aSurnameIsTheOneFullNameOfItsIssueThatEndsInIt() {
        let names = keys(
            Name(surface: "Anna Rogers", type: .person), Name(surface: "Rogers", type: .person),
            Name(surface: "Quoc Le", type: .person, issue: 1),
            Name(surface: "Le", type: .person, issue: 1), known: Self.known)
        #expect(names == ["person:Anna Rogers", "person:Anna Rogers", "person:Quoc Le", "person:Quoc Le"])
    }

    @Test func aFullerNameToldByTheRecognizerCounts() {
        let names = keys(
            Name(surface: "Anna Rogers", type: .person),
            Name(surface: "Rogers", type: .person, reference: .name("Anna Rogers"), issue: 1),
            Name(surface: "飞飞", type: .person, reference: .name("Fei-Fei Li"), issue: 1), known: Self.known)
        #expect(names == ["person:Anna Rogers", "person:Anna Rogers", "person:Fei-Fei Li"])
    }

    // MARK: - What stays apart

    @Test(arguments: [
        ("GPT-2", "GPT"), ("C++", "C"), ("ResNet-50", "ResNet-101"), ("GPT-2", "GPT-3"), ("Foo", "Foobar"),
    ])
    func namesThatDifferStayApart(a: String, b: String) {
        #expect(Set(keys(Name(surface: a, type: .model), Name(surface: b, type: .model))).count == 2)
        #expect(
            Set(keys(Name(surface: a, type: .model), Name(surface: b, type: .model), known: Self.known)).count
                == 2)
    }

    @Test func typesThatCannotBeConfusedStayApart() {
        let names = keys(
            Name(surface: "Turing", type: .person), Name(surface: "Turing", type: .organization),
            Name(surface: "Turing", type: .venue), Name(surface: "Turing", type: .model))
        #expect(Set(names).count == 4)
    }

    @Test func entriesOfTheLexiconAreNeverJoined() {
        let library = Mention.Reference.entry(type: .library, name: "Flair")
        let model = Mention.Reference.entry(type: .model, name: "Flair")
        #expect(
            keys(
                Name(surface: "Flair", type: .library, reference: library),
                Name(surface: "Flair", type: .model, reference: model), known: Self.known)
                == ["library:Flair", "model:Flair"])
    }

    @Test func surnamesOfTwoIssuesAreTwoPeople() {
        let names = keys(
            Name(surface: "Smith", type: .person), Name(surface: "Smith", type: .person, issue: 1),
            Name(surface: "Smith", type: .person))
        #expect(names == ["person:Smith@issue-0.md", "person:Smith@issue-1.md", "person:Smith@issue-0.md"])
    }

    @Test func aSurnameOfTwoPeopleOfItsIssueIsNeither() {
        let names = keys(
            Name(surface: "Yoshua Bengio", type: .person), Name(surface: "Samy Bengio", type: .person),
            Name(surface: "Bengio", type: .person), known: Self.known)
        #expect(names == ["person:Yoshua Bengio", "person:Samy Bengio", "person:Bengio@issue-0.md"])
    }

    @Test func aFullNameInAnotherIssueExplainsNoSurname() {
        let names = keys(
            Name(surface: "Anna Rogers", type: .person), Name(surface: "Rogers", type: .person, issue: 1))
        #expect(names == ["person:Anna Rogers", "person:Rogers@issue-1.md"])
    }

    @Test func aSurnameOfOnePersonOfTheLexiconIsThatPerson() {
        #expect(
            keys(
                Name(surface: "Le", type: .person), Name(surface: "Bengio", type: .person, issue: 1),
                known: Self.known) == ["person:Quoc Le", "person:Bengio@issue-1.md"])
    }

    // MARK: - Types and names

    @Test func theTypeOfOpenNamesIsSettledByAllEvidence() {
        let names = keys(
            Name(surface: "Foo", type: .library, confidence: 0.9),
            Name(surface: "Foo", type: .model, issue: 1, confidence: 0.6),
            Name(surface: "foo", type: .model, issue: 2, confidence: 0.6))
        #expect(names == ["model:Foo", "model:Foo", "model:Foo"])
    }

    @Test func anOpenNameIsOneThingWithAnAddressUnderIt() {
        let identity = Name(
            surface: "Foo", type: .model,
            reference: .identity(Identity(kind: .huggingFace, value: "acme/foo")), issue: 1)
        let name = Name(surface: "Foo", type: .library)
        let repository = Name(surface: "Foo", type: .library, reference: Self.github, issue: 2)
        #expect(Set(keys(name, identity)).count == 1)
        #expect(Set(keys(identity, name)).count == 1)
        #expect(Set(keys(repository, identity)).count == 1)
    }

    @Test func aModelTakenForALibraryIsStillTheModelOfTheLexicon() {
        #expect(
            keys(
                Name(surface: "GPT-2", type: .library), Name(surface: "Textkit", type: .model),
                known: Self.known) == ["model:GPT-2", "library:Textkit"])
    }

    @Test func theMostFrequentSurfaceNamesAThingAndTheFullestAPerson() {
        #expect(
            keys(
                Name(surface: "foo", type: .model), Name(surface: "Foo", type: .model),
                Name(surface: "Foo", type: .model)
            ).first == "model:Foo")
        let people = keys(
            Name(surface: "Anna Rogers", type: .person), Name(surface: "Anna Rogers", type: .person),
            Name(surface: "Anna B. Rogers", type: .person))
        #expect(people.first == "person:Anna B. Rogers")
    }

    @Test func everySurfaceIsAnAliasAndChineseOnesTellTheirLanguage() throws {
        let linked = Linker(known: Self.known).link(
            sightings([
                Name(surface: "BERT", type: .model, reference: .entry(type: .model, name: "BERT")),
                Name(surface: "伯特", type: .model, reference: .entry(type: .model, name: "BERT"), issue: 1),
                Name(surface: "bert", type: .model, reference: .entry(type: .model, name: "BERT"), issue: 1),
            ]), issues: Self.issues)
        let entity = try #require(linked.entities.first).entity
        #expect(entity.name == "BERT")
        #expect(
            entity.aliases == [
                .init(name: "Bidirectional Encoder"), .init(name: "bert"), .init(name: "伯特", language: "zh"),
            ])
        #expect(entity.identities.map(\.description) == ["arxiv:1810.04805"])
    }

    @Test func nothingLinksToNothing() {
        let linked = Linker(known: Self.known).link(SightingTable(), issues: [])
        #expect(linked.entities.isEmpty)
        #expect(linked.entityOfSighting.isEmpty)
    }

    // MARK: - Order

    @Test func theOrderOfSightingsAndIssuesDoesNotMatter() {
        let acl = Mention.Reference.identity(Identity(kind: .acl, value: "N19-1423"))
        let hf = Mention.Reference.identity(Identity(kind: .huggingFace, value: "acme/foo"))
        let names = [
            Name(surface: "BERT", type: .model, reference: .entry(type: .model, name: "BERT")),
            Name(surface: "bert", type: .model, issue: 1), Name(surface: "Foo", type: .model, issue: 1),
            Name(surface: "Foo", type: .library, reference: Self.github, issue: 2),
            Name(surface: "Foos", type: .model, issue: 3),
            Name(surface: "foo", type: .dataset, issue: 3, confidence: 0.5),
            Name(surface: "Foo", type: .model, reference: hf),
            Name(surface: "Birds: A Survey", type: .paper, reference: Self.arxiv),
            Name(surface: "Birds: a survey", type: .paper, reference: acl, issue: 1),
            Name(surface: "鸟类综述", type: .paper, reference: acl, issue: 1),
            Name(surface: "Birds a Survey", type: .paper, issue: 3),
            Name(surface: "Anna Rogers", type: .person),
            Name(surface: "Rogers", type: .person), Name(surface: "Rogers", type: .person, issue: 1),
            Name(surface: "Anna B. Rogers", type: .person, issue: 2),
            Name(surface: "Rogers", type: .person, issue: 2), Name(surface: "Le", type: .person, issue: 3),
            Name(surface: "Quoc V. Le", type: .person, issue: 2),
            Name(surface: "Le", type: .person, issue: 2),
            Name(surface: "GPTs", type: .model), Name(surface: "GPT-2", type: .library, issue: 1),
        ]
        let expected = describe(names, order: Array(names.indices), issues: Array(Self.issues.indices))
        #expect(Set(expected.values).count > 5)
        var random = SeededGenerator(state: 1)
        for round in 0..<100 {
            let found = describe(
                names, order: names.indices.shuffled(using: &random),
                issues: Self.issues.indices.shuffled(using: &random))
            #expect(found.mapValues(\.key) == expected.mapValues(\.key))
            let isSame = found == expected
            #expect(isSame, "round \(round)")
        }
    }

    @Test func anAddressBetweenTwoEntriesAlwaysGoesToTheSame() {
        let names = [
            Name(surface: "GPTs", type: .model, reference: Self.github),
            Name(surface: "BERTs", type: .model, reference: Self.github),
            Name(surface: "GPTs", type: .model, issue: 1), Name(surface: "BERTs", type: .model, issue: 2),
        ]
        let expected = describe(names, order: [0, 1, 2, 3], issues: [0, 1, 2, 3]).mapValues(\.key)
        for order in [[3, 2, 1, 0], [2, 3, 0, 1], [1, 3, 2, 0], [3, 0, 2, 1]] {
            #expect(describe(names, order: order, issues: [3, 1, 0, 2]).mapValues(\.key) == expected)
        }
    }

    /// A surname is told apart by its issue; a name may look the same.
    @Test func namesakesAreNumberedWithNumbersThatNothingBears() {
        var sightings = SightingTable()
        for (passage, name) in ["Le", "Le@a b.md", "Le@a b.md#2"].enumerated() {
            sightings.add(
                SurfaceForm(surface: name, type: .person, reference: .surface), issue: 0, passage: passage,
                confidence: 0.8)
        }
        let linked = Linker(known: []).link(
            sightings, issues: [SightedIssue(path: "a b.md", language: "en", date: nil)])
        #expect(
            linked.entities.map(\.key) == ["person:Le@a b.md", "person:Le@a b.md#2", "person:Le@a b.md#3"])
        #expect(Set(linked.entityOfSighting).count == 3)
    }

    @Test func entitiesStandInOrderOfTheBytesOfTheirKeys() {
        var sightings = SightingTable()
        let names = ["Zeta", "alpha", "Séq", "Sez", "漢字", "Алфа", "Abcdefghi", "Abcdefgh", "Abcdefghij"]
        for (passage, name) in names.enumerated() {
            sightings.add(
                SurfaceForm(surface: name, type: passage % 2 == 0 ? .venue : .dataset, reference: .surface),
                issue: 0, passage: passage, confidence: 0.8)
        }
        let keys = Linker(known: []).link(
            sightings, issues: [SightedIssue(path: "a.md", language: "en", date: nil)]
        ).entities.map(\.key)
        #expect(keys.count == names.count)
        #expect(keys == keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    /// For each name the entity it belongs to, linked in the given orders.
    private func describe(_ names: [Name], order: [Int], issues: [Int]) -> [Int: LinkedEntity] {
        let positions = Dictionary(uniqueKeysWithValues: issues.enumerated().map { ($1, $0) })
        var shuffled = SightingTable()
        for index in order {
            let name = names[index]
            shuffled.add(
                SurfaceForm(surface: name.surface, type: name.type, reference: name.reference),
                issue: positions[name.issue] ?? 0, passage: index, confidence: name.confidence)
        }
        let linked = Linker(known: Self.known).link(shuffled, issues: issues.map { Self.issues[$0] })
        return Dictionary(
            uniqueKeysWithValues: zip(order, linked.entityOfSighting.map { linked.entities[Int($0)] }))
    }
}
