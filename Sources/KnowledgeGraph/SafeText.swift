import KGModel

/// Texts without what breaks files or deceives readers: control characters, line breaks, code points that are
/// no characters, and marks that turn the direction of all that follows (Unicode's embeddings, overrides and
/// isolates). Marks that only colour their own place, as Arabic and Hebrew texts use them, stay.
enum SafeText {
    /// Blanks for what cannot stay, one for several.
    static func name(_ text: String) -> String {
        guard needsCleaning(text) else { return text }
        var result = ""
        var isBlank = true
        for scalar in text.unicodeScalars {
            let kept: Unicode.Scalar = isUnsafe(scalar) ? " " : scalar
            if kept == " " && isBlank { continue }
            isBlank = kept == " "
            result.unicodeScalars.append(kept)
        }
        while result.unicodeScalars.last == " " { result.unicodeScalars.removeLast() }
        return result.isEmpty ? "?" : result
    }

    /// Blanks for what cannot stay, as many as it took bytes: places in the text hold.
    static func quotation(_ text: String) -> String {
        guard needsCleaning(text) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) {
                result += String(repeating: " ", count: UTF8.width(scalar))
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func needsCleaning(_ text: String) -> Bool {
        // Most texts are of bytes that begin nothing unsafe.
        text.utf8.contains(where: beginsSuspect) && text.unicodeScalars.contains(where: isUnsafe)
    }

    private static func beginsSuspect(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF...0xFF: true
        default: false
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: false
        case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB: true
        case 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }
}
