import KGModel
import KnowledgeGraph

/// A vault for Obsidian and other readers of linked Markdown: a note for each entity. Written anew into the same
/// folder, it leaves alone what others wrote or changed there, see `NoteSignature`.
public enum ObsidianVault: ExportFormat {
    public static let name = "obsidian"
    public static let summary = "a vault of linked notes, one for each name"
    public static let parts: SubgraphContent.Parts = [.names, .evidence]
    public static let isFolder = true

    static let folders = EntityType.allCases.map(\.plural)

    /// Neighbours in one note.
    private static let mostNeighbors = 100

    public static func export(_ graph: ExportGraph) -> Export {
        let files = UniqueLabels(graph, spelled: FileNames.safe, key: FileNames.folded).labels
        var beside = Array(repeating: [Int](), count: graph.nodes.count)
        for (index, edge) in graph.edges.enumerated() {
            beside[edge.a].append(index)
            beside[edge.b].append(index)
        }
        var relations = Array(repeating: [Int](), count: graph.nodes.count)
        for (index, one) in graph.content.relations.enumerated() {
            relations[one.subject].append(index)
            relations[one.object].append(index)
        }
        var export = Export([ExportFile("Contents of the vault.md", contents(graph, files))])
        export.isSigned = true
        let (edges, stated) = (beside, relations)
        let notes = SideBySide.map(graph.nodes.count) { share in
            share.map { index in
                var out = TextWriter()
                writeFrontMatter(graph, index, &out)
                writeHead(graph, index, &out)
                writeRelations(graph, index, stated[index], files, &out)
                writeNeighbors(graph, index, edges[index], files, &out)
                writeEvidence(graph, index, &out)
                return ExportFile(
                    "\(graph.nodes[index].type.plural)/\(files[index]).md", NoteSignature.signed(out))
            }
        }
        for share in notes { export.files += share }
        return export
    }

    /// Names by type; its own name is longer than any note's may be confused with.
    private static func contents(_ graph: ExportGraph, _ files: [String]) -> TextWriter {
        var out = TextWriter()
        out.write("---\n# Contents of the vault\n\n")
        out.write("\(graph.nodes.count) names from \(graph.content.graph.issues) issues")
        if let first = graph.content.graph.firstDate, let last = graph.content.graph.lastDate {
            out.write(", \(first) to \(last)")
        }
        out.write(".\n")
        for type in EntityType.allCases.sorted() {
            let members = graph.nodes.indices.filter { graph.nodes[$0].type == type }
            guard !members.isEmpty else { continue }
            out.write("\n## \(type.plural.prefix(1).uppercased() + type.plural.dropFirst())\n\n")
            for index in members {
                out.write("- ")
                writeLink(graph.nodes[index].name, files[index], &out)
                out.write(": \(count(graph.nodes[index].issues, "issue"))\n")
            }
        }
        return NoteSignature.signed(out)
    }

    /// Without its first lines, which the signature writes.
    private static func writeFrontMatter(_ graph: ExportGraph, _ index: Int, _ out: inout TextWriter) {
        let node = graph.nodes[index]
        let known = graph.content.nodes[index]
        out.write("id: ")
        out.write(json: node.id)
        out.write("\ntype: \(node.type.rawValue)\naliases:")
        writeList([node.name] + known.aliases.map(\.name), &out)
        out.write("identities:")
        writeList(known.identities.map(\.description), &out)
        out.write("mentions: \(node.mentions)\nissues: \(node.issues)\n")
        if let date = node.firstDate { out.write("first: \(yaml(date))\n") }
        if let date = node.lastDate { out.write("last: \(yaml(date))\n") }
        out.write("tags:\n  - kg/\(node.type.rawValue)\n---\n")
    }

    /// A year alone would be a number to YAML.
    private static func yaml(_ date: String) -> String { date.utf8.count == 10 ? date : "\"\(date)\"" }

    private static func writeList(_ texts: [String], _ out: inout TextWriter) {
        if texts.isEmpty { out.write(" []") }
        out.write("\n")
        for text in texts {
            out.write("  - ")
            out.write(json: text)
            out.write("\n")
        }
    }

    private static func writeHead(_ graph: ExportGraph, _ index: Int, _ out: inout TextWriter) {
        let node = graph.nodes[index]
        out.write("# ")
        out.write(markdown: node.name)
        out.write("\n\n\(node.type.rawValue), ")
        out.write("\(count(node.mentions, "mention")) in \(count(node.issues, "issue"))")
        if let first = node.firstDate, let last = node.lastDate {
            out.write(first == last ? ", \(first)" : ", \(first) to \(last)")
        }
        out.write("\n")
        let identities = graph.content.nodes[index].identities
        guard !identities.isEmpty else { return }
        out.write("\n")
        for identity in identities {
            out.write("- [")
            out.write(markdown: identity.description)
            out.write("](<")
            // In angle brackets an address ends at nothing but these.
            for byte in identity.url.utf8 {
                switch byte {
                case UInt8(ascii: "<"): out.write("%3C")
                case UInt8(ascii: ">"): out.write("%3E")
                case UInt8(ascii: " "): out.write("%20")
                case UInt8(ascii: "\\"): out.write("%5C")
                default: out.write(byte: byte)
                }
            }
            out.write(">)\n")
        }
    }

    private static func writeRelations(
        _ graph: ExportGraph, _ index: Int, _ relations: [Int], _ files: [String], _ out: inout TextWriter
    ) {
        guard !relations.isEmpty else { return }
        out.write("\n## Relations\n\n")
        for one in relations.map({ graph.content.relations[$0] }) {
            out.write("- ")
            if one.subject == index {
                out.write("\(one.kind) ")
                writeLink(graph.nodes[one.object].name, files[one.object], &out)
            } else {
                writeLink(graph.nodes[one.subject].name, files[one.subject], &out)
                out.write(" \(one.kind) this")
            }
            out.write("\n")
        }
    }

    private static func writeNeighbors(
        _ graph: ExportGraph, _ index: Int, _ edges: [Int], _ files: [String], _ out: inout TextWriter
    ) {
        guard !edges.isEmpty else { return }
        out.write("\n## Named beside\n\n")
        for edge in edges.prefix(mostNeighbors).map({ graph.edges[$0] }) {
            let other = edge.a == index ? edge.b : edge.a
            out.write("- ")
            writeLink(graph.nodes[other].name, files[other], &out)
            out.write(
                " (\(graph.nodes[other].type.rawValue)): \(count(edge.passages, "passage")) in "
                    + "\(count(edge.issues, "issue"))\n")
        }
        if edges.count > mostNeighbors { out.write("\nand \(edges.count - mostNeighbors) more\n") }
    }

    private static func writeEvidence(_ graph: ExportGraph, _ index: Int, _ out: inout TextWriter) {
        let passages = graph.content.nodes[index].passages.map { graph.content.passages[$0] }
        guard !passages.isEmpty else { return }
        out.write("\n## Evidence\n")
        for passage in passages {
            let issue = graph.content.issues[passage.issue]
            out.write("\n> ")
            out.write(markdown: passage.text)
            out.write("\n>\n> — ")
            out.write(markdown: issue.title)
            if let date = issue.date { out.write(", \(date)") }
            out.write(", ")
            out.write(markdown: "\(issue.path):\(passage.line)")
            out.write("\n")
        }
    }

    private static func writeLink(_ name: String, _ file: String, _ out: inout TextWriter) {
        out.write("[[")
        out.write(file)
        defer { out.write("]]") }
        if name == file { return }
        out.write("|")
        guard name.utf8.contains(where: { "[]|<>".utf8.contains($0) }) else { return out.write(name) }
        // What would end the link or its text has no escape there, nor with an accent on it.
        for scalar in name.unicodeScalars {
            switch scalar {
            case "[": out.write("(")
            case "]": out.write(")")
            case "|": out.write("/")
            case "<", ">": out.write("-")
            default: out.write(String(scalar))
            }
        }
    }

    static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}

extension TextWriter {
    /// As the text of one line of Markdown, with nothing of it taken for markup.
    mutating func write(markdown text: String) {
        // What begins the line would begin a list there.
        var digits = 0
        for (place, byte) in text.utf8.enumerated() {
            if byte == 0x20 || (48...57).contains(byte) {
                digits += byte == 0x20 ? 0 : 1
                continue
            }
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "+"),
                UInt8(ascii: ".") where digits > 0, UInt8(ascii: ")") where digits > 0:
                write(String(Substring(text.utf8.prefix(place))) + "\\")
                write(
                    String(Substring(text.utf8.dropFirst(place))), afterBackslashes: Self.markdownMarks)
                return
            default: break
            }
            break
        }
        write(text, afterBackslashes: Self.markdownMarks)
    }

    /// By byte, what Markdown and Obsidian take for markup anywhere in a line.
    private static let markdownMarks = (0..<256).map { byte in
        #"\`*_[]<>#|~$%^=&{}"#.utf8.contains(UInt8(byte))
    }
}
