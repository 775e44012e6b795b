import ArgumentParser
import GraphStore
import KnowledgeGraph
import Recognition

/// The command line: one subcommand for each question.
@main
struct KG: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kg",
        abstract: "A knowledge graph of papers, tools and people from your newsletters.",
        discussion: """
            Build a graph from a folder of issues, then ask it:

              kg build newsletters/
              kg top tool
              kg neighbors BERT
              kg evidence BERT Google
              kg diagram BERT -o bert.svg

            The graph is a SQLite file: --db, else $KG_DB, else kg.sqlite here.
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Build",
                subcommands: [Build.self, RepairFile.self, Issues.self, Stats.self, Fingerprint.self]),
            CommandGroup(
                name: "Ask",
                subcommands: [
                    Top.self, Neighbors.self, Show.self, Evidence.self, Search.self, Query.self,
                    Mentions.self, Candidates.self, Why.self,
                ]),
            CommandGroup(
                name: "Explore",
                subcommands: [
                    DiffCommand.self, TrendsCommand.self, RelationsCommand.self, PathCommand.self,
                    BetweenCommand.self,
                    SimilarCommand.self, Rank.self,
                    CommunitiesCommand.self,
                ]),
            CommandGroup(name: "Publish", subcommands: [DrawDiagram.self, DrawChart.self, Export.self]),
            CommandGroup(
                name: "Inside", subcommands: [Recognizers.self, Sample.self, Eval.self, Train.self]),
        ])

    private static func parse(_ arguments: [String]) throws -> any ParsableCommand {
        try parseNamed(arguments) ?? parseAsRoot(arguments)
    }

    /// The command that the arguments begin with, parsed by itself: the parser of the whole tree asks every command
    /// for its name and options before it looks at the one that is called, which takes longer than most answers.
    ///
    /// - Returns: nil for what only the whole tree can tell: help, the version, and what is wrong with a call.
    static func parseNamed(_ arguments: [String]) -> (any ParsableCommand)? {
        guard let name = arguments.first,
            let called = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
            let command = try? called.parseAsRoot(Array(arguments.dropFirst()))
        else { return nil }
        let parsed = type(of: command)
        let isCalled = ([called] + called.configuration.subcommands).contains { $0 == parsed }
        return isCalled ? command : nil
    }

    /// Runs the command; what went wrong is one line on standard error.
    static func main() async {
        do {
            var command = try parse(Array(CommandLine.arguments.dropFirst()))
            do {
                if var asynchronous = command as? any AsyncParsableCommand {
                    try await asynchronous.run()
                } else {
                    try command.run()
                }
            } catch let error as any KGError {
                Terminal.printError("kg: \(error)")
                Self.exit(withError: ExitCode(error.exitStatus))
            }
        } catch {
            guard let line = WrongCall.line(error) else { exit(withError: error) }
            Terminal.printError(line)
            exit(withError: ExitCode.validationFailure)
        }
    }
}

/// An error that is told in one line and ends the program with a status of its own.
protocol KGError: Error, CustomStringConvertible {
    /// 1: the question has no answer. 2: a wrong call.
    var exitStatus: Int32 { get }
}

extension NameError: KGError { var exitStatus: Int32 { 1 } }
extension IssueNameError: KGError { var exitStatus: Int32 { 1 } }
extension StoreError: KGError { var exitStatus: Int32 { 2 } }
extension QueryError: KGError { var exitStatus: Int32 { 2 } }
extension BuildError: KGError { var exitStatus: Int32 { 2 } }
extension LexiconError: KGError { var exitStatus: Int32 { 2 } }
extension ResourceError: KGError { var exitStatus: Int32 { 2 } }
extension TaggerModelFileError: KGError { var exitStatus: Int32 { 2 } }

/// A wrong call, or a question without an answer, told by a command itself.
struct CommandError: KGError {
    var description: String
    var exitStatus: Int32

    init(_ description: String, exitStatus: Int32 = 2) {
        self.description = description
        self.exitStatus = exitStatus
    }
}
