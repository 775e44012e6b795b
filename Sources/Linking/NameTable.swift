import KGModel

/// The sightings of all issues in reading order, and their names, each once.
struct NameTable {
    /// A surface with the type and the reference that recognizers gave it.
    struct Form {
        var surface: String
        var type: EntityType
        var reference: Mention.Reference
        /// The surface as names are compared.
        var name: TypedName
        /// Index of its first sighting, in reading order.
        var first: Int
        var count = 0

        /// The name's reading: a fuller name told by the recognizer goes before the surface.
        var fullName: String {
            if case .name(let name) = reference { name } else { surface }
        }
    }

    let issues: [SightedIssue]
    /// By issue (in order of paths), passage and place.
    let sightings: [Sighting]
    /// For each of them its index in the caller's array.
    let original: [Int]
    private(set) var forms: [Form] = []
    /// For each sighting the index of its form.
    private(set) var formOf: [Int] = []
    /// The sightings of each issue that has any, in order of paths.
    private(set) var ranges: [(issue: Int, sightings: Range<Int>)] = []

    init(_ unordered: [Sighting], _ issues: [SightedIssue]) {
        self.issues = issues
        let rank = Self.ranks(issues)
        func place(_ sighting: Sighting) -> (Int, Int, Int) {
            (rank[sighting.issue], sighting.passage, sighting.range.lowerBound)
        }
        let isSorted = zip(unordered, unordered.dropFirst()).allSatisfy { place($0) <= place($1) }
        original =
            isSorted
            ? Array(unordered.indices)
            : unordered.indices.sorted { place(unordered[$0]) < place(unordered[$1]) }
        sightings = isSorted ? unordered : original.map { unordered[$0] }
        intern()
    }

    private static func ranks(_ issues: [SightedIssue]) -> [Int] {
        var rank = Array(repeating: 0, count: issues.count)
        for (position, issue) in issues.indices.sorted(by: { issues[$0].path < issues[$1].path }).enumerated()
        {
            rank[issue] = position
        }
        return rank
    }

    private struct FormKey: Hashable {
        var surface: String
        var type: EntityType
        var reference: Mention.Reference
    }

    private mutating func intern() {
        var numbers: [FormKey: Int] = [:]
        numbers.reserveCapacity(sightings.count / 2)
        formOf.reserveCapacity(sightings.count)
        for (index, sighting) in sightings.enumerated() {
            let key = FormKey(surface: sighting.surface, type: sighting.type, reference: sighting.reference)
            let form: Int
            if let number = numbers[key] {
                form = number
            } else {
                form = forms.count
                numbers[key] = form
                forms.append(
                    Form(
                        surface: sighting.surface, type: sighting.type, reference: sighting.reference,
                        name: TypedName(sighting.type, NameKey(sighting.surface)), first: index))
            }
            forms[form].count += 1
            formOf.append(form)
            if let last = ranges.last, last.issue == sighting.issue {
                ranges[ranges.count - 1].sightings = last.sightings.lowerBound..<index + 1
            } else {
                ranges.append((sighting.issue, index..<index + 1))
            }
        }
    }

    func form(of sighting: Int) -> Form { forms[formOf[sighting]] }

    func language(of sighting: Int) -> String? { issues[sightings[sighting].issue].language }

    /// Whether two sightings stand in one issue or in translations of one.
    func areInOneEdition(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (sightings[a].issue, sightings[b].issue)
        return a == b || issues[a].edition != nil && issues[a].edition == issues[b].edition
    }
}
