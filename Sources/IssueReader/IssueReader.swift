import KGModel
import TextRepair

/// Turns the bytes of one file into an issue and its passages: a pure function that looks at
/// nothing else.
///
///     let bytes = Array("# Weekly #3 (Feb 16, 2020)\n\nBERT again.".utf8)
///     let record = try IssueReader().read(bytes, path: "weekly-3.md")
///     record.issue.number        // 3
///     record.passages.count      // 2
public struct IssueReader: Sendable {
    public init() {}

    /// - Parameters:
    ///   - bytes: the file's content, in any encoding that `TextRepair` reads.
    ///   - path: the name under which the issue will be known; its last part may tell date, number
    ///     and language.
    /// - Throws: `ReadingError` for a file that holds no text.
    public func read(_ bytes: [UInt8], path: String) throws(ReadingError) -> IssueRecord {
        guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
        let repaired: RepairedText
        do {
            repaired = try TextRepairer().repair(bytes)
        } catch {
            throw .notText
        }
        var text = repaired.text
        var warnings: [String] = []
        if repaired.undecodable > 0 {
            warnings.append(
                "\(repaired.undecodable) bytes are no valid \(repaired.encoding) and read as U+FFFD; "
                    + "find the file's original")
        }
        var source = text.withUTF8 { Array($0) }
        // A byte order mark stands before the text, not in it.
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let hasMark = source.starts(with: mark)
        if hasMark { source.replaceSubrange(0..<3, with: [0x20, 0x20, 0x20]) }
        var record = IssueRecord(
            issue: Issue(
                path: path, title: "", contentHash: Self.contentHash(bytes), size: bytes.count,
                encoding: repaired.encoding, warnings: warnings),
            passages: [], repairs: repaired.changes.map(RepairNote.init))
        Self.fill(&record, from: &source, markCount: hasMark ? mark.count : 0)
        return record
    }

    /// The fingerprint by which a file is known to be unchanged.
    public static func contentHash(_ bytes: [UInt8]) -> String {
        var fingerprint = Fingerprint()
        bytes.withUnsafeBytes { fingerprint.combine($0) }
        return fingerprint.hex
    }

    /// - Parameter markCount: bytes that a byte order mark takes at the start.
    private static func fill(_ record: inout IssueRecord, from source: inout [UInt8], markCount: Int) {
        // Windows line breaks: the carriage return becomes a blank, offsets stay.
        source.withUnsafeMutableBufferPointer { source in
            var at = 0
            while let found = Bytes.offset(of: 0x0D, in: UnsafeBufferPointer(source), from: at) {
                source[found] = 0x20
                at = found + 1
            }
        }
        let lineStarts = source.withUnsafeBufferPointer { LineStarts($0) }
        let matter = source.withUnsafeBufferPointer {
            FrontMatter($0, lineStarts: lineStarts, markCount: markCount)
        }
        record.issue.warnings += matter.warnings
        Masking.apply(to: &source)
        source.withUnsafeBufferPointer { source in
            let title = titlePassage(matter, source, lineStarts)
            let body = UnsafeBufferPointer(rebasing: source[matter.byteCount...])
            var extractor = PassageExtractor(
                source: source, lineStarts: lineStarts, lineOffset: matter.lineCount,
                passages: title.map { [$0] } ?? [])
            MarkdownTree.withTree(of: body) { extractor.extract($0) }
            record.passages = extractor.passages
        }
        describe(&record, matter)
    }

    private static func titlePassage(
        _ matter: FrontMatter, _ source: UnsafeBufferPointer<UInt8>, _ lineStarts: LineStarts
    ) -> Passage? {
        guard let title = matter["title"], !title.text.isEmpty else { return nil }
        let start = lineStarts.start(of: title.line)
        let line = UnsafeBufferPointer(rebasing: source[start..<max(start, lineStarts.end(of: title.line))])
        var text = title.text
        let offset = text.withUTF8 { Bytes.offset(of: $0, in: line, from: 0, to: line.count) } ?? 0
        var map = SourceMap()
        map.add(text: 0, source: start + offset, line: title.line)
        return Passage(kind: .title, text: title.text, lines: title.line...title.line, source: map)
    }

    /// Title, date, number and language, each from the best place that tells it.
    private static func describe(_ record: inout IssueRecord, _ matter: FrontMatter) {
        let stem = fileStem(record.issue.path)
        let headings = record.passages.lazy.filter { $0.kind == .heading }
        // The title that says most about the date is the document's first heading.
        var firstHeading = record.passages.prefix(8).first { $0.kind == .heading }?.text
        let told = matter["title"].flatMap { $0.text.isEmpty ? nil : $0.text }
        let title = told ?? headings.first?.text ?? stem
        // It tells nothing more then.
        if firstHeading == title { firstHeading = nil }
        record.issue.title =
            isTidy(title) ? title : title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if record.issue.title.isEmpty { record.issue.title = stem }

        record.issue.date = DateReader.mostPrecise([
            matter["date"].flatMap { IssueDate(iso: $0.text) ?? DateReader.date(in: $0.text) },
            DateReader.date(in: stem),
            DateReader.date(in: title),
            firstHeading.flatMap { DateReader.date(in: $0) },
        ])
        record.issue.number =
            (matter["issue"] ?? matter["number"]).flatMap { Int($0.text) }
            ?? IssueNumberReader.number(in: title)
            ?? IssueNumberReader.number(inFileStem: stem)
            ?? firstHeading.flatMap { IssueNumberReader.number(in: $0) }
        record.issue.language =
            (matter["lang"] ?? matter["language"] ?? matter["locale"])
            .flatMap { LanguageReader.language(ofCode: $0.text) }
            ?? LanguageReader.tag(in: title)
            ?? LanguageReader.tag(in: record.issue.path.split(separator: "/").last ?? "")
            ?? LanguageReader.guess(record.passages)
    }

    /// Whether there is nothing to mend about a title's blanks: ASCII alone, and single blanks within.
    private static func isTidy(_ title: String) -> Bool {
        var last: UInt8 = 0x20
        for byte in title.utf8 {
            guard byte < 0x80, byte > 0x20 || byte == 0x20 && last != 0x20 else { return false }
            last = byte
        }
        return last != 0x20
    }

    /// The file's name without folders and endings: `notes` for `a/notes.md.md`.
    private static func fileStem(_ path: String) -> String {
        var name = path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
        while let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex,
            IssueFinder.endings.contains(
                name[name.utf8.index(after: dot)...].lowercased().filter { !$0.isWhitespace })
        {
            name = String(name[..<dot].trimmingSuffix { $0.isWhitespace })
        }
        return name
    }
}

extension RepairNote {
    init(_ repair: Repair) {
        self.init(
            line: repair.line, range: repair.range, original: repair.original,
            replacement: repair.replacement,
            step: repair.step.description, confidence: repair.confidence, alternatives: repair.alternatives)
    }
}

/// Why a file gives no issue.
public enum ReadingError: Error, Equatable, CustomStringConvertible {
    case empty
    case notText
    case tooLarge(bytes: Int)
    case unreadable(String)

    public var description: String {
        switch self {
        case .empty: "empty file; nothing to read"
        case .notText: "binary file, not text; give Markdown or plain text"
        case .tooLarge(let bytes):
            "\(bytes / 1_000_000) MB, more than the \(IssueFinder.largestIssue / 1_000_000) MB an issue may have; split it"
        case .unreadable(let why): why
        }
    }
}
