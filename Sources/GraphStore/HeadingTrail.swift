import KGModel

/// Finds the heading that a passage stands under from the titles of its section.
struct HeadingTrail {
    /// The passages that are the headings above, outermost first.
    private var trail: [Int] = []

    /// How many passages further up the innermost heading stands; nil where there is none.
    mutating func distance(to passage: Passage, at ordinal: Int, in passages: [Passage]) -> Int? {
        let depth = passage.section.count
        if trail.count > depth { trail.removeLast(trail.count - depth) }
        var found: Int?
        if let title = passage.section.last, trail.count == depth, let heading = trail.last,
            passages[heading].text == title
        {
            found = ordinal - heading
        }
        if passage.kind == .heading, trail.count == depth { trail.append(ordinal) }
        return found
    }
}
