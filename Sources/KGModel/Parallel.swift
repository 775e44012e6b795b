import Dispatch

/// Work that is spread over all cores.
public enum Parallel {
    /// Pieces that are worth a thread's attention: below this one thread is done before the others have begun.
    private static let leastPieces = 512

    /// The result of `make`, which is made on another core while this one does something else. Neither must block.
    public static func beside<Result: Sendable>(
        _ make: @escaping @Sendable () -> Result, do work: () -> Void
    ) -> Result {
        // Written before the group is left, and read after.
        nonisolated(unsafe) var made: Result?
        let group = DispatchGroup()
        DispatchQueue.global(qos: .userInitiated).async(group: group) { made = make() }
        work()
        group.wait()
        return made ?? make()
    }

    /// What `make` finds in `0..<count`, in order, looked through in stretches. `make` must not block.
    public static func stretches<Result: Sendable>(
        count: Int, _ make: @Sendable (Range<Int>) -> [Result]
    ) -> [Result] {
        let stretches = max(1, min(16, count / (2 * leastPieces)))
        let found = concurrently(count: stretches) {
            make(count * $0 / stretches..<count * ($0 + 1) / stretches)
        }
        return found.flatMap { $0 }
    }

    /// Frees on another core what takes long to free.
    ///
    /// - Parameter value: the last reference to it: what somebody else holds still is not freed.
    public static func letGo(_ value: consuming some Sendable) {
        DispatchQueue.global(qos: .utility).async { [value] in withExtendedLifetime(value) {} }
    }

    /// The results of `make` for `0..<count`, in order. `make` must not block.
    public static func map<Result: Sendable>(
        count: Int, _ make: @Sendable (Int) -> Result
    ) -> [Result] {
        guard count >= 2 * leastPieces else { return (0..<count).map(make) }
        return concurrently(count: count, at: leastPieces, make)
    }

    /// - Parameter pieces: so many are made by one thread, one behind the other.
    private static func concurrently<Result: Sendable>(
        count: Int, at pieces: Int = 1, _ make: @Sendable (Int) -> Result
    ) -> [Result] {
        Array(unsafeUninitializedCapacity: count) { results, initialized in
            // Every piece is written once, by the thread that makes it.
            nonisolated(unsafe) let results = results
            DispatchQueue.concurrentPerform(iterations: (count + pieces - 1) / pieces) { block in
                for index in block * pieces..<min(count, (block + 1) * pieces) {
                    results.initializeElement(at: index, to: make(index))
                }
            }
            initialized = count
        }
    }
}
