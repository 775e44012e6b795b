/// Puts right bytes of Windows-1252 or Mac Roman that were read as ISO-8859-1, which shows them as control
/// characters.
enum ControlCharacters {
    /// The number of this step among the marks of a `DamagedLine`.
    static let step: UInt8 = 100

    static func repair(_ lines: inout [DamagedLine], _ model: LanguageModel) {
        for index in lines.indices {
            let scalars = lines[index].scalars
            // U+0085 may also be meant as the end of a line.
            let isNextLine = scalars.last == 0x85 || scalars.first == 0x85
            guard scalars.contains(where: { 0x80..<0xA0 ~= $0 && !($0 == 0x85 && isNextLine) }) else {
                continue
            }
            let pages: [CodePage] = [.windows1252, .macintosh]
            let costs = pages.map { page in
                LegacyGuess.cost(
                    ofText: scalars.map { 0x80..<0xA0 ~= $0 ? page.scalars[Int($0) - 0x80] : $0 }, model)
            }
            let page = costs[1] + 4 * LanguageModel.unit < costs[0] ? pages[1] : pages[0]
            let restored = scalars.enumerated().map { place, scalar -> LostBytes.Restored in
                let meant = 0x80..<0xA0 ~= scalar ? page.scalars[Int(scalar) - 0x80] : 0
                return LostBytes.Restored(
                    scalar: meant == 0 ? scalar : meant, start: place, consumed: 1, inferred: 0,
                    confidence: meant == 0 ? 1 : 0.8, alternative: 0, isDecoded: meant != 0)
            }
            // A page gap is no character of a text that someone wrote: then it is something else.
            if restored.contains(where: { 0x80..<0xA0 ~= $0.scalar }) { continue }
            lines[index].replace([(0..<scalars.count, restored)], step: step)
        }
    }
}
