import KGModel

/// Finds papers by the ways in which writers set their titles: rows of weekly lists, numbered
/// references, quotation marks beside the word *paper*, and pages about one paper.
public struct TitleRecognizer: Recognizer {
    public let name = "titles"
    public let summary = "titles of papers: list rows, references, quoted titles, pages about one paper"

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var candidates = paperPage(issue)
        for (index, text) in issue.passages.enumerated() {
            if let candidate = label(text, index) { candidates.append(candidate) }
            if let candidate = heading(issue, index) ?? aboveAuthors(text, index) {
                candidates.append(candidate)
            }
            candidates += quoted(text, index) + books(text, index)
        }
        return candidates
    }

    /// A page about one paper: its title is front matter and first heading, and one paper's address
    /// stands near the top.
    private func paperPage(_ issue: IssueText) -> [Candidate] {
        guard let title = issue.passages.first, title.passage.kind == .title,
            let heading = issue.passages.prefix(3).firstIndex(where: { $0.passage.kind == .heading }),
            NameKey(issue.passages[heading].passage.text) == NameKey(title.passage.text)
        else { return [] }
        let identities = Set(
            issue.passages.prefix(10).flatMap { $0.passage.links }.compactMap(\.identity).filter(\.isPaper))
        guard identities.count == 1, let identity = identities.first else { return [] }
        return [0, heading].compactMap { index in
            let text = issue.passages[index]
            guard !text.bytes.isEmpty, text.words.count >= 3 else { return nil }
            return Candidate(
                passage: index, range: text.range(ofWords: text.words.indices), type: .paper,
                reference: .identity(identity), recognizer: name, confidence: 0.97)
        }
    }

    /// `1) **Title: Subtitle** - … | [Paper](…)`, `[7] **Title:** URL`, `- **Title** …`: bold text at
    /// the start of a row, an item or a reference that links one paper; in a row also what stands
    /// before the dash, `1) Title - …`.
    private func label(_ text: PassageText, _ index: Int) -> Candidate? {
        let passage = text.passage
        guard passage.kind == .row || passage.kind == .item || passage.kind == .reference else { return nil }
        let papers = passage.links.filter { link in
            link.identity?.isPaper == true || Self.paperWords.contains(linkText(link, text))
        }
        guard let link = papers.first else { return nil }
        let range: Range<Int>
        if let bold = passage.emphasis.first(where: \.isStrong), startsPassage(bold.range, text) {
            range = bold.range
        } else if passage.kind == .reference, link.range.lowerBound > 0, text.words.count > 3 {
            // `[4] Title: URL` without marks.
            range =
                text.words[3].range.lowerBound..<max(text.words[3].range.lowerBound, link.range.lowerBound)
        } else if passage.kind == .row,
            let words = RowLabel.plain(in: text) ?? RowLabel.cell(in: text, vocabulary)
        {
            range = text.range(ofWords: words)
        } else {
            return nil
        }
        guard
            let title = Titles.title(in: range, of: text, vocabulary)
                ?? (passage.kind == .row ? RowLabel.shortTitle(in: range, of: text) : nil)
        else {
            return namedLabel(range, text, index)
        }
        return Candidate(
            passage: index, range: title, type: .paper,
            reference: reference(papers.compactMap(\.identity)),
            recognizer: name, confidence: 0.85)
    }

    /// The one paper that is linked; of several none is the title's for sure.
    private func reference(_ linked: [Identity]) -> Mention.Reference {
        let papers = Set(linked)
        return papers.count == 1 ? papers.first.map { .identity($0) } ?? .surface : .surface
    }

    /// A label that is no title names the method, model or dataset: `3) **DeepSeek-V2** - …`.
    private func namedLabel(_ range: Range<Int>, _ text: PassageText, _ index: Int) -> Candidate? {
        guard text.passage.kind != .reference, let words = Titles.trimmed(text.words(in: range), text),
            words.count <= 4, words.contains(where: { NameForm.isCoined(text.words[$0], in: text) }),
            words.allSatisfy({
                text.words[$0].kind != .ideograph && text.words[$0].kind != .mark || joinsWords(text, $0)
            })
        else { return nil }
        let label = text.range(ofWords: words)
        let type =
            NameForm.type(of: text.text(label))
            ?? (RowLabel.tellsOfDataset(text, behind: words.upperBound) ? .dataset : .model)
        return Candidate(passage: index, range: label, type: type, recognizer: name, confidence: 0.65)
    }

    private func joinsWords(_ text: PassageText, _ index: Int) -> Bool {
        text.isHyphen(text.words[index]) || text.text(text.words[index]) == "."
    }

    private func linkText(_ link: Link, _ text: PassageText) -> String {
        text.text(link.range).lowercased()
    }

    private static let paperWords: Set<String> = ["paper", "论文", "pdf", "artigo", "article", "makale"]

    /// Only a number stands before it.
    private func startsPassage(_ range: Range<Int>, _ text: PassageText) -> Bool {
        text.words[..<text.firstWord(from: range.lowerBound)].allSatisfy {
            $0.kind == .number || $0.kind == .mark
        }
    }

    /// `SECNLP: A survey of …` above a passage that links one paper.
    private func heading(_ issue: IssueText, _ index: Int) -> Candidate? {
        let text = issue.passages[index]
        guard text.passage.kind == .heading, let words = Titles.trimmed(text.words.indices, text),
            Titles.hasCoinedHead(words, text)
        else { return nil }
        var papers: Set<Identity> = []
        for passage in issue.passages[(index + 1)...].prefix(3) {
            if passage.passage.kind == .heading { break }
            papers.formUnion(passage.passage.links.compactMap(\.identity).filter(\.isPaper))
        }
        guard papers.count == 1, let paper = papers.first else { return nil }
        return Candidate(
            passage: index, range: text.range(ofWords: words), type: .paper, reference: .identity(paper),
            recognizer: name, confidence: 0.8)
    }

    /// `3. Title` on the first line of a passage, its authors on the next.
    private func aboveAuthors(_ text: PassageText, _ index: Int) -> Candidate? {
        guard text.passage.lines.count > 1 else { return nil }
        let lines = text.lines()
        guard lines.count > 1, let words = Titles.trimmed(lines[0], text),
            let title = words.first(where: { text.words[$0].kind == .letters }),
            Titles.isInTitleCase(title..<words.upperBound, text), AuthorLine.fills(lines[1], in: text)
        else { return nil }
        return Candidate(
            passage: index, range: text.range(ofWords: title..<words.upperBound), type: .paper,
            reference: reference(text.passage.links.compactMap(\.identity).filter(\.isPaper)),
            recognizer: name, confidence: 0.85)
    }

    /// `the book called [Title](…)`, `un libro titulado *Title*`, `the paper *Title*`: what is linked or emphasized
    /// behind such words.
    private func books(_ text: PassageText, _ index: Int) -> [Candidate] {
        // Two words stand before the title; most marks begin their passage.
        guard
            text.passage.links.contains(where: { $0.range.lowerBound >= 4 })
                || text.passage.emphasis.contains(where: { $0.range.lowerBound >= 4 })
        else { return [] }
        let marked = (text.passage.links.map(\.range) + text.passage.emphasis.map(\.range))
            .filter { $0.lowerBound >= 4 }
        let ordered = Set(marked).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
        return ordered.compactMap {
            let inside = text.words(in: $0)
            guard inside.lowerBound >= 1, let words = Titles.trimmed(inside, text), words.count <= 20,
                text.words[words.lowerBound].shape.contains(.capitalized), words.lowerBound >= 2
            else { return nil }
            let before = text.words[max(0, words.lowerBound - 6)..<words.lowerBound]
            guard let book = before.lastIndex(where: { Self.bookWords.contains(text.bytes[$0.range]) }),
                before[book...].contains(where: { Self.callWords.contains(text.bytes[$0.range]) })
                    || book == before.endIndex - 1 && Titles.isTitle(words, text, vocabulary)
            else { return nil }
            return Candidate(
                passage: index, range: text.range(ofWords: words), type: .paper, recognizer: name,
                confidence: 0.8)
        }
    }

    private static let bookWords: WordSet = [
        "book", "paper", "report", "thesis", "survey", "libro", "livro", "livre", "artículo", "artigo",
        "article",
        "tese", "tesis", "thèse", "rapport", "informe", "relatório",
    ]
    private static let callWords: WordSet = [
        "called", "titled", "entitled", "named", "titulado", "titulada", "llamado", "llamada", "intitulado",
        "intitulada", "chamado", "chamada", "intitulé", "intitulée", "appelé", "appelée",
    ]

    /// Titles in quotation marks.
    private func quoted(_ text: PassageText, _ index: Int) -> [Candidate] {
        guard text.passage.kind != .title else { return [] }
        var candidates: [Candidate] = []
        var open: (word: Int, close: UInt32)?
        // Where the last title ended: `the papers "A" and "B"`.
        var last: Int?
        for (position, word) in text.words.enumerated() where word.kind == .mark {
            let mark = text.scalar(word)
            if let current = open, mark == current.close {
                let words = current.word + 1..<position
                open = nil
                guard words.count >= 4, words.count <= 40, let inner = Titles.trimmed(words, text) else {
                    continue
                }
                // Book-title marks are used for nothing else; quotation marks want a paper nearby.
                let isBookTitle = mark == Self.bookTitle.close
                let range = text.range(ofWords: inner)
                let identity = paperLinked(range, text)
                guard
                    Titles.isTitle(inner, text, vocabulary) || isBookTitle && Titles.isChinese(inner, text),
                    isBookTitle || identity != nil || speaksOfPaper(text, around: words)
                        || (last.map { words.lowerBound - $0 <= 4 } ?? false)
                else { continue }
                last = position
                candidates.append(
                    Candidate(
                        passage: index, range: range, type: .paper,
                        reference: identity.map { .identity($0) } ?? .surface, recognizer: name,
                        confidence: isBookTitle || identity != nil ? 0.85 : 0.65))
            } else if let close = Self.closingQuote(mark), open == nil || mark != close {
                open = (position, close)
            }
        }
        return candidates
    }

    private func paperLinked(_ range: Range<Int>, _ text: PassageText) -> Identity? {
        text.passage.links.first { $0.identity?.isPaper == true && $0.range.overlaps(range) }?.identity
    }

    private func speaksOfPaper(_ text: PassageText, around words: Range<Int>) -> Bool {
        for index in max(0, words.lowerBound - 6)..<min(text.words.count, words.upperBound + 6)
        where !words.contains(index) && text.words[index].kind == .letters {
            if Self.paperCues.contains(text.bytes[text.words[index].range]) { return true }
        }
        return false
    }

    private static let paperCues: WordSet = [
        "paper", "papers", "article", "thesis", "report", "book", "livre", "artigo", "livro", "artículo",
        "libro",
        "makale", "kitap", "titled", "entitled", "intitulé",
    ]

    private static let bookTitle = (open: UInt32(0x300A), close: UInt32(0x300B))

    /// The mark that closes what this one opens.
    private static func closingQuote(_ mark: UInt32) -> UInt32? {
        switch mark {
        case 0x22: 0x22  // "…"
        case 0x201C: 0x201D  // “…”
        case 0x201E: 0x201C  // „…“
        case 0xAB: 0xBB  // «…»
        case bookTitle.open: bookTitle.close
        default: nil
        }
    }
}
