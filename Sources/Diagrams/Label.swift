/// Text set in lines that fit a width.
struct Label: Sendable, Hashable {
    let lines: [String]
    /// Font size in pixels.
    let size: Double
    let isBold: Bool
    /// Whether the text as a whole runs from right to left, whatever a single line begins with.
    let isRightToLeft: Bool

    /// Baseline to baseline, in font sizes.
    static let leading = 1.22

    /// Width of the widest line and height of all lines, in pixels.
    var extent: Size {
        let width = lines.map { CharacterWidths.width(of: $0, size: size, bold: isBold) }.max() ?? 0
        return Size(width: width, height: size * (1 + Self.leading * Double(max(lines.count, 1) - 1)))
    }

    /// Sets `text` in at most `maxLines` lines of about equal length, none wider than `maxWidth` pixels.
    /// What does not fit is shortened with an ellipsis.
    init(_ text: String, size: Double, bold: Bool = false, maxWidth: Double, maxLines: Int) {
        self.size = size
        self.isBold = bold
        let text = Self.clean(text)
        isRightToLeft = Self.isRightToLeft(text)
        let words = Self.words(text, size: size, bold: bold, maxWidth: maxWidth)
        var lines = Self.fill(words, width: maxWidth)
        if lines.count > maxLines {
            lines = Array(lines.prefix(maxLines))
            lines[maxLines - 1] = Self.shortened(lines[maxLines - 1], width: maxWidth, size: size, bold: bold)
        } else if lines.count > 1 {
            // The narrowest column with the same number of lines leaves no short last line.
            var (low, high) = (0.0, maxWidth)
            for _ in 0..<12 {
                let middle = (low + high) / 2
                if Self.fill(words, width: middle).count <= lines.count {
                    high = middle
                } else {
                    low = middle
                }
            }
            lines = Self.fill(words, width: high)
        }
        self.lines = lines.map { Self.trimmed($0.text) }
    }

    /// Source: rules P2 and P3 of the Unicode Bidirectional Algorithm, UAX 9: the first letter decides.
    private static func isRightToLeft(_ text: String) -> Bool {
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            switch scalar.value {
            case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
                return true
            default: return false
            }
        }
        return false
    }

    // MARK: - Words and lines

    /// A piece of text that is not broken, with the blank after it.
    private struct Word {
        var text: String
        /// With the trailing blank, and without.
        var advance: Double
        var width: Double
    }

    private struct Line {
        var text = ""
        var advance = 0.0
    }

    /// Words end after a blank, after a hyphen or slash within them, and around wide characters;
    /// a word wider than a line is broken anywhere.
    private static func words(_ text: String, size: Double, bold: Bool, maxWidth: Double) -> [Word] {
        var words: [Word] = []
        var current = Word(text: "", advance: 0, width: 0)
        func close() {
            if !current.text.isEmpty { words.append(current) }
            current = Word(text: "", advance: 0, width: 0)
        }
        let text = Array(text)
        for (index, character) in text.enumerated() {
            let width = CharacterWidths.width(of: character, bold: bold) * size
            let isBlank = character == " "
            let isWide = character.unicodeScalars.first.map(CharacterWidths.isWide) ?? false
            let startsWord = isWide && !closing.contains(character)
            if startsWord && (index == 0 || !opening.contains(text[index - 1])) { close() }
            if !isBlank && current.advance + width > maxWidth { close() }
            current.text.append(character)
            current.advance += width
            if !isBlank { current.width = current.advance }
            let nextCloses = index + 1 < text.count && closing.contains(text[index + 1])
            let nextIsBlank = index + 1 < text.count && text[index + 1] == " "
            if isBlank || character == "/"
                || (isWide && !nextCloses && !nextIsBlank && !opening.contains(character))
            {
                close()
            } else if character == "-" && current.text.count > 4 && !nextIsBlank {
                close()
            }
        }
        close()
        return words
    }

    /// Punctuation that does not begin a line, and that does not end one.
    private static let closing: Set<Character> = [
        "、", "。", "，", "．", "：", "；", "！", "？", "）", "》", "」", "』", "】", "〉", "”", "’", "ー", "々",
    ]
    private static let opening: Set<Character> = ["（", "《", "「", "『", "【", "〈", "“", "‘"]

    private static func fill(_ words: [Word], width: Double) -> [Line] {
        var lines = [Line()]
        for word in words {
            let last = lines.count - 1
            if !lines[last].text.isEmpty && lines[last].advance + word.width > width {
                lines.append(Line(text: word.text, advance: word.advance))
            } else {
                lines[last].text += word.text
                lines[last].advance += word.advance
            }
        }
        return lines
    }

    private static func shortened(_ line: Line, width: Double, size: Double, bold: Bool) -> Line {
        var text = trimmed(line.text)
        while !text.isEmpty, CharacterWidths.width(of: text + "…", size: size, bold: bold) > width {
            text.removeLast()
        }
        // Half a word tells nothing, unless there is nothing else.
        if text.count < line.text.count - 1, let blank = text.lastIndex(of: " "),
            text.distance(from: blank, to: text.endIndex) < 12
        {
            text.removeSubrange(blank...)
        }
        while let last = text.last, ",;:-–— ".contains(last) { text.removeLast() }
        return Line(text: text + "…", advance: 0)
    }

    private static func trimmed(_ text: String) -> String {
        var text = text[...]
        while text.last == " " { text.removeLast() }
        return String(text)
    }

    // MARK: - Clean text

    /// One line without anything that disturbs the text around it: control characters, line breaks and
    /// marks that turn the writing direction become blanks, runs of blanks become one,
    /// and a character keeps no more than a handful of combining marks. `maxLength` in characters.
    /// May be empty.
    static func clean(_ text: String, maxLength: Int = 400) -> String {
        var result = ""
        var length = 0
        var pendingBlank = false
        for character in text {
            var kept = Character(" ")
            if let scalars = visible(character) { kept = scalars }
            if kept == " " {
                pendingBlank = !result.isEmpty
                continue
            }
            if pendingBlank { result.append(" ") }
            pendingBlank = false
            result.append(kept)
            length += 1
            if length >= maxLength { break }
        }
        return result
    }

    /// The character as it can be drawn; nil for a blank or for nothing.
    private static func visible(_ character: Character) -> Character? {
        if character.isWhitespace { return nil }
        var scalars = String.UnicodeScalarView()
        for scalar in character.unicodeScalars where isDrawable(scalar) {
            scalars.append(scalar)
            if scalars.count == 12 { break }
        }
        // Dropping scalars may leave several characters or none; only a single one is a character.
        let text = String(scalars)
        return text.count == 1 ? text.first : nil
    }

    /// Whether XML can hold the scalar and a line of text is not upset by it.
    static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200D: return true  // joins emoji
        case 0xE0020...0xE007F: return true  // flags of regions
        case 0xFFFE, 0xFFFF: return false
        default: break
        }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return false
        case .unassigned: return !scalar.properties.isNoncharacterCodePoint
        default: return true
        }
    }
}
