import Foundation
import KGModel

/// The names of a passage in groups: what is enumerated stands together.
struct PassageNames {
    struct Group {
        var type: EntityType
        /// Indexes of the issue's mentions.
        var members: [Int]
        /// Bytes of the passage from the first to the last of them.
        var range: Range<Int>
    }

    private let bytes: [UInt8]
    private(set) var groups: [Group] = []

    /// - Parameter mentions: those of one passage.
    init(_ record: IssueRecord, _ mentions: Range<Int>) {
        bytes = Array(record.passages[record.mentions[mentions.lowerBound].passage].text.utf8)
        for index in mentions {
            let mention = record.mentions[index]
            guard mention.range.upperBound <= bytes.count else { continue }
            if let last = groups.last, last.type == mention.type,
                last.range.upperBound <= mention.range.lowerBound,
                isSeparator(last.range.upperBound..<mention.range.lowerBound)
            {
                groups[groups.count - 1].members.append(index)
                groups[groups.count - 1].range = last.range.lowerBound..<mention.range.upperBound
            } else {
                groups.append(Group(type: mention.type, members: [index], range: mention.range))
            }
        }
    }

    /// Whether nothing but a separator stands there. Most stretches hold far more: one is told by its letters, of which
    /// no separator has more than three of ASCII and two others.
    private func isSeparator(_ range: Range<Int>) -> Bool {
        var (letters, others) = (0, 0)
        var isNote = false
        for byte in bytes[range] {
            switch byte {
            case UInt8(ascii: "["): isNote = true
            case UInt8(ascii: "]"): isNote = false
            case _ where isNote: break
            case 65...90, 97...122: letters += 1
            // First bytes of scalars among which no quotation marks and blanks are, which `phrase` leaves out.
            case 0xC3...0xDF, 0xE4...0xF4: others += 1
            default: break
            }
            if letters > 3 || others > 2 { return false }
        }
        return Self.separators.contains(phrase(range))
    }

    /// What stands between the names of an enumeration.
    private static let separators: Set<String> = [
        ",", "and", "&", ", and", ",and", ", &", "，", "、", "和", "与", "及", "以及", "＆", "et", ", et", "y", ", y",
        "e",
        ", e", "ve", ", ve", "و", "، و", "،",
    ]

    /// A stretch of the text in the form in which phrases are compared: lower case, blanks as one, quotation marks
    /// and marks of notes (`[12]`) left out, apostrophes straight.
    func phrase(_ range: Range<Int>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var isBlank = false
        var isNote = false
        func append(_ bytes: some Sequence<UInt8>) {
            if isBlank { result.append(UInt8(ascii: " ")) }
            isBlank = false
            result.append(contentsOf: bytes)
        }
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            switch scalar {
            case "[": isNote = true
            case "]" where isNote: isNote = false
            case _ where isNote: continue
            case "\"", "“", "”", "„", "«", "»", "*", "_", "《", "》", "「", "」", "`": continue
            case " ", "\n", "\t", "\u{A0}", "\u{202F}", "\u{3000}": isBlank = !result.isEmpty
            case "’", "‘": append(CollectionOfOne(UInt8(ascii: "'")))
            case "A"..."Z": append(CollectionOfOne(UInt8(ascii: scalar) | 0x20))
            // ASCII and ideographs have no other case.
            case "\0"..."\u{7F}", "\u{2E80}"..."\u{9FFF}": append(String(scalar).utf8)
            default: append(scalar.properties.lowercaseMapping.utf8)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// What follows a group, to the next name, at most forty bytes.
    func phrase(behind group: Group) -> String {
        let next = groups.first { $0.range.lowerBound >= group.range.upperBound }?.range.lowerBound
        return phrase(group.range.upperBound..<bounded(group.range.upperBound, (next ?? bytes.count)))
    }

    /// What leads to a group from the name before it, at most forty bytes.
    func phrase(before group: Group) -> String {
        let previous = groups.last { $0.range.upperBound <= group.range.lowerBound }?.range.upperBound ?? 0
        var start = max(previous, group.range.lowerBound - 40)
        while start < group.range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
        return phrase(start..<group.range.lowerBound)
    }

    private func bounded(_ start: Int, _ end: Int) -> Int {
        guard end - start > 40 else { return end }
        var end = start + 40
        while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }
}
