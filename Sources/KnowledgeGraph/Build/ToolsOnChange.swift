import Foundation
import IssueReader
import KGModel

/// What names are recognized and linked with, loaded as soon as one file is known to be new or changed, while others
/// are still looked for; never where none is.
///
/// Unchecked because the state is guarded by `lock`.
final class ToolsOnChange: @unchecked Sendable {
    private let lock = NSLock()
    private let load: @Sendable () throws -> GraphBuilder.Tools
    private var loaded: Promise<GraphBuilder.Tools>?
    private var isChanged: (@Sendable (IssueFinder.File) -> Bool)?
    /// Files that were found before anything was known of them.
    private var waiting: [IssueFinder.File] = []

    init(load: @escaping @Sendable () throws -> GraphBuilder.Tools) { self.load = load }

    /// Files that were found.
    func see(_ files: [IssueFinder.File]) {
        lock.withLock {
            guard loaded == nil else { return }
            waiting += files
            loadIfChanged()
        }
    }

    /// What tells that a file is new or changed.
    func know(_ isChanged: @escaping @Sendable (IssueFinder.File) -> Bool) {
        lock.withLock {
            self.isChanged = isChanged
            loadIfChanged()
        }
    }

    /// The tools, which are loaded now if they were not before. They are given once and not kept here: they take room.
    func take() -> Promise<GraphBuilder.Tools> {
        lock.withLock {
            defer { (loaded, isChanged) = (nil, nil) }
            return begin()
        }
    }

    private func loadIfChanged() {
        guard let isChanged else { return }
        if waiting.contains(where: isChanged) { _ = begin() }
        waiting = []
    }

    private func begin() -> Promise<GraphBuilder.Tools> {
        if let loaded { return loaded }
        let promise = Promise(load)
        loaded = promise
        return promise
    }
}
