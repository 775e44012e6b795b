/// Encodes an inverted index as one segment of FTS5: the same bytes that FTS5 itself writes when it flushes its hash
/// table, without the hash table.
///
/// Source: the description of the format at the head of SQLite's `fts5_index.c`. It is part of SQLite's file format,
/// which stays readable; the tests compare with what the SQLite at hand writes.
struct SegmentWriter {
    /// A row of the table `passage_fts_data`.
    struct Block {
        var id: Int64
        var bytes: [UInt8]
    }

    /// A row of the table `passage_fts_idx`.
    struct IndexEntry {
        var term: [UInt8]
        var page: Int64
    }

    /// Bytes; what FTS5 takes where it is told nothing else.
    private static let pageSize = 4050
    /// A list of documents over so many pages without a term gets an index of its own.
    private static let leastPagesOfIndex = 4

    private let segment: Int64
    private(set) var blocks: [Block] = []
    private(set) var index: [IndexEntry] = []
    private(set) var pages: Int64 = 1

    private var page: [UInt8] = [0, 0, 0, 0]
    /// Where terms start on the page, as varints of differences.
    private var footer: [UInt8] = []
    private var lastFooterOffset = 0
    private var term: [UInt8] = []
    private var isFirstTermOnPage = true
    private var isFirstRowOnPage = true
    /// The term that the first term of a page is told from the one before by, and that page.
    private var separator: [UInt8] = []
    private var separatorPage: Int64 = 1
    /// Pages behind it on which no term starts.
    private var emptyPages = 0
    private var skips = SkipList()

    /// - Parameter segment: its number, from 1.
    init(segment: Int64) {
        self.segment = segment
    }

    /// Adds a term with its documents. Terms come in order of their bytes.
    ///
    /// - Parameter list: for each document the difference of its number from the one before, as varints; no more is
    ///   kept with `detail = none`.
    mutating func add(_ term: [UInt8], _ list: [UInt8]) {
        append(term)
        if Self.pageSize >= page.count + footer.count + list.count + 1 {
            page += list
            return
        }
        var at = 0
        var row: Int64 = 0
        while at < list.count {
            let (delta, length) = Varint.read(list, at)
            at += length
            row += Int64(bitPattern: delta)
            if isFirstRowOnPage {
                put(page.count, at: 0)
                Varint.append(UInt64(bitPattern: row), to: &page)
                isFirstRowOnPage = false
                for block in skips.append(row, page: pages, limit: Self.pageSize) { keep(block) }
            } else {
                Varint.append(delta, to: &page)
            }
            if page.count + footer.count >= Self.pageSize { flushPage() }
        }
    }

    private mutating func append(_ new: [UInt8]) {
        if page.count + footer.count + new.count + 2 >= Self.pageSize, page.count > 4 { flushPage() }
        Varint.append(UInt64(page.count - lastFooterOffset), to: &footer)
        lastFooterOffset = page.count
        var shared = 0
        let least = min(term.count, new.count)
        while shared < least, term[shared] == new[shared] { shared += 1 }
        if isFirstTermOnPage {
            if pages != 1 {
                flushSeparator()
                separator = Array(new.prefix(term.isEmpty ? new.count : shared + 1))
                separatorPage = pages
            }
            shared = 0
        } else {
            Varint.append(UInt64(shared), to: &page)
        }
        Varint.append(UInt64(new.count - shared), to: &page)
        page += new[shared...]
        term = new
        isFirstTermOnPage = false
        isFirstRowOnPage = false
        skips.begin(page: pages)
    }

    private mutating func flushPage() {
        put(page.count, at: 2)
        if isFirstTermOnPage {
            if isFirstRowOnPage { skips.skipPage() }
            emptyPages += 1
        } else {
            page += footer
        }
        blocks.append(Block(id: segment << 37 + pages, bytes: page))
        page = [0, 0, 0, 0]
        footer.removeAll(keepingCapacity: true)
        lastFooterOffset = 0
        pages += 1
        isFirstTermOnPage = true
        isFirstRowOnPage = true
    }

    private mutating func flushSeparator() {
        guard separatorPage != 0 else { return }
        let hasIndex = !skips.isEmpty && emptyPages >= Self.leastPagesOfIndex
        if hasIndex { for block in skips.finish() { keep(block) } }
        skips.clear()
        emptyPages = 0
        index.append(IndexEntry(term: separator, page: separatorPage << 1 + (hasIndex ? 1 : 0)))
        separatorPage = 0
    }

    /// Ends the segment; `pages` is then how many it has.
    mutating func finish() {
        if page.count > 4 { flushPage() }
        pages -= 1
        flushSeparator()
    }

    private mutating func keep(_ page: SkipList.Page) {
        blocks.append(
            Block(id: segment << 37 + 1 << 36 + page.level << 31 + page.number, bytes: page.bytes))
    }

    /// A number of two bytes, the highest first.
    private mutating func put(_ number: Int, at offset: Int) {
        page[offset] = UInt8(truncatingIfNeeded: number >> 8)
        page[offset + 1] = UInt8(truncatingIfNeeded: number)
    }
}

/// Numbers as SQLite writes them: seven bits a byte, the highest first.
enum Varint {
    static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        if value < 0x80 {
            bytes.append(UInt8(value))
            return
        }
        if value >> 56 != 0 {
            // Nine bytes: the last one holds eight bits.
            for shift in stride(from: UInt64(57), through: 8, by: -7) {
                bytes.append(UInt8(truncatingIfNeeded: value >> shift) | 0x80)
            }
            bytes.append(UInt8(truncatingIfNeeded: value))
            return
        }
        let count = (64 - value.leadingZeroBitCount + 6) / 7
        for index in (1..<count).reversed() {
            bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(index * 7)) | 0x80)
        }
        bytes.append(UInt8(value & 0x7F))
    }

    static func read(_ bytes: [UInt8], _ at: Int) -> (value: UInt64, length: Int) {
        var value: UInt64 = 0
        for index in 0..<8 {
            let byte = bytes[at + index]
            value = value << 7 | UInt64(byte & 0x7F)
            if byte < 0x80 { return (value, index + 1) }
        }
        return (value << 8 | UInt64(bytes[at + 8]), 9)
    }
}
