import ArgumentParser
import KnowledgeGraph

struct Fingerprint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fingerprint",
        abstract: "Print a fingerprint of all that the graph says.",
        discussion: """
            Two graphs with the same fingerprint give the same answers, however they were built.

              kg fingerprint --db kg.sqlite
            """)

    @OptionGroup var database: DatabaseOption

    func run() throws {
        Output.write(try database.open().fingerprint() + "\n")
    }
}
