/// What kind of writing a scalar belongs to, as far as counting words needs to know.
enum Letters {
    enum Kind: UInt8 {
        /// Letters of scripts that put blanks between words, and their marks.
        case alphabetic
        /// Han, kana, Hangul and their punctuation: words follow each other without blanks.
        case syllabic
        /// Digits, blanks, punctuation, symbols.
        case other
    }

    @inline(__always)
    static func kind(of scalar: UInt32) -> Kind {
        if scalar < 0x80 { return (scalar | 0x20) &- 0x61 < 26 ? .alphabetic : .other }
        if scalar < 0x2000 { return scalar >= 0xC0 && !isSign(scalar) ? .alphabetic : .other }
        switch scalar {
        case 0x2E80...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFFEF, 0x20000...0x3FFFF:
            return .syllabic
        default: return .other
        }
    }

    /// Signs and digits among the letters below U+2000.
    private static func isSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0xD7, 0xF7, 0x2B9...0x2FF, 0x37E, 0x387, 0x55A...0x55F, 0x5BE, 0x5C0, 0x5C3, 0x5F3, 0x5F4,
            0x600...0x60F,
            0x61B...0x61F, 0x660...0x66D, 0x6D4, 0x6F0...0x6F9, 0x964...0x96F, 0xE3F:
            true
        default: false
        }
    }

    /// The marks above and below the letters of Arabic and Hebrew that stand for vowels.
    @inline(__always)
    static func isVowelSign(_ scalar: UInt32) -> Bool {
        guard scalar >= 0x591 && scalar <= 0x670 else { return false }
        return scalar <= 0x5C7 || 0x610...0x61A ~= scalar || 0x64B...0x65F ~= scalar || scalar == 0x670
    }

    /// The small letter of a letter, one sigma for both; other scalars as they are.
    @inline(__always)
    static func fold(_ scalar: UInt32) -> UInt32 {
        if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
        if scalar < 0x590 { return UInt32(lowTable[Int(scalar)]) }
        return 0x1E00...0x1FFF ~= scalar ? UInt32(highTable[Int(scalar - 0x1E00)]) : scalar
    }

    private static let lowTable = (0..<0x590).map(small)
    private static let highTable = (0x1E00..<0x2000).map(small)

    private static func small(_ value: Int) -> UInt16 {
        if value == 0x3C2 { return 0x3C3 }
        if value == 0x130 { return 0x69 }
        guard let scalar = Unicode.Scalar(UInt32(value)) else { return UInt16(value) }
        let mapped = scalar.properties.lowercaseMapping.unicodeScalars
        guard mapped.count == 1, let first = mapped.first, first.value < 0x10000 else { return UInt16(value) }
        return UInt16(first.value)
    }
}
