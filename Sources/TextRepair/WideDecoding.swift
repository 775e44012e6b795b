/// UTF-16 and UTF-32, by their byte order mark or by where their zeros are.
enum WideDecoding {
    private struct Form {
        var name: String
        var width: Int
        var isBigEndian: Bool
    }

    private static let forms = [
        Form(name: "utf-32le", width: 4, isBigEndian: false),
        Form(name: "utf-32be", width: 4, isBigEndian: true),
        Form(name: "utf-16le", width: 2, isBigEndian: false),
        Form(name: "utf-16be", width: 2, isBigEndian: true),
    ]

    /// The decoding that a byte order mark at the beginning tells.
    static func byMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoding? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            // Behind the mark there may be anything, but hardly another encoding.
            return Decoding(encoding: "utf-8", content: .source(3..<bytes.count))
        }
        for form in forms {
            var mark: [UInt8] = form.width == 4 ? [0xFF, 0xFE, 0, 0] : [0xFF, 0xFE]
            if form.isBigEndian { mark.reverse() }
            if bytes.starts(with: mark) {
                let result = decode(UnsafeBufferPointer(rebasing: bytes[mark.count...]), form)
                // FF FE may also begin something else.
                guard result.isPlausible else { return nil }
                return Decoding(
                    encoding: form.name, content: .converted(result.text), undecodable: result.bad)
            }
        }
        return nil
    }

    /// The decoding of bytes without a mark, some of which are zeros: the one that makes a text of them.
    static func byZeros(_ bytes: UnsafeBufferPointer<UInt8>, _ model: LanguageModel) -> Decoding? {
        let sample = UnsafeBufferPointer(rebasing: bytes[..<Swift.min(bytes.count & ~3, 4096)])
        guard sample.count >= 4 || bytes.count >= 2 else { return nil }
        var best: (form: Form, cost: Double)?
        for form in forms {
            let part = sample.isEmpty ? bytes : sample
            let result = decode(part, form)
            guard result.isPlausible else { continue }
            let scalars = result.text.withUnsafeBufferPointer { UTF8Lines.scalars($0) }
            let cost = Double(LegacyGuess.cost(ofText: scalars, model))
            // Noise costs more than text in whatever language.
            if cost > Double(12 * LanguageModel.unit) * Double(scalars.count) { continue }
            if cost < best?.cost ?? .infinity { best = (form, cost) }
        }
        guard let best else { return nil }
        let result = decode(bytes, best.form)
        guard result.isPlausible else { return nil }
        return Decoding(encoding: best.form.name, content: .converted(result.text), undecodable: result.bad)
    }

    /// Decodes, with U+FFFD for surrogates without a partner, values beyond Unicode, and bytes left over.
    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, _ form: Form
    ) -> (text: [UInt8], bad: Int, isPlausible: Bool) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        var bad = 0
        var odd = 0  // what texts hardly have
        var units = 0
        var high: UInt32 = 0
        func flush() {
            if high != 0 {
                UTF8Lines.append(0xFFFD, to: &text)
                bad += 1
                high = 0
            }
        }
        var index = 0
        while index + form.width <= bytes.count {
            var unit: UInt32 = 0
            for offset in 0..<form.width {
                unit =
                    unit << 8
                    | UInt32(bytes[form.isBigEndian ? index + offset : index + form.width - 1 - offset])
            }
            index += form.width
            units += 1
            if form.width == 2 && 0xDC00..<0xE000 ~= unit && high != 0 {
                UTF8Lines.append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &text)
                high = 0
                continue
            }
            flush()
            if form.width == 2 && 0xD800..<0xDC00 ~= unit {
                high = unit
            } else if unit >= 0x110000 || 0xD800..<0xE000 ~= unit {
                UTF8Lines.append(0xFFFD, to: &text)
                bad += 1
            } else {
                let isControl = unit < 0x20 && !(9...13 ~= unit) || 0x7F..<0xA0 ~= unit
                if isControl || unit == 0xFFFE || unit == 0xFFFF || 0xE000..<0xF900 ~= unit { odd += 1 }
                UTF8Lines.append(unit, to: &text)
            }
        }
        flush()
        let isPlausible = units > 0 && (bad + odd) * 20 <= (units < 10 ? 0 : units + 10)
        if index < bytes.count {
            UTF8Lines.append(0xFFFD, to: &text)
            bad += 1
        }
        return (text, bad, isPlausible)
    }
}
