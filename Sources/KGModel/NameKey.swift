import Foundation

/// The form in which names are compared: case, accents, hyphens, blanks and width are ignored.
///
///     NameKey("Hugging Face") == NameKey("ｈｕｇｇｉｎｇ-face")   // true
///     NameKey("François") == NameKey("Francois")                  // true
///
/// Digits, `+`, `#` and letters of every script count: `C++` is not `C`, `GPT-2` is not `GPT`.
public struct NameKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String
    /// A hash of the text, the same in every run: names are looked up far more often than they are made.
    public let fingerprint: UInt64
    public var description: String { text }

    // Inlinable: callers know whether they have a string or a part of one, and names are compared without end.
    @inlinable
    public init(_ name: some StringProtocol) {
        if let plain = name.utf8.withContiguousStorageIfAvailable(Self.plainKey), let plain {
            self = plain
            return
        }
        self.init(decomposing: String(name))
    }

    @usableFromInline
    init(decomposing name: String) {
        var key = ""
        key.reserveCapacity(name.utf8.count)
        // Canonical decomposition separates accents from letters; they are dropped as marks.
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            Self.append(scalar, to: &key)
        }
        self.init(text: key, fingerprint: FNV1a.hash(key.utf8))
    }

    private init(text: String, fingerprint: UInt64) {
        self.text = text
        self.fingerprint = fingerprint
    }

    /// The fingerprint of a name's key, where nothing else of the key is wanted.
    @inlinable
    public static func fingerprint(of name: some StringProtocol) -> UInt64 {
        let plain = name.utf8.withContiguousStorageIfAvailable(plainFingerprint)
        return plain.flatMap(\.self) ?? NameKey(name).fingerprint
    }

    /// Nil for a name that `fold` cannot tell the key of.
    @usableFromInline
    static func plainFingerprint(_ name: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var hash = FNV1a.empty
        return fold(name) { hash = FNV1a.combine(hash, $0) } ? hash : nil
    }

    public var isEmpty: Bool { text.isEmpty }

    public static func == (a: NameKey, b: NameKey) -> Bool {
        a.fingerprint == b.fingerprint && a.text == b.text
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }

    public static func < (a: NameKey, b: NameKey) -> Bool { a.text < b.text }

    /// Nil for a name that `fold` cannot tell the key of.
    @usableFromInline
    static func plainKey(_ name: UnsafeBufferPointer<UInt8>) -> NameKey? {
        var hash = FNV1a.empty
        var isPlain = false
        let text = String(unsafeUninitializedCapacity: name.count) { key in
            var count = 0
            isPlain = fold(name) { byte in
                key[count] = byte
                count += 1
                hash = FNV1a.combine(hash, byte)
            }
            return isPlain ? count : 0
        }
        return isPlain ? NameKey(text: text, fingerprint: hash) : nil
    }

    /// Calls `take` for the bytes of a name's key; false for a name that is not all ASCII, Latin letters and their like
    /// (to U+027F) and common ideographs (U+4E00 to U+9FBF), whose key takes more than its bytes to tell.
    @inline(__always)
    private static func fold(_ name: UnsafeBufferPointer<UInt8>, _ take: (UInt8) -> Void) -> Bool {
        var at = 0
        while at < name.count {
            let byte = name[at]
            switch byte {
            case 65...90: take(byte | 0x20)
            case 97...122, 48...57, UInt8(ascii: "+"), UInt8(ascii: "#"): take(byte)
            case 0..<0x80: break
            case 0xC2...0xC9:
                guard at + 1 < name.count else { return false }
                let letter = latin[Int(byte & 0x1F) << 6 | Int(name[at + 1] & 0x3F)]
                if letter.count > 0 { take(letter.first) }
                if letter.count > 1 { take(letter.second) }
                if letter.count > 2 { return false }
                at += 1
            case 0xE4...0xE9:
                guard at + 2 < name.count else { return false }
                let next = name[at + 1]
                guard byte > 0xE4 || next >= 0xB8, byte < 0xE9 || next < 0xBF else { return false }
                for part in name[at..<at + 3] { take(part) }
                at += 2
            default: return false
            }
            at += 1
        }
        return true
    }

    /// The key of a letter that takes two bytes.
    private struct LatinLetter {
        /// Bytes; more than two are not told.
        var count: Int
        var first: UInt8 = 0
        var second: UInt8 = 0
    }

    /// The keys of U+0080 to U+027F; nothing for what stands before them.
    private static let latin: [LatinLetter] = (0..<0x280).map { value in
        guard value >= 0x80, let scalar = Unicode.Scalar(UInt32(value)) else { return LatinLetter(count: 0) }
        let key = Array(NameKey(decomposing: String(scalar)).text.utf8)
        return LatinLetter(count: key.count, first: key.first ?? 0, second: key.dropFirst().first ?? 0)
    }

    private static func append(_ scalar: Unicode.Scalar, to key: inout String) {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .otherNumber:
            break
        case .spacingMark where !scalar.properties.isDiacritic:
            break  // vowel signs of Indic scripts carry the word
        default:
            guard scalar == "+" || scalar == "#" || scalar == "＋" || scalar == "＃" else { return }
        }
        var scalar = scalar
        if (0xFF01...0xFF5E).contains(scalar.value), let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
            scalar = narrow
        }
        switch scalar {
        case "ı": key.append("i")
        case "ø", "Ø": key.append("o")
        case "ł", "Ł": key.append("l")
        case "đ", "Đ": key.append("d")
        default: key.append(scalar.properties.lowercaseMapping)
        }
    }
}
