import Foundation
import GRDB
import KGModel

/// A graph's SQLite file: opening it, and reading and writing records.
///
///     let store = try GraphStore(path: "kg.sqlite", access: .write)
///     try store.replace(record, version: pipeline.version)
///
/// One connection is used at a time. While it is written the file keeps a journal beside it, so that an
/// interrupted build leaves what was committed; `close` folds a write-ahead log in.
public final class GraphStore: Sendable {
    public enum Access: Sendable {
        /// The file must exist; nothing is changed.
        case read
        /// The file is made if it does not exist.
        case write
    }

    public let path: String
    let queue: DatabaseQueue

    /// - Throws: `StoreError` in words for the user.
    ///
    /// - Parameter isMapped: pages are read where the system holds them, without a copy of each: what reads few of them
    ///   is done sooner. They count as the program's memory.
    public init(path: String, access: Access, isMapped: Bool = false) throws(StoreError) {
        self.path = path
        if access == .read { try Self.checkExists(path) }
        var configuration = Configuration()
        configuration.readonly = access == .read
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        if isMapped {
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA mmap_size = \(Int32.max)") }
        }
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            let isNew = try Self.checkIdentity(queue, path, access)
            if access == .write { try Self.prepare(queue, isNew: isNew) }
        } catch {
            throw (error as? StoreError) ?? StoreError(error, path: path)
        }
    }

    /// Refuses databases that cannot be written to, and leaves others as they are.
    ///
    /// - Throws: `StoreError` in words for the user.
    public static func check(path: String) throws(StoreError) {
        let hasJournal = ["-wal", "-journal"].contains { FileManager.default.fileExists(atPath: path + $0) }
        // What an interrupted build left is folded in where nobody reads it.
        if hasJournal {
            do {
                try GraphStore(path: path, access: .write).queue.close()
            } catch {
                throw (error as? StoreError) ?? StoreError(error, path: path)
            }
            return
        }
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            _ = try checkIdentity(queue, path, .write)
            try queue.close()
        } catch {
            throw (error as? StoreError) ?? StoreError(error, path: path)
        }
        guard access(path, W_OK) == 0 else {
            throw StoreError(
                path: path, reason: "cannot be written; check its permissions or name another file with --db")
        }
    }

    /// Reads with any SQL; the connection cannot write.
    public func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try queue.read(body)
    }

    /// Folds the write-ahead log into the file, which then stands alone.
    public func close() throws {
        try queue.writeWithoutTransaction { db in
            _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        }
        try queue.close()
    }

    private static func checkExists(_ path: String) throws(StoreError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw StoreError(path: path, reason: "no such database; build one with `kg build FOLDER`")
        }
        if isFolder.boolValue {
            throw StoreError(path: path, reason: "is a folder; --db names a database file")
        }
    }

    /// A new database is filled where it lies: its journal holds nothing, and nobody reads it yet. One that others
    /// may read keeps what they see until the log beside it is folded in.
    private static func prepare(_ queue: DatabaseQueue, isNew: Bool) throws {
        try queue.writeWithoutTransaction { db in
            // The size of the cache is counted in pages, of the size that they have when it is set.
            if isNew { try db.execute(sql: "PRAGMA page_size = \(Schema.pageSize)") }
            // Kibibytes below zero: what is changed is held in memory and written once. A new database is written from its
            // beginning to its end: the less is held, the more is written while issues are still read.
            let cache = isNew ? 16_384 : 65_536
            try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -\(cache)")
            if isNew {
                try db.inTransaction {
                    try Schema.create(db)
                    return .commit
                }
            } else {
                try db.execute(sql: "PRAGMA journal_mode = WAL")
            }
        }
        if !isNew { try Schema.migrator.migrate(queue) }
    }

    /// Refuses databases of other programs and versions that cannot be used; tells whether there is nothing in it.
    private static func checkIdentity(_ queue: DatabaseQueue, _ path: String, _ access: Access) throws -> Bool
    {
        let (application, version, tables) = try queue.read { db in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            )
        }
        if application == 0, tables == 0 {
            if access == .write { return true }
            throw StoreError(path: path, reason: "empty database; build it with `kg build FOLDER`")
        }
        guard application == Schema.applicationID else {
            throw StoreError(path: path, reason: "database of another program; name another file with --db")
        }
        guard version <= Schema.version else {
            throw StoreError(
                path: path,
                reason:
                    "written by a newer kg (schema \(version), this one knows \(Schema.version)); update kg")
        }
        guard access == .write || version == Schema.version else {
            throw StoreError(
                path: path,
                reason:
                    "written by an older kg (schema \(version), now \(Schema.version)); run `kg build` to renew it"
            )
        }
        return false
    }
}

/// What went wrong with a database file, and how to mend it, in one line.
public struct StoreError: Error, CustomStringConvertible {
    public var path: String
    public var reason: String

    init(path: String, reason: String) {
        self.path = path
        self.reason = reason
    }

    /// Tells SQLite's commonest complaints in words for the user.
    public init(_ error: any Error, path: String) {
        self.path = path
        guard let error = error as? DatabaseError else {
            reason = String(describing: error)
            return
        }
        if error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            reason = "the build that writes it was interrupted; run `kg build` again"
            return
        }
        switch error.resultCode {
        case .SQLITE_NOTADB: reason = "no SQLite database; name another file with --db"
        case .SQLITE_READONLY:
            reason = "cannot be written; check its permissions or name another file with --db"
        case .SQLITE_CANTOPEN: reason = "cannot be opened; check the folder and its permissions"
        case .SQLITE_BUSY, .SQLITE_LOCKED: reason = "in use by another program; try again when it is done"
        case .SQLITE_FULL: reason = "the disk is full; make room and run the command again"
        case .SQLITE_IOERR:
            reason =
                "the disk does not take or give it (\(error.message ?? "I/O error")); see to the disk and run the command again"
        case .SQLITE_CORRUPT: reason = "damaged; restore it, or delete it and build again"
        default: reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        }
    }

    public var description: String { "\(path): \(reason)" }
}
