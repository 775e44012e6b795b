import ArgumentParser
import KnowledgeGraph
import Recognition

struct Recognizers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recognizers",
        abstract: "List the recognizers that find names, in the order in which they are asked.",
        discussion: """
              kg recognizers
              kg recognizers --time newsletters/     how long each takes over these issues
            """)

    @Option(
        help: ArgumentHelp(
            "Measure them over the issues that these files or folders hold.", valueName: "path"))
    var time: [String] = []

    @Option(help: "Issues that are worked on at the same time, with --time. (default: the number of cores)")
    var jobs: Int?

    @Option(help: "table, json, jsonl, csv, tsv or markdown.")
    var format: ListingFormat = .table

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    }

    func run() async throws {
        guard time.isEmpty else { return try await measure() }
        let (pipeline, _) = try Pipeline.standard()
        Listing(
            columns: [.init(name: "name"), .init(name: "what it sees", isFlexible: true)],
            rows: pipeline.recognizers.map { [.text($0.name), .text($0.summary)] }
        ).print(as: format)
    }

    private func measure() async throws {
        let timing =
            if let jobs {
                try await RecognitionTiming.measure(time, jobs: jobs)
            } else {
                try await RecognitionTiming.measure(time)
            }
        guard timing.issues > 0 else {
            throw CommandError(
                "\(time.joined(separator: ", ")): no issues there; name files or folders of Markdown")
        }
        func row(_ name: String, _ time: Duration, _ jobs: Int, _ count: Int?) -> [Listing.Cell] {
            [
                .text(name), .number(time / .milliseconds(1), decimals: 1), .integer(jobs),
                .number(Double(timing.bytes) / 1e6 / (time / .seconds(1)), decimals: 1),
                .optional(count),
            ]
        }
        var rows = timing.parts.map { row($0.recognizer, $0.time, 1, $0.candidates) }
        rows.append(row("all recognizers", timing.recognition, timing.jobs, timing.mentions))
        rows.append(row("linking", timing.linking, 1, timing.mentions))
        rows.append(row("together", timing.recognition + timing.linking, timing.jobs, timing.mentions))
        rows.append([
            .text("loading"), .number(timing.loading / .milliseconds(1), decimals: 1), .integer(1), .none,
            .none,
        ])
        Listing(
            columns: [
                .init(name: "what"), .init(name: "ms", isNumber: true), .init(name: "cores", isNumber: true),
                .init(name: "MB/s", isNumber: true), .init(name: "names", isNumber: true),
            ], rows: rows
        ).print(as: format)
    }
}
