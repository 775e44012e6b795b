import Foundation
import GRDB
import KGModel

/// A graph's SQLite file: opening it, and reading and writing records.
///
///     let store = try GraphStore(path: "kg.sqlite", access: .write)
///     try store.replace(record, version: pipeline.version)
///
/// One connection is used at a time. While it is written the file keeps a write-ahead log beside
/// it, so that an interrupted build leaves what was committed; `close` folds the log in.
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
    public init(path: String, access: Access) throws(StoreError) {
        self.path = path
        if access == .read { try Self.checkExists(path) }
        var configuration = Configuration()
        configuration.readonly = access == .read
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        do {
            let isNew = !FileManager.default.fileExists(atPath: path)
            queue = try DatabaseQueue(path: path, configuration: configuration)
            if !isNew || access == .read { try Self.checkIdentity(queue, path, access) }
            if access == .write {
                try queue.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL")
                }
                try Schema.migrator.migrate(queue)
            }
        } catch {
            throw (error as? StoreError) ?? StoreError(error, path: path)
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

    /// Refuses databases of other programs and of newer versions of this one.
    private static func checkIdentity(_ queue: DatabaseQueue, _ path: String, _ access: Access) throws {
        let (application, version, tables) = try queue.read { db in
            (
                try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
                try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            )
        }
        if application == 0, tables == 0 { return }
        guard application == Schema.applicationID else {
            throw StoreError(path: path, reason: "database of another program; name another file with --db")
        }
        guard version <= Schema.version else {
            throw StoreError(
                path: path,
                reason:
                    "written by a newer kg (schema \(version), this one knows \(Schema.version)); update kg")
        }
        guard version == Schema.version || access == .write else {
            throw StoreError(
                path: path,
                reason: "built by an older kg (schema \(version), this one wants \(Schema.version)); "
                    + "run `kg build` on its issues again")
        }
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
        switch error.resultCode {
        case .SQLITE_NOTADB: reason = "no SQLite database; name another file with --db"
        case .SQLITE_READONLY:
            reason = "cannot be written; check its permissions or name another file with --db"
        case .SQLITE_CANTOPEN: reason = "cannot be opened; check the folder and its permissions"
        case .SQLITE_BUSY, .SQLITE_LOCKED: reason = "in use by another program; try again when it is done"
        case .SQLITE_FULL: reason = "the disk is full; make room and run the command again"
        case .SQLITE_CORRUPT: reason = "damaged; restore it, or delete it and build again"
        default: reason = error.message ?? "SQLite error \(error.resultCode.rawValue)"
        }
    }

    public var description: String { "\(path): \(reason)" }
}
