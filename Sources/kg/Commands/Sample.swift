import ArgumentParser
import KnowledgeGraph

struct Sample: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Pick the passages with the most doubtful names, for you to annotate.",
        discussion: """
            With -o a sheet is written that `kg eval` reads: copies of the issues, and a table of the names that the
            graph has in the sampled passages, each passage's text above its rows. Correct the tables, then measure:

              kg sample 20 -o sheet
              (correct sheet/mentions/*.tsv by hand)
              kg eval sheet

            Without -o the passages are listed. The same graph gives the same sample.
            """)

    @Argument(help: "Passages at most.")
    var count: Int

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions

    @Option(
        name: .shortAndLong, help: ArgumentHelp("A new folder for the sheet.", valueName: "folder"),
        completion: .directory)
    var output: String?

    @Option(help: "table, json, jsonl, csv, tsv or markdown.")
    var format: ListingFormat = .table

    func validate() throws {
        if count < 1 { throw ValidationError("\(count): give a number of passages, 1 or more") }
    }

    func run() throws {
        let passages = try database.open().uncertainPassages(limit: count, filter: filter.filter)
        guard !passages.isEmpty else {
            throw CommandError("no passage of this graph names anything", exitStatus: 1)
        }
        if let output {
            let issues = try AnnotationSheet.write(passages, to: output)
            Output.write(
                "\(passages.count) passages of \(issues) issue\(issues == 1 ? "" : "s"), into \(output)\n"
                    + "correct \(output)/mentions/*.tsv, then run kg eval \(output)\n")
            return
        }
        Listing(
            columns: [
                .init(name: "at", isFlexible: true, isPath: true), .init(name: "doubt", isNumber: true),
                .init(name: "mentions", isNumber: true), .init(name: "candidates", isNumber: true),
                .init(name: "text", isFlexible: true),
            ],
            rows: passages.map { passage in
                [
                    .text("\(passage.issue):\(passage.lines.lowerBound)"),
                    .number(passage.uncertainty, decimals: 2), .integer(passage.mentions.count),
                    .integer(passage.candidates.count), .text(passage.text),
                ]
            }
        ).print(as: format)
    }
}
