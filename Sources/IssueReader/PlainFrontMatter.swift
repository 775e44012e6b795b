/// Reads front matter that is nothing but `key: value` lines whose values are plain words. YAML says the same of them,
/// in twenty times the time; of anything else, only YAML knows what it means.
enum PlainFrontMatter {
    /// The values by key, or nil where YAML has to be asked.
    static func values(_ block: Slice<UnsafeBufferPointer<UInt8>>) -> [String: FrontMatter.Value]? {
        var values: [String: FrontMatter.Value] = [:]
        // The block's first line is the file's second.
        var line = 2
        var at = block.startIndex
        while at < block.endIndex {
            var end = at
            while end < block.endIndex, block[end] != UInt8(ascii: "\n") { end += 1 }
            guard let (key, value) = pair(block[at..<end]), values[key] == nil else { return nil }
            values[key] = FrontMatter.Value(text: value, line: line)
            line += 1
            at = end + 1
        }
        return values.isEmpty ? nil : values
    }

    private static func pair(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> (key: String, value: String)? {
        var last = line.endIndex
        while last > line.startIndex, line[last - 1] == 0x20 { last -= 1 }
        var colon = line.startIndex
        while colon < last, isKeyByte(line[colon]) { colon += 1 }
        // Words that YAML takes for something else than text are keys of nobody.
        guard colon > line.startIndex, isLetter(line[line.startIndex]), colon + 2 < last,
            line[colon] == UInt8(ascii: ":"), line[colon + 1] == 0x20
        else { return nil }
        var start = colon + 1
        while start < last, line[start] == 0x20 { start += 1 }
        let quote = UInt8(ascii: "\"")
        if line[start] == quote, last - start > 2, line[last - 1] == quote {
            start += 1
            last -= 1
            guard isQuoted(line[start..<last]) else { return nil }
        } else if !isPlain(line[start..<last]) {
            return nil
        }
        let key = String(decoding: line[line.startIndex..<colon], as: UTF8.self).lowercased()
        return (key, String(decoding: line[start..<last], as: UTF8.self))
    }

    /// Whether a value means itself: it begins with a letter or digit, no mark in it begins a comment or a
    /// mapping, and it holds no character that YAML takes for a line break or for none.
    private static func isPlain(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard let first = value.first, isLetter(first) || first &- 48 < 10 || first >= 0x80 else {
            return false
        }
        for (index, byte) in zip(value.indices, value) {
            if byte == UInt8(ascii: "#"), value[index - 1] == 0x20 { return false }
            if byte == UInt8(ascii: ":"), index + 1 == value.endIndex || value[index + 1] == 0x20 {
                return false
            }
        }
        return isPrintable(value)
    }

    /// Whether what stands between quotation marks means itself: nothing is escaped.
    private static func isQuoted(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        !value.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") } && isPrintable(value)
    }

    private static func isPrintable(_ value: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var before: UInt8 = 0
        var beforeThat: UInt8 = 0
        for (index, byte) in zip(value.indices, value) {
            if byte < 0x20 || byte == 0x7F { return false }
            if before == 0xC2, byte < 0xA0 { return false }
            if beforeThat == 0xE2, before == 0x80, byte == 0xA8 || byte == 0xA9 { return false }
            if byte == 0xEF, index + 1 < value.endIndex, value[index + 1] >= 0xBB { return false }
            beforeThat = before
            before = byte
        }
        return true
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 &- 97 < 26 }

    private static func isKeyByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte &- 48 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
