import GRDB
import KGModel
import Testing

@testable import GraphStore

/// The order of the issues as it is kept is that of their rows.
@Suite struct IssueOrderTests {
    private func record(_ path: String, _ date: String?, passages: Int) -> IssueRecord {
        IssueRecord(
            issue: Issue(
                path: path, title: "T", date: date.flatMap { IssueDate(iso: $0) }, contentHash: "h", size: 1),
            passages: (0..<passages).map { Passage(kind: .paragraph, text: "text \($0)", lines: 1...1) })
    }

    @Test func tellsIssuesByTheirPassagesAndPlaces() throws {
        try withStore { store throws in
            try store.replace(record("c.md", "2020-03", passages: 3), version: "1")
            try store.replace(record("b.md", nil, passages: 0), version: "1")
            try store.replace(record("a.md", "2020-03", passages: 2), version: "1")
            try store.replace(record("d.md", nil, passages: 1), version: "1")
            try store.replace(record("e.md", "2019", passages: 4), version: "1")
            // Its new passages stand behind all others.
            try store.replace(record("c.md", "2020-03", passages: 2), version: "1")
            try store.read { db throws in
                let order = try IssueOrder(db)
                let paths = try order.issues.sorted { $0.place < $1.place }.map { issue in
                    try String.fetchOne(db, sql: "SELECT path FROM issue WHERE id = ?", arguments: [issue.id])
                }
                #expect(paths == ["e.md", "a.md", "c.md", "b.md", "d.md"])
                #expect(order.dated == 3)
                for row in try Row.fetchAll(db, sql: "SELECT id, issue_id FROM passage_row") {
                    let index = try #require(order.index(ofPassage: row[0]))
                    #expect(order.issues[index].id == row[1])
                    #expect(order.index(ofPassage: row[0], from: index) == index)
                }
                #expect(order.index(ofPassage: 0) == nil)
                #expect(order.index(ofPassage: 1000) == nil)
            }
        }
    }

    /// A count of what is read, whatever the issues hold: nothing of their rows.
    @Test func isReadWithoutTheIssues() throws {
        try withStore { store throws in
            try store.replace(record("a.md", "2020-03", passages: 2), version: "1")
            try store.write { writer in
                try writer.replaceGraph([], .none, entityOfMention: { _ in 0 })
            }
            try store.read { db throws in
                nonisolated(unsafe) var statements: [String] = []
                db.trace { event in statements.append(event.description) }
                defer { db.trace(options: []) }
                #expect(try IssueOrder(db).issues.count == 1)
                #expect(statements.count == 1)
                #expect(!statements.joined().contains("FROM issue"))
            }
        }
    }
}
