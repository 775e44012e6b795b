import ResourceFiles

/// How common characters, words and letter sequences are, in some forty languages: the knowledge that chooses
/// among the readings of damaged text.
///
/// A cost is the negative natural logarithm of a probability in units of 1/64, so costs add up where
/// probabilities multiply, and the same input gives the same answer on every machine. The file behind it is
/// built by `script/make-repair-model`, which describes it and names its sources.
public final class LanguageModel: Sendable {
    /// One unit of natural logarithm.
    static let unit: Int32 = 64

    private let bytes: [UInt8]
    private let entriesStart: Int
    private let charactersStart: Int

    // The layout of a model file: a header, the numbers of entries and of characters, where each bucket of entries
    // starts, the entries, the characters, the variants of Han characters.
    private static let bucketBits: UInt64 = 15
    private static let bucketsStart = 1024 + 8
    private static let characterCount = 0x10B00
    private static let variantBytes = (0xA000 - 0x4E00) / 4
    private static let costStep: Int32 = 11

    /// The model that comes with the program, read at first use; `nil` if its file is not found.
    public static let bundled: LanguageModel? = ResourceFiles.read("repair.model", of: "TextRepair").flatMap(
        LanguageModel.init)

    /// A model from the contents of a model file, or `nil` if they are not one.
    public convenience init?(_ bytes: [UInt8]) {
        guard bytes.count > Self.bucketsStart, bytes.starts(with: "kg repair model, version 1\n".utf8) else {
            return nil
        }
        func number(at index: Int) -> Int {
            (0..<4).reduce(0) { $0 | Int(bytes[index + $1]) << (8 * $1) }
        }
        let (entries, characters) = (number(at: Self.bucketsStart - 8), number(at: Self.bucketsStart - 4))
        self.init(layout: bytes, entries: entries)
        guard characters == Self.characterCount,
            bytes.count == charactersStart + characters + Self.variantBytes
        else {
            return nil
        }
        // Every bucket must lie among the entries, so that no lookup can leave the file.
        var last = 0
        for bucket in 0...(1 << Self.bucketBits) {
            let start = number(at: Self.bucketsStart + 4 * bucket)
            guard start >= last, start <= entries else { return nil }
            last = start
        }
    }

    private init(layout bytes: [UInt8], entries: Int) {
        self.bytes = bytes
        entriesStart = Self.bucketsStart + 4 * (1 << Self.bucketBits + 1)
        charactersStart = entriesStart + 4 * entries
    }

    /// A model that knows no words and judges characters by their block: what remains when the file is missing.
    static let empty: LanguageModel = {
        var bytes = [UInt8](repeating: 0, count: bucketsStart + 4 * (1 << bucketBits + 1))
        bytes += (0..<UInt32(characterCount)).map { scalar in
            switch scalar {
            case 0..<0x80: 20
            case 0x80..<0xA0, 0xD800..<0xF900: 230
            case 0xC0..<0x180, 0x391..<0x3D0, 0x400..<0x460, 0x5D0..<0x5EB, 0x621..<0x64B: 35
            case 0x2010..<0x2027, 0x3001..<0x3003, 0x3041..<0x30FF, 0xFF01, 0xFF08..<0xFF10: 40
            case 0x4E00..<0xA000, 0xAC00..<0xD7A4: 80
            case 0x10000...: 80
            default: 100
            }
        }
        bytes += [UInt8](repeating: 0, count: variantBytes)
        return LanguageModel(layout: bytes, entries: 0)
    }()

    // MARK: - Keys

    /// The seeds of the three kinds of keys in the table.
    static let syllabicSeed: UInt64 = 0x51
    static let wordSeed: UInt64 = 0xA1
    static let lettersSeed: UInt64 = 0x3F

    /// Adds a scalar to a key.
    @inline(__always)
    static func step(_ key: UInt64, _ scalar: UInt32) -> UInt64 {
        let mixed = (key ^ UInt64(scalar)) &* 0x9E37_79B9_7F4A_7C15
        return mixed ^ (mixed >> 32)
    }

    // MARK: - Costs

    /// The cost stored under a key, or `nil`.
    @inline(__always)
    func cost(of key: UInt64) -> Int32? {
        let print = UInt32(truncatingIfNeeded: key) << 7
        return bytes.withUnsafeBytes { bytes in
            let bucket = Self.bucketsStart + 4 * Int(truncatingIfNeeded: key >> (64 - Self.bucketBits))
            var place = Int(bytes.load(fromByteOffset: bucket, as: UInt32.self))
            let end = Int(bytes.load(fromByteOffset: bucket + 4, as: UInt32.self))
            while place < end {
                let entry = bytes.load(fromByteOffset: entriesStart + 4 * place, as: UInt32.self)
                if (entry ^ print) < 0x80 { return Int32(entry & 0x7F) &* Self.costStep }
                place += 1
            }
            return nil
        }
    }

    /// What a character costs by itself.
    @inline(__always)
    func cost(ofCharacter scalar: UInt32) -> Int32 {
        let index: Int
        switch scalar {
        case 0..<0x10000: index = Int(scalar)
        case 0x1F000..<0x1FB00: index = Int(scalar) - 0x1F000 + 0x10000
        case 0x20000..<0x32000: return 22 * Self.unit
        case 0xE0020..<0xE0080, 0xE0100..<0xE01F0: return 24 * Self.unit
        case 0x110000...: return 26 * Self.unit  // a byte that nothing has decoded
        default: return 28 * Self.unit
        }
        return bytes.withUnsafeBufferPointer {
            Int32($0.baseAddress.unsafelyUnwrapped[charactersStart + index]) << 3
        }
    }

    /// Whose character a Han character is: 1 simplified Chinese only, 2 traditional only, 3 Japanese only,
    /// 0 more than one's, or none.
    @inline(__always)
    func variant(of scalar: UInt32) -> Int {
        guard 0x4E00..<0xA000 ~= scalar else { return 0 }
        let index = Int(scalar) - 0x4E00
        return Int(bytes[bytes.count - Self.variantBytes + index / 4] >> (index % 4 * 2) & 3)
    }

    /// What a letter costs after two others, both folded; `before` and `last` are "^" at the start of a word.
    @inline(__always)
    func cost(ofLetter letter: UInt32, after last: UInt32, _ before: UInt32) -> Int32 {
        if (letter | last | before) < 0x80 { return Self.plainLetterCost }
        let pair = Self.step(Self.step(Self.lettersSeed, last), letter)
        let triple = Self.step(Self.step(Self.step(Self.lettersSeed, before), last), letter)
        if let cost = cost(of: triple) { return cost }
        if let cost = cost(of: pair) { return cost + 48 }
        let single = letter < 0x80 ? Self.plainLetterCost : cost(ofCharacter: letter)
        return Swift.min(single, 12 * Self.unit) + 2 * Self.unit
    }

    /// What any ASCII letter costs among ASCII letters.
    static let plainLetterCost: Int32 = 160
}
