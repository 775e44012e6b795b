import KGModel

/// What the tagger has learned: read once, shared by all threads.
///
/// The file is little-endian: `KGTG`, the format's version (UInt32), the size of the body in bytes
/// (UInt64), its FNV-1a fingerprint (UInt64), and the body: word table, the chains of the two passes,
/// the features' weights, the calibration.
public struct TaggerModel: Sendable {
    /// The version of the format *and* of the features that the weights belong to.
    public static let version: UInt32 = 1

    /// Weights of one feature: for the first pass and for the second. A cache line.
    struct Row: Sendable, Hashable {
        var first = SIMD32<Int8>.zero
        var second = SIMD32<Int8>.zero
    }

    var words: WordTable
    /// Steps of a weight: a stored 1 is `scale`.
    var scale: Float
    /// Transitions of both passes, `exp` applied.
    var chains: [LinearChain]
    /// Keys of the features, ascending: the upper halves of their hashes.
    private(set) var keys: [UInt32]
    private(set) var rows: [Row]
    /// From raw to expected probability: points of a piecewise linear function, x ascending.
    var calibration: [SIMD2<Float>]
    /// Spans less likely than this are not worth a candidate (raw probability).
    var threshold: Float
    /// The rows' two vectors one behind the other, as whole numbers: their sums are exact.
    private(set) var weights: [LabelVector] = []
    /// Open addressing over `keys`: a position in `rows`, or -1.
    private var slots: [Int32] = []

    init(
        words: WordTable, scale: Float, chains: [LinearChain], rows: [(key: UInt32, row: Row)],
        calibration: [SIMD2<Float>], threshold: Float
    ) {
        self.words = words
        self.scale = scale
        self.chains = chains
        let sorted = rows.sorted { $0.key < $1.key }
        keys = sorted.map(\.key)
        self.rows = sorted.map(\.row)
        self.calibration = calibration
        self.threshold = threshold
        index()
    }

    static func key(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

    private mutating func index() {
        weights = rows.flatMap { [Self.vector($0.first), Self.vector($0.second)] }
        var size = 64
        while size < keys.count * 2 { size *= 2 }
        slots = [Int32](repeating: -1, count: size)
        for (position, key) in keys.enumerated() {
            var at = Int(key) & (size - 1)
            while slots[at] >= 0 { at = (at + 1) & (size - 1) }
            slots[at] = Int32(position)
        }
    }

    private static func vector(_ row: SIMD32<Int8>) -> LabelVector {
        var vector = LabelVector.zero
        for label in 0..<32 { vector[label] = Float(row[label]) }
        return vector
    }

    /// Position of a feature's weights in `rows`, or -1.
    @inline(__always)
    func find(_ hash: UInt64) -> Int {
        let key = Self.key(hash)
        let mask = slots.count - 1
        var at = Int(key) & mask
        while true {
            let position = Int(slots[at])
            if position < 0 || keys[position] == key { return position }
            at = (at + 1) & mask
        }
    }

    /// The share of spans of this raw probability that are right, as validation showed.
    func calibrated(_ probability: Float) -> Double {
        guard let first = calibration.first, let last = calibration.last else { return Double(probability) }
        if probability <= first.x { return Double(first.y) }
        if probability >= last.x { return Double(last.y) }
        var at = 1
        while at < calibration.count - 1, calibration[at].x < probability { at += 1 }
        let (a, b) = (calibration[at - 1], calibration[at])
        return Double(b.x > a.x ? a.y + (b.y - a.y) * (probability - a.x) / (b.x - a.x) : b.y)
    }
}

/// Why a file is no tagger model.
public enum TaggerModelError: Error, Equatable, CustomStringConvertible {
    case notAModel
    case version(found: UInt32, expected: UInt32)
    /// Cut short, or longer than it says.
    case size(found: Int, expected: Int)
    case damaged

    public var description: String {
        switch self {
        case .notAModel: "no tagger model; train one with make train"
        case .version(let found, let expected):
            "tagger model of version \(found), this program reads version \(expected); train it again"
        case .size(let found, let expected):
            "tagger model of \(found) bytes where \(expected) are expected; the file is cut or was changed"
        case .damaged: "tagger model is damaged; its fingerprint does not fit its content"
        }
    }
}

// MARK: - The file

extension TaggerModel {
    /// The model that the program brings along.
    static func standard() throws -> TaggerModel {
        try TaggerModel(bytes: try Resource.data(TaggerRecognizer.resource))
    }

    private static let magic = Array("KGTG".utf8)
    private static let headerSize = 24

    /// Reads the bytes of a model file.
    public init(bytes: [UInt8]) throws(TaggerModelError) {
        guard bytes.count >= Self.headerSize, bytes.starts(with: Self.magic) else { throw .notAModel }
        var header = ModelReader(bytes: bytes[4..<Self.headerSize])
        let version = try header.integer(UInt32.self)
        guard version == Self.version else { throw .version(found: version, expected: Self.version) }
        let size = try header.integer(UInt64.self)
        let fingerprint = try header.integer(UInt64.self)
        guard size == UInt64(bytes.count - Self.headerSize) else {
            let expected = Int(clamping: size).addingReportingOverflow(Self.headerSize)
            throw .size(found: bytes.count, expected: expected.overflow ? .max : expected.partialValue)
        }
        let body = bytes[Self.headerSize...]
        guard FeatureHash.of(body) == fingerprint else { throw .damaged }
        var reader = ModelReader(bytes: body)
        let wordKeys = try reader.array(UInt32.self)
        let wordEntries = try reader.array(UInt8.self)
        let scale = try reader.float()
        var chains: [LinearChain] = []
        for _ in 0..<2 { chains.append(try reader.chain()) }
        let keys = try reader.array(UInt32.self)
        var rows = [Row](repeating: Row(), count: keys.count)
        for pass in [\Row.first, \Row.second] {
            for index in rows.indices {
                var mask = try reader.integer(UInt32.self)
                while mask != 0 {
                    let label = mask.trailingZeroBitCount
                    rows[index][keyPath: pass][label] = try reader.integer(Int8.self)
                    mask &= mask - 1
                }
            }
        }
        var calibration: [SIMD2<Float>] = []
        for _ in 0..<(try reader.integer(UInt32.self)) {
            calibration.append(SIMD2(try reader.float(), try reader.float()))
        }
        let threshold = try reader.float()
        guard wordKeys.count == wordEntries.count, reader.isAtEnd else { throw .damaged }
        self.words = WordTable(keys: wordKeys, entries: wordEntries)
        self.scale = scale
        self.chains = chains
        self.keys = keys
        self.rows = rows
        self.calibration = calibration
        self.threshold = threshold
        index()
    }

    /// The model as a file's bytes.
    public func encoded() -> [UInt8] {
        var body = ModelWriter()
        body.array(words.keys)
        body.array(words.entries)
        body.float(scale)
        for chain in chains { body.chain(chain) }
        body.array(keys)
        for pass in [\Row.first, \Row.second] {
            for row in rows {
                let weights = row[keyPath: pass]
                var mask: UInt32 = 0
                for label in 0..<32 where weights[label] != 0 { mask |= 1 << UInt32(label) }
                body.integer(mask)
                for label in 0..<32 where weights[label] != 0 { body.integer(weights[label]) }
            }
        }
        body.integer(UInt32(calibration.count))
        for point in calibration {
            body.float(point.x)
            body.float(point.y)
        }
        body.float(threshold)
        var file = ModelWriter()
        file.bytes = Self.magic
        file.integer(Self.version)
        file.integer(UInt64(body.bytes.count))
        file.integer(FeatureHash.of(body.bytes))
        return file.bytes + body.bytes
    }
}

/// Little-endian numbers from bytes.
private struct ModelReader {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    var isAtEnd: Bool { at == bytes.endIndex }

    mutating func integer<I: FixedWidthInteger>(_: I.Type) throws(TaggerModelError) -> I {
        let size = I.bitWidth / 8
        guard bytes.endIndex - at >= size else { throw .damaged }
        var value: I = 0
        for index in 0..<size { value |= I(truncatingIfNeeded: bytes[at + index]) << I(8 * index) }
        at += size
        return value
    }

    mutating func float() throws(TaggerModelError) -> Float { Float(bitPattern: try integer(UInt32.self)) }

    mutating func array<I: FixedWidthInteger>(_: I.Type) throws(TaggerModelError) -> [I] {
        let count = Int(try integer(UInt32.self))
        guard count <= (bytes.endIndex - at) / (I.bitWidth / 8) else { throw .damaged }
        var result: [I] = []
        result.reserveCapacity(count)
        for _ in 0..<count { result.append(try integer(I.self)) }
        return result
    }

    mutating func chain() throws(TaggerModelError) -> LinearChain {
        var chain = LinearChain()
        for end in 0..<LinearChain.endCount {
            for start in 0..<8 {
                chain.toUnit[end][start] = try float()
                chain.toBegin[end][start] = try float()
            }
        }
        for type in 0..<8 {
            chain.beginToLast[type] = try float()
            chain.beginToInside[type] = try float()
            chain.insideToLast[type] = try float()
            chain.insideToInside[type] = try float()
        }
        return chain
    }
}

/// Little-endian numbers to bytes.
private struct ModelWriter {
    var bytes: [UInt8] = []

    mutating func integer(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func float(_ value: Float) { integer(value.bitPattern) }

    mutating func array(_ values: [some FixedWidthInteger]) {
        integer(UInt32(values.count))
        for value in values { integer(value) }
    }

    mutating func chain(_ chain: LinearChain) {
        for end in 0..<LinearChain.endCount {
            for start in 0..<8 {
                float(chain.toUnit[end][start])
                float(chain.toBegin[end][start])
            }
        }
        for type in 0..<8 {
            float(chain.beginToLast[type])
            float(chain.beginToInside[type])
            float(chain.insideToLast[type])
            float(chain.insideToInside[type])
        }
    }
}
