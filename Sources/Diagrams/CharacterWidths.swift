/// How wide text is, the same on every machine.
///
/// The fonts that happen to be installed must not move a node, so labels are measured with this table:
/// Helvetica's metrics for Latin, one em for Chinese, Japanese, Korean and emoji, with a reserve for
/// the wider fonts that a reader's machine may put in Helvetica's place.
enum CharacterWidths {
    /// Fonts that stand in for Helvetica are up to a tenth wider; bold ones more so.
    private static let reserve = 1.08
    private static let boldReserve = 1.17

    /// Width in pixels of one line at a font size in pixels.
    static func width(of text: some StringProtocol, size: Double, bold: Bool = false) -> Double {
        var ems = 0.0
        for character in text { ems += width(of: character, bold: bold) }
        return ems * size
    }

    /// Width of a character in ems, with the reserve.
    static func width(of character: Character, bold: Bool = false) -> Double {
        guard let first = character.unicodeScalars.first else { return 0 }
        if isEmoji(first) || character.unicodeScalars.contains("\u{FE0F}") {
            // Without a font that joins them, a family is drawn as its members.
            return emojiEm * Double(max(1, character.unicodeScalars.count(where: isEmoji)))
        }
        if isWide(first) { return wideEm }
        return narrowEm(first) * (bold ? boldReserve : reserve)
    }

    /// Chinese characters fill their em exactly; there is no narrower or wider font for them.
    private static let wideEm = 1.0
    private static let emojiEm = 1.3

    /// Whether a scalar takes a full em: East Asian Wide and Fullwidth of UAX 11, and emoji.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF,
            0x1F000...0x1FAFF, 0x20000...0x3FFFD:
            true
        case 0x2000...0x2DFF:
            scalar.properties.isEmojiPresentation
        default:
            false
        }
    }

    private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x231A && scalar.properties.isEmojiPresentation
    }

    private static func narrowEm(_ scalar: Unicode.Scalar) -> Double {
        let value = Int(scalar.value)
        if value >= 32, value < 127 { return Double(helvetica[value - 32]) / 1000 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .control, .format, .surrogate: return 0
        case .uppercaseLetter, .titlecaseLetter: return value < 0x250 ? 0.72 : 0.78
        case .lowercaseLetter: return value < 0x250 ? 0.56 : 0.62
        case .spaceSeparator: return 0.28
        default: break
        }
        switch value {
        case 0xA0...0xFF, 0x2010...0x2044: return value == 0x2014 || value == 0x2026 ? 1 : 0.56
        case 0x590...0x8FF: return 0.6  // Hebrew, Arabic, Syriac
        case 0xFF61...0xFFDC: return 0.5  // halfwidth Japanese and Korean
        case 0x900...0x1FFF: return 0.8  // Indic, Thai, Ethiopic and their neighbours
        default: return 1  // anything else: rather too much room than too little
        }
    }

    /// Adobe's metrics of Helvetica for U+0020 to U+007E, thousandths of an em.
    private static let helvetica: [Int16] = [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,  // p to ~
    ]
}
