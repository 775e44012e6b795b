/// Unicode as far as cutting text into words needs it.
enum Scalars {
    /// The usual hyphen, the hyphen of its own, and the one that does not break.
    @inline(__always)
    static func isHyphen(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011 }

    /// The scalar at a byte of valid UTF-8, and how many bytes it takes.
    @inline(__always)
    static func decode(_ bytes: [UInt8], _ at: Int) -> (scalar: UInt32, length: Int) {
        bytes.withUnsafeBufferPointer { decode($0, at) }
    }

    @inline(__always)
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (scalar: UInt32, length: Int) {
        let first = bytes[at]
        if first < 0x80 { return (UInt32(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var scalar = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length where at + offset < bytes.count {
            scalar = scalar << 6 | UInt32(bytes[at + offset] & 0x3F)
        }
        return (scalar, min(length, bytes.count - at))
    }

    /// Nil for blanks and characters without width.
    @inline(__always)
    static func kind(_ scalar: UInt32) -> Word.Kind? {
        if scalar < 0x80 { return asciiKind(scalar) }
        if scalar &- 0x4E00 < 0x5200 { return .ideograph }
        switch scalar {
        case 0x80...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F, 0x3000, 0xFEFF,
            0xFE00...0xFE0F:
            return nil
        case 0xA1...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: return .mark
        case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x37E, 0x387, 0x55A...0x55F, 0x589, 0x964, 0x965:
            return .mark
        case 0xAA, 0xB5, 0xBA, 0xC0...0x1FFF: return .letters
        case 0x2010...0x27FF, 0x2900...0x2BFF, 0x2E00...0x2E7F: return .mark
        case 0x3001...0x3004, 0x3007...0x3020, 0x3030, 0x303D: return .mark
        case 0x2E80...0x2FDF, 0x3005, 0x3006, 0x3021...0x3029, 0x3041...0x312F, 0x31A0...0x4DBF,
            0x4E00...0x9FFF,
            0xF900...0xFAFF, 0x20000...0x323AF:
            return .ideograph
        case 0xAC00...0xD7AF: return .letters
        case 0xFF10...0xFF19: return .number
        case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .letters
        case 0xFF00...0xFFEF: return .mark
        case 0x1F000...0x1FAFF: return .mark
        default: return scalar < 0xFFFF ? .letters : .mark
        }
    }

    @inline(__always)
    static func isDigit(_ scalar: UInt32) -> Bool {
        (48...57).contains(scalar) || (0xFF10...0xFF19).contains(scalar)
    }

    @inline(__always)
    static func isArabic(_ scalar: UInt32) -> Bool {
        scalar >= 0x600
            && ((0x600...0x6FF).contains(scalar) || (0x750...0x77F).contains(scalar)
                || (0xFB50...0xFDFF).contains(scalar) || (0xFE70...0xFEFE).contains(scalar))
    }

    @inline(__always)
    static func isUppercase(_ scalar: UInt32) -> Bool {
        if scalar < 0x80 { return (65...90).contains(scalar) }
        if scalar < 0xC0 { return false }
        if scalar < 0xDF { return scalar != 0xD7 }
        if scalar < 0x100 { return false }
        return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
    }

    // By comparison: of a table that is made when it is first wanted one would ask each time whether it is there.
    @inline(__always)
    private static func asciiKind(_ scalar: UInt32) -> Word.Kind? {
        if scalar | 0x20 &- 97 < 26 { return .letters }
        if scalar <= 0x20 || scalar == 0x7F { return nil }
        return scalar &- 48 < 10 ? .number : .mark
    }
}
