import KGModel

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

/// Which file is no tagger model, and why.
public struct TaggerModelFileError: Error, Equatable, CustomStringConvertible {
    public var file: String
    public var problem: TaggerModelError

    public var description: String { "\(file): \(problem)" }
}

// MARK: - The file

extension TaggerModel {
    /// The model that the program brings along.
    static func standard() throws -> TaggerModel {
        try TaggerModel(bytes: try Resource.data(TaggerRecognizer.resource), file: TaggerRecognizer.resource)
    }

    /// - Parameter file: its name, for error messages.
    init(bytes: [UInt8], file: String) throws(TaggerModelFileError) {
        do throws(TaggerModelError) {
            try self.init(bytes: bytes)
        } catch {
            throw TaggerModelFileError(file: file, problem: error)
        }
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
        let chain = try reader.chain()
        let keys = try reader.array(UInt32.self)
        let rows = try reader.weights(count: keys.count)
        var calibration: [SIMD2<Float>] = []
        for _ in 0..<(try reader.integer(UInt32.self)) {
            calibration.append(SIMD2(try reader.float(), try reader.float()))
        }
        let threshold = try reader.float()
        var readsEveryWord = false
        if !reader.isAtEnd {
            guard try reader.integer(UInt8.self) == 1 else { throw .damaged }
            readsEveryWord = true
        }
        guard wordKeys.count == wordEntries.count, reader.isAtEnd else { throw .damaged }
        self.init(
            words: WordTable(keys: wordKeys, entries: wordEntries), scale: scale, chain: chain,
            keys: keys, rows: rows, calibration: calibration, threshold: threshold,
            readsEveryWord: readsEveryWord)
    }

    /// The model as a file's bytes.
    public func encoded() -> [UInt8] {
        var body = ModelWriter()
        body.array(words.keys)
        body.array(words.entries)
        body.float(scale)
        body.chain(chain)
        body.array(keys)
        for row in rows {
            let labels = TaggerLabel.all.filter { row[$0] != 0 }
            body.integer(labels.reduce(UInt32(0)) { $0 | 1 << UInt32($1) })
            for label in labels { body.integer(row[label]) }
        }
        body.integer(UInt32(calibration.count))
        for point in calibration {
            body.float(point.x)
            body.float(point.y)
        }
        body.float(threshold)
        if readsEveryWord { body.integer(UInt8(1)) }
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
        let value = bytes.withUnsafeBytes {
            I(littleEndian: $0.loadUnaligned(fromByteOffset: at - bytes.startIndex, as: I.self))
        }
        at += size
        return value
    }

    mutating func float() throws(TaggerModelError) -> Float { Float(bitPattern: try integer(UInt32.self)) }

    mutating func array<I: FixedWidthInteger>(_: I.Type) throws(TaggerModelError) -> [I] {
        let count = Int(try integer(UInt32.self))
        guard count <= (bytes.endIndex - at) / (I.bitWidth / 8) else { throw .damaged }
        let start = at - bytes.startIndex
        let size = I.bitWidth / 8
        at += count * size
        return bytes.withUnsafeBytes { bytes in
            (0..<count).map {
                I(littleEndian: bytes.loadUnaligned(fromByteOffset: start + $0 * size, as: I.self))
            }
        }
    }

    /// A mask of labels for each row, and a weight for each label in it.
    mutating func weights(count: Int) throws(TaggerModelError) -> [WeightRow] {
        let start = at - bytes.startIndex
        var rows = [WeightRow](repeating: WeightRow(), count: count)
        let read: Int? = bytes.withUnsafeBytes { bytes in
            var at = start
            for index in rows.indices {
                guard at + 4 <= bytes.count else { return nil }
                var mask = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self))
                at += 4
                guard at + mask.nonzeroBitCount <= bytes.count, mask & ~Self.labels == 0 else { return nil }
                var lanes = SIMD4<UInt64>(repeating: WeightRow.nothing)
                while mask != 0 {
                    let label = mask.trailingZeroBitCount
                    // From the bias's 0x80 to the weight's own byte.
                    lanes[label >> 3] ^= UInt64(bytes[at]) << WeightRow.shift(label)
                    at += 1
                    mask &= mask - 1
                }
                rows[index].lanes = lanes
            }
            return at - start
        }
        guard let read else { throw .damaged }
        at += read
        return rows
    }

    /// A bit for each label that exists.
    private static let labels = TaggerLabel.all.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }

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
