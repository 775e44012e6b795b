import ArgumentParser
import Exports
import Foundation

/// The formats of listings.
enum ListingFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, jsonl, csv, tsv, markdown
}

/// A table of answers, in whatever format the user asked for.
struct Listing {
    struct Column {
        /// The heading, and the member's name in JSON.
        var name: String
        var isNumber = false
        /// May be shortened to make the table fit the terminal.
        var isFlexible = false
        /// A path: its end tells more than its beginning.
        var isPath = false
    }

    enum Cell {
        case text(String)
        case integer(Int)
        case number(Double, decimals: Int)
        case none
        /// Shown one way, written another way in JSON.
        case special(shown: String, json: JSONValue)

        var shown: String {
            switch self {
            case .text(let text): text
            case .integer(let value): String(value)
            case .number(let value, let decimals): Self.rounded(value, decimals)
            case .none: ""
            case .special(let shown, _): shown
            }
        }

        /// What rounds to nothing is not below it.
        private static func rounded(_ value: Double, _ decimals: Int) -> String {
            let text = String(format: "%.\(decimals)f", value)
            let isZero = text.utf8.allSatisfy { !(49...57).contains($0) }
            return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
        }

        var json: JSONValue {
            switch self {
            case .text(let text): .string(text)
            case .integer(let value): .integer(value)
            case .number(let value, _): .number(value)
            case .none: .null
            case .special(_, let json): json
            }
        }

        /// A p-value: as exact as one can read it, whole in JSON, empty where nothing was tested.
        static func probability(_ value: Double?) -> Cell {
            guard let value else { return .none }
            let shown =
                value == 0
                ? "0" : value < 0.001 ? String(format: "%.0e", value) : String(format: "%.3f", value)
            return .special(shown: shown, json: .number(value))
        }

        /// A share of a whole, 0 to 1.
        static func share(_ value: Double) -> Cell { .number((value * 1e6).rounded() / 1e6, decimals: 2) }

        static func optionalShare(_ value: Double?) -> Cell { value.map { .share($0) } ?? .none }

        static func optional(_ text: String?) -> Cell { text.map { .text($0) } ?? .none }
        static func optional(_ number: Int?) -> Cell { number.map { .integer($0) } ?? .none }
    }

    var columns: [Column]
    var rows: [[Cell]]

    /// Prints the rows; in tables a last line may tell what is not shown.
    func print(as format: ListingFormat, note: String? = nil) {
        Output.write(text(format, width: Terminal.width))
        if format == .table, let note { Output.write(Terminal.dim(note) + "\n") }
    }

    func text(_ format: ListingFormat, width: Int?) -> String {
        switch format {
        case .table: table(width)
        case .json: JSONValue.array(objects).pretty + "\n"
        case .jsonl: objects.map { $0.line + "\n" }.joined()
        case .csv: lines(Delimited.csv, "\r\n")
        case .tsv: lines(Delimited.tsv, "\n")
        case .markdown: markdown
        }
    }

    private var objects: [JSONValue] {
        rows.map { row in .object(zip(columns, row).map { .init($0.name, $1.json) }) }
    }

    private func lines(_ line: ([String]) -> String, _ end: String) -> String {
        ([columns.map(\.name)] + rows.map { $0.map(\.shown) }).map { line($0) + end }.joined()
    }

    private var markdown: String {
        let head = "| " + columns.map(\.name).joined(separator: " | ") + " |\n"
        let rule = "|" + columns.map { $0.isNumber ? " ---: |" : " --- |" }.joined() + "\n"
        let body = rows.map { row in
            "| " + row.map { Self.markdownEscaped($0.shown) }.joined(separator: " | ") + " |\n"
        }
        return head + rule + body.joined()
    }

    static func markdownEscaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "|\\*_`[]<>".contains(character) { result.append("\\") }
            result.append(character.isNewline ? " " : character)
        }
        return result
    }

    private func table(_ width: Int?) -> String {
        let cells = rows.map { row in row.map { Self.onOneLine($0.shown) } }
        var widths = columns.indices.map { column in
            max(DisplayWidth.of(columns[column].name), cells.map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        var shown = columns.count
        if let width {
            // What does not fit even when it is shortened is left out, the last columns first.
            while shown > 2, least(widths, shown) > width { shown -= 1 }
            widths.removeLast(widths.count - shown)
            shrink(&widths, to: width)
        }
        func line(_ fields: [String], to text: inout String) {
            // Blanks wait for what stands behind them: none end a line.
            var blanks = 0
            for index in 0..<shown {
                let field = width == nil ? fields[index] : fit(fields[index], widths[index], columns[index])
                let padding = max(0, widths[index] - DisplayWidth.of(field))
                blanks += (index > 0 ? 2 : 0) + (columns[index].isNumber ? padding : 0)
                if !field.isEmpty {
                    Self.append(blanks: blanks, to: &text)
                    blanks = 0
                    text += field
                }
                if !columns[index].isNumber { blanks += padding }
            }
            while text.utf8.last == UInt8(ascii: " ") { text.removeLast() }
        }
        var head = ""
        line(columns.map(\.name), to: &head)
        var text = Terminal.bold(head) + "\n"
        for row in cells {
            line(row, to: &text)
            text += "\n"
        }
        return text
    }

    private static let blanks = String(repeating: " ", count: 64)

    private static func append(blanks count: Int, to text: inout String) {
        var rest = count
        while rest > 0 {
            let some = min(rest, 64)
            text += Substring(blanks.utf8.prefix(some))
            rest -= some
        }
    }

    /// Few texts have a second line to look for.
    private static func onOneLine(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "\n")) ? text.replacing("\n", with: " ") : text
    }

    private static let narrowest = 8

    private func fit(_ text: String, _ width: Int, _ column: Column) -> String {
        guard column.isPath, DisplayWidth.of(text) > width else { return DisplayWidth.fit(text, width) }
        var tail = text[...]
        while DisplayWidth.of(String(tail)) > width - 1 { tail.removeFirst() }
        return "…" + tail
    }

    /// Columns that the first `count` columns of the table take when the flexible ones are narrowest.
    private func least(_ widths: [Int], _ count: Int) -> Int {
        (0..<count).reduce(2 * (count - 1)) { sum, index in
            sum + (columns[index].isFlexible ? min(widths[index], Self.narrowest) : widths[index])
        }
    }

    /// Takes columns away from the widest flexible one until the table fits.
    private func shrink(_ widths: inout [Int], to total: Int) {
        while widths.reduce(0, +) + 2 * (widths.count - 1) > total {
            let flexible = widths.indices.filter { columns[$0].isFlexible && widths[$0] > Self.narrowest }
            guard let widest = flexible.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
        }
    }
}

/// Standard output, written in large pieces.
enum Output {
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}
