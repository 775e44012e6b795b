import Foundation
import KGModel
import Testing

@testable import KnowledgeGraph

/// A folder of annotations, removed when it is no more needed.
private final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
        path =
            FileManager.default.temporaryDirectory.appendingPathComponent("kg-gold-" + UUID().uuidString).path
        for (name, text) in files {
            let file = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func error() -> String? {
        do {
            _ = try Annotations(folder: path)
            return nil
        } catch {
            return error.description.replacing(path + "/", with: "")
        }
    }
}

@Suite struct AnnotationTests {
    private static let document =
        "# Notes\n\n**BERT** by [Google](https://google.com) and BERT.\nAT&amp;T, Hugging\nFace <b>here</b>\n"

    private func error(_ rows: String) throws -> String? {
        try Folder(["docs/a.md": Self.document, "mentions/a.tsv": rows]).error()
    }

    /// What the tagger learns from beside the issues of others: every row fits its issue.
    @Test func ourOwnIssuesAreAnnotatedAsTheyStand() throws {
        let project = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
        let annotations = try Annotations(
            folder: "\(project)/Sources/Recognition/Annotated".replacing("//", with: "/"))
        #expect(annotations.documents.count > 100)
        #expect(annotations.documents.allSatisfy { $0.rows.count > 10 && $0.lines == nil })
        let types = Dictionary(grouping: annotations.mentions, by: \.type).mapValues(\.count)
        #expect(types.count == EntityType.allCases.count && types.values.allSatisfy { $0 > 300 })
    }

    @Test func rowsThatFitAreRead() throws {
        let folder = try Folder([
            "docs/a.md": Self.document, "docs/not-annotated.md": "x",
            "mentions/a.tsv":
                "# a comment\r\n3\tBERT\tmodel\tBERT\r\n3\tBERT\tmodel\tBERT\n3\tGoogle\torganization\tGoogle\n"
                + "4\tAT&T\torganization\tAT&T\n4\tHugging Face\torganization\tHugging Face\n5\there\tmodel\tHERE\n",
        ])
        let annotations = try Annotations(folder: folder.path)
        #expect(annotations.documents.map(\.name) == ["a"])
        #expect(
            annotations.mentions.map(\.surface) == ["BERT", "BERT", "Google", "AT&T", "Hugging Face", "here"])
        #expect(annotations.mentions.first?.type == "model")
    }

    @Test(arguments: [
        (
            "3\tBERT\tmodel\n",
            "mentions/a.tsv:1: 3 columns; write line, surface, type and entity, separated by tabs"
        ),
        (
            "3\tBERT\tmodel\tBERT\n\nx\tBERT\tmodel\tBERT\n",
            "mentions/a.tsv:3: x is no line number; lines are counted from 1"
        ),
        ("0\tBERT\tmodel\tBERT\n", "mentions/a.tsv:1: 0 is no line number; lines are counted from 1"),
        (
            "3\tBERT\tmodell\tBERT\n",
            "mentions/a.tsv:1: modell is no type; write one of model, library, dataset, paper, person, organization, venue"
        ),
        ("3\t**\tmodel\tBERT\n", "mentions/a.tsv:1: no surface in the second column"),
        (
            "3\tBERT\tmodel\t\n",
            "mentions/a.tsv:1: no entity in the fourth column; write the name of what is meant"
        ),
        (
            "3\tElmo\tmodel\tELMo\n",
            "mentions/a.tsv:1: Elmo does not stand in line 3 of docs/a.md; correct the line or the surface"
        ),
        ("99\tBERT\tmodel\tBERT\n", "mentions/a.tsv:1: line 99 of docs/a.md does not exist; it has 6"),
        (
            "3\tGoogle\torganization\tGoogle\n3\tGoogle\torganization\tGoogle\n",
            "mentions/a.tsv:2: Google is annotated 2 times in line 3 of docs/a.md, where it stands once; remove a row"
        ),
        (
            "# line 3\n3\tBERT\tmodel\tBERT\n5\there\tmodel\tx\n",
            "mentions/a.tsv:3: line 5 belongs to no passage of this sheet; remove the row"
        ),
    ])
    func aRowThatDoesNotFitIsTold(rows: String, told: String) throws {
        #expect(try error(rows) == told)
    }

    @Test func foldersThatHoldNoAnnotationsAreTold() throws {
        #expect(
            try Folder(["docs/a.md": "x"]).error()?.contains(
                "no annotations; name a folder that holds docs/NAME.md and mentions/NAME.tsv") == true)
        #expect(
            try Folder(["mentions/b.tsv": "", "docs/a.md": "x"]).error()
                == "mentions/b.tsv: no document b.md in docs; name the documents' folder with --docs")
        #expect(throws: AnnotationError.self) { try Annotations(folder: "/nowhere") }
    }

    @Test func predictionsAreReadByTheNamesOfTheirDocuments() throws {
        let text = """
            {"issue": "x/a.md", "line": 3, "surface": "BERT", "type": "model", "entity": "BERT", "recognizer": "tagger"}

            {"issue": "a.md .md", "line": "4", "surface": "x\u{2028}y", "type": "model", "entity": 7}
            {"issue": "other.md", "line": 4, "surface": "x", "type": "model", "entity": "x"}
            """
        let found = try Predictions.read(text, file: "p.jsonl", documents: ["a"])
        #expect(found.map(\.document) == ["a", "a"])
        #expect(found.map(\.line) == [3, 4])
        #expect(found.map(\.entity) == ["BERT", "7"])
        #expect(found.first?.recognizer == "tagger")
    }

    @Test(arguments: ["no json", "{\"issue\": \"a.md\"}", "[1]", "{\"issue\": 1, \"line\": 2}"])
    func aLineThatIsNoMentionIsTold(line: String) throws {
        let good =
            "{\"issue\": \"a.md\", \"line\": 3, \"surface\": \"B\", \"type\": \"model\", \"entity\": \"B\"}\n"
        #expect {
            try Predictions.read(good + line, file: "p.jsonl", documents: ["a"])
        } throws: { error in
            "\(error)".hasPrefix("p.jsonl:2: no mention; write one JSON object a line")
        }
    }
}
