import ArgumentParser
import Foundation
import TextRepair

struct RepairFile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repair",
        abstract: "Give back what a damaged file said.",
        discussion: """
            Writes the repaired text to standard output; good text comes out byte for byte as it went in. `kg build`
            repairs by itself.

              kg repair broken.md > mended.md
              kg repair broken.md --explain > mended.md
              kg repair issue.md --check
            """)

    @Argument(help: "The file; - for standard input.", completion: .file())
    var file: String

    @Flag(
        help: "Tell each change on standard error: line, what it was, what it became, which step, how sure.")
    var explain = false

    @Flag(help: "Write nothing; end with status 1 when the file has something to repair.")
    var check = false

    func run() throws {
        let repaired: RepairedText
        do {
            repaired = try TextRepairer().repair(try bytes())
        } catch RepairError.binary {
            throw CommandError("\(file): binary file, not text; nothing to repair", exitStatus: 1)
        }
        if explain { tell(repaired) }
        if check {
            guard repaired.changes.isEmpty, repaired.encoding == "utf-8" else {
                if !explain { Terminal.printError(summary(repaired)) }
                throw ExitCode(1)
            }
            return
        }
        Output.write(repaired.text)
    }

    private func bytes() throws -> [UInt8] {
        if file == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
        } catch {
            throw CommandError("\(file): cannot be read; check the path and its permissions")
        }
    }

    /// A line a change: `3: ç®€æŠ¥ → 简报  (mojibake windows-1252, 99 %)`.
    private func tell(_ repaired: RepairedText) {
        for change in repaired.changes {
            var line =
                "\(change.line): \(Self.visible(change.original)) → \(Self.visible(change.replacement))"
            line += "  (\(change.step), \(Int((change.confidence * 100).rounded())) %"
            if !change.alternatives.isEmpty {
                line += "; or " + change.alternatives.map(Self.visible).joined(separator: ", or ")
            }
            Terminal.printError(line + ")")
        }
        Terminal.printError(summary(repaired))
    }

    private func summary(_ repaired: RepairedText) -> String {
        let doubtful = repaired.changes.count { !$0.alternatives.isEmpty }
        var text = "kg: \(file): read as \(repaired.encoding), \(repaired.changes.count) changes"
        if doubtful > 0 { text += ", \(doubtful) of them doubtful" }
        if repaired.undecodable > 0 { text += "; \(repaired.undecodable) bytes could not be read" }
        return text
    }

    /// Control characters as symbols, so that a terminal shows them and obeys none.
    private static func visible(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? scalar
                    case 0x7F...0x9F, 0xAD: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
