import ArgumentParser
import Exports
import KnowledgeGraph

struct PathCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "path",
        abstract: "Show how two names hang together: the strongest ways from one to the other.",
        discussion: """
            An edge is the shorter the more passages name both its ends (translations count once). Each step comes
            with the first passage that shows it.

              kg path BERT "Yoshua Bengio"
              kg path BERT spaCy --k 3 --format markdown
            """)

    @Argument(help: "A name or any alias of it; type:name where several things bear it.")
    var from: String

    @Argument(help: "Another.")
    var to: String

    @Option(name: .customLong("k"), help: ArgumentHelp("Ways at most.", valueName: "n"))
    var count = 1

    @OptionGroup var database: DatabaseOption
    @Option(help: "table, json, jsonl, csv, tsv or markdown.")
    var format: ListingFormat = .table

    func validate() throws {
        guard (1...100).contains(count) else { throw ValidationError("--k \(count): give 1 to 100 ways") }
    }

    func run() throws {
        let graph = try database.open()
        let (a, b) = (try graph.entity(named: from), try graph.entity(named: to))
        guard a != b else { throw CommandError("\(a.name): both names mean the same") }
        let paths = try graph.paths(from: a, to: b, count: count)
        guard !paths.isEmpty else {
            throw CommandError("\(a.name) and \(b.name): nothing joins them", exitStatus: 1)
        }
        switch format {
        case .table: Output.write(paths.map { text($0) }.joined(separator: "\n"))
        case .markdown: Output.write(paths.map { markdown($0) }.joined(separator: "\n"))
        case .json: Output.write(JSONValue.array(paths.map { json($0) }).pretty + "\n")
        case .jsonl: Output.write(paths.map { json($0).line + "\n" }.joined())
        case .csv, .tsv: steps(paths).print(as: format)
        }
    }

    private func names(_ path: EntityPath) -> [String] {
        path.steps.prefix(1).map(\.from.name) + path.steps.map(\.to.name)
    }

    private func text(_ path: EntityPath) -> String {
        var text = Terminal.bold(names(path).joined(separator: " — ")) + "\n"
        let printer = QuotationPrinter(format: .table, context: 80)
        for step in path.steps {
            let figures = step.figures
            text += "\(step.from.name) — \(step.to.name): "
            text += "\(figures.passages) \(figures.passages == 1 ? "passage" : "passages") in "
            text += "\(figures.issues) \(figures.issues == 1 ? "issue" : "issues")"
            text += ", npmi \(Listing.Cell.number(figures.npmi, decimals: 2).shown)\n"
            if let quotation = step.evidence { text += printer.text(quotation) }
        }
        return text
    }

    private func markdown(_ path: EntityPath) -> String {
        let printer = QuotationPrinter(format: .markdown, context: 80)
        return "**" + names(path).map(Listing.markdownEscaped).joined(separator: " — ") + "**\n\n"
            + path.steps.compactMap { $0.evidence.map(printer.text) }.joined()
    }

    private func json(_ path: EntityPath) -> JSONValue {
        .object([
            .init("length", .number(path.length)), .init("names", .array(names(path).map { .string($0) })),
            .init(
                "steps",
                .array(
                    path.steps.map { step in
                        .object([
                            .init("from", .string(step.from.key)), .init("to", .string(step.to.key)),
                            .init("passages", .integer(step.figures.passages)),
                            .init("issues", .integer(step.figures.issues)),
                            .init("weight", .number(step.figures.weight)),
                            .init("npmi", .number(step.figures.npmi)),
                            .init("llr", .number(step.figures.llr)),
                            .init("issue", .optional(step.evidence?.issue)),
                            .init("line", step.evidence.map { .integer($0.line) } ?? .null),
                            .init("text", .optional(step.evidence?.text)),
                        ])
                    })),
        ])
    }

    private func steps(_ paths: [EntityPath]) -> Listing {
        Listing(
            columns: [
                .init(name: "path", isNumber: true), .init(name: "step", isNumber: true), .init(name: "from"),
                .init(name: "to"), .init(name: "passages", isNumber: true),
                .init(name: "issues", isNumber: true),
                .init(name: "weight", isNumber: true), .init(name: "npmi", isNumber: true),
                .init(name: "issue"),
                .init(name: "line", isNumber: true), .init(name: "text"),
            ],
            rows: paths.enumerated().flatMap { number, path in
                path.steps.enumerated().map { place, step in
                    [
                        .integer(number + 1), .integer(place + 1), .text(step.from.name), .text(step.to.name),
                        .integer(step.figures.passages), .integer(step.figures.issues),
                        .number(step.figures.weight, decimals: 2), .number(step.figures.npmi, decimals: 2),
                        .optional(step.evidence?.issue), .optional(step.evidence?.line),
                        .optional(step.evidence?.text),
                    ]
                }
            })
    }
}
