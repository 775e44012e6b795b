import GRDB
import KGModel

/// Fills the full-text index of a new database: collects the words of all passages, sorts them once, and writes them
/// as segments of FTS5. Every few million words make a segment, so that memory does not grow with the text.
final class FullTextLoad {
    /// Words of a segment: at eight bytes each while they are sorted.
    private static let wordsOfSegment = 4_000_000

    private let db: Database
    private var terms = TermTable()
    /// For each indexer the numbers here of the terms that it has told.
    private var numbers: [[UInt32]] = []
    /// What is not written yet: numbers of words, and the passages that they stand in.
    private var collected = CollectedText()
    private var encoding: Promise<EncodedSegment?>?
    private var segments: [(number: Int64, pages: Int64)] = []
    private var totals = (passages: 0, words: 0)

    /// - Parameter db: a database without passages; what an index of former ones left is forgotten.
    init(_ db: Database) throws {
        self.db = db
        if try Int.fetchOne(db, sql: "SELECT 1 FROM passage_fts_data WHERE id > 10") != nil {
            try db.execute(
                sql: "INSERT INTO passage_fts (passage_fts) VALUES ('delete-all'); DELETE FROM text_size")
        }
    }

    /// Adds the passages of an issue.
    func add(_ text: IndexedText, firstPassage: Int64) throws {
        learn(text)
        if collected.words.isEmpty { collected.reserve(words: Self.wordsOfSegment) }
        let known = numbers[text.indexer]
        let first = TextIndexer.firstTerm
        for word in text.words {
            collected.words.append(word < first ? word : first + known[Int(word - first)])
        }
        for (ordinal, count) in text.counts.enumerated() {
            collected.passages.append((firstPassage + Int64(ordinal), count))
            collected.sizes.append(TextSize(words: text.lengths[ordinal], most: 0))
        }
        totals.passages += text.counts.count
        totals.words += text.words.count
        if collected.words.count >= Self.wordsOfSegment { try encode() }
    }

    private func learn(_ text: IndexedText) {
        while numbers.count <= text.indexer { numbers.append([]) }
        var start = 0
        text.newTerms.withUnsafeBufferPointer { bytes in
            for end in text.newTermEnds {
                let term = UnsafeBufferPointer(rebasing: bytes[start..<end])
                numbers[text.indexer].append(UInt32(terms.number(term)))
                start = end
            }
        }
    }

    /// Begins to encode what was collected, on a thread of its own.
    func encode() throws {
        try store()
        guard !collected.words.isEmpty else { return }
        let (text, terms) = (collected, terms)
        collected = CollectedText()
        let number = Int64(segments.count + 1)
        encoding = Promise { text.encoded(terms, segment: number) }
    }

    /// Writes all that was added.
    func finish() throws {
        if !collected.words.isEmpty { try encode() }
        try store()
        try writeStructure()
    }

    /// Writes the segment that was begun, if there is one.
    private func store() throws {
        guard let segment = try encoding?.get() else { return }
        encoding = nil
        let insert = try RowStatement(db, "INSERT INTO passage_fts_data VALUES (?, ?)")
        for block in segment.blocks {
            insert.bind(1, block.id)
            try block.bytes.withUnsafeBytes { bytes in
                insert.bind(2, blob: bytes)
                try insert.run()
            }
        }
        let number = Int64(segments.count + 1)
        let index = try RowStatement(db, "INSERT INTO passage_fts_idx VALUES (?, ?, ?)")
        for entry in segment.index {
            index.bind(1, number)
            try entry.term.withUnsafeBytes { term in
                index.bind(2, blob: term)
                index.bind(3, entry.page)
                try index.run()
            }
        }
        for run in segment.sizes { try TextSizes.write(run.sizes, firstPassage: run.first, db) }
        segments.append((number, segment.pages))
    }

    /// The two records by which FTS5 knows its segments and the size of its text. The segments stand on the second
    /// level: later ones, of single issues, are merged with each other first.
    private func writeStructure() throws {
        let former = try Row.fetchOne(db, sql: "SELECT block FROM passage_fts_data WHERE id = 10")
        let cookie =
            try former?.withUnsafeData(atIndex: 0) { $0.map { [UInt8]($0.prefix(4)) } } ?? [0, 0, 0, 0]
        var structure = cookie
        let pages = segments.reduce(0) { $0 + $1.pages }
        for number in [2, Int64(segments.count), pages, 0, 0, 0, Int64(segments.count)] {
            Varint.append(UInt64(number), to: &structure)
        }
        for segment in segments {
            for number in [segment.number, 1, segment.pages] { Varint.append(UInt64(number), to: &structure) }
        }
        var averages: [UInt8] = []
        Varint.append(UInt64(totals.passages), to: &averages)
        Varint.append(UInt64(totals.words), to: &averages)
        let replace = try RowStatement(db, "INSERT OR REPLACE INTO passage_fts_data VALUES (?, ?)")
        for (id, bytes) in [(1, averages), (10, structure)] {
            replace.bind(1, id)
            try bytes.withUnsafeBytes { blob in
                replace.bind(2, blob: blob)
                try replace.run()
            }
        }
    }
}

/// A segment as rows of FTS5's tables.
struct EncodedSegment: Sendable {
    var blocks: [SegmentWriter.Block]
    var index: [SegmentWriter.IndexEntry]
    var pages: Int64
    /// Of its passages, in runs of numbers that follow each other.
    var sizes: [(first: Int64, sizes: [TextSize])]
}

/// Words in the order of the text.
struct CollectedText: Sendable {
    var words: [UInt32] = []
    var passages: [(id: Int64, count: UInt32)] = []
    /// For each passage; the most frequent word is found when the words are sorted.
    var sizes: [TextSize] = []

    /// Makes room for so many words and those of a last issue. It takes no memory before it is filled; grown step by step,
    /// all of it would be moved again and again.
    mutating func reserve(words count: Int) { words.reserveCapacity(count + count / 16) }

    /// Sorts by words and encodes. Takes time linear in the number of words, but for the sorting of distinct ones.
    func encoded(_ terms: TermTable, segment: Int64) -> EncodedSegment? {
        guard !words.isEmpty else { return nil }
        let kinds = Int(TextIndexer.firstTerm) + terms.count
        // Where the passages of each word begin: a counting sort.
        var ends = [UInt32](repeating: 0, count: kinds + 1)
        for word in words { ends[Int(word) + 1] += 1 }
        let used = (0..<UInt32(kinds)).filter { ends[Int($0) + 1] > 0 }
        for kind in 0..<kinds { ends[kind + 1] += ends[kind] }
        let starts = ends
        var places = [UInt32](repeating: 0, count: words.count)
        var at = 0
        for (index, passage) in passages.enumerated() {
            for word in words[at..<at + Int(passage.count)] {
                places[Int(ends[Int(word)])] = UInt32(index)
                ends[Int(word)] += 1
            }
            at += Int(passage.count)
        }
        var writer = SegmentWriter(segment: segment)
        var list: [UInt8] = []
        var term: [UInt8] = []
        var sizes = sizes
        for word in Self.sorted(used, terms) {
            list.removeAll(keepingCapacity: true)
            let places = places[Int(starts[Int(word)])..<Int(starts[Int(word) + 1])]
            encode(places, into: &list, &sizes)
            // Each behind the mark of FTS5's main index.
            term.removeAll(keepingCapacity: true)
            term.append(UInt8(ascii: "0"))
            Self.append(word, terms, to: &term)
            writer.add(term, list)
        }
        writer.finish()
        return EncodedSegment(
            blocks: writer.blocks, index: writer.index, pages: writer.pages, sizes: runs(sizes))
    }

    private func runs(_ sizes: [TextSize]) -> [(first: Int64, sizes: [TextSize])] {
        var runs: [(first: Int64, sizes: [TextSize])] = []
        for (passage, size) in zip(passages, sizes) {
            if let last = runs.indices.last, runs[last].first + Int64(runs[last].sizes.count) == passage.id {
                runs[last].sizes.append(size)
            } else {
                runs.append((passage.id, [size]))
            }
        }
        return runs
    }

    /// The words in order of their terms' bytes.
    private static func sorted(_ words: [UInt32], _ terms: TermTable) -> [UInt32] {
        var term: [UInt8] = []
        // Most terms differ in their first eight bytes; the others are looked up.
        var heads = words.map { word -> (head: UInt64, word: UInt32) in
            term.removeAll(keepingCapacity: true)
            append(word, terms, to: &term)
            let head = (0..<8).reduce(UInt64(0)) { $0 << 8 | ($1 < term.count ? UInt64(term[$1]) : 0) }
            return (head, word)
        }
        heads.sort { a, b in
            if a.head != b.head { return a.head < b.head }
            guard min(a.word, b.word) >= TextIndexer.firstTerm else { return a.word < b.word }
            return terms.bytes(Int(a.word - TextIndexer.firstTerm)).lexicographicallyPrecedes(
                terms.bytes(Int(b.word - TextIndexer.firstTerm)))
        }
        return heads.map(\.word)
    }

    private static func append(_ word: UInt32, _ terms: TermTable, to term: inout [UInt8]) {
        guard word < TextIndexer.firstTerm else {
            term.append(contentsOf: terms.bytes(Int(word - TextIndexer.firstTerm)))
            return
        }
        let scalar = word + TextIndexer.firstIdeograph
        term.append(UInt8(0xE0 | scalar >> 12))
        term.append(UInt8(0x80 | scalar >> 6 & 0x3F))
        term.append(UInt8(0x80 | scalar & 0x3F))
    }

    /// The documents of a word, each once, however often it stands there; that is counted for their sizes.
    private func encode(
        _ places: ArraySlice<UInt32>, into list: inout [UInt8], _ sizes: inout [TextSize]
    ) {
        var last: Int64 = 0
        var at = places.startIndex
        while at < places.endIndex {
            let (place, start) = (Int(places[at]), at)
            repeat { at += 1 } while at < places.endIndex && Int(places[at]) == place
            sizes[place].most = max(sizes[place].most, TextSize.byte(at - start))
            Varint.append(UInt64(passages[place].id - last), to: &list)
            last = passages[place].id
        }
    }
}
