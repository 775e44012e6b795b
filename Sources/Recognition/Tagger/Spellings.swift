import KGModel

/// The distinct spellings met so far, in one issue or in many: each is looked at once.
///
/// A memory that changes no result; issues may share one, one after the other. It belongs to one thread at
/// a time, and none of its methods is called from within another: what is asked for every word of a text is
/// spared the check for that.
final class Spellings {
    private let table: WordTable
    @exclusivity(unchecked)
    private(set) var all: [Spelling] = []
    /// Of each spelling in `all`.
    @exclusivity(unchecked)
    private(set) var digests: [SpellingDigest] = []
    @exclusivity(unchecked)
    private(set) var formCount = 0
    @exclusivity(unchecked)
    private var index = HashIndex(capacity: 1024)
    @exclusivity(unchecked)
    private var forms = HashIndex(capacity: 1024)
    @exclusivity(unchecked)
    private var buffer: [UInt8] = []
    /// Words of the passage that is looked at, and their keys.
    @exclusivity(unchecked)
    private var pending: [(place: Int, key: UInt64)] = []
    /// The bytes of words of letters, one behind the other.
    @exclusivity(unchecked)
    private(set) var letters: [UInt8] = []
    /// The number of each common Chinese character, or -1.
    @exclusivity(unchecked)
    private var ideographs = [Int32](repeating: -1, count: ideographRange.count)

    private static let ideographRange = 0x4E00..<0xA000
    /// The place of each spelling's sums in `sums`, or -1.
    @exclusivity(unchecked)
    private(set) var sumPlaces: [Int32] = []
    /// Sums of a spelling's features at the words `-2…2` from it, five for each that was asked for.
    @exclusivity(unchecked)
    var sums: [WeightSum] = []
    /// Sums of what a word's occurrences give to the words `-1…1` from it, by `OccurrenceFigures.key`.
    let occurrenceSums = SumMemory(width: 2 * OccurrenceFigures.reach + 1, bits: 11)
    /// Sums of features that share a key; see `FeatureSink`.
    let sharedSums = SumMemory(width: 1, bits: 12)

    /// Beyond this many a new issue starts from nothing: new names would pile up without end, and words that are asked
    /// for often would lie among many that are not, far from the processor.
    private static let most = 12_000

    /// How far from the word a spelling's features reach.
    static let reach = 2
    private static let offsets = 2 * reach + 1

    init(table: WordTable) { self.table = table }

    deinit {
        occurrenceSums.deallocate()
        sharedSums.deallocate()
    }

    /// Makes room if too many have gathered. Numbers given out before are void.
    func beginIssue() {
        guard all.count > Self.most else { return }
        all.removeAll(keepingCapacity: true)
        digests.removeAll(keepingCapacity: true)
        sumPlaces.removeAll(keepingCapacity: true)
        sums.removeAll(keepingCapacity: true)
        letters.removeAll(keepingCapacity: true)
        index = HashIndex(capacity: Self.most)
        forms = HashIndex(capacity: Self.most)
        for place in ideographs.indices { ideographs[place] = -1 }
        formCount = 0
    }

    /// The numbers of the spellings of a passage's words, in three rounds: each look into the table waits for memory, and
    /// in a round of their own they wait side by side.
    func numbers(of words: [Word], in bytes: UnsafeBufferPointer<UInt8>) -> [Int32] {
        pending.removeAll(keepingCapacity: true)
        var numbers = [Int32](repeating: -1, count: words.count)
        for (place, word) in words.enumerated() {
            if let common = ideographPlace(word, bytes), ideographs[common] >= 0 {
                numbers[place] = ideographs[common]
            } else {
                pending.append((place, Self.key(bytes, word.range)))
            }
        }
        for (place, key) in pending { numbers[place] = index.findFirst(key) }
        for (place, key) in pending where numbers[place] < 0 {
            numbers[place] = index.findOrAdd(key)
            if numbers[place] == all.count { add(words[place], bytes) }
            if let common = ideographPlace(words[place], bytes) { ideographs[common] = numbers[place] }
        }
        return numbers
    }

    /// Where `ideographs` has the number of a word; nil for most words.
    @inline(__always)
    private func ideographPlace(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard word.kind == .ideograph else { return nil }
        let place = Int(Scalars.decode(bytes, word.range.lowerBound).scalar) - Self.ideographRange.lowerBound
        return ideographs.indices.contains(place) ? place : nil
    }

    /// A number for a word's bytes by which it is looked up: sooner made than the hash that features want.
    @inline(__always)
    private static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        let count = range.count
        guard count <= 16, range.lowerBound + 8 <= bytes.count, let base = bytes.baseAddress else {
            return FeatureHash.of(UnsafeBufferPointer(rebasing: bytes[range]))
        }
        func eight(_ at: Int) -> UInt64 {
            UInt64(littleEndian: UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self))
        }
        let first = eight(range.lowerBound)
        // Eight bytes mixed with themselves would give many words the same key.
        if count <= 8 { return FeatureHash.mix(first << UInt64(64 - 8 * count), UInt64(count)) }
        return FeatureHash.mix(first, eight(range.upperBound - 8), UInt64(count))
    }

    private func add(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) {
        let exact = FeatureHash.of(UnsafeBufferPointer(rebasing: bytes[word.range]))
        Self.lower(bytes, word.range, into: &buffer)
        let shape = word.shape.subtracting([.blankBefore, .opaque])
        let start = Int32(truncatingIfNeeded: letters.count)
        if word.kind == .letters { letters += bytes[word.range] }
        // `GPT‑4` with a non-breaking hyphen is spelt as with the usual one.
        let isHyphen =
            word.kind == .mark && Scalars.isHyphen(Scalars.decode(bytes, word.range.lowerBound).scalar)
        let lower = isHyphen ? Self.hyphen : FeatureHash.of(buffer)
        let form = forms.findOrAdd(lower)
        if Int(form) == formCount { formCount += 1 }
        let code = WordCode(
            kind: word.kind, shape: shape, bytes: UnsafeBufferPointer(rebasing: bytes[word.range]))
        let isWord = word.kind == .letters || word.kind == .ideograph
        digests.append(
            SpellingDigest(
                form: form, code: code, cue: isWord ? CueWords.class(ofWord: lower) : 0,
                startsLongCue: isWord && CueWords.heads.find(lower) >= 0))
        all.append(
            Spelling(
                exact: isHyphen ? Self.hyphen : exact, lower: lower, form: form,
                kind: word.kind, shape: shape,
                code: code,
                pattern: Self.pattern(bytes, word.range),
                entry: word.kind == .letters ? table.entry(lower) : 0,
                isNotion: word.kind == .letters && CueWords.notionTable.find(lower) >= 0,
                letters: start..<Int32(truncatingIfNeeded: letters.count)))
        sumPlaces.append(-1)
    }

    /// The number of a lower-case form by its hash, or -1.
    func form(_ lower: UInt64) -> Int { Int(forms.find(lower)) }

    // MARK: - Sums

    /// Makes room for the sums of a spelling that has none yet, all nothing: the one at the word `-reach` from it first.
    func addSums(_ number: Int) -> Int {
        let place = sums.count
        sumPlaces[number] = Int32(truncatingIfNeeded: place)
        for _ in 0..<Self.offsets { sums.append(WeightSum()) }
        return place
    }

    // MARK: - Letters

    private static let hyphen = FeatureHash.of("-")

    /// Lower case of a stretch of UTF-8.
    static func lower(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into buffer: inout [UInt8]) {
        buffer.removeAll(keepingCapacity: true)
        var at = range.lowerBound
        while at < range.upperBound {
            let byte = bytes[at]
            if byte < 0x80 {
                buffer.append((65...90).contains(byte) ? byte | 0x20 : byte)
                at += 1
                continue
            }
            let (scalar, length) = Scalars.decode(bytes, at)
            if scalar < 0x2E80, let value = Unicode.Scalar(scalar), value.properties.isUppercase {
                buffer.append(contentsOf: value.properties.lowercaseMapping.utf8)
            } else {
                buffer.append(contentsOf: bytes[at..<min(at + length, range.upperBound)])
            }
            at += length
        }
    }

    /// Each scalar's class, a run of one class shortened to two: `GPT` is `XX`, `RoBERTa` is `XxXXx`.
    private static func pattern(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        var hash = FeatureHash.seed
        var last: UInt8 = 0
        var run = 0
        var at = range.lowerBound
        while at < range.upperBound {
            let (scalar, length) = Scalars.decode(bytes, at)
            at += length
            let kind: UInt8 =
                switch Scalars.kind(scalar) {
                case .number: 3
                case .letters: Scalars.isUppercase(scalar) ? 1 : scalar >= 0x590 && scalar < 0x1E00 ? 4 : 2
                case .ideograph: 5
                default: 6
                }
            run = kind == last ? run + 1 : 1
            last = kind
            if run <= 2 { hash = FeatureHash.add(kind, to: hash) }
        }
        return hash
    }
}
