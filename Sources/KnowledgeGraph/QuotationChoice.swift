/// Which passages are quoted of all that name something: one of each edition, the earliest first, for ten
/// witnesses say more than one; where the editions are too few, more passages of the issues that are quoted already,
/// but never the translation of one.
struct QuotationChoice {
    /// A passage that may be quoted. Places are offered in the order of their numbers.
    struct Place {
        var number: Int
        var issue: Int
        /// The same for an issue and its translations.
        var edition: Int
    }

    /// How many at most.
    let most: Int
    private var first: [Place] = []
    private var further: [Int] = []

    init(most: Int) { self.most = most }

    mutating func offer(_ place: Place) {
        guard first.count < most else { return }
        if let known = first.last(where: { $0.edition == place.edition }) {
            if known.issue == place.issue, first.count + further.count < most { further.append(place.number) }
        } else {
            first.append(place)
        }
    }

    /// Numbers of the places that are quoted, in order.
    var chosen: [Int] {
        let numbers = first.map(\.number)
        let room = most - first.count
        return further.isEmpty || room == 0 ? numbers : (numbers + further.prefix(room)).sorted()
    }
}
