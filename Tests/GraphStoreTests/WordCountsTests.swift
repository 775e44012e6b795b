import Testing

@testable import GraphStore

@Suite struct WordCountsTests {
    /// Counted by the index itself, and by what it finds; after issues were replaced and removed.
    @Test func bothWaysOfCountingAgree() throws {
        try withTemporaryFolder { folder throws in
            let path = folder.appendingPathComponent("kg.sqlite").path
            let store = try GraphStore(path: path, access: .write)
            for number in 0..<30 {
                try store.replace(
                    record("\(number).md", "BERT is naïve \(number % 7)", "微软 model of models"), version: "1")
            }
            try store.replace(record("3.md", "GPT alone"), version: "1")
            try store.remove(["5.md", "6.md"])
            let words = ["bert", "naive", "3", "微", "model", "models", "gpt", "absent", "is"]
            let found = try store.read { db in
                let counts = try WordCounts(db)
                return try words.map { try counts.passages(with: $0) }
            }
            try store.close()
            let asked = try GraphStore(path: path, access: .read).read { db in
                let counts = try WordCounts(db)
                return try words.map { try counts.passages(with: $0) }
            }
            #expect(asked == found)
            #expect(asked[0] == 27)
            #expect(asked[7] == 0)
        }
    }
}
