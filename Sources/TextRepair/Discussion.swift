/// Tells damage from text that speaks about damage: a page on encodings quotes `Ã©` because it means it.
enum Discussion {
    /// What only texts about character encodings say; "encoding" alone has other meanings in the field.
    private static let topics: [[UInt32]] = [
        "mojibake", "utf-8", "utf8", "unicode", "charset", "character set", "character encoding",
        "text encoding",
        "encoding error", "wrong encoding", "codepage", "code page", "latin-1", "latin1", "windows-125",
        "cp125",
        "iso-8859", "ftfy", "乱码", "字符编码", "编码错误", "编码问题", "亂碼", "字元編碼", "文字化け", "文字コード", "문자 인코딩", "кодировк",
        "кракозябр",
        "encodage des caractères", "encodage de caractères", "codificación de caracteres",
        "codificação de caracteres", "codifica dei caratteri", "karakter kodlama",
        "zeichensatz",
        "zeichenkodierung", "ترميز الأحرف", "ترميز المحارف",
    ].map { $0.unicodeScalars.map(\.value) }

    /// Whether a text speaks about encodings.
    static func isTopic(of text: [UInt32]) -> Bool {
        let folded = text.map(Letters.fold)
        return topics.contains { contains(folded, $0) }
    }

    /// Whether damage that was found in `line[range]` is quoted there: it stands in quotation marks or as code, and
    /// the line has its right form too or the text is about encodings.
    static func quotes(
        _ restored: [LostBytes.Restored], _ range: Range<Int>, in line: [UInt32], isAboutEncoding: () -> Bool
    ) -> Bool {
        guard let first = restored.first(where: \.isDecoded), let last = restored.last(where: \.isDecoded)
        else {
            return false
        }
        let damaged = first.start..<(last.start + last.consumed)
        let right = restored.filter { first.start...last.start ~= $0.start }.map(\.scalar)
        // Near enough: a line may be very long.
        let before = line[Swift.max(0, damaged.lowerBound - reach)..<damaged.lowerBound]
        let after = line[damaged.upperBound..<Swift.min(line.count, damaged.upperBound + reach)]
        let rest = before + [0] + after
        let isStandalone = isStandalone(damaged, line)
        if right.contains(where: { $0 >= 0x80 }) && contains(Array(rest), right)
            && (isStandalone || right.count > 1)
        {
            return true
        }
        return (isStandalone || isDelimited(before, after)) && isAboutEncoding()
    }

    private static func isStandalone(_ range: Range<Int>, _ line: [UInt32]) -> Bool {
        let before = range.lowerBound == 0 ? 0x20 : line[range.lowerBound - 1]
        let after = range.upperBound == line.count ? 0x20 : line[range.upperBound]
        return Letters.kind(of: before) == .other && Letters.kind(of: after) == .other
    }

    /// How far from a trace its right form is looked for.
    private static let reach = 200

    private static let marks: Set<UInt32> = [
        0x22, 0x27, 0x60, 0x201C, 0x201D, 0x2018, 0x2019, 0xAB, 0xBB, 0x300C, 0x300D,
    ]

    /// Whether a stretch lies between quotation marks, or in code.
    private static func isDelimited(_ before: ArraySlice<UInt32>, _ after: ArraySlice<UInt32>) -> Bool {
        before.contains(where: marks.contains) && after.contains(where: marks.contains)
    }

    private static func contains(_ text: [UInt32], _ part: [UInt32]) -> Bool {
        guard let first = part.first, text.count >= part.count else { return false }
        var index = 0
        while index + part.count <= text.count {
            if text[index] == first && text[index..<index + part.count].elementsEqual(part) { return true }
            index += 1
        }
        return false
    }
}
