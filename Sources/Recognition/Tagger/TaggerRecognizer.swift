import Foundation
import KGModel

/// Finds names by how they look and what stands around them: a conditional random field over words,
/// trained on annotated issues. It tags an issue twice; the second time it knows what the first saw
/// elsewhere in the issue (stacking; Krishnan and Manning 2006).
public struct TaggerRecognizer: Recognizer {
    static let place = "tagger"
    public let name = Self.place
    public let summary = "a statistical tagger: shapes, neighbours, and what the other recognizers say"
    private let model: TaggerModel
    private let spellings: SpellingsPool

    public init(model: TaggerModel) {
        self.model = model
        spellings = SpellingsPool(table: model.words)
    }

    /// The name of the model among the resources.
    static let resource = "tagger.model"

    /// The confidence of spans below the model's threshold, at most.
    private static let mostDoubtful = 0.49

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        let evidence = IssueEvidence.evidence(of: found, in: issue)
        let spans = spellings.withSpellings { spellings in
            let features = TaggerFeatures(
                issue, table: model.words, spellings: spellings, evidence: evidence,
                readsEveryWord: model.readsEveryWord)
            return model.withWeights { weights in
                TaggerRun(model: model, weights: weights, features: features, spellings: spellings)
                    .tag(evidence)
            }
        }
        var result: [Candidate] = []
        for (index, spans) in spans.enumerated() {
            let text = issue.passages[index]
            for span in spans {
                var confidence = model.calibrated(span.probability)
                // Worth a second look by the user, but no mention.
                if span.probability < model.threshold { confidence = min(confidence, Self.mostDoubtful) }
                result.append(
                    Candidate(
                        passage: index, range: text.range(ofWords: span.words),
                        type: TaggerLabel.types[span.type], recognizer: name, confidence: confidence))
            }
        }
        return result
    }
}

/// The memories of spellings, one for each thread that tags at the same time.
private final class SpellingsPool: @unchecked Sendable {
    // Sendable: `free` is touched under `lock` alone, and a memory that was taken out belongs to the
    // one caller that runs `body` until it is put back.
    private let lock = NSLock()
    private var free: [Spellings] = []
    private let table: WordTable

    init(table: WordTable) { self.table = table }

    func withSpellings<Result>(_ body: (Spellings) -> Result) -> Result {
        let spellings = lock.withLock { free.popLast() } ?? Spellings(table: table)
        defer { lock.withLock { free.append(spellings) } }
        return body(spellings)
    }
}

/// What a tagger found before, in the place of a tagger.
struct RecordedSpans: Recognizer {
    let name = TaggerRecognizer.place
    let summary = "spans that a tagger found before"
    /// By the issue's path.
    let spans: [String: [Candidate]]

    func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        spans[issue.issue.path] ?? []
    }
}
