import Foundation

/// Work on several threads whose results are taken in order by one.
///
/// Threads run ahead of the taker by a bounded number of results, so that memory does not grow with the number of
/// pieces. Threads of their own rather than tasks: they block, and parsing deep nesting wants a deep stack.
///
/// Unchecked because the state is guarded by `condition`.
final class OrderedWork<Output: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let count: Int
    private let window: Int
    private let work: @Sendable (_ thread: Int, _ index: Int) -> Output
    private var started = 0
    private var taken = 0
    private var running = 0
    private var isCancelled = false
    private var results: [Int: Output] = [:]

    /// - Parameter work: makes the result of a piece, on any thread; threads are numbered from 0.
    private init(count: Int, window: Int, work: @escaping @Sendable (_ thread: Int, _ index: Int) -> Output) {
        self.count = count
        self.window = window
        self.work = work
    }

    /// Works on pieces `0..<count` with `jobs` threads and hands each result to `take`, in order, on the calling
    /// thread. When `take` throws, no further piece is begun.
    ///
    /// - Parameter first: done on the calling thread before the first result is taken, while others work already.
    static func run(
        count: Int, jobs: Int, work: @escaping @Sendable (_ thread: Int, _ index: Int) -> Output,
        first: () throws -> Void = {}, take: (Int, Output) throws -> Void
    ) rethrows {
        guard count > 0 else { return try first() }
        let jobs = max(1, min(jobs, count))
        let state = OrderedWork(count: count, window: jobs * 32, work: work)
        state.running = jobs
        for number in 0..<jobs {
            let thread = Thread { state.workAlong(number) }
            thread.stackSize = 64 << 20
            thread.start()
        }
        defer { state.finish() }
        try first()
        for index in 0..<count { try take(index, state.result(of: index)) }
    }

    private func workAlong(_ thread: Int) {
        condition.lock()
        while !isCancelled, started < count {
            guard started < taken + window else {
                condition.wait()
                continue
            }
            let index = started
            started += 1
            condition.unlock()
            let result = work(thread, index)
            condition.lock()
            results[index] = result
            if isWorthTaking { condition.broadcast() }
        }
        running -= 1
        condition.broadcast()
        condition.unlock()
    }

    /// Whether the taker is to be woken: it takes what there is at once, and is not woken for each alone. Always before
    /// the window is full, and for the last ones.
    private var isWorthTaking: Bool {
        results[taken] != nil && (results.count >= Self.worth || started == count)
    }

    /// Fewer than the window has beside the pieces that are worked on.
    private static var worth: Int { 16 }

    private func result(of index: Int) -> Output {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let result = results.removeValue(forKey: index) {
                taken = index + 1
                if started >= index + window { condition.broadcast() }
                return result
            }
            condition.wait()
        }
    }

    /// Waits until no thread works any more.
    private func finish() {
        condition.lock()
        isCancelled = true
        condition.broadcast()
        while running > 0 { condition.wait() }
        condition.unlock()
    }
}
