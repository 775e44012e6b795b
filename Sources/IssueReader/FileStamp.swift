import Foundation
import KGModel

/// Tells that a file was not touched, without reading it: device, inode, size and the times of the last change
/// of its content and of its entry, to the nanosecond.
///
/// Whoever writes to a file changes the time of its entry, and no program can set that one back.
public struct FileStamp: Sendable, Hashable {
    /// A hash of all that.
    public let value: Int64
    /// The later one of both times, in nanoseconds since 1970.
    private let changed: Int64

    init(_ info: stat) {
        #if canImport(Darwin)
            let (content, entry) = (info.st_mtimespec, info.st_ctimespec)
        #else
            let (content, entry) = (info.st_mtim, info.st_ctim)
        #endif
        let times = [content, entry].map { Int64($0.tv_sec) &* 1_000_000_000 &+ Int64($0.tv_nsec) }
        changed = max(times[0], times[1])
        var hash = FNV1a.empty
        for part in [
            UInt64(truncatingIfNeeded: info.st_dev), UInt64(info.st_ino),
            UInt64(truncatingIfNeeded: info.st_size),
            UInt64(bitPattern: times[0]), UInt64(bitPattern: times[1]),
        ] {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                hash = FNV1a.combine(hash, UInt8(truncatingIfNeeded: part >> shift))
            }
        }
        value = Int64(bitPattern: hash)
    }

    /// Whether a change after `time` (nanoseconds since 1970) must show in the stamp. Clocks of file systems
    /// are coarse: a file that was changed a moment ago may be changed again without a later time.
    func isSettled(at time: Int64) -> Bool { time &- changed > 2_000_000_000 }

    static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
