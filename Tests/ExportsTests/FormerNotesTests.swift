import Foundation
import KGModel
import KnowledgeGraph
import Testing

@testable import Exports

/// A vault that is written again into the folder where people keep it open.
@Suite struct FormerNotesTests {
    private static func export(_ names: [String]) -> Export {
        let nodes = names.map { name in
            Subgraph.Node(id: "model:\(name)", name: name, type: .model, issues: 1, mentions: 1, depth: 0)
        }
        return ObsidianVault.export(
            ExportGraph(SubgraphContent(graph: Subgraph(nodes: nodes, edges: [], issues: 1))))
    }

    private final class Vault {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "kg-vault-" + UUID().uuidString
        ).path

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func write(_ names: [String]) throws -> FormerNotes {
            try FormerNotesTests.export(names).write(to: path, asFolder: true)
        }

        func text(_ name: String) -> String? {
            FileManager.default.contents(atPath: path + "/" + name).map {
                String(decoding: $0, as: UTF8.self)
            }
        }

        func put(_ text: String, _ name: String) throws {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        }
    }

    @Test func notesOfNamesThatAreGoneGo() throws {
        let vault = Vault()
        #expect(try vault.write(["BERT", "ELMo"]).sentences.isEmpty)
        let former = try vault.write(["BERT"])
        #expect(former.sentences == ["1 note of a former export removed, of names that are gone"])
        #expect(vault.text("models/ELMo.md") == nil)
        #expect(vault.text("models/BERT.md") != nil)
        #expect(try vault.write(["BERT"]).sentences.isEmpty)
    }

    @Test func whatOthersWroteOrChangedStays() throws {
        let vault = Vault()
        _ = try vault.write(["BERT", "ELMo", "GPT-2"])
        try vault.put("my own thoughts", "models/Thoughts.md")
        try vault.put("mine from before", "models/RoBERTa.md")
        let changed = try #require(vault.text("models/ELMo.md")) + "\nmy remark\n"
        try vault.put(changed, "models/ELMo.md")
        let mine = "---\nid: \"model:GPT-2\"\ntags:\n  - kg/model\n---\n# GPT-2, by hand\n"
        try vault.put(mine, "models/GPT-2.md")

        let former = try vault.write(["BERT", "GPT-2", "RoBERTa"])
        #expect(
            former.sentences == [
                "2 notes that others wrote or changed stay as they are (models/GPT-2.md, models/RoBERTa.md); "
                    + "move them away to get new ones"
            ])
        #expect(vault.text("models/Thoughts.md") == "my own thoughts")
        #expect(vault.text("models/RoBERTa.md") == "mine from before")
        #expect(vault.text("models/ELMo.md") == changed)
        #expect(vault.text("models/GPT-2.md") == mine)
    }

    @Test func linksToElsewhereAndOtherFilesAreNotTouched() throws {
        let vault = Vault()
        _ = try vault.write(["BERT", "ELMo"])
        try FileManager.default.createSymbolicLink(
            atPath: vault.path + "/models/Linked.md", withDestinationPath: vault.path + "/models/BERT.md")
        try vault.put("{}", "models/ELMo.json")
        _ = try vault.write(["BERT"])
        #expect(vault.text("models/Linked.md") != nil)
        #expect(vault.text("models/ELMo.json") == "{}")
    }

    @Test func theFirstPropertyOfANoteIsTheFingerprintOfTheRest() throws {
        let note = try #require(Self.export(["BERT"]).files.last)
        #expect(note.text.hasPrefix("---\nkg: \"") && note.text.contains("\"\nid: \"model:BERT\"\n"))
        #expect(NoteSignature.isIntact(note.bytes))
        var changed = note.bytes
        changed[changed.count - 2] ^= 1
        #expect(!NoteSignature.isIntact(changed))
        #expect(!NoteSignature.isIntact([]) && !NoteSignature.isIntact(Array(note.bytes.prefix(20))))
    }
}
