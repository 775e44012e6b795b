import Foundation
import IssueReader
import KGModel
import Testing

/// Reads text as the file `path`.
func read(_ text: String, path: String = "notes.md") throws -> IssueRecord {
    try IssueReader().read(Array(text.utf8), path: path)
}

/// The passages of a text without front matter.
func passages(_ text: String) throws -> [Passage] { try read(text).passages }

extension Passage {
    func text(_ range: Range<Int>) -> String { String(decoding: Array(text.utf8)[range], as: UTF8.self) }

    /// Link texts and where they go.
    var targets: [String] { links.map { "\(text($0.range)) -> \($0.url)" } }
    var strong: [String] { emphasis.filter(\.isStrong).map { text($0.range) } }
    var slanted: [String] { emphasis.filter { !$0.isStrong }.map { text($0.range) } }
    var hidden: [String] { opaque.map { text($0) } }
}

/// Folders that lie beside the sources.
enum Folder {
    static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let samples = package.appendingPathComponent("samples").path
    /// Material that is not part of the repository: `$KG_SHARED`, else `shared` beside it.
    static let shared =
        ProcessInfo.processInfo.environment["KG_SHARED"]
        ?? package.deletingLastPathComponent().appendingPathComponent("shared").path

    /// The samples, and what there is of the shared corpus.
    static let issues: [String] = {
        let folders = [samples, shared + "/corpus/dair", shared + "/corpus/seeds", shared + "/gold/docs"]
        return IssueFinder(paths: folders.filter { FileManager.default.fileExists(atPath: $0) }).files.map(
            \.path)
    }()
}

/// A folder that is gone after the test.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
        .appendingPathComponent("kg-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
