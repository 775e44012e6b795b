import Foundation
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
/// Building again costs what changed: an issue whose content hash and recognizer version are known
/// is not read again. Every issue is replaced in a transaction of its own, so that an interrupted
/// build leaves a good database, and the next one goes on.
public struct GraphBuilder: Sendable {
    /// How a build is to be done.
    public struct Options: Sendable {
        /// Files that are read at the same time.
        public var jobs = ProcessInfo.processInfo.activeProcessorCount
        /// Remove issues from the graph that the given paths no longer hold.
        public var prune = false
        /// Text of standard input, taken as the issue `stdin.md`.
        public var standardInput: [UInt8]?

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

    private let store: GraphStore
    private let pipeline: Pipeline
    private let linker: Linker

    /// - Parameters:
    ///   - database: the SQLite file; it is made if it does not exist.
    ///   - lexicons: paths of the user's own lexicon files.
    /// - Throws: `StoreError`, `LexiconError`, `ResourceError` or `BuildError`, one line each.
    public init(database: String, lexicons: [String] = []) throws {
        var texts: [(text: String, file: String)] = []
        for path in lexicons {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw BuildError(reason: "\(path): lexicon cannot be read; check the path")
            }
            texts.append((String(decoding: data, as: UTF8.self), path))
        }
        let (pipeline, lexicon) = try Pipeline.standard(lexicons: texts)
        let linker = Linker(known: lexicon.entries.map(\.entity))
        try self.init(database: database, pipeline: pipeline, linker: linker)
    }

    /// Builds with what was loaded before.
    init(database: String, pipeline: Pipeline, linker: Linker) throws {
        self.pipeline = pipeline
        self.linker = linker
        store = try GraphStore(path: database, access: .write)
    }

    /// Reads the issues that files and folders hold into the graph.
    ///
    /// - Parameters:
    ///   - paths: files and folders; what cannot be read is reported and skipped.
    ///   - progress: called now and then, from one thread at a time.
    public func build(
        _ paths: [String], options: Options = Options(), progress: (@Sendable (Progress) -> Void)? = nil
    ) async throws -> BuildReport {
        let finder = IssueFinder(paths: paths)
        var report = BuildReport()
        report.skipped = finder.problems.map { .init(path: $0.path, reason: $0.reason) }
        let stored: [String: StoredIssue]
        do {
            stored = try store.storedIssues()
            try await read(finder.files, options, stored, &report, progress)
            if let bytes = options.standardInput { try readStandardInput(bytes, stored, &report) }
            if options.prune {
                var kept = Set(finder.files.map(\.path))
                if options.standardInput != nil { kept.insert(Self.standardInputPath) }
                try prune(kept: kept, stored, &report)
            }
            let isLinked = try store.isLinked()
            if !isLinked || report.changed > 0 || report.removed > 0 {
                progress?(
                    Progress(
                        files: finder.files.count, totalFiles: finder.files.count, bytes: 0, totalBytes: 0,
                        isLinking: true))
                try link()
            }
            try summarize(&report)
            try store.close()
        } catch let error as BuildError {
            throw error
        } catch {
            throw StoreError(error, path: store.path)
        }
        return report
    }

    // MARK: - Per issue

    private enum Outcome: Sendable {
        case read(IssueRecord)
        case unchanged
        case skipped(String)
    }

    /// Reads on several cores; the records are written in order of the files.
    private func read(
        _ files: [IssueFinder.File], _ options: Options, _ stored: [String: StoredIssue],
        _ report: inout BuildReport,
        _ progress: (@Sendable (Progress) -> Void)?
    ) async throws {
        var state = Progress(
            files: 0, totalFiles: files.count, bytes: 0, totalBytes: files.reduce(0) { $0 + $1.size },
            isLinking: false)
        try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
            var started = 0
            func start() {
                guard started < files.count else { return }
                let index = started
                started += 1
                let file = files[index]
                let before = stored[file.path]
                group.addTask { (index, outcome(of: file, before)) }
            }
            for _ in 0..<max(1, options.jobs) { start() }
            var waiting: [Int: Outcome] = [:]
            var next = 0
            while let (index, outcome) = try await group.next() {
                waiting[index] = outcome
                while let outcome = waiting.removeValue(forKey: next) {
                    try take(outcome, files[next].path, &report)
                    if case .skipped = outcome {} else { report.bytes += files[next].size }
                    state.files += 1
                    state.bytes += files[next].size
                    next += 1
                }
                progress?(state)
                start()
            }
        }
    }

    private func outcome(of file: IssueFinder.File, _ before: StoredIssue?) -> Outcome {
        guard file.size <= IssueFinder.largestIssue else {
            return .skipped(ReadingError.tooLarge(bytes: file.size).description)
        }
        let data: Data
        do {
            data = try Data(contentsOf: URL(fileURLWithPath: file.path))
        } catch {
            return .skipped("cannot be read; check its permissions")
        }
        return outcome(of: [UInt8](data), path: file.path, before)
    }

    private func outcome(of bytes: [UInt8], path: String, _ before: StoredIssue?) -> Outcome {
        if let before, before.size == bytes.count, before.recognizerVersion == pipeline.version,
            before.contentHash == IssueReader.contentHash(bytes)
        {
            return .unchanged
        }
        do {
            var record = try IssueReader().read(bytes, path: path)
            let names = pipeline.names(in: record)
            record.mentions = names.mentions
            record.candidates = names.candidates
            return .read(record)
        } catch {
            return .skipped(error.description)
        }
    }

    private func take(_ outcome: Outcome, _ path: String, _ report: inout BuildReport) throws {
        switch outcome {
        case .read(let record):
            try store.replace(record, version: pipeline.version)
            report.changed += 1
            if !record.repairs.isEmpty || record.issue.encoding != "utf-8" { report.repaired += 1 }
            for warning in record.issue.warnings {
                report.warnings.append(.init(path: path, reason: warning))
            }
        case .unchanged: report.unchanged += 1
        case .skipped(let reason): report.skipped.append(.init(path: path, reason: reason))
        }
    }

    private func readStandardInput(
        _ bytes: [UInt8], _ stored: [String: StoredIssue], _ report: inout BuildReport
    ) throws {
        let path = Self.standardInputPath
        report.bytes += bytes.count
        try take(outcome(of: bytes, path: path, stored[path]), path, &report)
    }

    private static let standardInputPath = "stdin.md"

    /// Issues that are no more among the given paths, or that can no longer be read.
    private func prune(
        kept: Set<String>, _ stored: [String: StoredIssue], _ report: inout BuildReport
    ) throws {
        let skipped = Set(report.skipped.map(\.path))
        let gone = stored.keys.sorted().filter { !kept.contains($0) || skipped.contains($0) }
        try store.remove(gone)
        report.removed = gone.count
    }

    // MARK: - Over all issues

    private func link() throws {
        let (issueIDs, sighted) = try GraphStructure.issues(in: store)
        let indexes = Dictionary(issueIDs.enumerated().map { ($1, $0) }) { first, _ in first }
        var sightings: [Sighting] = []
        var stored: [(id: Int64, entity: Int64?)] = []
        try store.mentionsToLink { mention in
            sightings.append(
                Sighting(
                    issue: indexes[mention.issueID] ?? 0, passage: Int(mention.passageID),
                    surface: mention.surface,
                    type: mention.type, reference: mention.reference, confidence: mention.confidence))
            stored.append((mention.id, mention.entityID))
        }
        let linked = linker.link(sightings, issues: sighted)
        let edges = CoMentions.count(sightings, entities: linked.entityOfSighting, issues: sighted)
        let structure = GraphStructure(
            sightings, entities: linked.entityOfSighting, entityCount: linked.entities.count, edges: edges,
            issues: sighted, issueIDs: issueIDs)
        try store.replaceGraph(
            Self.rows(linked, sightings, sighted), structure.edges,
            mentions: zip(stored, linked.entityOfSighting).map { ($0.id, $1, $0.entity) },
            structure: structure.rows)
    }

    private static func rows(
        _ linked: LinkedEntities, _ sightings: [Sighting], _ issues: [SightedIssue]
    ) -> [EntityRow] {
        struct Tally {
            var mentions = 0
            var passages: Set<Int> = []
            var issues: Set<Int> = []
        }
        var tallies = Array(repeating: Tally(), count: linked.entities.count)
        for (sighting, entity) in zip(sightings, linked.entityOfSighting) {
            tallies[entity].mentions += 1
            tallies[entity].passages.insert(sighting.passage)
            tallies[entity].issues.insert(sighting.issue)
        }
        return zip(linked.entities, tallies).map { entity, tally in
            let dates = tally.issues.compactMap { issues[$0].date }
            return EntityRow(
                key: entity.key, entity: entity.entity, mentions: tally.mentions,
                passages: tally.passages.count,
                issues: tally.issues.count, firstDate: dates.min()?.description,
                lastDate: dates.max()?.description)
        }
    }

    private func summarize(_ report: inout BuildReport) throws {
        let statistics = try GraphStatistics(store)
        report.issues = statistics.issues
        report.entities = statistics.entities
        report.edges = statistics.edges
        report.mentions = statistics.mentions
    }
}

/// What a build did.
public struct BuildReport: Sendable {
    public struct Note: Sendable, Hashable {
        public var path: String
        public var reason: String
    }

    /// Issues read in this build, because they are new or changed.
    public var changed = 0
    public var unchanged = 0
    public var removed = 0
    /// Issues read in this build whose text had to be repaired.
    public var repaired = 0
    public var skipped: [Note] = []
    public var warnings: [Note] = []
    /// Size of all files that were read or found unchanged.
    public var bytes = 0
    /// What the graph now holds.
    public var issues = 0
    public var mentions = 0
    public var entities: [EntityType: Int] = [:]
    public var edges = 0

    public init() {}
}

/// Why a build cannot begin, in one line.
public struct BuildError: Error, CustomStringConvertible {
    public var reason: String
    public var description: String { reason }
}
