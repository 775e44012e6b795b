import KnowledgeGraph

/// A diff as a paragraph in Markdown, each claim with a footnote that quotes.
struct DiffParagraph {
    private var sentences: [String] = []
    private var notes: [String] = []

    /// The whole: the paragraph, an empty line, and the footnotes.
    var text: String {
        sentences.joined(separator: " ") + "\n\n" + notes.map { $0 + "\n" }.joined()
    }

    init(_ diff: IssueDiff) {
        sentences.append("\(side(diff.later)), after \(side(diff.earlier)).")
        say(diff.new, "named for the first time") { one in one.entity.type.rawValue }
        say(diff.returning, "back") { one in
            guard let date = one.lastDate, let missed = one.missedIssues else { return nil }
            return missed > 0
                ? "last seen \(date), after \(missed) \(missed == 1 ? "issue" : "issues") without"
                : "last seen \(date)"
        }
        say(diff.grown, "more is said of") { one in
            "\(Self.mentions(one.before)) to \(Self.mentions(one.after)) mentions"
        }
        let pairs = diff.pairs.map { pair in
            "\(name(pair.a)) with \(name(pair.b))" + footnote(pair.evidence)
        }
        if !pairs.isEmpty { sentences.append("Named together for the first time: \(listed(pairs)).") }
        if diff.undatedEditions > 0 {
            let count = diff.undatedEditions
            sentences.append("(\(count) \(count == 1 ? "issue" : "issues") without a date left out.)")
        }
    }

    private mutating func say(
        _ changes: [IssueDiff.Change], _ what: String, detail: (IssueDiff.Change) -> String?
    ) {
        guard !changes.isEmpty else { return }
        let names = changes.map { change in
            name(change.entity) + (detail(change).map { " (\($0))" } ?? "") + footnote(change.evidence)
        }
        sentences.append("\(what.prefix(1).uppercased() + what.dropFirst()): \(listed(names)).")
    }

    /// A mark in the text, and the quotation below it.
    private mutating func footnote(_ quotation: Quotation?) -> String {
        guard let quotation else { return "" }
        let number = notes.count + 1
        let quote = QuotationPrinter(format: .markdown, context: 80).inline(quotation)
        let place = Listing.markdownEscaped("\(quotation.issue):\(quotation.line)")
        notes.append("[^\(number)]: “\(quote)” — \(place)" + (quotation.date.map { ", \($0)" } ?? ""))
        return "[^\(number)]"
    }

    private func side(_ side: IssueDiff.Side) -> String {
        let title = "*\(Listing.markdownEscaped(side.title))*"
        guard let first = side.firstDate, let last = side.lastDate else { return title }
        return "\(title) (\(first == last ? first : "\(first) to \(last)"))"
    }

    private func name(_ entity: EntitySummary) -> String { "**\(Listing.markdownEscaped(entity.name))**" }

    private static func mentions(_ count: Double) -> String {
        count == count.rounded() ? "\(Int(count))" : Listing.Cell.number(count, decimals: 1).shown
    }

    private func listed(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
