/// An encoding from before Unicode: one byte for a character, or several in East Asia.
enum LegacyEncoding {
    case page(CodePage)
    case multibyte(MultibyteEncoding)

    var name: String {
        switch self {
        case .page(let page): page.name
        case .multibyte(let encoding): encoding.rawValue
        }
    }

    /// Decodes bytes to UTF-8; what cannot be decoded becomes U+FFFD and is counted.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], undecodable: Int) {
        switch self {
        case .multibyte(let encoding): return encoding.decode(bytes) ?? ([], bytes.count)
        case .page(let page):
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count * 3 / 2)
            var undecodable = 0
            for byte in bytes {
                if byte < 0x80 {
                    text.append(byte)
                    continue
                }
                let scalar = page.scalars[Int(byte) - 0x80]
                if scalar == 0 { undecodable += 1 }
                UTF8Lines.append(scalar == 0 ? 0xFFFD : scalar, to: &text)
            }
            return (text, undecodable)
        }
    }
}

/// Finds the encoding from before Unicode in which bytes are the most probable text.
struct LegacyGuess {
    var encoding: LegacyEncoding

    private static let pages: [CodePage] = [
        .windows1252, .windows1251, .windows1250, .windows1253, .windows1254, .windows1255, .windows1256,
        .windows1257,
        .windows1258, .iso8859x2, .iso8859x5, .iso8859x6, .iso8859x7, .iso8859x9, .iso8859x15, .macintosh,
        .macCyrillic, .koi8r, .koi8u, .ibm437, .ibm850, .ibm866, .iso8859x1,
    ]
    /// How rare an encoding is, as a cost.
    private static func rarity(_ encoding: LegacyEncoding) -> Int {
        let nats: Int
        switch encoding {
        case .multibyte: nats = 2
        case .page(let page):
            switch page.name.prefix(3) {
            case "win": nats = page.name == "windows-1252" ? 0 : 3
            case "iso": nats = 4
            case "ibm": nats = 14
            case "mac": nats = 8
            default: nats = 5
            }
        }
        return nats * Int(LanguageModel.unit)
    }

    private static let sampleSize = 6000
    private static let undecodableCost = 12 * Int(LanguageModel.unit)

    static func best(_ bytes: UnsafeBufferPointer<UInt8>, model: LanguageModel) -> LegacyGuess? {
        let sample = sample(of: bytes)
        return sample.withUnsafeBufferPointer { sample in
            var best: (encoding: LegacyEncoding, cost: Int)?
            let all =
                [MultibyteEncoding.gb18030, .big5, .shiftJIS, .eucJP, .eucKR].map(LegacyEncoding.multibyte)
                + pages.map(LegacyEncoding.page)
            for encoding in all {
                let (text, undecodable) = encoding.decode(sample)
                if undecodable * 50 > sample.count { continue }
                let scalars = text.withUnsafeBufferPointer { UTF8Lines.scalars($0) }
                let cost =
                    Int(cost(ofText: scalars, model)) + undecodable * undecodableCost + rarity(encoding)
                if cost < best?.cost ?? .max { best = (encoding, cost) }
            }
            guard let best else { return nil }
            // The bytes beyond ASCII of a text cost little in their encoding; those of noise cost far more.
            let high = sample.reduce(0) { $1 >= 0x80 ? $0 + 1 : $0 }
            let plain = Int(Self.cost(ofText: sample.map { $0 < 0x80 ? UInt32($0) : 0x20 }, model))
            let limit = high > 100 ? 6 : 9
            if best.cost - plain > high * limit * Int(LanguageModel.unit) && high > 20 { return nil }
            return LegacyGuess(encoding: best.encoding)
        }
    }

    /// Lines with bytes beyond ASCII, up to a limit, from all over the text.
    private static func sample(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var sample: [UInt8] = []
        var index = 0
        while index < bytes.count && sample.count < sampleSize {
            var start = index
            while index < bytes.count && bytes[index] < 0x80 {
                if bytes[index] == 0x0A { start = index + 1 }
                index += 1
            }
            if index == bytes.count { break }
            while index < bytes.count && bytes[index] != 0x0A && index - start < sampleSize { index += 1 }
            sample += bytes[start..<index]
            sample.append(0x0A)
        }
        return sample
    }

    /// What a text costs.
    static func cost(ofText scalars: [UInt32], _ model: LanguageModel) -> Int32 {
        var reading = Reading()
        for scalar in scalars { reading.append(scalar, model) }
        reading.finish(model)
        return reading.cost
    }
}
