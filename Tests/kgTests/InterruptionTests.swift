import Foundation
import GRDB
import Testing

/// A build that is killed at any moment costs nobody their data, and the next one finishes its work.
@Suite struct InterruptionTests {
    /// The same places on every machine, as parts of the time that a build takes.
    private struct Places {
        private var state: UInt64 = 20_200_302

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }

    private static let issues = 24
    /// Without the tagger a build starts quickly; what is written is of the same kind. Commits in between are those
    /// of large corpora.
    private static let options = whole + ["--commit-bytes", "2000"]
    private static let whole = ["--quiet", "--without", "tagger", "--prune"]

    private func write(_ kg: Program, round: Int, _ places: inout Places) throws {
        for number in 0..<Self.issues where round == 0 || places.next(3) == 0 {
            try kg.write(Self.issue(number, round), to: "issues/\(number).md")
        }
    }

    private static func issue(_ number: Int, _ round: Int) -> String {
        """
        # Notes \(number), round \(round)

        BERT by Google and GPT-2 by OpenAI, read with PyTorch \(round). 微软发布了新的预训练模型。

        - [tool-\(number)](https://github.com/example/tool-\(number)-\(round)) by Ada Example and Ada E. Example
        - Tools\(round) and Tool\(round) of Example University, with spaCy
        """
    }

    private func fingerprint(_ kg: Program, _ database: String) throws -> String {
        let result = try kg.run("fingerprint", "--db", database)
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }

    @Test func fiftyKillsLeaveTheGraphOfAnUndisturbedBuild() throws {
        let kg = try Program()
        var places = Places()
        try write(kg, round: 0, &places)
        let clock = ContinuousClock()
        let time = try clock.measure {
            _ = try kg.run(arguments: ["build", "issues", "--db", "timed.sqlite"] + Self.options)
        }
        var milliseconds = max(50, Int(time / .milliseconds(1)))
        var killed = 0
        for round in 1...50 {
            // Now and then from nothing: a first build writes in another way.
            if round % 7 == 0 { try? FileManager.default.removeItem(atPath: kg.path("kg.sqlite")) }
            try write(kg, round: round, &places)
            let delay = places.next(milliseconds)
            if try kg.kill(arguments: ["build", "issues"] + Self.options, afterMilliseconds: delay) {
                killed += 1
                milliseconds += milliseconds / 16
            } else {
                // The machine has become faster than it was: a build takes less time than was thought.
                milliseconds = max(20, milliseconds - milliseconds / 4)
            }
            guard FileManager.default.fileExists(atPath: kg.path("kg.sqlite")) else { continue }
            let check = try DatabaseQueue(path: kg.path("kg.sqlite")).read {
                try String.fetchOne($0, sql: "PRAGMA integrity_check")
            }
            #expect(check == "ok", "round \(round), killed after \(delay) ms")
        }
        #expect(killed > 20)
        let last = try kg.run(arguments: ["build", "issues"] + Self.options)
        #expect(last.status == 0, "\(last.errors)")
        #expect(
            try kg.run(arguments: ["build", "issues", "--db", "whole.sqlite"] + Self.options).status == 0)
        #expect(try fingerprint(kg, "kg.sqlite") == fingerprint(kg, "whole.sqlite"))
        let issues = try kg.run("issues", "--format", "jsonl", "--limit", "0").output
        #expect(issues.split(separator: "\n").count == Self.issues)
        let hits = try kg.run("search", "预训练", "--format", "jsonl", "--limit", "0").output
        #expect(hits.split(separator: "\n").count == Self.issues)
    }

    /// Random edits, one build after each: what is brought up to date is what would be built anew.
    @Test func editsGiveTheGraphOfABuildFromNothing() throws {
        let kg = try Program()
        var places = Places()
        try write(kg, round: 0, &places)
        for round in 1...8 {
            try write(kg, round: round, &places)
            let gone = places.next(Self.issues)
            if round % 2 == 0 { try FileManager.default.removeItem(atPath: kg.path("issues/\(gone).md")) }
            #expect(try kg.run(arguments: ["build", "issues"] + Self.options).status == 0)
            try? FileManager.default.removeItem(atPath: kg.path("anew.sqlite"))
            #expect(
                try kg.run(arguments: ["build", "issues", "--db", "anew.sqlite"] + Self.options).status == 0)
            #expect(try fingerprint(kg, "kg.sqlite") == fingerprint(kg, "anew.sqlite"), "round \(round)")
            if round % 2 == 0 { try kg.write(Self.issue(gone, round), to: "issues/\(gone).md") }
        }
    }

    /// As on a full disk: no file may grow beyond 64 kB.
    @Test func aFullDiskCostsTheBuildAlone() throws {
        let kg = try Program()
        var places = Places()
        try write(kg, round: 0, &places)
        #expect(try kg.run(arguments: ["build", "issues/0.md"] + Self.whole).status == 0)
        let before = try fingerprint(kg, "kg.sqlite")
        let result = try kg.run(
            shell: "trap '' XFSZ; ulimit -f 64; exec \"$0\" \"$@\"",
            arguments: ["build", "issues"] + Self.whole)
        #expect(result.status == 2)
        #expect(result.errorLines.count == 1)
        #expect(result.errors.contains("disk"), "\(result.errors)")
        #expect(try fingerprint(kg, "kg.sqlite") == before)
        #expect(try kg.run(arguments: ["build", "issues"] + Self.whole).status == 0)
        #expect(try kg.run(arguments: ["build", "issues", "--db", "anew.sqlite"] + Self.whole).status == 0)
        #expect(try fingerprint(kg, "kg.sqlite") == fingerprint(kg, "anew.sqlite"))
    }

    @Test func aPathWithoutIssuesLeavesNoDatabase() throws {
        let kg = try Program()
        let result = try kg.run("build", "nowhere")
        #expect(result.status == 1)
        #expect(result.errors.contains("nowhere"))
        try kg.write("", to: "empty/a.md")
        #expect(try kg.run("build", "empty").status == 1)
        #expect(!FileManager.default.fileExists(atPath: kg.path("kg.sqlite")))
    }

    @Test func aFolderOfVeryManyEmptyFilesIsTold() throws {
        let kg = try Program()
        let folder = kg.folder.appendingPathComponent("many")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 0..<20_000 {
            _ = FileManager.default.createFile(atPath: folder.path + "/\(number).md", contents: nil)
        }
        try kg.write("BERT.", to: "many/one.md")
        let result = try kg.run("build", "many", "--without", "tagger")
        #expect(result.status == 0)
        #expect(result.output.contains("1 issue: 1 read, 0 unchanged, 20000 skipped"))
        // Not a line for each of them.
        #expect(result.errorLines.count == 51)
        #expect(result.errorLines.last?.contains("19950 files more") == true)
    }
}
