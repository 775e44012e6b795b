import Foundation
import Testing

/// What a build costs, counted rather than timed, so that it is the same on every machine: allocations, bytes read,
/// statements and rows. What grew without a reason shows here first.
///
/// The counter is preloaded by the dynamic linker, hence Linux alone.
@Suite(.enabled(if: Costs.canCount, "needs Linux and a C compiler")) struct CostTests {
    /// What each further issue costs: start-up is taken out by a difference.
    @Test func furtherIssuesCostWhatTheyShould() throws {
        let kg = try Program()
        let few = try Costs(of: kg, issues: 40)
        let many = try Costs(of: kg, issues: 120)
        let issues = 80
        let passages = issues * Costs.passagesOfIssue
        let size = many.size - few.size
        #expect(size > 40_000)

        // Each file is read once. What the system's libraries read differs by some hundred bytes between runs.
        #expect(many.bytesRead - few.bytesRead > size * 9 / 10)
        #expect(many.bytesRead - few.bytesRead < size * 5 / 4)

        // One row for a passage, its size in the full-text index, each mention, candidate, link and name, and the
        // rows of the graph; a step for each row.
        let rows = many.rows - few.rows
        let steps = many.steps - few.steps
        #expect(rows > passages * 2)
        #expect(rows < passages * 12, "\(rows) rows for \(passages) passages")
        #expect(steps < rows + rows / 2, "\(steps) steps for \(rows) rows")

        let allocations = Double(many.allocations - few.allocations) / Double(passages)
        #expect(allocations < Costs.mostAllocations, "\(allocations) allocations for a passage")
    }

    @Test func nothingChangedReadsNothing() throws {
        let kg = try Program()
        _ = try Costs(of: kg, issues: 60)
        // A file that was changed a moment ago is looked at again.
        Thread.sleep(forTimeInterval: 2.2)
        _ = try Costs(of: kg, issues: 60)
        let again = try Costs(of: kg, issues: 60)
        // Not the issues, nor the lexicon, nor the model: some hundred kilobytes less.
        #expect(again.bytesRead < 200_000, "\(again.bytesRead) bytes")
        #expect(again.rows == 0)
        #expect(again.steps < 300, "\(again.steps) steps")
    }
}

/// The costs of one build.
private struct Costs {
    var allocations: Int
    var bytesRead: Int
    var steps: Int
    var rows: Int
    /// Bytes of the files.
    var size = 0

    static let passagesOfIssue = 9

    /// Measured, and a quarter more.
    #if DEBUG
        static let mostAllocations = 2000.0
    #else
        static let mostAllocations = 166.0
    #endif

    static let canCount: Bool = {
        #if os(Linux)
            return compiler != nil
        #else
            return false
        #endif
    }()

    private static let compiler = ["/usr/bin/cc", "/usr/bin/clang", "/usr/bin/gcc"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Builds a corpus of so many issues in the program's folder, from nothing unless it is there already.
    init(of kg: Program, issues: Int) throws {
        let folder = "corpus-\(issues)"
        for number in 0..<issues {
            let text = Self.issue(number)
            size += text.utf8.count
            let path = "\(folder)/issue-\(number).md"
            if !FileManager.default.fileExists(atPath: kg.path(path)) { try kg.write(text, to: path) }
        }
        let library = kg.path("counter.so")
        if !FileManager.default.fileExists(atPath: library) {
            let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("counter.c").path
            let compile = Process()
            compile.executableURL = Self.compiler.map { URL(fileURLWithPath: $0) }
            compile.arguments = ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]
            try compile.run()
            compile.waitUntilExit()
            try #require(compile.terminationStatus == 0)
        }
        let counts = kg.path("counts")
        let result = try kg.run(
            arguments: ["build", folder, "--db", folder + ".sqlite", "--jobs", "1", "--quiet"],
            variables: ["LD_PRELOAD": library, "KG_COUNTS": counts])
        try #require(result.status == 0, "\(result.errors)")
        let numbers = try String(contentsOfFile: counts, encoding: .utf8).split(separator: " ")
            .compactMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
        try #require(numbers.count == 4)
        allocations = numbers[0]
        bytesRead = numbers[1]
        steps = numbers[2]
        rows = numbers[3]
    }

    private static func issue(_ number: Int) -> String {
        """
        # Weekly notes \(number)

        BERT and GPT-2 are compared on SQuAD by Ada Example\(number % 7) of Example University.

        ## Tools

        - [tool-\(number)](https://github.com/example/tool-\(number)) reads PyTorch models and writes TensorFlow ones.
        - 微软发布了新的预训练模型，比较了 BERT 和 RoBERTa 在第\(number)组数据上的结果。
        - Nothing is named here, but there are words enough to make a passage of some length of it.

        ## Papers

        Attention and its \(number) uses, a survey that cites [a paper](https://arxiv.org/abs/2001.\(10000 + number)).

        Transformers by Hugging Face are used for it, with spaCy and NLTK, at ACL 2020.

        > Quoted: ELMo was first, ULMFiT came beside it, and XLNet behind both of them.
        """
    }
}
