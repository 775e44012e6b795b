import Foundation
import KGModel
import Testing

@testable import IssueReader

/// Files that others write to while they are read: what came is the issue, and the next build looks again.
@Suite struct ChangingFileTests {
    private func withFile(_ text: String, _ body: (_ path: String) throws -> Void) throws {
        let path = FileManager.default.temporaryDirectory.path + "/kg-\(UUID().uuidString).md"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try body(path)
    }

    private func read(_ path: String, _ limit: Int = 1000, _ change: () throws -> Void) throws -> FileContents
    {
        try FileReader.read(path, limit: limit) { #expect(throws: Never.self) { try change() } }
    }

    @Test func aFileThatShrinksGivesWhatIsLeft() throws {
        try withFile(String(repeating: "BERT. ", count: 50)) { path in
            let contents = try read(path) { #expect(truncate(path, 5) == 0) }
            #expect(contents.bytes == Array("BERT.".utf8))
            #expect(contents.stamp == nil)
            #expect(try IssueReader().read(contents.bytes, path: path).passages.map(\.text) == ["BERT."])
        }
        try withFile("BERT.") { path in
            let contents = try read(path) { #expect(truncate(path, 0) == 0) }
            #expect(contents.bytes.isEmpty)
            #expect(throws: ReadingError.empty) { try IssueReader().read(contents.bytes, path: path) }
        }
    }

    @Test func aFileThatGrowsIsReadToItsEndOrRefused() throws {
        for (more, limit) in [(600, 1000), (6000, 1000)] {
            try withFile("BERT. ") { path in
                let grow = {
                    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
                    try handle.seekToEnd()
                    try handle.write(contentsOf: Data(repeating: 0x61, count: more))
                    try handle.close()
                }
                if more < limit {
                    let contents = try read(path, limit, grow)
                    #expect(contents.bytes.count == 6 + more)
                    #expect(contents.stamp == nil)
                } else {
                    #expect(throws: ReadingError.tooLarge(bytes: 6 + more)) { try read(path, limit, grow) }
                }
            }
        }
    }

    @Test func aFileThatIsRemovedWhileItIsReadIsStillRead() throws {
        try withFile("BERT.") { path in
            let contents = try read(path) { try FileManager.default.removeItem(atPath: path) }
            #expect(contents.bytes == Array("BERT.".utf8))
        }
    }
}
