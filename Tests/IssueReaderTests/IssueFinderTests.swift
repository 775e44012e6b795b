import Foundation
import Testing

@testable import IssueReader

@Suite struct IssueFinderTests {
    /// Makes files with a letter in them, folders and links (`name -> target`), and searches.
    private func find(
        _ entries: [String], in paths: [String] = [""], contents: [String: String] = [:]
    ) throws -> (files: [String], problems: [IssueFinder.Problem]) {
        try withTemporaryFolder { root throws in
            for entry in entries {
                let halves = entry.components(separatedBy: " -> ")
                let url = root.appendingPathComponent(halves[0])
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                if halves.count == 2 {
                    try FileManager.default.createSymbolicLink(
                        atPath: url.path, withDestinationPath: halves[1])
                } else if entry.hasSuffix("/") {
                    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
                } else {
                    try Data((contents[entry] ?? "x").utf8).write(to: url)
                }
            }
            let finder = IssueFinder(paths: paths.map { $0.isEmpty ? root.path : root.path + "/" + $0 })
            func inner(_ path: String) -> String { String(path.dropFirst(root.path.count + 1)) }
            return (
                finder.files.map { inner($0.path) },
                finder.problems.map { .init(path: inner($0.path), reason: $0.reason) }
            )
        }
    }

    @Test func foldersAreSearchedThroughInOrderOfNames() throws {
        let found = try find(["b.md", "a/z.md", "a/b/c.md", "a.md", "Z.md", "é.md"])
        #expect(found.files == ["Z.md", "a/b/c.md", "a/z.md", "a.md", "b.md", "é.md"])
        #expect(found.problems.isEmpty)
    }

    @Test func filesAreToldAsTheyAreFoundEachOnce() throws {
        final class Told: @unchecked Sendable { var batches: [[IssueFinder.File]] = [] }
        try withTemporaryFolder { root throws in
            for number in 0..<150 {
                try Data("x".utf8).write(to: root.appendingPathComponent("\(number).md"))
            }
            // Told on this thread.
            let told = Told()
            let finder = IssueFinder(paths: [root.path]) { told.batches.append($0) }
            #expect(finder.files.count == 150)
            #expect(told.batches.flatMap { $0 } == finder.files)
            #expect(told.batches.count == 3)
        }
    }

    @Test func endingsCountInAnyCaseAndNamesMayHoldBlanksAndBrackets() throws {
        let names = ["A [ZH] (1).MD", "b.Markdown", "c.TXT", "d.md .md", "e.md.md", "f.mdown", "g #1, 微软.md"]
        let others = ["h.pdf", "i", "j.md.bak", "k.html", "md", "l.tx"]
        #expect(try find(names + others).files == names)
    }

    @Test func hiddenFilesAndJunkAreSkipped() throws {
        let found = try find([
            ".hidden.md", ".git/a.md", "node_modules/x/README.md", "venv/b.md", "__pycache__/c.txt", "d.md",
        ])
        #expect(found.files == ["d.md"])
    }

    @Test func whatGitIgnoresIsSkipped() throws {
        let rules = """
            # a comment
            drafts/
            *.txt
            !keep.txt
            /top.md
            old/*.md
            **/tmp.md

            """
        let found = try find(
            [
                ".gitignore", "drafts/a.md", "sub/drafts/b.md", "c.txt", "keep.txt", "top.md", "sub/top.md",
                "old/d.md", "sub/old/e.md",
                "sub/tmp.md", "f.md", "sub/.gitignore", "sub/g.md", "h/g.md",
            ],
            contents: [".gitignore": rules, "sub/.gitignore": "g.md\r\n"])
        #expect(found.files == ["f.md", "h/g.md", "keep.txt", "sub/old/e.md", "sub/top.md"])
    }

    @Test func aFileThatIsNamedIsReadWhateverItIsCalled() throws {
        let found = try find(
            [".gitignore", "a.log", ".b.md"], in: ["a.log", ".b.md"], contents: [".gitignore": "*"])
        #expect(found.files == ["a.log", ".b.md"])
    }

    @Test func whatIsNamedTwiceIsFoundOnceAndIsNoProblem() throws {
        let found = try find(["a/b/c.md"], in: ["a/b", "a", "a/", "a/b/c.md"])
        #expect(found.files == ["a/b/c.md"])
        #expect(found.problems.isEmpty)
    }

    @Test func linksAreFollowedOnce() throws {
        let found = try find([
            "a/b.md", "a/up -> ..", "c.md -> a/b.md", "d -> a", "outer/self -> self", "loop.md -> loop.md",
            "gone.md -> nowhere",
        ])
        #expect(found.files == ["a/b.md"])
        #expect(Set(found.problems.map(\.path)) == ["a/up", "d", "loop.md", "gone.md"])
        #expect(found.problems.allSatisfy { !$0.reason.isEmpty && !$0.reason.contains("\n") })
    }

    @Test func pathsWithoutIssuesAreTold() throws {
        let found = try find(
            ["empty/", "other/a.pdf", "b.md"], in: ["missing.md", "empty", "b.md", "other", "b.md/c.md"])
        #expect(found.files == ["b.md"])
        #expect(found.problems.map(\.path) == ["missing.md", "empty", "other", "b.md/c.md"])
        #expect(found.problems.allSatisfy { !$0.reason.isEmpty && !$0.reason.contains("\n") })
    }

    @Test func filesTellTheirSize() throws {
        try withTemporaryFolder { root throws in
            try Data("BERT".utf8).write(to: root.appendingPathComponent("a.md"))
            let files = IssueFinder(paths: [root.path + "/"]).files
            #expect(files.map(\.path) == [root.path + "/a.md"])
            #expect(files.map(\.size) == [4])
        }
    }
}
