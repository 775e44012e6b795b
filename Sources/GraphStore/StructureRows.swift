import Foundation
import GRDB
import KGModel

/// What a build keeps beside nodes and edges, so that questions need not count it anew.
public struct StructureRows: Sendable {
    /// The edition of each issue, by the issue's number in the database; editions are counted from 1.
    public var editions: [(issue: Int64, edition: Int)] = []
    /// How many pairs of names were tested.
    public var testedPairs = 0
    /// Packed arrays, by name; see `KnowledgeGraph.Network` and `Appearances`.
    public var arrays: [(name: String, data: Data)] = []

    public init() {}
}

extension GraphStore {
    static func writeStructure(_ rows: StructureRows, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM structure; DELETE FROM node_rank; DELETE FROM community")
        let place = try db.cachedStatement(sql: "UPDATE issue SET edition = ? WHERE id = ?")
        for row in rows.editions { try place.execute(arguments: [row.edition, row.issue]) }
        let keep = try db.cachedStatement(sql: "INSERT INTO structure VALUES (?, ?)")
        for array in rows.arrays { try keep.execute(arguments: [array.name, array.data]) }
        try setState(db, "tested_pairs", String(rows.testedPairs))
    }
}

/// Numbers as bytes, the lowest first, whatever machine writes or reads them.
public enum PackedArray {
    public static func data<Number: FixedWidthInteger>(_ numbers: [Number]) -> Data {
        #if _endian(little)
            numbers.withUnsafeBytes { Data($0) }
        #else
            numbers.map(\.littleEndian).withUnsafeBytes { Data($0) }
        #endif
    }

    /// Bytes that do not fill a number at the end are left out.
    public static func read<Number: FixedWidthInteger>(_ data: Data?) -> [Number] {
        guard let data else { return [] }
        let count = data.count / MemoryLayout<Number>.size
        let numbers = [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
            _ = data.copyBytes(to: buffer, count: count * MemoryLayout<Number>.size)
            initialized = count
        }
        #if _endian(little)
            return numbers
        #else
            return numbers.map(Number.init(littleEndian:))
        #endif
    }
}
