import GRDB

/// How long a passage is, and how often its most frequent word stands in it: no word can be worth more there than these
/// two allow, so that a search need not read every text that holds its words.
struct TextSize: Hashable {
    /// As many as `WordPattern.words` counts; the highest number for so many and more.
    var words: UInt8
    /// Nothing stands there more often; the highest number for what is not known.
    var most: UInt8

    static let unknown = TextSize(words: 0, most: .max)
    var isMostKnown: Bool { most < .max }

    /// - Parameter words: those of the full-text index.
    init(_ text: UnsafeBufferPointer<UInt8>, words: some Sequence<UInt32>) {
        var most = 0
        var (last, run) = (UInt32.max, 0)
        for word in words.sorted() {
            run = word == last ? run + 1 : 1
            last = word
            most = max(most, run)
        }
        self.init(words: Self.byte(WordPattern.words(in: text).count), most: Self.byte(most))
    }

    init(words: UInt8, most: UInt8) {
        self.words = words
        self.most = most
    }

    static func byte(_ count: Int) -> UInt8 { UInt8(clamping: count) }
}

/// The sizes of all passages, two bytes each, in runs of passages whose numbers follow each other.
enum TextSizes {
    static let table = """
        CREATE TABLE text_size (
            first_passage INTEGER PRIMARY KEY,
            sizes BLOB NOT NULL
        )
        """

    /// Two runs fit on a page.
    static let passagesOfRun = 3_900

    static func write(_ sizes: [TextSize], firstPassage: Int64, _ db: Database) throws {
        let insert = try RowStatement(db, "INSERT OR REPLACE INTO text_size VALUES (?, ?)")
        for start in stride(from: 0, to: sizes.count, by: passagesOfRun) {
            let run = sizes[start..<min(sizes.count, start + passagesOfRun)]
            insert.bind(1, firstPassage + Int64(start))
            try run.flatMap { [$0.words, $0.most] }.withUnsafeBytes { bytes in
                insert.bind(2, blob: bytes)
                try insert.run()
            }
        }
    }

    /// Forgets what is told of passages behind the last one: their numbers will be given again.
    static func forget(after passage: Int64, _ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM text_size WHERE first_passage > \(passage);
                UPDATE text_size SET sizes = substr(sizes, 1, 2 * (\(passage) + 1 - first_passage))
                WHERE first_passage = (SELECT max(first_passage) FROM text_size)
                    AND length(sizes) > 2 * (\(passage) + 1 - first_passage)
                """)
    }

    /// Tells the sizes of all passages anew.
    static func refill(_ db: Database) throws {
        let indexer = TextIndexer(number: 0)
        let rows = try RowStatement(db, "SELECT id, text FROM passage_row ORDER BY id")
        var (first, sizes): (Int64, [TextSize]) = (0, [])
        while try rows.next() {
            let passage = Int64(rows.integer(0))
            if passage != first + Int64(sizes.count) || sizes.count == passagesOfRun {
                try write(sizes, firstPassage: first, db)
                (first, sizes) = (passage, [])
            }
            sizes.append(try rows.withText(1) { try indexer.size(of: $0) })
        }
        try write(sizes, firstPassage: first, db)
    }

    /// Looks sizes up; fastest for passages that come in order.
    final class Reader {
        private let runs: RowStatement
        private var passages: Range<Int64> = 0..<0
        private var sizes: [UInt8] = []

        init(_ db: Database) throws {
            runs = try RowStatement(
                db,
                """
                SELECT first_passage, sizes FROM text_size WHERE first_passage <= ?
                ORDER BY first_passage DESC LIMIT 1
                """)
        }

        func size(of passage: Int64) throws -> TextSize {
            if !passages.contains(passage) {
                runs.bind(1, passage)
                guard try runs.next() else { return .unknown }
                sizes = runs.bytes(1)
                let first = Int64(runs.integer(0))
                runs.reset()
                guard first > 0, first <= .max - Int64(sizes.count) else { return .unknown }
                passages = first..<first + Int64(sizes.count / 2)
                guard passages.contains(passage) else { return .unknown }
            }
            let at = Int(passage - passages.lowerBound) * 2
            return TextSize(words: sizes[at], most: sizes[at + 1])
        }
    }
}

extension TextIndexer {
    func size(of text: UnsafeBufferPointer<UInt8>) throws -> TextSize {
        var words: [UInt32] = []
        try cut(text, into: &words)
        return TextSize(text, words: words)
    }
}
