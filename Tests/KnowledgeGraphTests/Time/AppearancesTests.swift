import Foundation
import GraphStore
import Testing

@testable import KnowledgeGraph

/// What is read of the packed issues of names.
@Suite struct AppearancesTests {
    private let ids: [Int64] = [7, 3, 900_000, 12]
    private let issues: [Int64] = [5, 2, 300, 1]
    /// In order of issues: `[[0, 1, 2], [], [3], [1, 3]]`.
    private let named = IssuesOfEntities(
        [(0, 0), (1, 0), (1, 0), (1, 3), (2, 0), (3, 2), (3, 3)] as [(issue: Int32, entity: Int32)], count: 4)

    private var arrays: [String: Data] {
        Dictionary(Appearances.packed(ids: ids, named, issues: issues).map { ($0.name, $0.data) }) {
            first, _ in
            first
        }
    }

    @Test func someAreReadAsAllAre() {
        let arrays = arrays
        let all = Appearances { arrays[$0] }
        #expect(all.ids == ids)
        for wanted in [[], [7], [900_000, 7], [12, 3, 4], ids] as [[Int64]] {
            let found = Appearances.issues(of: wanted) { arrays[$0] }
            #expect(
                found
                    == wanted.map { id in all.ids.firstIndex(of: id).map { Array(all.issues(at: $0)) } ?? [] }
            )
        }
    }

    @Test func arraysThatAreNotWholeTellNothing() {
        for name in arrays.keys {
            var broken = arrays
            broken[name]?.removeLast()
            #expect(Appearances.issues(of: [7, 12]) { broken[$0] } == [[], []])
            broken[name] = nil
            #expect(Appearances.issues(of: [7, 12]) { broken[$0] } == [[], []])
        }
    }
}
