/// The index of a list of documents that spans many pages (FTS5's "doclist index"): the first document of each
/// page, so that a search for two words need not read all of the frequent one. A tree of pages, as high as needed.
struct SkipList {
    struct Page {
        var level: Int64
        var number: Int64
        var bytes: [UInt8]
    }

    private struct Level {
        var number: Int64 = 0
        var bytes: [UInt8] = []
        var last: Int64?
    }

    private var levels = [Level()]

    var isEmpty: Bool { levels[0].bytes.isEmpty }

    /// A term starts on this page.
    mutating func begin(page: Int64) { levels[0].number = page }

    /// On a page no document begins.
    mutating func skipPage() {
        if !levels[0].bytes.isEmpty { levels[0].bytes.append(0) }
    }

    /// Tells the first document of a page; gives the pages of the index that are full.
    mutating func append(_ row: Int64, page: Int64, limit: Int) -> [Page] {
        var full: [Page] = []
        var level = 0
        while true {
            var isDone = true
            if levels[level].bytes.count >= limit {
                levels[level].bytes[0] = 1
                full.append(
                    Page(level: Int64(level), number: levels[level].number, bytes: levels[level].bytes))
                if levels.count == level + 1 { levels.append(Level()) }
                if levels[level + 1].bytes.isEmpty {
                    let first = Self.firstRow(levels[level].bytes)
                    levels[level + 1].number = levels[level].number
                    Varint.append(0, to: &levels[level + 1].bytes)
                    Varint.append(UInt64(bitPattern: levels[level].number), to: &levels[level + 1].bytes)
                    Varint.append(UInt64(bitPattern: first), to: &levels[level + 1].bytes)
                    levels[level + 1].last = first
                }
                levels[level].bytes.removeAll(keepingCapacity: true)
                levels[level].last = nil
                levels[level].number += 1
                isDone = false
            }
            if let last = levels[level].last {
                Varint.append(UInt64(bitPattern: row - last), to: &levels[level].bytes)
            } else {
                Varint.append(isDone ? 0 : 1, to: &levels[level].bytes)
                let below = level == 0 ? page : levels[level - 1].number
                Varint.append(UInt64(bitPattern: below), to: &levels[level].bytes)
                Varint.append(UInt64(bitPattern: row), to: &levels[level].bytes)
            }
            levels[level].last = row
            if isDone { return full }
            level += 1
        }
    }

    /// The pages that are not yet told.
    func finish() -> [Page] {
        levels.enumerated().compactMap { level, one in
            one.bytes.isEmpty ? nil : Page(level: Int64(level), number: one.number, bytes: one.bytes)
        }
    }

    mutating func clear() {
        for level in levels.indices {
            levels[level].bytes.removeAll(keepingCapacity: true)
            levels[level].last = nil
        }
    }

    /// Behind a byte of flags and the number of the page below.
    private static func firstRow(_ bytes: [UInt8]) -> Int64 {
        let below = Varint.read(bytes, 1)
        return Int64(bitPattern: Varint.read(bytes, 1 + below.length).value)
    }
}
