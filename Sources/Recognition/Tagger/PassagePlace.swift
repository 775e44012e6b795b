/// Where in its issue a passage stands: features of its words that follow from that and from little else, so that many
/// words share them.
struct PassagePlace {
    private let kind: UInt64
    /// See `TaggerFeatures.paperLinkNear`.
    private let paper: UInt64
    private let language: UInt64
    /// Hashes of words of the heading above it.
    private let section: [UInt64]
    /// Stands for them all.
    private let sectionKey: UInt64
    /// Stands for the kind, the papers near and the language.
    private let placeKey: UInt64

    init(kind: UInt64, paper: UInt64, language: UInt64, section: [UInt64]) {
        self.kind = kind
        self.paper = paper
        self.language = language
        self.section = section
        placeKey = FeatureHash.mix(language, kind << 8 | paper)
        sectionKey = section.reduce(FeatureHash.seed) { FeatureHash.mix($0, $1) }
    }

    /// - Parameter count: words of the passage.
    @inline(__always)
    func features(_ word: Int, of count: Int, _ code: WordCode, _ sink: inout some FeatureSink) {
        let end = word < 3 ? UInt64(word) : word >= count - 3 ? UInt64(10 + count - word) : 5
        let shape = UInt64(code.rawValue)
        sink.add(word, sharing: placeKey &+ (end << 4 | shape) &* Self.step) {
            [
                hash(.passage, kind << 8 | shape << 4 | paper),
                hash(.position, kind << 16 | end << 8 | shape),
                hash(.language, FeatureHash.mix(language, shape)),
            ]
        }
        guard !section.isEmpty, code.isCapital || code == .ideograph else { return }
        sink.add(word, sharing: sectionKey &+ shape &* Self.step) {
            section.map { hash(.section, FeatureHash.mix($0, shape)) }
        }
    }

    /// What keys of neighbouring shapes are apart.
    private static let step: UInt64 = 0xbf58_476d_1ce4_e5b9

    private func hash(_ template: TaggerFeatures.Template, _ value: UInt64) -> UInt64 {
        FeatureHash.mix(template.rawValue << 4, value)
    }
}
