import Foundation
import GraphStore
import Linking

/// In which issues each entity is named, as arrays.
struct Appearances: Sendable {
    /// Numbers of the entities in the database, in order of their keys.
    let ids: [Int64]
    /// The issues of entity `n` stand in `issues` at `offsets[n]..<offsets[n + 1]`, by path.
    let offsets: [UInt32]
    /// Numbers of issues in the database.
    let issues: [UInt32]

    private static let parts = ["appearances.ids", "appearances.counts", "appearances.issues"]

    /// - Parameters:
    ///   - appearances: the indexes of each entity's issues.
    ///   - issues: the number of each issue in the database.
    static func packed(
        ids: [Int64], _ appearances: IssuesOfEntities, issues: [Int64]
    ) -> [(name: String, data: Data)] {
        [
            (parts[0], PackedIDs.data(ids)),
            (parts[1], PackedNumbers.data(appearances.entities.lazy.map { UInt64(appearances[$0].count) })),
            (parts[2], PackedIDs.data(appearances.all.lazy.map { issues[Int($0)] })),
        ]
    }

    /// Reads what `packed` wrote.
    init(arrays: (String) throws -> Data?) rethrows {
        let numbers = PackedIDs.read(try arrays(Self.parts[0]))
        let counts = PackedNumbers.read(try arrays(Self.parts[1]))
        let issues = PackedIDs.read(try arrays(Self.parts[2]))
        let isWhole =
            counts.count == numbers.count && counts.allSatisfy { $0 <= UInt64(issues.count) }
            && counts.reduce(0, +) == UInt64(issues.count)
        ids = isWhole ? numbers : []
        var offsets: [UInt32] = [0]
        for count in isWhole ? counts : [] { offsets.append((offsets.last ?? 0) + UInt32(count)) }
        self.offsets = offsets
        self.issues = isWhole ? issues.map { UInt32(truncatingIfNeeded: $0) } : []
    }

    /// Reads of what `packed` wrote only the issues of some entities: the rest is passed over as it stands.
    ///
    /// - Returns: for each entity the numbers of its issues; none of any where the arrays are not whole.
    static func issues(
        of entities: [Int64], arrays: (String) throws -> Data?
    ) rethrows -> [[UInt32]] {
        let none = Array(repeating: [UInt32](), count: entities.count)
        guard let numbers = try arrays(parts[0]), let counts = try arrays(parts[1]),
            let all = try arrays(parts[2])
        else { return none }
        return numbers.withUnsafeBytes { numbers in
            counts.withUnsafeBytes { counts in
                all.withUnsafeBytes { all in
                    let found = issues(
                        of: EntityPositions(entities), .init(numbers), .init(counts), .init(all))
                    return found ?? none
                }
            }
        }
    }

    private static func issues(
        of entities: EntityPositions, _ numbers: PackedNumbers.Reader, _ counts: PackedNumbers.Reader,
        _ all: PackedNumbers.Reader
    ) -> [[UInt32]]? {
        var (numbers, counts, all) = (numbers, counts, all)
        var result = Array(repeating: [UInt32](), count: entities.ids.count)
        var (entity, issue): (Int64, Int64) = (0, 0)
        while let difference = numbers.next() {
            guard let count = counts.next() else { return nil }
            entity = PackedNumbers.number(difference, from: entity)
            let place = entities[entity]
            for _ in 0..<count {
                guard let difference = all.next() else { return nil }
                issue = PackedNumbers.number(difference, from: issue)
                if let place { result[place].append(UInt32(truncatingIfNeeded: issue)) }
            }
        }
        return counts.next() == nil && all.next() == nil ? result : nil
    }

    /// Numbers of the issues that name the entity at an index of `ids`.
    func issues(at index: Int) -> ArraySlice<UInt32> { issues[Int(offsets[index])..<Int(offsets[index + 1])] }
}
