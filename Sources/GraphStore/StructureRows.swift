import Foundation
import GRDB
import KGModel

/// What a build keeps beside nodes and edges, so that questions need not count it anew.
public struct StructureRows: Sendable {
    /// The edition of each issue that has another than the database says, by the issue's number there; editions are
    /// counted from 1.
    public var editions: [(issue: Int64, edition: Int)] = []
    /// How many pairs of names were tested.
    public var testedPairs = 0
    /// Packed arrays, by name; see `Network`, `Appearances` and `IssueMonths` of KnowledgeGraph, and `IssueOrder`.
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
        try keep.execute(arguments: [IssueOrder.name, IssueOrder.packed(db)])
        try setState(db, "tested_pairs", String(rows.testedPairs))
    }
}

/// Numbers as bytes, seven bits in each, the lowest first: small ones take one byte.
public enum PackedNumbers {
    @inlinable public static func data(_ numbers: some Sequence<UInt64>) -> Data {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.underestimatedCount * 2)
        for number in numbers {
            var rest = number
            while rest >= 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
        return Data(bytes)
    }

    /// Bytes that do not end a number are left out.
    public static func read(_ data: Data?) -> [UInt64] {
        guard let data else { return [] }
        return data.withUnsafeBytes { bytes in
            var numbers: [UInt64] = []
            numbers.reserveCapacity(bytes.count)
            var (number, shift): (UInt64, UInt64) = (0, 0)
            for byte in bytes {
                number |= UInt64(byte & 0x7F) << shift
                shift += 7
                guard byte < 0x80 else { continue }
                numbers.append(number)
                (number, shift) = (0, 0)
            }
            return numbers
        }
    }

    /// Numbers one by one, where an array of all of them is not wanted; `bytes` must stay while it is used.
    public struct Reader {
        @usableFromInline let bytes: UnsafeRawBufferPointer
        @usableFromInline var at = 0

        public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

        /// Nil behind the last number, and for bytes that do not end one.
        @inlinable
        public mutating func next() -> UInt64? {
            var (number, shift): (UInt64, UInt64) = (0, 0)
            while at < bytes.count {
                let byte = bytes[at]
                at += 1
                number |= UInt64(byte & 0x7F) << shift
                if byte < 0x80 { return number }
                shift += 7
            }
            return nil
        }
    }

    /// The difference between two numbers as one that is small where they are near.
    public static func difference(_ number: Int64, from former: Int64) -> UInt64 {
        let difference = number &- former
        return UInt64(bitPattern: difference << 1 ^ difference >> 63)
    }

    /// The number that differs so from a former one.
    @inlinable
    public static func number(_ difference: UInt64, from former: Int64) -> Int64 {
        former &+ (Int64(bitPattern: difference >> 1) ^ -Int64(bitPattern: difference & 1))
    }
}
