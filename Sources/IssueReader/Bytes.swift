#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Bytes compared and found by the C library, which does so many at once.
enum Bytes {
    /// How many bytes stand before the first zero.
    static func count(upToZero start: UnsafePointer<CChar>) -> Int { strlen(start) }

    /// Where a byte first stands from `start` on; nil where it does not.
    static func offset(
        of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int? {
        guard start < bytes.count, let base = bytes.baseAddress,
            let found = memchr(base + start, Int32(byte), bytes.count - start)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    /// Where `part` first stands as a whole among the bytes from `start` to `end`; nil for nothing, and where it does
    /// not stand.
    static func offset(
        of part: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>, from start: Int,
        to end: Int
    ) -> Int? {
        guard start >= 0, end <= bytes.count, start + part.count <= end, let base = bytes.baseAddress,
            let wanted = part.baseAddress, part.count > 0
        else { return nil }
        var at = start
        let last = end - part.count
        while at <= last {
            guard let found = memchr(base + at, Int32(wanted[0]), last - at + 1) else { return nil }
            at = UnsafeRawPointer(found) - UnsafeRawPointer(base)
            if memcmp(base + at, wanted, part.count) == 0 { return at }
            at += 1
        }
        return nil
    }
}
