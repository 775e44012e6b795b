import Foundation

extension Export {
    /// Writes the files to a path: one file there, or several in a folder of this name.
    ///
    /// Everything is written beside it first and renamed when it is whole, so that nothing half written is
    /// ever found under the name, and what was there stays if something fails. Other files of the folder stay, but
    /// for notes of a former export of the same kind that are no longer part of it.
    ///
    /// - Returns: what became of the notes that were there.
    /// - Throws: `ExportError` with what is in the way.
    @discardableResult
    public func write(to path: String, asFolder: Bool) throws(ExportError) -> FormerNotes {
        let target = URL(fileURLWithPath: path)
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if exists, asFolder, !isFolder.boolValue {
            throw ExportError(
                reason: "\(path): is a file, but this format has several; name a folder with -o")
        }
        if exists, !asFolder, isFolder.boolValue {
            throw ExportError(reason: "\(path): is a folder; name a file in it with -o")
        }
        let staging = target.deletingLastPathComponent().appendingPathComponent(
            ".\(target.lastPathComponent).\(ProcessInfo.processInfo.processIdentifier).part")
        do throws(SystemError) {
            defer { try? FileManager.default.removeItem(at: staging) }
            guard asFolder else {
                try Self.write(files.first?.pieces ?? [], to: staging.path)
                try Self.rename(staging, target)
                return FormerNotes()
            }
            try Self.makeFolder(target.deletingLastPathComponent())
            let former = isSigned && exists ? FormerNotes(in: target, of: self) : FormerNotes()
            try writeFolder(staging, without: former.kept)
            try exists
                ? moveFiles(from: staging, to: target, without: former.kept) : Self.rename(staging, target)
            former.removeStale(from: target)
            return former
        } catch {
            throw ExportError(
                reason: "\(path): cannot be written (\(error.reason)); check the folder and its permissions")
        }
    }

    private func writeFolder(_ folder: URL, without kept: Set<String>) throws(SystemError) {
        for name in Set(files.compactMap { Self.parent($0.name) }).union([""]).sorted() {
            let path = folder.appendingPathComponent(name).path
            guard mkdir(path, 0o777) == 0 else { throw SystemError() }
        }
        let files = files.filter { !kept.contains($0.name) }
        let path = folder.path
        let shares = 4
        let failures = FirstFailure()
        // A vault is thousands of small files, and making one waits for the system.
        DispatchQueue.concurrentPerform(iterations: shares) { share in
            for index in stride(from: share, to: files.count, by: shares) {
                do throws(SystemError) {
                    try Self.write(files[index].pieces, to: path + "/" + files[index].name)
                } catch {
                    failures.keep(error)
                    return
                }
            }
        }
        if let failure = failures.first { throw failure }
    }

    private static func makeFolder(_ folder: URL) throws(SystemError) {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw SystemError()
        }
    }

    private func moveFiles(
        from folder: URL, to target: URL, without kept: Set<String>
    ) throws(SystemError) {
        let files = files.filter { !kept.contains($0.name) }
        for name in Set(files.compactMap { Self.parent($0.name) }).sorted() {
            let path = target.appendingPathComponent(name).path
            if Self.isFolder(path) == true { continue }
            guard mkdir(path, 0o777) == 0 else { throw SystemError() }
        }
        // Looked at before anything is moved: a folder cannot be replaced by a file.
        for file in files where Self.isFolder(target.appendingPathComponent(file.name).path) == true {
            throw SystemError(EISDIR)
        }
        for file in files {
            try Self.rename(
                folder.appendingPathComponent(file.name), target.appendingPathComponent(file.name))
        }
    }

    /// Nil where there is nothing.
    private static func isFolder(_ path: String) -> Bool? {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) ? isFolder.boolValue : nil
    }

    /// Formats have one level of folders.
    private static func parent(_ name: String) -> String? {
        name.firstIndex(of: "/").map { String(name[..<$0]) }
    }

    private static func write(_ pieces: [[UInt8]], to path: String) throws(SystemError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
        guard descriptor >= 0 else { throw SystemError() }
        for piece in pieces {
            var written = 0
            while written < piece.count {
                let count = piece.withUnsafeBytes { buffer in
                    #if canImport(Darwin)
                        Darwin.write(
                            descriptor, buffer.baseAddress?.advanced(by: written), piece.count - written)
                    #else
                        Glibc.write(
                            descriptor, buffer.baseAddress?.advanced(by: written), piece.count - written)
                    #endif
                }
                if count < 0 {
                    if errno == EINTR { continue }
                    let error = SystemError()
                    close(descriptor)
                    throw error
                }
                written += count
            }
        }
        guard close(descriptor) == 0 else { throw SystemError() }
    }

    private static func rename(_ from: URL, _ to: URL) throws(SystemError) {
        #if canImport(Darwin)
            let result = Darwin.rename(from.path, to.path)
        #else
            let result = Glibc.rename(from.path, to.path)
        #endif
        guard result == 0 else { throw SystemError() }
    }
}

/// The failure that was kept first.
///
/// Sendable: its only member is read and written between `lock` and `unlock` alone.
private final class FirstFailure: @unchecked Sendable {
    private let lock = NSLock()
    private var failure: SystemError?

    var first: SystemError? { lock.withLock { failure } }

    func keep(_ error: SystemError) { lock.withLock { failure = failure ?? error } }
}

/// What the operating system said last.
private struct SystemError: Error {
    let reason: String

    init(_ code: Int32 = errno) { reason = String(cString: strerror(code)) }
}

/// Why an export was not written, in one line.
public struct ExportError: Error, CustomStringConvertible {
    public var reason: String
    public var description: String { reason }
}
