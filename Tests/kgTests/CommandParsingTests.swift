import ArgumentParser
import Testing

@testable import kg

/// A question's command is parsed without the others.
@Suite struct CommandParsingTests {
    @Test func everyCommandTellsItsName() {
        for command in KG.configuration.subcommands {
            #expect(command.configuration.commandName != nil, "\(command)")
        }
    }

    @Test(arguments: [
        ["top", "tool"], ["neighbors", "BERT", "--limit", "3"], ["search", "--", "--help"],
        ["chart", "trends"],
        ["build", "samples", "--quiet"],
    ])
    func isParsedByItselfAsInTheTree(arguments: [String]) throws {
        let named = try #require(KG.parseNamed(arguments))
        #expect(try type(of: named) == type(of: KG.parseAsRoot(arguments)))
    }

    @Test(arguments: [
        [], ["top", "--help"], ["top", "-h"], ["top", "--version"], ["help", "top"], ["top", "nonsense"],
        ["top", "--nonsense"], ["nonsense"], ["--version"], ["--help"], ["neighbors"], ["chart", "--help"],
    ])
    func whatIsNoQuestionIsLeftToTheTree(arguments: [String]) {
        #expect(KG.parseNamed(arguments) == nil)
    }
}
