/// A hash of what rows say, the same in every run and on every machine: rows that agree in all 64 bits are taken for
/// the same. Not for adversaries. The mixing is that of wyhash (Wang Yi, public domain): a product of 128 bits, folded.
struct RowDigest {
    private(set) var value: UInt64 = 0xA076_1D64_78BD_642F

    @inline(__always)
    mutating func add(_ number: UInt64) {
        let product = (value ^ number ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: 0x8EBC_6AF0_9C88_C6E3)
        value = product.high ^ product.low
    }

    @inline(__always)
    mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            add(bytes.count)
            var at = 0
            while at + 8 <= bytes.count {
                add(
                    UInt64(
                        littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(
                            fromByteOffset: at, as: UInt64.self)))
                at += 8
            }
            var rest: UInt64 = 0
            for byte in bytes[at...] { rest = rest << 8 | UInt64(byte) }
            add(rest)
        }
    }

    mutating func add(_ text: String?) {
        add(text == nil ? 0 : 1)
        if let text { add(text) }
    }

    static func of(_ text: String) -> UInt64 {
        var digest = RowDigest()
        digest.add(text)
        return digest.value
    }
}
