import KGModel

/// A mention as the linker sees it: which of all surface forms it is, and where it stands. There are millions.
public struct Sighting: Sendable, Hashable {
    /// Number of the passage, unique over all issues; within an issue it grows in reading order.
    public var passage: Int
    /// Index of the issue among all issues.
    public var issue: Int32
    /// Index of the surface form among those that go with it.
    public var form: Int32
    /// First byte in the passage's text.
    public var start: Int32
    /// Ten-thousandths.
    public var confidence: Int32

    public init(passage: Int, issue: Int32, form: Int32, start: Int32, confidence: Int32) {
        self.passage = passage
        self.issue = issue
        self.form = form
        self.start = start
        self.confidence = confidence
    }
}

/// Mentions and what they are called.
public struct SightingTable: Sendable {
    /// Each once.
    public private(set) var forms: [SurfaceForm]
    /// In any order; in order of issues' paths, passages and places they are linked fastest.
    public private(set) var all: [Sighting]
    /// The numbers of forms, once something is added.
    private var numbers = SurfaceForms()

    /// A table without sightings.
    public init() { (forms, all) = ([], []) }

    /// - Parameter forms: each once; may hold more than the sightings name.
    public init(_ all: [Sighting], forms: [SurfaceForm]) {
        self.all = all
        self.forms = forms
    }

    /// - Parameters:
    ///   - issue: index of the issue among all issues.
    ///   - passage: see `Sighting.passage`.
    ///   - start: first byte in the passage's text.
    ///   - confidence: 0 to 1.
    public mutating func add(
        _ form: SurfaceForm, issue: Int, passage: Int, start: Int = 0, confidence: Double
    ) {
        for known in forms.dropFirst(numbers.all.count) { _ = numbers.number(of: known) }
        let number = numbers.number(of: form)
        if Int(number) == forms.count { forms.append(form) }
        all.append(
            Sighting(
                passage: passage, issue: Int32(issue), form: number, start: Int32(start),
                confidence: Int32((confidence * 10_000).rounded())))
    }
}
