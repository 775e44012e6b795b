import ArgumentParser

/// What the parser of arguments says of a wrong call, in one line.
enum WrongCall {
    /// Nil for what is no wrong call: help, a version, an error of the command itself.
    static func line(_ error: any Error) -> String? {
        guard KG.exitCode(for: error) == .validationFailure else { return nil }
        // Known values stand in lines of their own where there are many.
        let message = KG.message(for: error).split(separator: "\n").map { line in
            String(line.drop { $0 == " " || $0 == "-" && line.hasPrefix("  - ") })
        }
        var text = message.first ?? "wrong call"
        for (index, value) in message.dropFirst().enumerated() { text += (index == 0 ? " " : ", ") + value }
        if message.count == 1, !text.contains("Please provide"), let meaning = meaning(error) {
            text += "; " + meaning
        }
        // A sentence may follow.
        if text.hasSuffix(".") { text.removeLast() }
        return "kg: " + text + help(error)
    }

    /// `Help:  --size <size>  Pixels: …` tells what an option takes where its values cannot be listed.
    private static func meaning(_ error: any Error) -> String? {
        let lines = KG.fullMessage(for: error).split(separator: "\n")
        guard let line = lines.first(where: { $0.hasPrefix("Help:") }) else { return nil }
        let words = line.dropFirst("Help:".count).drop { $0 == " " }
        return words.firstRange(of: "  ").map { words[$0.upperBound...].drop { $0 == " " } }.map(String.init)
    }

    /// `See 'kg diagram --help' for more information.` ends what the parser says.
    private static func help(_ error: any Error) -> String {
        let last = KG.fullMessage(for: error).split(separator: "\n").last ?? ""
        let parts = last.split(separator: "'", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].hasSuffix("--help") else { return "" }
        return "; `\(parts[1])` tells more"
    }
}
