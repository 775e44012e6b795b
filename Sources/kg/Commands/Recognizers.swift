import ArgumentParser
import Recognition

struct Recognizers: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the recognizers that find names, in the order in which they are asked.",
        discussion: """
              kg recognizers
            """)

    @Option(help: "table, json, jsonl, csv, tsv or markdown.")
    var format: ListingFormat = .table

    func run() throws {
        let (pipeline, _) = try Pipeline.standard()
        Listing(
            columns: [.init(name: "name"), .init(name: "what it sees", isFlexible: true)],
            rows: pipeline.recognizers.map { [.text($0.name), .text($0.summary)] }
        ).print(as: format)
    }
}
