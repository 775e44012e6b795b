/// Goes through a text in UTF-8, finds the lines that look damaged, has them repaired, and puts the text together
/// again with an account of the changes.
struct TextMender {
    let model: LanguageModel

    /// Texts are repaired in parts of about so many bytes, so memory stays bounded.
    private static let partSize = 1 << 20
    /// A line that is longer is cut.
    private static let longestLine = 1 << 18

    /// How the text was decoded.
    let decoding: Decoding

    func mend(_ bytes: UnsafeBufferPointer<UInt8>) -> RepairedText {
        var output = Output(capacity: bytes.count)
        output.undecodable = decoding.undecodable
        var memory = FileMemory()
        var start = 0
        var number = 0
        while start < bytes.count {
            let end = partEnd(bytes, from: start)
            mendPart(bytes, start..<end, &number, &memory, &output)
            start = end
        }
        if !decoding.otherLines.isEmpty { output.tell(of: decoding.otherLines) }
        return RepairedText(
            text: String(decoding: output.bytes, as: UTF8.self), encoding: decoding.encoding,
            changes: output.changes,
            undecodable: output.undecodable)
    }

    /// The end of a part: after a line feed, or before the beginning of a character if a line is too long.
    private func partEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard bytes.count - start > Self.partSize else { return bytes.count }
        var end = start + Self.partSize
        while end > start + Self.partSize / 2 {
            if bytes[end - 1] == 0x0A { return end }
            end -= 1
        }
        return cut(bytes, near: start + Self.partSize)
    }

    /// A place to cut a long line near `place`: after a blank if there is one, else before a character.
    private func cut(_ bytes: UnsafeBufferPointer<UInt8>, near place: Int) -> Int {
        for index in stride(from: place, to: place - 1000, by: -1) where bytes[index - 1] == 0x20 {
            return index
        }
        for index in stride(from: place, to: place - 4, by: -1) where bytes[index] & 0xC0 != 0x80 {
            return index
        }
        return place
    }

    private func mendPart(
        _ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>, _ number: inout Int,
        _ memory: inout FileMemory,
        _ output: inout Output
    ) {
        var damaged: [DamagedLine] = []
        var topic: Bool?
        var start = part.lowerBound
        while start < part.upperBound {
            var end = start
            var hasHighBytes = false
            while end < part.upperBound && bytes[end] != 0x0A {
                if bytes[end] >= 0x80 { hasHighBytes = true }
                end += 1
                if end - start >= Self.longestLine {
                    end = Swift.max(start + 1, cut(bytes, near: end))
                    break
                }
            }
            if hasHighBytes {
                let scalars = UTF8Lines.scalars(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                let hasSurrogates = UTF8Lines.hasSurrogates(bytes[start..<end])
                if hasSurrogates || Self.mayBeDamaged(scalars) {
                    var line = DamagedLine(number: number, range: start..<end, scalars: scalars)
                    line.hasSurrogates = hasSurrogates
                    damaged.append(line)
                }
            }
            if end < part.upperBound && bytes[end] == 0x0A {
                end += 1
                number += 1
            }
            start = end
        }
        var mojibake = Mojibake(model: model)
        mojibake.repair(&damaged, memory: &memory) {
            if let topic { return topic }
            let isTopic = Discussion.isTopic(
                of: UTF8Lines.scalars(UnsafeBufferPointer(rebasing: bytes[part])))
            topic = isTopic
            return isTopic
        }
        ControlCharacters.repair(&damaged, model)
        var place = part.lowerBound
        for line in damaged where line.needsWriting {
            output.bytes.append(
                contentsOf: UnsafeBufferPointer(rebasing: bytes[place..<line.range.lowerBound]))
            output.append(line)
            place = line.range.upperBound
        }
        output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[place..<part.upperBound]))
    }

    /// Whether a line has a character that damage could have left.
    private static func mayBeDamaged(_ scalars: [UInt32]) -> Bool {
        scalars.contains { scalar in
            guard scalar >= 0x80 else { return false }
            if scalar < 0xA0 || scalar >= RawByte.first { return true }
            let roles = ScalarRoles.of(scalar)
            return (roles.lead2 | roles.lead3 | roles.lead4) != 0
        }
    }
}

/// The text as far as it is put together.
private struct Output {
    var bytes: [UInt8] = []
    var changes: [Repair] = []
    var undecodable = 0

    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    mutating func append(_ line: DamagedLine) {
        var spans: [(range: Range<Int>, start: Int, isRaw: Bool)] = []
        var index = 0
        while index < line.scalars.count {
            let step = line.marks[index].step
            let isRaw = line.scalars[index] >= RawByte.first
            let first = index
            let start = bytes.count
            while index < line.scalars.count, line.marks[index].step == step,
                (line.scalars[index] >= RawByte.first) == isRaw
            {
                UTF8Lines.append(line.scalars[index], to: &bytes)
                index += 1
            }
            if isRaw { undecodable += index - first }
            if !isRaw && step == 0 { continue }
            if spans.count == Self.mostSpans {
                // The account of a long line must not outgrow the line.
                spans[0].range = spans[0].range.lowerBound..<index
                spans.removeLast(Self.mostSpans - 1)
                isMerging = true
            } else if isMerging {
                spans[0].range = spans[0].range.lowerBound..<index
            } else {
                spans.append((first..<index, start, isRaw))
            }
        }
        isMerging = false
        for span in spans { changes.append(change(in: line, span.range, at: span.start, isRaw: span.isRaw)) }
    }

    private static let mostSpans = 1000
    private var isMerging = false

    /// Adds the lines that were decoded from another encoding to the changes.
    mutating func tell(of others: [Decoding.OtherLine]) {
        var next = 0
        var told: [Repair] = []
        bytes.withUnsafeBufferPointer { bytes in
            Decoding.forEachLine(bytes) { number, range in
                guard next < others.count, others[next].number == number else { return }
                told.append(
                    Repair(
                        line: number + 1, range: range, original: others[next].original,
                        replacement: String(decoding: bytes[range], as: UTF8.self),
                        step: .decoding(encoding: others[next].encoding), confidence: 0.9))
                next += 1
            }
        }
        changes = (changes + told).sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
    }

    private func change(in line: DamagedLine, _ range: Range<Int>, at start: Int, isRaw: Bool) -> Repair {
        let origin = Int(line.origins[range.lowerBound])..<Int(line.origins[range.upperBound])
        let original = UTF8Lines.string(line.original[origin])
        let replacement = UTF8Lines.string(line.scalars[range])
        var confidence: Float = 1
        var least: Int?
        for index in range where line.marks[index].confidence < confidence {
            confidence = line.marks[index].confidence
            least = index
        }
        var alternatives: [String] = []
        if let least, confidence < 0.9, line.marks[least].alternative != 0 {
            let other =
                line.scalars[range.lowerBound..<least] + [line.marks[least].alternative]
                + line.scalars[(least + 1)..<range.upperBound]
            alternatives = [UTF8Lines.string(other)]
        }
        return Repair(
            line: line.number + 1, range: start..<start + replacement.utf8.count, original: original,
            replacement: replacement,
            step: isRaw ? .undecodable : step(line.marks[range.lowerBound].step, isSure: least == nil),
            confidence: isRaw ? 0 : Double(confidence), alternatives: alternatives)
    }

    private func step(_ number: UInt8, isSure: Bool) -> Repair.Step {
        if number == ControlCharacters.step { return .controlCharacters }
        let page = PageEvidence.pages[Int(number) - 1].name
        return isSure ? .mojibake(codePage: page) : .lostBytes(codePage: page)
    }
}
