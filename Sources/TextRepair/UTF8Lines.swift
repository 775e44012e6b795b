/// Reading UTF-8 that may be broken, and writing it.
enum UTF8Lines {
    /// The scalars of some bytes. Bytes that are not UTF-8 come as `RawByte` values, pairs of surrogates in three
    /// bytes each (CESU-8) as the scalar they stand for.
    static func scalars(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            if lead < 0x80 {
                scalars.append(UInt32(lead))
                index += 1
            } else if let (scalar, length) = sequence(bytes, at: index) {
                scalars.append(scalar)
                index += length
            } else {
                scalars.append(RawByte.value(of: lead))
                index += 1
            }
        }
        return scalars
    }

    /// The scalar that the sequence at `index` stands for and its length, or `nil` if it is not UTF-8.
    static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)?
    {
        let lead = bytes[index]
        let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return nil }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for offset in 1..<length {
            let next = bytes[index + offset]
            guard next & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        switch scalar {
        case 0xD800..<0xDC00:
            guard length == 3, index + 6 <= bytes.count, bytes[index + 3] == 0xED,
                bytes[index + 4] & 0xF0 == 0xB0,
                bytes[index + 5] & 0xC0 == 0x80
            else { return nil }
            let low = UInt32(bytes[index + 4] & 0xF) << 6 | UInt32(bytes[index + 5] & 0x3F)
            return (0x10000 + (scalar - 0xD800) << 10 + low, 6)
        case 0xDC00..<0xE000: return nil
        case 0..<0x800 where length == 3, 0..<0x10000 where length == 4, 0x110000...: return nil
        default: return (scalar, length)
        }
    }

    /// Whether surrogates are among the bytes.
    static func hasSurrogates(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var last: UInt8 = 0
        for byte in bytes {
            if last == 0xED && byte >= 0xA0 { return true }
            last = byte
        }
        return false
    }

    /// Appends a scalar to bytes of UTF-8. What is no scalar is written as U+FFFD.
    @inline(__always)
    static func append(_ value: UInt32, to bytes: inout [UInt8]) {
        switch value {
        case 0..<0x80: bytes.append(UInt8(value))
        case 0x80..<0x800:
            bytes.append(UInt8(0xC0 | value >> 6))
            bytes.append(UInt8(0x80 | value & 0x3F))
        case 0xD800..<0xE000, 0x110000...: bytes += [0xEF, 0xBF, 0xBD]
        case 0x800..<0x10000:
            bytes.append(UInt8(0xE0 | value >> 12))
            bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | value & 0x3F))
        default:
            bytes.append(UInt8(0xF0 | value >> 18))
            bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
            bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
            bytes.append(UInt8(0x80 | value & 0x3F))
        }
    }

    static func string(_ scalars: some Sequence<UInt32>) -> String {
        var bytes: [UInt8] = []
        for scalar in scalars { append(scalar, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
