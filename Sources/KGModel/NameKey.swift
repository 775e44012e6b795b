import Foundation

/// The form in which names are compared: case, accents, hyphens, blanks and width are ignored.
///
///     NameKey("Hugging Face") == NameKey("ｈｕｇｇｉｎｇ-face")   // true
///     NameKey("François") == NameKey("Francois")                  // true
///
/// Digits, `+`, `#` and letters of every script count: `C++` is not `C`, `GPT-2` is not `GPT`.
public struct NameKey: Sendable, Hashable, Comparable, CustomStringConvertible {
    public let text: String
    public var description: String { text }

    public init(_ name: some StringProtocol) {
        if let plain = name.utf8.withContiguousStorageIfAvailable(Self.asciiKey), let plain {
            text = plain
            return
        }
        var key = ""
        key.reserveCapacity(name.utf8.count)
        // Canonical decomposition separates accents from letters; they are dropped as marks.
        for scalar in String(name).decomposedStringWithCanonicalMapping.unicodeScalars {
            Self.append(scalar, to: &key)
        }
        text = key
    }

    public var isEmpty: Bool { text.isEmpty }

    public static func < (a: NameKey, b: NameKey) -> Bool { a.text < b.text }

    /// Nil for a name that is not ASCII.
    private static func asciiKey(_ name: UnsafeBufferPointer<UInt8>) -> String? {
        guard name.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: name.count) { key in
            var count = 0
            for byte in name {
                switch byte {
                case 65...90: key[count] = byte | 0x20
                case 97...122, 48...57, UInt8(ascii: "+"), UInt8(ascii: "#"): key[count] = byte
                default: continue
                }
                count += 1
            }
            return count
        }
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
