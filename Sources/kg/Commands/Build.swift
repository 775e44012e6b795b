import ArgumentParser
import Foundation
import KGModel
import KnowledgeGraph

struct Build: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Read issues into the graph.",
        discussion: """
            Reads Markdown and plain text; folders are searched for .md, .markdown and .txt files. What is
            unchanged since the last build is not read again. `-` reads standard input.

              kg build newsletters/ notes.md
              kg build newsletters/ --prune --lexicon my-names.tsv
            """)

    @Argument(help: "Files and folders of issues; - for standard input.", completion: .file())
    var paths: [String]

    @OptionGroup var database: DatabaseOption

    @Option(
        help: ArgumentHelp(
            "A file of your own names, in the lexicon's format with the type as fifth column. May be repeated.",
            valueName: "file"), completion: .file())
    var lexicon: [String] = []

    @Flag(help: "Remove issues from the graph that are no longer among the paths.")
    var prune = false

    @Flag(help: "End with status 1 when a file was skipped.")
    var strict = false

    @Option(help: "Files read at the same time (default: the number of cores).")
    var jobs: Int?

    @Flag(name: .shortAndLong, help: "No progress, no summary; only what went wrong.")
    var quiet = false

    /// Skipped files that are named; more of them is a wrong folder.
    private static let namedSkips = 50

    @Flag(name: .shortAndLong, help: "Name each file that was mended, skipped or read with a warning.")
    var verbose = false

    @Option(
        help: ArgumentHelp("A recognizer that is not asked.", valueName: "recognizer", visibility: .hidden))
    var without: [String] = []

    @Option(
        help: ArgumentHelp(
            "Bytes of files after which what was read outlasts an interruption.", visibility: .hidden))
    var commitBytes: Int?

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs \(jobs): give 1 or more") }
    }

    func run() async throws {
        Memory.giveBackLargeArrays()
        let start = ContinuousClock.now
        var options = GraphBuilder.Options()
        if let jobs { options.jobs = jobs }
        options.prune = prune
        options.without = Set(without)
        if let commitBytes { options.bytesBetweenCommits = max(1, commitBytes) }
        if paths.contains("-") {
            options.standardInput = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
        }
        let files = paths.filter { $0 != "-" }
        let builder = try GraphBuilder(database: database.path, lexicons: lexicon)
        let bar = Terminal.isErrorTerminal && !quiet ? ProgressBar() : nil
        let report = try await builder.build(files, options: options) { bar?.show($0) }
        bar?.clear()
        let named = verbose ? report.skipped.count : Self.namedSkips
        for note in report.skipped.prefix(named) {
            Terminal.printError("kg: \(note.path): \(note.reason) (skipped)")
        }
        if report.skipped.count > named {
            Terminal.printError(
                "kg: \(report.skipped.count - named) files more were skipped; --verbose names them")
        }
        if verbose {
            for note in report.warnings { Terminal.printError("kg: \(note.path): \(note.reason)") }
        }
        if !quiet { Output.write(summary(report, ContinuousClock.now - start)) }
        if strict, !report.skipped.isEmpty { throw ExitCode(1) }
        if report.issues == 0 {
            throw CommandError("nothing to build from: no issue could be read", exitStatus: 1)
        }
    }

    private func summary(_ report: BuildReport, _ time: Duration) -> String {
        var text =
            "\(Self.count(report.issues, "issue")): \(report.changed) read, \(report.unchanged) unchanged"
        if report.repaired > 0 { text += ", \(report.repaired) repaired" }
        if report.removed > 0 { text += ", \(report.removed) removed" }
        if !report.skipped.isEmpty { text += ", \(report.skipped.count) skipped" }
        if !report.warnings.isEmpty {
            text +=
                ", \(Self.count(report.warnings.count, "warning"))"
                + (verbose ? "" : " (--verbose shows them)")
        }
        text += "\n"
        let total = report.entities.values.reduce(0, +)
        text += "\(total) entities in \(Self.count(report.mentions, "mention"))"
        let counts = report.entities.sorted { $0.key < $1.key }.map { type, count in
            "\(count) \(count == 1 ? type.rawValue : type.plural)"
        }
        if !counts.isEmpty { text += ": " + counts.joined(separator: ", ") }
        text += "\n\(Self.count(report.edges, "edge"))\n"
        return text
            + String(
                format: "%.1f MB in %.2f s, into %@\n", Double(report.bytes) / 1_000_000, time / .seconds(1),
                database.path)
    }

    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)" + (number == 1 ? "" : "s")
    }
}
