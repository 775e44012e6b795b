import Exports
import Foundation
import KnowledgeGraph

/// Prints quotations: file and line, then the sentence with the names marked.
struct QuotationPrinter {
    var format: ListingFormat
    /// Characters of context on either side of the marks; a longer passage is cut there.
    var context = 160

    func print(_ quotations: [Quotation]) {
        if format == .markdown {
            for quotation in quotations { Output.write(text(quotation)) }
            return
        }
        guard format == .table else {
            listing(quotations).print(as: format)
            return
        }
        for quotation in quotations { Output.write(text(quotation)) }
    }

    /// One quotation, for a reader: as Markdown, or as it stands in a terminal.
    func text(_ quotation: Quotation) -> String {
        if format == .markdown { return markdown(quotation) }
        var place = Terminal.bold("\(quotation.issue):\(quotation.line)")
        if let date = quotation.date { place += Terminal.dim("  \(date)") }
        if !quotation.section.isEmpty { place += Terminal.dim("  \(quotation.section)") }
        return place + "\n" + wrapped(shortened(quotation)) + "\n\n"
    }

    /// A quotation for a post: the names bold, the source below.
    private func markdown(_ quotation: Quotation) -> String {
        let text = shortened(quotation).map { piece in
            piece.isMarked ? "**\(piece.text)**" : piece.text.replacing("*", with: "\\*")
        }
        return "> " + text.joined() + "\n>\n> — \(quotation.issue):\(quotation.line)\n\n"
    }

    /// The text alone, on one line of Markdown.
    func inline(_ quotation: Quotation) -> String {
        shortened(quotation).map { piece in
            let text = piece.text.replacing("*", with: "\\*").replacing("\n", with: " ")
            return piece.isMarked ? "**\(text)**" : text
        }.joined()
    }

    private func listing(_ quotations: [Quotation]) -> Listing {
        Listing(
            columns: [
                .init(name: "issue"), .init(name: "line", isNumber: true), .init(name: "date"),
                .init(name: "language"),
                .init(name: "section"), .init(name: "text", isFlexible: true), .init(name: "marks"),
            ],
            rows: quotations.map { quotation in
                let bytes = Array(quotation.text.utf8)
                let names = quotation.marks.map { String(decoding: bytes[$0], as: UTF8.self) }
                return [
                    .text(quotation.issue), .integer(quotation.line), .optional(quotation.date),
                    .optional(quotation.language), .text(quotation.section), .text(quotation.text),
                    .special(
                        shown: names.joined(separator: ", "),
                        json: .array(
                            quotation.marks.map {
                                .array([.integer($0.lowerBound), .integer($0.upperBound)])
                            })),
                ]
            })
    }

    /// The passage as pieces, marked or not, without what is far from any mark.
    private func shortened(_ quotation: Quotation) -> [(text: String, isMarked: Bool)] {
        let bytes = Array(quotation.text.utf8)
        var pieces: [(text: String, isMarked: Bool)] = []
        var at = 0
        for mark in quotation.marks where mark.lowerBound >= at && mark.upperBound <= bytes.count {
            pieces.append((String(decoding: bytes[at..<mark.lowerBound], as: UTF8.self), false))
            pieces.append((String(decoding: bytes[mark], as: UTF8.self), true))
            at = mark.upperBound
        }
        pieces.append((String(decoding: bytes[at...], as: UTF8.self), false))
        for index in pieces.indices where !pieces[index].isMarked {
            let text = pieces[index].text
            let isFirst = index == 0
            let isLast = index == pieces.count - 1
            let room = isFirst || isLast ? context : 2 * context
            guard text.count > room + 20, pieces.count > 1 || text.count > 4 * context else { continue }
            if isFirst && !isLast {
                pieces[index].text = "… " + text.suffix(context)
            } else if isLast {
                pieces[index].text = text.prefix(pieces.count == 1 ? 4 * context : context) + " …"
            } else {
                pieces[index].text = text.prefix(context) + " … " + text.suffix(context)
            }
        }
        return pieces
    }

    /// Lines of the terminal's width, indented by two; in a pipe one line.
    private func wrapped(_ pieces: [(text: String, isMarked: Bool)]) -> String {
        guard let width = Terminal.width.map({ max(20, $0 - 2) }) else {
            return "  " + pieces.map(\.text).joined()
        }
        var result = "  "
        var used = 0
        for piece in pieces {
            var words: [Substring] = []
            var rest = piece.text[...]
            while !rest.isEmpty {
                let blanks = rest.prefix { $0 == " " }
                let word = rest.dropFirst(blanks.count).prefix { $0 != " " && DisplayWidth.of($0) < 2 }
                let token =
                    word.isEmpty ? rest.prefix(blanks.count + 1) : rest.prefix(blanks.count + word.count)
                words.append(token)
                rest = rest.dropFirst(token.count)
            }
            for word in words {
                var word = String(word)
                if used + DisplayWidth.of(word) > width, used > 0 {
                    result += "\n  "
                    used = 0
                    word = String(word.drop { $0 == " " })
                }
                used += DisplayWidth.of(word)
                result += piece.isMarked ? Terminal.highlight(word) : word
            }
        }
        return result
    }
}
