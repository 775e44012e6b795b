import Foundation
import GRDB
import GraphStore
import IssueReader
import KGModel
import Linking
import Recognition

/// Builds a graph from files: reads what changed, recognizes names in it, links all issues and
/// writes the graph.
///
///     let builder = try GraphBuilder(database: "kg.sqlite")
///     let report = try await builder.build(["newsletters/"])
///     print(report.issues, report.entities.values.reduce(0, +))
///
/// Building again costs what changed: a file that was not touched is not opened, an issue whose content hash and
/// recognizer version are known is not read again, and word lists are not loaded when there is nothing to read.
/// Until a build is done, readers see the graph of the one before; an interrupted build leaves a good database,
/// and the next one goes on.
public struct GraphBuilder: Sendable {
    /// How a build is to be done.
    public struct Options: Sendable {
        /// Files that are read at the same time.
        public var jobs = ProcessInfo.processInfo.activeProcessorCount
        /// Remove issues from the graph that the given paths no longer hold.
        public var prune = false
        /// Text of standard input, taken as the issue `stdin.md`.
        public var standardInput: [UInt8]?
        /// Recognizers that are not asked, to see what each is worth.
        public var without: Set<String> = []
        /// Bytes of files after which what was read is made to outlast an interruption.
        public var bytesBetweenCommits = 256_000_000

        public init() {}
    }

    /// How far a build is.
    public struct Progress: Sendable {
        public var files: Int
        public var totalFiles: Int
        public var bytes: Int
        public var totalBytes: Int
        /// The last step: names become entities.
        public var isLinking: Bool
    }

    /// What names are recognized and linked with.
    struct Tools: Sendable {
        var pipeline: Pipeline
        /// Made when the pipeline is: the first file is read sooner so.
        var linker: Promise<Linker>
    }

    private let database: String
    private let version: String
    private let load: @Sendable () throws -> Tools

    /// - Parameters:
    ///   - database: the SQLite file; it is made if it does not exist.
    ///   - lexicons: paths of the user's own lexicon files.
    /// - Throws: `StoreError`, `LexiconError`, `ResourceError` or `BuildError`, one line each.
    public init(database: String, lexicons: [String] = []) throws {
        let texts = try Self.texts(ofLexicons: lexicons)
        try self.init(database: database, version: Pipeline.version(lexicons: texts)) {
            let (pipeline, lexicon) = try Pipeline.standard(lexicons: texts)
            return Tools(pipeline: pipeline, linker: Promise { Linker(lexicon) })
        }
    }

    /// Texts and names of the user's own lexicon files.
    static func texts(ofLexicons paths: [String]) throws -> [(text: String, file: String)] {
        try paths.map { path in
            guard let data = FileManager.default.contents(atPath: path) else {
                throw BuildError(reason: "\(path): lexicon cannot be read; check the path")
            }
            return (String(decoding: data, as: UTF8.self), path)
        }
    }

    /// Builds with what was loaded before.
    init(database: String, pipeline: Pipeline, linker: Linker) throws {
        let tools = Tools(pipeline: pipeline, linker: Promise { linker })
        try self.init(database: database, version: pipeline.version) { tools }
    }

    private init(database: String, version: String, load: @escaping @Sendable () throws -> Tools) throws {
        self.database = database
        self.version = version + "/" + RelationReader.revision
        self.load = load
        // Another program's file is refused before anything is read.
        if FileManager.default.fileExists(atPath: database) {
            try GraphStore.check(path: database)
        }
    }

    /// Reads the issues that files and folders hold into the graph.
    ///
    /// - Parameters:
    ///   - paths: files and folders; what cannot be read is reported and skipped.
    ///   - progress: called now and then, from one thread at a time.
    public func build(
        _ paths: [String], options: Options = Options(), progress: (@Sendable (Progress) -> Void)? = nil
    ) async throws -> BuildReport {
        // Writing blocks; it must not hold one of the few threads that all tasks share.
        try await withCheckedThrowingContinuation { continuation in
            let thread = Thread {
                continuation.resume(with: Result { try buildNow(paths, options, progress) })
            }
            thread.stackSize = 16 << 20
            thread.start()
        }
    }

    private func buildNow(
        _ paths: [String], _ options: Options, _ progress: (@Sendable (Progress) -> Void)?
    ) throws -> BuildReport {
        // Files are looked for while the database tells what it knows of them.
        let tools = ToolsOnChange { [load] in
            var tools = try load()
            tools.pipeline = tools.pipeline.without(options.without)
            return tools
        }
        let finding = Promise { IssueFinder(paths: paths) { tools.see($0) } }
        var report = BuildReport()
        let isNew = !FileManager.default.fileExists(atPath: database)
        if isNew {
            tools.know { _ in true }
            let finder = try finding.get()
            report.skipped = finder.skipped
            if finder.files.isEmpty, options.standardInput == nil { return report }
        }
        let store = try GraphStore(path: database, access: .write)
        do {
            let stored = try store.storedIssues()
            let version = Pipeline.version(version, without: options.without)
            tools.know { !IssueChanges.isUntouched($0, stored, version: version) }
            let finder = try finding.get()
            report.skipped = finder.skipped
            let changes = IssueChanges(finder.files, stored: stored, version: version, options)
            let isLinked = try store.isLinked()
            if !changes.isEmpty || !isLinked {
                try store.write { writer in
                    if let linker = try read(
                        changes, writer, isLinked, tools, options, &report, progress)
                    {
                        progress?(.linking(files: finder.files.count))
                        writer.beginLinking(path: database)
                        try GraphLinking.link(writer, linker)
                    }
                }
            }
            report.unchanged += changes.untouched.count
            report.bytes += changes.untouched.reduce(0) { $0 + $1.size }
            try summarize(store, &report)
            try store.close()
        } catch {
            if isNew { try? store.close() }
            throw Self.told(error, database)
        }
        if isNew, report.issues == 0 { try? FileManager.default.removeItem(atPath: database) }
        return report
    }

    /// Reads what changed, and tells what names are to be linked with; nil where the graph stays as it is. What
    /// recognizes names is let go before: linking takes room enough.
    private func read(
        _ changes: IssueChanges, _ writer: GraphWriter, _ isLinked: Bool, _ tools: ToolsOnChange,
        _ options: Options, _ report: inout BuildReport, _ progress: (@Sendable (Progress) -> Void)?
    ) throws -> Promise<Linker>? {
        let tools = tools.take()
        let loader = IssueLoader(writer: writer, changes: changes, tools: tools, options: options)
        try loader.load(&report, progress) {
            if changes.areFew { try writer.prepareLinking() }
        }
        let isChanged = report.changed > 0 || report.removed > 0
        return isChanged || !isLinked ? try tools.get().linker : nil
    }

    /// What goes wrong while building, in words of our own.
    private static func told(_ error: any Error, _ database: String) -> any Error {
        switch error {
        case is BuildError, is StoreError, is LexiconError, is ResourceError, is TaggerModelFileError: error
        default: StoreError(error, path: database)
        }
    }

    private func summarize(_ store: GraphStore, _ report: inout BuildReport) throws {
        report.issues = try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM issue") ?? 0 }
        if let counts = try store.read({ try GraphCounts($0) }) {
            report.entities = counts.entities
            report.edges = counts.edges
            report.mentions = counts.mentions
            return
        }
        let statistics = try GraphStatistics(store)
        report.entities = statistics.entities
        report.edges = statistics.edges
        report.mentions = statistics.mentions
    }
}

extension IssueFinder {
    fileprivate var skipped: [BuildReport.Note] { problems.map { .init(path: $0.path, reason: $0.reason) } }
}

extension GraphBuilder.Progress {
    static func linking(files: Int) -> GraphBuilder.Progress {
        GraphBuilder.Progress(files: files, totalFiles: files, bytes: 0, totalBytes: 0, isLinking: true)
    }
}
