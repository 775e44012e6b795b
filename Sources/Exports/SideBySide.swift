import Foundation

/// Work on many things of the same kind, some at a time on all cores; what comes out stands in their order.
enum SideBySide {
    /// Things in one share: few enough for all cores to have work, many enough for it to pay.
    private static let share = 1_024

    static func map<Result: Sendable>(_ count: Int, _ body: @Sendable (Range<Int>) -> Result) -> [Result] {
        guard count > share else { return count > 0 ? [body(0..<count)] : [] }
        let shares = (count + share - 1) / share
        let results = Results<Result>(shares)
        DispatchQueue.concurrentPerform(iterations: shares) { number in
            results.keep(body(number * share..<min(count, (number + 1) * share)), of: number)
        }
        return results.all
    }
}

/// Results that several threads bring, each in its place.
///
/// Sendable: its only member that changes is read and written under `lock` alone.
private final class Results<Result: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var places: [Result?]

    init(_ count: Int) { places = Array(repeating: nil, count: count) }

    var all: [Result] { lock.withLock { places.compactMap { $0 } } }

    func keep(_ result: Result, of place: Int) { lock.withLock { places[place] = result } }
}

extension TextWriter {
    /// Writes `count` things in their order.
    mutating func writeEach(of count: Int, _ body: @Sendable (Int, inout TextWriter) -> Void) {
        let parts = SideBySide.map(count) { share in
            var out = TextWriter(isLong: share.count < count)
            for index in share { body(index, &out) }
            return out
        }
        for part in parts { append(part) }
    }
}
