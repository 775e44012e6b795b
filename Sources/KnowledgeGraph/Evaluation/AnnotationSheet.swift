import Foundation
import KGModel

/// A folder of passages for a human to annotate, and for `kg eval` to read back.
///
/// `docs/` holds copies of the issues, `mentions/NAME.tsv` the rows of the sampled passages as the graph has them, each
/// passage under its text in a comment. What the graph doubts stands behind `#?`, to be taken up or left.
public enum AnnotationSheet {
    /// Writes a sheet into a new or empty folder.
    ///
    /// - Returns: how many issues it took.
    /// - Throws: `AnnotationError` where the folder is in use or an issue's file is gone; nothing is written then.
    public static func write(_ passages: [UncertainPassage], to folder: String) throws(AnnotationError) -> Int
    {
        let files = FileManager.default
        if let names = try? files.contentsOfDirectory(atPath: folder), !names.isEmpty {
            throw AnnotationError(file: folder, reason: "holds files already; name a new folder")
        }
        var byIssue: [String: [UncertainPassage]] = [:]
        for passage in passages { byIssue[passage.issue, default: []].append(passage) }
        let issues = byIssue.keys.sorted()
        var sources: [String: Data] = [:]
        for issue in issues {
            guard let data = files.contents(atPath: issue) else {
                throw AnnotationError(
                    file: issue,
                    reason: "the issue's file is gone; run where the graph was built, or build again")
            }
            sources[issue] = data
        }
        let names = names(of: issues)
        do {
            for part in ["docs", "mentions"] {
                try files.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
            }
            for issue in issues {
                let name = names[issue] ?? issue
                try (sources[issue] ?? Data()).write(to: URL(fileURLWithPath: "\(folder)/docs/\(name).md"))
                let sorted = (byIssue[issue] ?? []).sorted { $0.lines.lowerBound < $1.lines.lowerBound }
                try Data(
                    table(sorted, issue: issue, AnnotatedSource([UInt8](sources[issue] ?? Data()), issue))
                        .utf8
                ).write(
                    to: URL(fileURLWithPath: "\(folder)/mentions/\(name).tsv"))
            }
        } catch {
            throw AnnotationError(
                file: folder, reason: "cannot be written; check the folder and its permissions")
        }
        return issues.count
    }

    /// A name of its own for each issue: its file name without the ending.
    private static func names(of issues: [String]) -> [String: String] {
        var used: Set<String> = []
        var names: [String: String] = [:]
        for issue in issues {
            let file = issue.split(separator: "/").last.map(String.init) ?? issue
            var name = file
            // All endings: `notes.md.md` is `notes`.
            for ending in [".md", ".markdown", ".txt", " "] where name.lowercased().hasSuffix(ending) {
                name = String(name.dropLast(ending.count))
            }
            if name.isEmpty { name = "issue" }
            var unique = name
            var number = 2
            while !used.insert(unique).inserted {
                unique = "\(name)-\(number)"
                number += 1
            }
            names[issue] = unique
        }
        return names
    }

    private static func table(
        _ passages: [UncertainPassage], issue: String, _ source: AnnotatedSource
    ) -> String {
        let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
        var text = """
            # \(issue)
            # One row a mention, separated by tabs: line, surface, type, entity (the name of the thing meant).
            # Types: \(types).
            # Correct the rows, add what is missing, remove what is no name. What stands behind #? is doubtful: take
            # the mark away where it is a name. Then run kg eval on the folder; comments may stay.

            """
        for passage in passages {
            let lines = passage.lines
            let isOne = lines.count == 1
            text +=
                isOne
                ? "\n# line \(lines.lowerBound)\n" : "\n# lines \(lines.lowerBound)-\(lines.upperBound)\n"
            for line in TextLines.split(passage.text) { text += "#   \(line)\n" }
            for mention in passage.mentions {
                let row = Annotations.Row(
                    line: mention.line, surface: oneLine(mention.surface),
                    type: EntityType(rawValue: mention.type) ?? .model, entity: oneLine(mention.entity))
                // A name that the source writes in another way is for a human to look up.
                text += (source.fits(row) ? "" : "#? ") + line(row)
            }
            for candidate in passage.candidates {
                let surface = oneLine(candidate.surface)
                text +=
                    "#? "
                    + line(
                        Annotations.Row(
                            line: candidate.line, surface: surface, type: candidate.type, entity: surface))
            }
        }
        return text
    }

    private static func line(_ row: Annotations.Row) -> String {
        "\(row.line)\t\(row.surface)\t\(row.type.rawValue)\t\(row.entity)\n"
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The lines that a comment says are annotated: `# lines 12-14`.
    static func lines(ofComment comment: Substring) -> ClosedRange<Int>? {
        guard let match = comment.wholeMatch(of: #/#\s*lines?\s+(\d+)(?:\s*-\s*(\d+))?\s*/#),
            let first = Int(match.1)
        else { return nil }
        let last = match.2.flatMap { Int($0) } ?? first
        return first <= last ? first...last : nil
    }
}
