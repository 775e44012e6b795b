import Foundation
import IssueReader
import KGModel

/// Annotated issues: documents, and for each of them a table of the names it holds.
///
/// A row has four columns, separated by tabs: the line of the source on which the mention starts (counted from 1), the
/// surface as it stands there, the type, and the entity (the same text for every mention of one thing). Lines that begin
/// with `#` are comments. A folder of annotations has `docs/NAME.md` and `mentions/NAME.tsv`.
public struct Annotations: Sendable {
    public struct Row: Sendable, Hashable {
        public var line: Int
        public var surface: String
        public var type: EntityType
        public var entity: String
    }

    public struct Document: Sendable {
        /// The file name without its ending.
        public var name: String
        public var path: String
        public var rows: [Row]
        /// The lines that are annotated; nil for all. An annotation sheet names them in comments: `# lines 12-14`.
        public var lines: [ClosedRange<Int>]?

        func covers(_ line: Int) -> Bool { lines.map { $0.contains { $0.contains(line) } } ?? true }
    }

    /// Sorted by name.
    public var documents: [Document]

    /// All rows, as scoring takes them.
    public var mentions: [ScoredMention] {
        documents.flatMap { document in
            document.rows.map {
                ScoredMention(
                    document: document.name, line: $0.line, surface: $0.surface, type: $0.type.rawValue,
                    entity: $0.entity)
            }
        }
    }

    /// Reads a folder and checks every row against its document.
    ///
    /// - Parameters:
    ///   - folder: holds `mentions/` and `docs/`, or the tables themselves.
    ///   - documents: where the documents lie, if not in `docs/`.
    /// - Throws: `AnnotationError` for the first row that does not fit; nothing is read then.
    public init(folder: String, documents: String? = nil) throws(AnnotationError) {
        let tables = Self.tables(folder)
        guard !tables.isEmpty else {
            throw AnnotationError(
                file: folder,
                reason: "no annotations; name a folder that holds docs/NAME.md and mentions/NAME.tsv")
        }
        let docs = documents ?? (Self.isFolder(folder + "/docs") ? folder + "/docs" : folder)
        let files = Self.issueFiles(docs)
        self.documents = []
        for (name, table) in tables {
            guard let path = files[name] else {
                throw AnnotationError(
                    file: table,
                    reason: "no document \(name).md in \(docs); name the documents' folder with --docs")
            }
            self.documents.append(try Self.document(name, table: table, path: path))
        }
    }

    /// Names and paths of the tables, sorted by name.
    private static func tables(_ folder: String) -> [(name: String, path: String)] {
        for place in [folder + "/mentions", folder] {
            let names = ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []).sorted()
            let tables = names.filter { $0.hasSuffix(".tsv") }.map {
                (String($0.dropLast(4)), place + "/" + $0)
            }
            if !tables.isEmpty { return tables }
        }
        return []
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The issues of a folder by their names.
    private static func issueFiles(_ folder: String) -> [String: String] {
        var files: [String: String] = [:]
        for file in IssueFinder(paths: [folder]).files {
            var name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            while let dot = name.lastIndex(of: "."), dot > name.startIndex {
                name = String(name[..<dot])
                if files[name] == nil { files[name] = file.path }
            }
        }
        return files
    }

    private static func document(
        _ name: String, table: String, path: String
    ) throws(AnnotationError) -> Document {
        guard let data = FileManager.default.contents(atPath: table) else {
            throw AnnotationError(file: table, reason: "cannot be read; check its permissions")
        }
        guard let source = FileManager.default.contents(atPath: path) else {
            throw AnnotationError(file: path, reason: "cannot be read; check its permissions")
        }
        var document = Document(name: name, path: path, rows: [], lines: nil)
        try document.read(
            String(decoding: data, as: UTF8.self), file: table, source: AnnotatedSource([UInt8](source), path)
        )
        return document
    }

    fileprivate static func row(_ text: Substring) throws(RowError) -> Row {
        let columns = text.split(separator: "\t", omittingEmptySubsequences: false)
        guard columns.count == 4 else {
            throw RowError(
                reason: "\(columns.count) columns; write line, surface, type and entity, separated by tabs")
        }
        guard let line = Int(columns[0].filter { $0 != " " }), line > 0 else {
            throw RowError(reason: "\(columns[0]) is no line number; lines are counted from 1")
        }
        guard let type = EntityType(rawValue: String(columns[2])) else {
            throw RowError(
                reason: "\(columns[2]) is no type; write one of "
                    + EntityType.allCases.map(\.rawValue).joined(separator: ", "))
        }
        guard !ScoredMention.comparable(String(columns[1])).isEmpty else {
            throw RowError(reason: "no surface in the second column")
        }
        guard !columns[3].isEmpty else {
            throw RowError(reason: "no entity in the fourth column; write the name of what is meant")
        }
        return Row(line: line, surface: String(columns[1]), type: type, entity: String(columns[3]))
    }
}

extension Annotations.Document {
    /// Reads the rows of a table, and which lines it covers.
    ///
    /// - Parameter source: the document that the rows must fit.
    fileprivate mutating func read(
        _ text: String, file: String, source: AnnotatedSource
    ) throws(AnnotationError) {
        var counts: [AnnotatedSource.Place: Int] = [:]
        let table = TextLines.split(text)
        for line in table where line.hasPrefix("#") {
            if let range = AnnotationSheet.lines(ofComment: line) { lines = (lines ?? []) + [range] }
        }
        for (index, line) in table.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
            do throws(RowError) {
                let row = try Annotations.row(line)
                guard covers(row.line) else {
                    throw RowError(
                        reason: "line \(row.line) belongs to no passage of this sheet; remove the row")
                }
                try source.check(row, &counts)
                rows.append(row)
            } catch {
                throw AnnotationError(file: file, line: index + 1, reason: error.reason)
            }
        }
    }
}

/// Why a row cannot stand.
struct RowError: Error { var reason: String }

/// A row of annotations that does not fit, in one line.
public struct AnnotationError: Error, CustomStringConvertible {
    public var file: String
    /// Counted from 1; nil where the whole file is meant.
    public var line: Int?
    public var reason: String

    init(file: String, line: Int? = nil, reason: String) {
        self.file = file
        self.line = line
        self.reason = reason
    }

    public var description: String { line.map { "\(file):\($0): \(reason)" } ?? "\(file): \(reason)" }
}

/// Lines as line numbers count them.
enum TextLines {
    /// The lines of a text, without a byte-order mark; other separators of Unicode stand within a line.
    static func split(_ text: String) -> [Substring] {
        (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    }
}
