import KGModel

/// The sightings of all issues in reading order, and their forms in the order in which they are first seen.
struct NameTable {
    /// A surface form that something is called.
    struct Form {
        let form: SurfaceForm
        /// The surface as names are compared.
        let name: TypedName
        /// Index of its first sighting, in reading order.
        let first: Int
        let count: Int

        var surface: String { form.surface }
        var type: EntityType { form.type }
        var reference: Mention.Reference { form.reference }

        /// The name's reading: a fuller name told by the recognizer goes before the surface.
        var fullName: String {
            if case .name(let name) = form.reference { name } else { form.surface }
        }
    }

    let issues: [SightedIssue]
    /// By issue (in order of paths), passage and place.
    let sightings: [Sighting]
    /// For each of them its index in the caller's array; nil where they came in this order.
    private let order: [Int32]?
    private(set) var forms: [Form] = []
    /// For each sighting the index of its form.
    private(set) var formOf: [Int32] = []
    /// The sightings of each issue that has any, in order of paths.
    private(set) var ranges: [(issue: Int, sightings: Range<Int>)] = []
    /// For each issue the index of its range; -1 where it has none.
    private var rangeOfIssue: [Int32]

    init(_ given: SightingTable, _ issues: [SightedIssue]) {
        self.issues = issues
        let all = given.all
        let rank = Self.ranks(issues)
        func precedes(_ a: Sighting, _ b: Sighting) -> Bool {
            if a.issue != b.issue { return rank[Int(a.issue)] < rank[Int(b.issue)] }
            return (a.passage, a.start) < (b.passage, b.start)
        }
        let isSorted = !all.indices.dropFirst().contains { precedes(all[$0], all[$0 - 1]) }
        let order =
            isSorted ? nil : all.indices.map { Int32($0) }.sorted { precedes(all[Int($0)], all[Int($1)]) }
        self.order = order
        sightings = order.map { $0.map { all[Int($0)] } } ?? all
        rangeOfIssue = Array(repeating: -1, count: issues.count)
        number(given.forms)
    }

    private static func ranks(_ issues: [SightedIssue]) -> [Int32] {
        var rank = Array(repeating: Int32(0), count: issues.count)
        for (position, issue) in issues.indices.sorted(by: { issues[$0].path < issues[$1].path }).enumerated()
        {
            rank[issue] = Int32(position)
        }
        return rank
    }

    /// Numbers the forms anew: what the caller has met first must not matter.
    private mutating func number(_ given: [SurfaceForm]) {
        var numbers = Array(repeating: Int32(-1), count: given.count)
        var found: [(given: Int32, first: Int, count: Int)] = []
        formOf.reserveCapacity(sightings.count)
        for (index, sighting) in sightings.enumerated() {
            var number = numbers[Int(sighting.form)]
            if number < 0 {
                number = Int32(found.count)
                numbers[Int(sighting.form)] = number
                found.append((sighting.form, index, 0))
            }
            found[Int(number)].count += 1
            formOf.append(number)
            let issue = Int(sighting.issue)
            if let last = ranges.last, last.issue == issue {
                ranges[ranges.count - 1].sightings = last.sightings.lowerBound..<index + 1
            } else {
                rangeOfIssue[issue] = Int32(ranges.count)
                ranges.append((issue, index..<index + 1))
            }
        }
        forms = Parallel.map(count: found.count) { [found] number in
            let form = given[Int(found[number].given)]
            return Form(
                form: form, name: TypedName(form.type, NameKey(form.surface)), first: found[number].first,
                count: found[number].count)
        }
    }

    /// Indexes of the forms of some types. A form is costly to copy, and most are passed over by their type.
    func forms(where isWanted: @escaping (EntityType) -> Bool) -> some Sequence<Int> {
        forms.indices.lazy.filter { [forms] in isWanted(forms[$0].form.type) }
    }

    /// The index of a sighting in the caller's array.
    func original(_ sighting: Int) -> Int { order.map { Int($0[sighting]) } ?? sighting }

    func formIndex(_ sighting: Int) -> Int { Int(formOf[sighting]) }
    func form(of sighting: Int) -> Form { forms[Int(formOf[sighting])] }
    func type(of sighting: Int) -> EntityType { forms[Int(formOf[sighting])].form.type }
    func issue(of sighting: Int) -> Int { Int(sightings[sighting].issue) }
    func language(of sighting: Int) -> String? { issues[issue(of: sighting)].language }

    /// The bytes of a sighting in its passage's text.
    func bytes(of sighting: Int) -> Range<Int> {
        let start = Int(sightings[sighting].start)
        return start..<start + forms[Int(formOf[sighting])].form.surface.utf8.count
    }

    /// The sightings of an issue; nil where it has none.
    func sightings(ofIssue issue: Int) -> Range<Int>? {
        rangeOfIssue[issue] < 0 ? nil : ranges[Int(rangeOfIssue[issue])].sightings
    }

    /// Whether two sightings stand in one issue or in translations of one.
    func areInOneEdition(_ a: Int, _ b: Int) -> Bool {
        let (a, b) = (issue(of: a), issue(of: b))
        return a == b || issues[a].edition != nil && issues[a].edition == issues[b].edition
    }
}
