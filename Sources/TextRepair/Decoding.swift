/// Which encoding bytes are in, decided from the bytes and from how probable the text is.
struct Decoding {
    enum Content {
        /// The bytes are UTF-8, whole or nearly: the text is this part of them.
        case source(Range<Int>)
        /// The text in UTF-8.
        case converted([UInt8])
    }

    var encoding: String
    var content: Content

    /// Places that could not be decoded, and are U+FFFD in converted content.
    var undecodable = 0

    /// Lines, from 0, that were in another encoding than the rest.
    var otherLines: [OtherLine] = []

    struct OtherLine {
        var number: Int
        var encoding: String
        var original: String
    }

    static func of(_ bytes: UnsafeBufferPointer<UInt8>, model: LanguageModel) throws(RepairError) -> Decoding
    {
        if let decoding = WideDecoding.byMark(bytes) { return decoding }
        let counts = ByteCounts(bytes)
        if counts.nulls > 0 {
            if let decoding = WideDecoding.byZeros(bytes, model) { return decoding }
            if !counts.isMostlyUTF8 || counts.nulls * 500 > bytes.count { throw .binary }
        }
        if counts.controls * 10 > bytes.count && bytes.count > 40 && !counts.hasEscapes { throw .binary }
        if counts.invalid == 0 {
            if counts.hasEscapes, counts.highBytes == 0, let decoding = escaped(bytes) { return decoding }
            return Decoding(encoding: "utf-8", content: .source(0..<bytes.count))
        }
        if counts.controls * 50 > counts.highBytes && counts.controls > 4 && !counts.isMostlyUTF8 {
            throw .binary
        }
        if counts.isMostlyUTF8 { return Decoding(encoding: "utf-8", content: .source(0..<bytes.count)) }
        if counts.validLines > 0 && counts.validLines * 2 >= counts.invalidLines {
            return mixed(bytes, model)
        }
        guard let guess = LegacyGuess.best(bytes, model: model) else { throw .binary }
        let (text, undecodable) = guess.encoding.decode(bytes)
        return Decoding(encoding: guess.encoding.name, content: .converted(text), undecodable: undecodable)
    }

    /// ISO-2022-JP, which has no bytes beyond ASCII but switches of the character set.
    private static func escaped(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoding? {
        guard let (text, undecodable) = MultibyteEncoding.iso2022JP.decode(bytes), undecodable == 0,
            text.contains(where: { $0 >= 0x80 })
        else { return nil }
        return Decoding(encoding: MultibyteEncoding.iso2022JP.rawValue, content: .converted(text))
    }

    /// A text some lines of which are UTF-8 and some are not, as when files were put together.
    private static func mixed(_ bytes: UnsafeBufferPointer<UInt8>, _ model: LanguageModel) -> Decoding {
        var foreign: [(number: Int, range: Range<Int>)] = []
        var sample: [UInt8] = []
        forEachLine(bytes) { number, range in
            let line = UnsafeBufferPointer(rebasing: bytes[range])
            let counts = ByteCounts(line)
            if counts.invalid == 0 || counts.isMostlyUTF8 { return }
            foreign.append((number, range))
            sample += line
            sample.append(0x0A)
        }
        let guess = sample.withUnsafeBufferPointer { LegacyGuess.best($0, model: model) }
        guard let guess else { return Decoding(encoding: "utf-8", content: .source(0..<bytes.count)) }
        var decoding = Decoding(encoding: "utf-8", content: .source(0..<bytes.count))
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        var place = 0
        for (number, range) in foreign {
            let line = UnsafeBufferPointer(rebasing: bytes[range])
            text += bytes[place..<range.lowerBound]
            let (decoded, undecodable) = guess.encoding.decode(line)
            text += decoded
            decoding.undecodable += undecodable
            decoding.otherLines.append(
                OtherLine(
                    number: number, encoding: guess.encoding.name,
                    original: String(decoding: line, as: UTF8.self)))
            place = range.upperBound
        }
        text += bytes[place...]
        decoding.content = .converted(text)
        return decoding
    }

    static func forEachLine(_ bytes: UnsafeBufferPointer<UInt8>, _ body: (Int, Range<Int>) -> Void) {
        var start = 0
        var number = 0
        while start <= bytes.count {
            var end = start
            while end < bytes.count && bytes[end] != 0x0A { end += 1 }
            body(number, start..<end)
            number += 1
            start = end + 1
        }
    }
}

/// What kinds of bytes there are.
struct ByteCounts {
    var nulls = 0
    /// Control characters that texts do not have.
    var controls = 0
    var highBytes = 0
    /// Whole sequences of UTF-8, and bytes that belong to none.
    var sequences = 0
    var invalid = 0
    /// Lines with bytes beyond ASCII that are UTF-8, and that are not.
    var validLines = 0
    var invalidLines = 0
    var hasEscapes = false

    /// Whether what is no UTF-8 is rather damage than another encoding. A sequence cut off by the end is nothing
    /// much.
    var isMostlyUTF8: Bool { sequences >= 4 * invalid || (invalid <= 3 && sequences > 0 && endsCutOff) }
    private var endsCutOff = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        var lineIsValid = true
        var lineIsASCII = true
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                if byte < 0x20 {
                    switch byte {
                    case 0: nulls += 1
                    case 0x0A:
                        if !lineIsASCII { if lineIsValid { validLines += 1 } else { invalidLines += 1 } }
                        lineIsValid = true
                        lineIsASCII = true
                    case 0x09, 0x0B, 0x0C, 0x0D: break
                    case 0x1B: hasEscapes = true
                    default: controls += 1
                    }
                }
                index += 1
                continue
            }
            lineIsASCII = false
            if let (_, length) = UTF8Lines.sequence(bytes, at: index) {
                sequences += 1
                highBytes += length
                index += length
            } else {
                if bytes.count - index < 4 && byte >= 0xC2 { endsCutOff = true }
                invalid += 1
                highBytes += 1
                lineIsValid = false
                index += 1
            }
        }
        if !lineIsASCII { if lineIsValid { validLines += 1 } else { invalidLines += 1 } }
    }
}
