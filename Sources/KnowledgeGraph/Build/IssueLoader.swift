import GraphStore
import IssueReader
import KGModel
import Recognition

/// The half of a build that looks at one issue at a time: files are read on several threads, and their records are
/// written by one, in order.
struct IssueLoader {
    static let standardInputPath = "stdin.md"

    let writer: GraphWriter
    let changes: IssueChanges
    let tools: Promise<GraphBuilder.Tools>
    let options: GraphBuilder.Options

    private enum Outcome: Sendable {
        case read(IssueRecord, stamp: Int64?, text: IndexedText?)
        /// Read, but as it was.
        case unchanged(stamp: Int64?)
        case skipped(String)
        case failed(any Error)
    }

    /// - Parameter first: done before the first record is written, while files are read already.
    func load(
        _ report: inout BuildReport, _ progress: (@Sendable (GraphBuilder.Progress) -> Void)?,
        first: () throws -> Void
    ) throws {
        let files = changes.suspects
        let indexers = writer.wantsText ? Indexers(count: options.jobs) : nil
        let reader = Reader(
            stored: changes.stored, version: changes.version, tools: tools, indexers: indexers)
        let untouched = changes.untouched.reduce(into: (files: 0, bytes: 0)) {
            $0.files += 1
            $0.bytes += $1.size
        }
        var state = GraphBuilder.Progress(
            files: untouched.files, totalFiles: untouched.files + files.count, bytes: untouched.bytes,
            totalBytes: untouched.bytes + files.reduce(0) { $0 + $1.size }, isLinking: false)
        var uncommitted = 0
        try OrderedWork.run(count: files.count, jobs: options.jobs) { thread, index in
            reader.outcome(of: files[index], thread: thread)
        } first: {
            try first()
        } take: { index, outcome in
            let file = files[index]
            try take(outcome, file.path, &report)
            if case .skipped = outcome {} else { report.bytes += file.size }
            state.files += 1
            state.bytes += file.size
            uncommitted += file.size
            if uncommitted >= options.bytesBetweenCommits {
                try writer.commit()
                uncommitted = 0
            }
            if index % 16 == 15 || index + 1 == files.count { progress?(state) }
        }
        if let bytes = options.standardInput {
            report.bytes += bytes.count
            let contents = FileContents(bytes: bytes, stamp: nil)
            try take(
                reader.outcome(of: contents, Self.standardInputPath, thread: nil), Self.standardInputPath,
                &report)
        }
        if options.prune { try prune(&report) }
        try writer.endIssues()
    }

    private func take(_ outcome: Outcome, _ path: String, _ report: inout BuildReport) throws {
        switch outcome {
        case .read(let record, let stamp, let text):
            try writer.replace(record, version: changes.version, stamp: stamp, text: text)
            report.changed += 1
            if !record.repairs.isEmpty || record.issue.encoding != "utf-8" { report.repaired += 1 }
            for warning in record.issue.warnings {
                report.warnings.append(.init(path: path, reason: warning))
            }
        case .unchanged(let stamp):
            try writer.restamp(path, stamp)
            report.unchanged += 1
        case .skipped(let reason): report.skipped.append(.init(path: path, reason: reason))
        case .failed(let error): throw error
        }
    }

    /// Issues that are no more among the given paths, or that can no longer be read.
    private func prune(_ report: inout BuildReport) throws {
        let skipped = report.skipped.map(\.path).filter { changes.stored[$0] != nil }
        for path in Set(changes.gone).union(skipped).sorted() where try writer.remove(path) {
            report.removed += 1
        }
    }

    /// A pure function from a file to what it says.
    private struct Reader: Sendable {
        let stored: [String: StoredIssue]
        let version: String
        let tools: Promise<GraphBuilder.Tools>
        let indexers: Indexers?

        func outcome(of file: IssueFinder.File, thread: Int) -> Outcome {
            do {
                return outcome(of: try FileReader.read(file.path), file.path, thread: thread)
            } catch {
                return .skipped(error.description)
            }
        }

        func outcome(of contents: FileContents, _ path: String, thread: Int?) -> Outcome {
            let bytes = contents.bytes
            if let before = stored[path], before.size == bytes.count, before.recognizerVersion == version,
                before.contentHash == IssueReader.contentHash(bytes)
            {
                return .unchanged(stamp: contents.stamp)
            }
            var record: IssueRecord
            do {
                record = try IssueReader().read(bytes, path: path)
            } catch {
                return .skipped(error.description)
            }
            do {
                let names = try tools.get().pipeline.names(in: record)
                record.mentions = names.mentions
                record.candidates = names.candidates
                record.relations = RelationReader.relations(in: record)
                let text = try thread.flatMap { indexers?.all[$0] }?.index(record.passages)
                return .read(record, stamp: contents.stamp, text: text)
            } catch {
                return .failed(error)
            }
        }
    }

    /// An indexer for each thread.
    ///
    /// Unchecked because the thread of a number uses the indexer of that number alone.
    private struct Indexers: @unchecked Sendable {
        let all: [TextIndexer]

        init(count: Int) { all = (0..<max(1, count)).map { TextIndexer(number: $0) } }
    }
}
