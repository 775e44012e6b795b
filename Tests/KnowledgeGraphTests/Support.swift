import Foundation
import KGModel
import Linking
import Recognition
import Testing

@testable import KnowledgeGraph

/// A folder of issues with a database beside it, gone after the test.
final class Bench {
    let root: URL
    let issues: URL
    var database: String { root.appendingPathComponent("kg.sqlite").path }

    init(_ files: [String: String] = [:]) throws {
        root = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appendingPathComponent("kg-" + UUID().uuidString)
        issues = root.appendingPathComponent("issues")
        try FileManager.default.createDirectory(at: issues, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func path(_ name: String) -> String { issues.appendingPathComponent(name).path }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: issues.appendingPathComponent(name))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(at: issues.appendingPathComponent(name))
    }

    @discardableResult
    func build(
        _ names: [String]? = nil, into file: String = "kg.sqlite", jobs: Int? = nil, prune: Bool = false,
        input: String? = nil
    ) async throws -> BuildReport {
        var options = GraphBuilder.Options()
        if let jobs { options.jobs = jobs }
        options.prune = prune
        options.standardInput = input.map { Array($0.utf8) }
        let (pipeline, linker) = try Self.loaded.get()
        return try await GraphBuilder(
            database: root.appendingPathComponent(file).path, pipeline: pipeline, linker: linker
        )
        .build(names.map { $0.map(path) } ?? [issues.path], options: options)
    }

    /// Recognizers and linker with the program's own lexicon, loaded once.
    private static let loaded = Result {
        let (pipeline, lexicon) = try Pipeline.standard()
        return (pipeline: pipeline, linker: Linker(known: lexicon.entries.map(\.entity)))
    }

    /// The database of `small`, built once; every test gets a copy.
    private static let smallDatabase = Task {
        let bench = try Bench(small)
        try await bench.build()
        return try Data(contentsOf: URL(fileURLWithPath: bench.database))
    }

    /// The four issues of `small` and the graph over them.
    static func prepared() async throws -> Bench {
        let bench = try Bench(small)
        try await smallDatabase.value.write(to: URL(fileURLWithPath: bench.database))
        return bench
    }

    func graph(_ file: String = "kg.sqlite") throws -> KnowledgeGraph {
        try KnowledgeGraph(path: root.appendingPathComponent(file).path)
    }

    /// The samples of the repository.
    static func samples() throws -> Bench {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("samples")
        let bench = try Bench()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where !name.hasPrefix("figures") {
            try FileManager.default.copyItem(
                at: folder.appendingPathComponent(name), to: bench.issues.appendingPathComponent(name))
        }
        return bench
    }

    static let small = [
        "1.md":
            "---\ndate: 2020-01-10\nlang: en\n---\n\nBERT by Google uses TensorFlow.\n\nBERT and GPT-2 are models.\n",
        "2.md":
            "---\ndate: 2020-03\nlang: fr\n---\n\nBERT et GPT-2 sont là. PyTorch aussi.\n\nPyTorch 1.4 et BERT.\n",
        "3.md": "---\nlang: zh\n---\n\n谷歌发布了BERT模型和TensorFlow。\n",
        "4.md":
            "---\ndate: 2020-03-20\nlang: en\n---\n\nPyTorch and TensorFlow, by Yoshua Bengio of the Université de Montréal.\n",
    ]
}

extension [Neighbor] {
    /// `model:GPT-2 2/2`: key, passages, issues.
    var shown: [String] { map { "\($0.entity.key) \($0.passages)/\($0.issues)" } }
}
