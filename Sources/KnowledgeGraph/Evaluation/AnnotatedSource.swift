import Foundation
import TextRepair

/// The source of an annotated document: what its rows must fit.
struct AnnotatedSource {
    /// A surface on a line.
    struct Place: Hashable {
        var line: Int
        var surface: String
    }

    private let path: String
    /// Without addresses and marks.
    private let lines: [String]

    init(_ bytes: [UInt8], _ path: String) {
        self.path = path
        let text = (try? TextRepairer().repair(bytes).text) ?? String(decoding: bytes, as: UTF8.self)
        lines = TextLines.split(text).map { Self.plain(String($0)) }
    }

    /// Whether a row would fit.
    func fits(_ row: Annotations.Row) -> Bool {
        var counts: [Place: Int] = [:]
        return (try? check(row, &counts)) != nil
    }

    /// - Parameter counts: how often each place was annotated before; the row is added.
    func check(_ row: Annotations.Row, _ counts: inout [Place: Int]) throws(RowError) {
        guard row.line <= lines.count else {
            throw RowError(reason: "line \(row.line) of \(path) does not exist; it has \(lines.count)")
        }
        let surface = Self.plain(row.surface)
        // A name may be broken over two lines.
        let line = lines[row.line - 1]
        let text = line + " " + (row.line < lines.count ? lines[row.line] : "")
        guard text.contains(surface) else {
            throw RowError(
                reason:
                    "\(row.surface) does not stand in line \(row.line) of \(path); correct the line or the surface"
            )
        }
        let place = Place(line: row.line, surface: surface)
        counts[place, default: 0] += 1
        let occurs = max(1, Self.count(surface, in: line))
        guard counts[place, default: 0] <= occurs else {
            throw RowError(
                reason:
                    "\(row.surface) is annotated \(counts[place] ?? 0) times in line \(row.line) of \(path), where "
                    + "it stands \(occurs == 1 ? "once" : "\(occurs) times"); remove a row")
        }
    }

    /// A line as a reader sees it, in the form in which surfaces are compared: without addresses, tags and marks.
    private static func plain(_ line: String) -> String {
        var text = line.replacing(#/\]\([^)]*\)/#, with: "]").replacing(#/<?https?:\/\/\S+/#, with: "")
        if text.contains("&") {
            for (name, character) in entities { text = text.replacing(name, with: character) }
        }
        if text.contains("<") { text = text.replacing(tags, with: "") }
        return ScoredMention.comparable(text)
    }

    nonisolated(unsafe) private static let tags =
        #/<\/?(?:a|b|i|u|s|p|br|em|strong|span|div|img|sub|sup|code|kbd|mark|small|font|center|table|t[rdh]|li|[uo]l|h[1-6])\b[^<>]*>/#

    private static let entities: KeyValuePairs = [
        "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&nbsp;": " ",
    ]

    private static func count(_ text: String, in line: String) -> Int {
        var count = 0
        var rest = line[...]
        while !text.isEmpty, let range = rest.range(of: text) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
