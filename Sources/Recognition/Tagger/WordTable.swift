/// What is known of a word outside any issue: how common it is, whether people bear it as a name.
/// A part of the model file.
struct WordTable: Sendable {
    /// A word's entry: bits 0–2 the band of its frequency in English, bits 3–5 the highest band among
    /// the other languages, bit 6 given name, bit 7 family name.
    typealias Entry = UInt8

    static let given: Entry = 64
    static let family: Entry = 128

    /// Hashes of lower-case words, ascending, and their entries.
    private(set) var keys: [UInt32] = []
    private(set) var entries: [Entry] = []
    /// Start of each run of keys with the same upper 12 bits.
    private var starts: [Int32] = []

    init() { index() }

    /// - Parameter words: entries by lower-case word; those of equal hashes are united.
    init(_ words: [(word: String, entry: Entry)]) {
        let hashed = words.map { (key: Self.key(FeatureHash.of($0.word)), entry: $0.entry) }
            .sorted { ($0.key, $0.entry) < ($1.key, $1.entry) }
        for item in hashed {
            if keys.last == item.key {
                entries[entries.count - 1] = Self.union(entries[entries.count - 1], item.entry)
            } else {
                keys.append(item.key)
                entries.append(item.entry)
            }
        }
        index()
    }

    /// Keys must ascend.
    init(keys: [UInt32], entries: [Entry]) {
        self.keys = keys
        self.entries = entries
        index()
    }

    private static func union(_ a: Entry, _ b: Entry) -> Entry {
        (a | b) & 0xC0 | max(a & 7, b & 7) | max(a & 0x38, b & 0x38)
    }

    private mutating func index() {
        starts = [Int32](repeating: Int32(keys.count), count: 4097)
        for at in keys.indices.reversed() { starts[Int(keys[at] >> 20)] = Int32(at) }
        for bucket in (0..<4096).reversed() where starts[bucket] > starts[bucket + 1] {
            starts[bucket] = starts[bucket + 1]
        }
    }

    @inline(__always)
    private static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash ^ (hash >> 32)) }

    /// The entry of a word by the hash of its lower-case form; 0 for an unknown one.
    func entry(_ lower: UInt64) -> Entry {
        let key = Self.key(lower)
        var low = Int(starts[Int(key >> 20)])
        var high = Int(starts[Int(key >> 20) + 1])
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < key { low = middle + 1 } else { high = middle }
        }
        return low < keys.count && keys[low] == key ? entries[low] : 0
    }

    /// Zipf frequency (log10 of occurrences in a thousand million words) as a band from 1 to 5.
    static func band(zipf: Double) -> Entry {
        zipf >= 6 ? 5 : zipf >= 5.2 ? 4 : zipf >= 4.6 ? 3 : zipf >= 4 ? 2 : 1
    }
}
