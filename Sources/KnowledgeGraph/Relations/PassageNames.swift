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
                Self.separators.contains(phrase(last.range.upperBound..<mention.range.lowerBound))
            {
                groups[groups.count - 1].members.append(index)
                groups[groups.count - 1].range = last.range.lowerBound..<mention.range.upperBound
            } else {
                groups.append(Group(type: mention.type, members: [index], range: mention.range))
            }
        }
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
        if let plain = asciiPhrase(range) { return plain }
        var result = ""
        var isBlank = false
        var isNote = false
        for scalar in String(decoding: bytes[range], as: UTF8.self).unicodeScalars {
            switch scalar {
            case "[": isNote = true
            case "]" where isNote: isNote = false
            case _ where isNote: continue
            case "\"", "“", "”", "„", "«", "»", "*", "_", "《", "》", "「", "」", "`": continue
            case " ", "\n", "\t", "\u{A0}", "\u{202F}", "\u{3000}": isBlank = !result.isEmpty
            default:
                if isBlank { result += " " }
                isBlank = false
                if scalar == "’" || scalar == "‘" {
                    result += "'"
                } else {
                    result += scalar.properties.lowercaseMapping
                }
            }
        }
        return result
    }

    /// The same where every byte is ASCII; nil where one is not.
    private func asciiPhrase(_ range: Range<Int>) -> String? {
        var result: [UInt8] = []
        result.reserveCapacity(range.count)
        var isBlank = false
        var isNote = false
        for byte in bytes[range] {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: "["): isNote = true
            case UInt8(ascii: "]") where isNote: isNote = false
            case _ where isNote: continue
            case UInt8(ascii: "\""), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"): continue
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"): isBlank = !result.isEmpty
            default:
                if isBlank { result.append(UInt8(ascii: " ")) }
                isBlank = false
                result.append(byte &- 65 < 26 ? byte | 0x20 : byte)
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
