import GRDB
import GraphStore
import KGModel

/// Why a text means no single issue.
public enum IssueNameError: Error, Sendable, CustomStringConvertible {
    case unknown(name: String)
    /// Several issues answer to it; the first of them by date.
    case ambiguous(name: String, choices: [IssueSummary])

    public var description: String {
        switch self {
        case .unknown(let name):
            "\(name): no such issue; give its path, the end of it, its number or a part of its title (`kg issues` lists them)"
        case .ambiguous(let name, let choices):
            "\(name): means several issues; pick one by its path, or by --language: "
                + choices.prefix(5).map { "\($0.path)\($0.language.map { " (\($0))" } ?? "")" }
                .joined(separator: ", ") + (choices.count > 5 ? ", and \(choices.count - 5) more" : "")
        }
    }
}

extension KnowledgeGraph {
    /// The issue that a text means: its path, else the end of its path, else its number (`8` or `#8`),
    /// else a part of its path or title, ignoring case.
    ///
    /// - Parameter filter: only issues that satisfy it.
    /// - Throws: `IssueNameError` where none or several are meant.
    public func issue(named name: String, filter: IssueFilter = IssueFilter()) throws -> IssueSummary {
        let issues = try issues(filter)
        let wanted = name.lowercased()
        let number = Int(name.drop { $0 == "#" })
        let tests: [(IssueSummary) -> Bool] = [
            { $0.path == name },
            { $0.path.hasSuffix("/" + name) || $0.path.lowercased().hasSuffix("/" + wanted + ".md") },
            { number != nil && $0.number == number },
            { $0.path.lowercased().contains(wanted) || $0.title.lowercased().contains(wanted) },
        ]
        for test in tests where !wanted.isEmpty {
            let found = issues.filter(test)
            if found.count == 1 { return found[0] }
            if found.count > 1 { throw IssueNameError.ambiguous(name: name, choices: found) }
        }
        throw IssueNameError.unknown(name: name)
    }
}
