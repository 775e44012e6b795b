import Foundation
import IssueReader
import KGModel
import KnowledgeGraph
import Recognition

/// Reads what the tagger learns from.
enum TrainingCorpora {
    /// `docs/*.md` and `mentions/*.tsv` of a folder of annotated issues.
    ///
    /// Documents whose names end in the same number behind a language code (`en-05`, `zh-05`) are translations of
    /// one issue and belong to one group. A row that does not fit its document is an `AnnotationError`.
    ///
    /// - Parameter isForeign: whether they are of another kind than the issues that will be read.
    static func annotated(_ folder: String, isForeign: Bool = false) throws -> [TrainingDocument] {
        try Annotations(folder: folder).documents.map { document in
            guard document.lines == nil else {
                throw CommandError(
                    "\(document.path): only some of its lines are annotated; the tagger learns from whole issues"
                )
            }
            let file = document.path.split(separator: "/").last.map(String.init) ?? document.path
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: document.path)))
            let record = try IssueReader().read(bytes, path: file)
            let head = document.name.split(separator: "-").first ?? ""
            var issue = TrainingDocument(
                name: document.name,
                group: head.count == 2 ? "issue-" + document.name.suffix(2) : document.name,
                kind: String(head), record: record,
                mentions: document.rows.map {
                    AnnotatedMention(line: $0.line, surface: $0.surface, type: $0.type)
                })
            issue.isForeign = isForeign
            return issue
        }
    }

    /// CoNLL columns of CrossNER's AI domain, a sentence a document; its types are translated where they are ours.
    static func crossNER(_ path: String, kind: String, weight: Float) throws -> [TrainingDocument] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandError(
                "\(path): no such file; --crossner names the folder of ai-train.txt and ai-dev.txt")
        }
        return text.components(separatedBy: "\n\n").filter { !$0.isEmpty }.enumerated().map { index, block in
            var sentence = ""
            var names: [(Range<Int>, EntityType)] = []
            for row in block.split(separator: "\n") {
                let columns = row.split(separator: "\t")
                guard columns.count == 2 else { continue }
                if !sentence.isEmpty { sentence += " " }
                let start = sentence.utf8.count
                sentence += columns[0]
                guard let type = crossNERTypes[String(columns[1].dropFirst(2))] else { continue }
                if columns[1].hasPrefix("I-"), let last = names.last, last.0.upperBound == start - 1 {
                    names[names.count - 1].0 = last.0.lowerBound..<sentence.utf8.count
                } else {
                    names.append((start..<sentence.utf8.count, type))
                }
            }
            return TrainingDocument(
                name: "\(kind)-\(index)", group: "\(kind)-\(index)", kind: kind, sentence: sentence,
                names: names,
                weight: weight)
        }
    }

    private static let crossNERTypes: [String: EntityType] = [
        "researcher": .person, "person": .person, "organisation": .organization, "university": .organization,
        "algorithm": .model, "product": .library, "programlang": .library, "conference": .venue,
    ]

    /// Word frequencies (language, word, Zipf value) and the program's own name lists.
    static func words(frequencies path: String) throws -> TaggerWords {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw CommandError("\(path): no such word frequencies")
        }
        var words = try TaggerWords.withNames()
        for row in text.split(separator: "\n").dropFirst() {
            let columns = row.split(separator: "\t")
            guard columns.count == 3, let zipf = Double(columns[2]) else { continue }
            words.add(common: String(columns[1]), language: String(columns[0]), zipf: zipf)
        }
        return words
    }
}
