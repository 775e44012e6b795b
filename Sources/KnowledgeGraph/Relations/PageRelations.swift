import KGModel

/// What the form of an issue states, rather than a sentence.
///
/// - A line of authors (`Authors: A, B`) under the title of a paper: the paper is by them.
/// - A paper whose title begins with a model's name and a colon (`ELECTRA: Pre-training …`), where the issue names that
///   model: it is introduced in the paper.
enum PageRelations {
    static func relations(in record: IssueRecord) -> [StatedRelation] {
        authors(record) + titled(record)
    }

    private static func authors(_ record: IssueRecord) -> [StatedRelation] {
        var found: [StatedRelation] = []
        // The paper that the nearest heading above names, and nothing but it.
        var paper: Int?
        var passage = -1
        var isOfAuthors = false
        for (index, mention) in record.mentions.enumerated() {
            let here = record.passages[mention.passage]
            switch here.kind {
            case .title, .heading:
                if mention.passage != passage {
                    let isWhole = mention.range.count * 10 >= here.text.utf8.count * 8
                    paper = mention.type == .paper && isWhole ? index : nil
                }
            case .paragraph, .item, .row:
                if mention.passage != passage { isOfAuthors = paper != nil && isAuthorLine(here.text) }
                if let paper, mention.type == .person, isOfAuthors {
                    found.append(
                        StatedRelation(kind: .by, subject: paper, object: index, pattern: "authors-line"))
                }
            default: break
            }
            passage = mention.passage
        }
        return found
    }

    private static func isAuthorLine(_ text: String) -> Bool {
        guard mayBeLabelled(text), let colon = text.prefix(24).firstIndex(where: { $0 == ":" || $0 == "：" })
        else { return false }
        return labels.contains(
            text[..<colon].lowercased().filter { !$0.isWhitespace && $0 != "*" })
    }

    /// Whether one of the labels may stand there, by its first byte: most lines begin otherwise.
    private static func mayBeLabelled(_ text: String) -> Bool {
        switch text.utf8.first(where: { $0 > 0x20 && $0 != UInt8(ascii: "*") }) {
        case UInt8(ascii: "a"), UInt8(ascii: "A"), UInt8(ascii: "y"), UInt8(ascii: "Y"): true
        // `作`, `ا`, and all blanks beyond ASCII.
        case 0xE4, 0xD8, 0xC2, 0xE1, 0xE2, 0xE3: true
        default: false
        }
    }

    private static let labels: Set<String> = [
        "authors", "author", "作者", "auteurs", "auteur", "autores", "autor", "autoras", "yazarlar", "yazar",
        "المؤلفون",
    ]

    /// Whether there is a colon; that of full width is EF BC 9A.
    private static func isTitled(_ surface: String) -> Bool {
        surface.utf8.contains { $0 == UInt8(ascii: ":") || $0 == 0x9A }
    }

    private static func titled(_ record: IssueRecord) -> [StatedRelation] {
        guard record.mentions.contains(where: { $0.type == .paper && isTitled($0.surface) }) else {
            return []
        }
        var models: [NameKey: Int] = [:]
        for (index, mention) in record.mentions.enumerated() where mention.type == .model {
            let key = NameKey(mention.surface)
            if models[key] == nil { models[key] = index }
        }
        guard !models.isEmpty else { return [] }
        return record.mentions.indices.compactMap { index in
            let mention = record.mentions[index]
            guard mention.type == .paper,
                let colon = mention.surface.firstIndex(where: { $0 == ":" || $0 == "：" }),
                mention.surface.distance(from: mention.surface.startIndex, to: colon) <= 30,
                let model = models[NameKey(mention.surface[..<colon])],
                RelationPatterns.accepts(.introducedIn, record, model, index)
            else { return nil }
            return StatedRelation(kind: .introducedIn, subject: model, object: index, pattern: "title")
        }
    }
}
