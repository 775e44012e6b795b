import KGModel

/// What all sightings of a form say together.
struct FormEvidence {
    /// Sum of their confidences in whole percents: it does not depend on their order.
    var weight = 0
    var count = 0
    var languages = Languages()

    /// The languages of the issues that a form stands in: one for most.
    struct Languages {
        private var first: String??
        private var others: Set<String?> = []

        mutating func insert(_ language: String?) {
            guard let first else {
                first = .some(language)
                return
            }
            if first != language { others.insert(language) }
        }

        func contains(_ language: String?) -> Bool { first == .some(language) || others.contains(language) }

        mutating func formUnion(_ more: Languages) {
            if let one = more.first { insert(one) }
            for one in more.others { insert(one) }
        }

        /// The language of all issues; nil where there are several, or none is told.
        var only: String? { others.isEmpty ? first ?? nil : nil }
    }

    mutating func add(_ sighting: Sighting, language: String?) {
        weight += Int(sighting.confidence) / 100
        count += 1
        languages.insert(language)
    }
}

/// The evidence of all forms.
struct EvidenceOfForms {
    private var byForm: [FormEvidence]
    /// Of forms that mean something else in another issue.
    private var byPlace: [Place: FormEvidence] = [:]

    private struct Place: Hashable {
        var node: Int32
        var form: Int32
    }

    /// - Parameters: as in `NamedNodes`; what was joined before does not matter.
    init(_ table: NameTable, nodeOf: [Int32], nodeOfForm: [Int?]) {
        byForm = Array(repeating: FormEvidence(), count: table.forms.count)
        for (index, sighting) in table.sightings.enumerated() {
            let form = table.formIndex(index)
            let language = table.issues[Int(sighting.issue)].language
            if nodeOfForm[form] != nil {
                byForm[form].add(sighting, language: language)
            } else {
                let place = Place(node: nodeOf[index], form: Int32(form))
                byPlace[place, default: FormEvidence()].add(sighting, language: language)
            }
        }
    }

    /// What the sightings of a form say that refer to a node.
    func of(_ form: Int32, _ node: Int) -> FormEvidence {
        byPlace.isEmpty
            ? byForm[Int(form)] : byPlace[Place(node: Int32(node), form: form)] ?? byForm[Int(form)]
    }
}
