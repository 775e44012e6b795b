import ArgumentParser
import Diagrams
import Foundation
import KnowledgeGraph

extension Diagram.Format: ExpressibleByArgument {}
extension Diagram.Layout: ExpressibleByArgument {}
extension Diagram.Theme: ExpressibleByArgument {}
extension DiagramError: KGError { var exitStatus: Int32 { 2 } }

struct DrawDiagram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagram",
        abstract: "Draw the surroundings of names, or the core of the graph.",
        discussion: """
            The same graph gives the same picture on every machine. Without a name the strongest core is drawn.

              kg diagram BERT -o bert.svg
              kg diagram BERT GPT-2 --type tool --limit 20 --format png -o pair.png
            """)

    @Argument(help: "Names in the middle of the picture.")
    var names: [String] = []

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions

    @Option(help: ArgumentHelp("Steps away from the names.", valueName: "n"))
    var depth = 1

    @Option(help: ArgumentHelp("Nodes at most.", valueName: "n"))
    var limit = 30

    @Option(
        help: ArgumentHelp("Only neighbours that this many issues name beside the names.", valueName: "n"))
    var minIssues = 1

    @Option(help: "svg, png, pdf or dot (default: what the file's name ends in, else svg).")
    var format: Diagram.Format?

    @Option(help: "Graphviz's engine: dot, neato, sfdp, twopi or circo.")
    var layout: Diagram.Layout = .neato

    @Option(help: "light or dark.")
    var theme: Diagram.Theme = .light

    @Option(help: ArgumentHelp("Width of the picture.", valueName: "pixels"))
    var width = 1200

    @Option(help: ArgumentHelp("The heading above the picture.", valueName: "text"))
    var title: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The file; standard output without it.", valueName: "file"),
        completion: .file())
    var output: String?

    func validate() throws {
        guard depth >= 1 else { throw ValidationError("--depth \(depth): give 1 or more") }
        guard (2...500).contains(limit) else {
            throw ValidationError("--limit \(limit): give 2 to 500 nodes")
        }
        guard Diagram.widths.contains(width) else {
            throw ValidationError(
                "--width \(width): give \(Diagram.widths.lowerBound) to \(Diagram.widths.upperBound) pixels")
        }
    }

    func run() throws {
        let graph = try database.open()
        let entities = try names.map { try graph.entity(named: $0) }
        let part =
            entities.isEmpty
            ? try graph.core(limit: limit, types: types.types, minIssues: minIssues)
            : try graph.subgraph(
                around: entities, depth: depth, limit: limit, types: types.types, minIssues: minIssues)
        guard !part.nodes.isEmpty else {
            throw CommandError("nothing to draw: the graph is empty", exitStatus: 1)
        }
        let heading =
            title
            ?? (entities.isEmpty
                ? "What hangs together" : "Beside " + entities.map(\.name).joined(separator: ", "))
        let diagram = Diagram(part, title: heading, layout: layout, theme: theme, width: width)
        let bytes = try diagram.render(try chosenFormat())
        guard let output else {
            if Terminal.isOutputTerminal, format == .png || format == .pdf {
                throw CommandError("a picture is no text for a terminal; name a file with -o")
            }
            FileHandle.standardOutput.write(Data(bytes))
            return
        }
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
        } catch {
            throw CommandError("\(output): cannot be written; check the folder and its permissions")
        }
    }

    /// What was asked for, else what the file's name ends in.
    private func chosenFormat() throws -> Diagram.Format {
        if let format { return format }
        guard let output, let dot = output.lastIndex(of: ".") else { return .svg }
        let ending = output[output.index(after: dot)...].lowercased()
        if ending == "gv" { return .dot }
        guard let format = Diagram.Format(rawValue: ending) else {
            throw CommandError(
                "\(output): a picture ends in .svg, .png, .pdf or .dot; or choose one with --format")
        }
        return format
    }
}
