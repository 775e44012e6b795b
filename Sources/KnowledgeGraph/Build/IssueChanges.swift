import GraphStore
import IssueReader

/// What a build has to look at, told from the stamps of files alone.
struct IssueChanges {
    /// Files that are new, or may have changed.
    private(set) var suspects: [IssueFinder.File] = []
    /// Files that nobody touched since they were read.
    private(set) var untouched: [IssueFinder.File] = []
    /// Stored issues that the paths no longer hold, if those are to be removed; sorted.
    private(set) var gone: [String] = []
    let stored: [String: StoredIssue]
    let version: String
    private let hasInput: Bool

    init(
        _ files: [IssueFinder.File], stored: [String: StoredIssue], version: String,
        _ options: GraphBuilder.Options
    ) {
        self.stored = stored
        self.version = version
        hasInput = options.standardInput != nil
        for file in files {
            if Self.isUntouched(file, stored, version: version) {
                untouched.append(file)
            } else {
                suspects.append(file)
            }
        }
        guard options.prune else { return }
        var kept = Set(files.map(\.path))
        if hasInput { kept.insert(IssueLoader.standardInputPath) }
        gone = stored.keys.filter { !kept.contains($0) }.sorted()
    }

    /// Whether nobody touched a file since it was read, by recognizers of this version.
    static func isUntouched(
        _ file: IssueFinder.File, _ stored: [String: StoredIssue], version: String
    ) -> Bool {
        guard let known = stored[file.path] else { return false }
        return known.stamp == file.stamp && known.recognizerVersion == version
    }

    /// Whether so little changed that bringing the graph up to date row by row is less work than writing it anew.
    var areFew: Bool {
        let changed = suspects.count + gone.count + (hasInput ? 1 : 0)
        return changed * 8 <= stored.count && suspects.reduce(0) { $0 + $1.size } <= 16_000_000
    }

    var isEmpty: Bool { suspects.isEmpty && gone.isEmpty && !hasInput }
}
