import Foundation
import IssueReader
import KGModel
import Linking
import Recognition

/// How long recognition and linking take over some issues, reading and writing left out.
///
///     let timing = try await RecognitionTiming.measure(["newsletters/"])
///     print(timing.bytes, timing.recognition, timing.linking)
public struct RecognitionTiming: Sendable {
    /// A recognizer's share.
    public struct Part: Sendable {
        public var recognizer: String
        /// On one core.
        public var time: Duration
        /// Spans that it saw names in.
        public var candidates: Int
    }

    public var issues: Int
    /// Size of the files.
    public var bytes: Int
    public var mentions: Int
    /// Time to load the lexicon, the word lists and the tagger's model.
    public var loading: Duration
    /// Time of all recognizers over all issues, on `jobs` cores.
    public var recognition: Duration
    public var jobs: Int
    /// Time to link all mentions, on one core.
    public var linking: Duration
    public var parts: [Part]

    /// Reads the issues under `paths` (what cannot be read is left out) and recognizes and links
    /// the names in them, in memory.
    ///
    /// - Parameter jobs: issues that are worked on at the same time.
    /// - Throws: `LexiconError`, `ResourceError` or `TaggerModelError`.
    public static func measure(
        _ paths: [String], jobs: Int = ProcessInfo.processInfo.activeProcessorCount
    ) async throws -> RecognitionTiming {
        let clock = ContinuousClock()
        var standard: (pipeline: Pipeline, lexicon: Lexicon)?
        let loading = try clock.measure { standard = try Pipeline.standard() }
        let (pipeline, lexicon) = try standard ?? Pipeline.standard()
        let linker = Linker(lexicon)
        let files = IssueFinder(paths: paths).files
        var records: [IssueRecord] = []
        for file in files {
            guard let data = FileManager.default.contents(atPath: file.path),
                let record = try? IssueReader().read([UInt8](data), path: file.path)
            else { continue }
            records.append(record)
        }
        let issues = records
        var found = [[Mention]](repeating: [], count: issues.count)
        let start = clock.now
        await withTaskGroup(of: (Int, [Mention]).self) { group in
            var next = 0
            while next < min(jobs, issues.count) {
                let index = next
                group.addTask { (index, pipeline.names(in: issues[index]).mentions) }
                next += 1
            }
            while let (index, mentions) = await group.next() {
                found[index] = mentions
                guard next < issues.count else { continue }
                let index = next
                group.addTask { (index, pipeline.names(in: issues[index]).mentions) }
                next += 1
            }
        }
        let recognition = clock.now - start
        var sightings = SightingTable()
        for (issue, mentions) in found.enumerated() {
            for mention in mentions {
                sightings.add(
                    SurfaceForm(
                        surface: mention.surface, type: mention.type, reference: mention.reference),
                    issue: issue, passage: issue << 20 | mention.passage, start: mention.range.lowerBound,
                    confidence: mention.confidence)
            }
        }
        let sighted = issues.map {
            SightedIssue(path: $0.issue.path, language: $0.issue.language, date: $0.issue.date)
        }
        let linking = clock.measure { _ = linker.link(sightings, issues: sighted) }
        return RecognitionTiming(
            issues: issues.count, bytes: files.reduce(0) { $0 + $1.size }, mentions: sightings.all.count,
            loading: loading, recognition: recognition, jobs: jobs, linking: linking,
            parts: parts(pipeline, issues))
    }

    /// Each recognizer on its own, on one core.
    private static func parts(_ pipeline: Pipeline, _ issues: [IssueRecord]) -> [Part] {
        let clock = ContinuousClock()
        var words = Duration.zero
        var parts = pipeline.recognizers.map { Part(recognizer: $0.name, time: .zero, candidates: 0) }
        for record in issues {
            var text = IssueText(IssueRecord(issue: record.issue, passages: []))
            words += clock.measure { text = IssueText(record) }
            var candidates: [Candidate] = []
            for (index, recognizer) in pipeline.recognizers.enumerated() {
                var more: [Candidate] = []
                parts[index].time += clock.measure {
                    more = recognizer.candidates(in: text, given: candidates)
                }
                parts[index].candidates += more.count
                candidates += more
            }
        }
        return [Part(recognizer: "words", time: words, candidates: 0)] + parts
    }
}
