import Foundation

/// A file's bytes, and what will tell that they are still the same.
public struct FileContents: Sendable {
    public var bytes: [UInt8]
    /// See `FileStamp`; nil where a change might not show in it.
    public var stamp: Int64?

    public init(bytes: [UInt8], stamp: Int64?) {
        self.bytes = bytes
        self.stamp = stamp
    }
}

/// Reads whole files. What happens to a file meanwhile is no error: the bytes that came are the issue, and the
/// next build looks at the file again.
public enum FileReader {
    /// - Parameter limit: bytes; a larger file is not read.
    /// - Throws: `ReadingError`, in words for the user.
    public static func read(
        _ path: String, limit: Int = IssueFinder.largestIssue
    ) throws(ReadingError) -> FileContents {
        try read(path, limit: limit, whenOpen: {})
    }

    /// - Parameter whenOpen: called when the file's size is known and nothing of it is read yet.
    static func read(
        _ path: String, limit: Int, whenOpen: () -> Void
    ) throws(ReadingError) -> FileContents {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(reason(errno)) }
        defer { close(file) }
        var before = stat()
        guard fstat(file, &before) == 0 else { throw .unreadable(reason(errno)) }
        guard Int(before.st_size) <= limit else { throw .tooLarge(bytes: Int(before.st_size)) }
        whenOpen()
        var bytes = [UInt8]()
        // One byte more than there should be tells whether the file has grown.
        var capacity = max(Int(before.st_size), 0) + 1
        while true {
            let (more, end) = try read(file, capacity)
            if bytes.isEmpty { bytes = more } else { bytes += more }
            guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count) }
            if end { break }
            capacity = max(bytes.count, 65_536)
        }
        var after = stat()
        let stamp = FileStamp(before)
        let isSettled =
            fstat(file, &after) == 0 && FileStamp(after) == stamp && stamp.isSettled(at: FileStamp.now)
        return FileContents(bytes: bytes, stamp: isSettled ? stamp.value : nil)
    }

    /// Up to `capacity` bytes, and whether the file ends there.
    private static func read(_ file: Int32, _ capacity: Int) throws(ReadingError) -> (
        bytes: [UInt8], end: Bool
    ) {
        var failure: Int32 = 0
        var end = false
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            while count < capacity {
                let got = Foundation.read(file, buffer.baseAddress.map { $0 + count }, capacity - count)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { failure = errno }
                if got <= 0 {
                    end = true
                    return
                }
                count += got
            }
        }
        guard failure == 0 else { throw .unreadable(reason(failure)) }
        return (bytes, end)
    }

    private static func reason(_ code: Int32) -> String {
        switch code {
        case EACCES, EPERM: "cannot be read; check its permissions"
        case ENOENT: "gone since it was found; build again"
        case EISDIR: "folder, not a file"
        default: "cannot be read (\(String(cString: strerror(code))))"
        }
    }
}
