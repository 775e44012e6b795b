import ArgumentParser
import Exports
import Foundation
import KnowledgeGraph

extension GraphFormat: ExpressibleByArgument {}

struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the graph, or a part of it, for other programs.",
        discussion: """
            dot is Graphviz's language, json node-link JSON (networkx, D3), csv two tables, nodes and edges
            (Gephi, spreadsheets): -o names a folder for them; without -o the edges are printed.

              kg export json -o graph.json
              kg export csv --type tool --min-issues 2 -o tables/
              kg export dot --around BERT
            """)

    @Argument(help: "dot, json or csv.")
    var format: GraphFormat

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions

    @Option(help: ArgumentHelp("Only the surroundings of this name. May be repeated.", valueName: "name"))
    var around: [String] = []

    @Option(help: ArgumentHelp("Steps away from the names of --around.", valueName: "n"))
    var depth = 1

    @Option(help: ArgumentHelp("Only what this many issues name.", valueName: "n"))
    var minIssues = 1

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file; a folder where the format has several files.", valueName: "path"),
        completion: .file())
    var output: String?

    func run() throws {
        let graph = try database.open()
        let part =
            around.isEmpty
            ? try graph.wholeGraph(types: types.types, minIssues: minIssues)
            : try graph.subgraph(
                around: around.map { try graph.entity(named: $0) }, depth: depth, limit: .max,
                types: types.types,
                minIssues: minIssues)
        let files = format.files(part)
        guard let output else {
            if let first = files.first { Output.write(first.text) }
            return
        }
        do {
            if files.count == 1, let file = files.first {
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
                return
            }
            try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
            for file in files {
                let url = URL(fileURLWithPath: output).appendingPathComponent(file.name)
                try Data(file.text.utf8).write(to: url, options: .atomic)
            }
        } catch {
            throw CommandError("\(output): cannot be written; check the folder and its permissions")
        }
    }
}
