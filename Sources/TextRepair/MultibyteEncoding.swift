#if canImport(Darwin)
    import Foundation
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The encodings of East Asia that take several bytes for a character. The system's tables do the decoding: iconv
/// on Linux, Foundation's string encodings on macOS.
enum MultibyteEncoding: String, CaseIterable {
    case gb18030 = "gb18030"
    case big5 = "big5"
    case shiftJIS = "shift_jis"
    case eucJP = "euc-jp"
    case eucKR = "euc-kr"
    case iso2022JP = "iso-2022-jp"

    /// Decodes bytes to UTF-8. What cannot be decoded becomes U+FFFD, byte by byte; line feeds stay what they are.
    /// `nil` if the system does not know the encoding.
    func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], undecodable: Int)? {
        #if canImport(Darwin)
            decodeWithFoundation(bytes)
        #else
            decodeWithIconv(bytes)
        #endif
    }

    #if canImport(Darwin)
        /// CFStringEncoding numbers: GB18030, Big5-HKSCS, Windows-31J, EUC-JP, Windows-949, ISO-2022-JP.
        private var number: UInt {
            switch self {
            case .gb18030: 0x0632
            case .big5: 0x0A06
            case .shiftJIS: 0x0420
            case .eucJP: 0x0920
            case .eucKR: 0x0422
            case .iso2022JP: 0x0820
            }
        }

        private func decodeWithFoundation(
            _ bytes: UnsafeBufferPointer<UInt8>
        ) -> (text: [UInt8], undecodable: Int)? {
            let encoding = String.Encoding(rawValue: 0x8000_0000 | number)
            if let whole = String(bytes: bytes, encoding: encoding) { return (Array(whole.utf8), 0) }
            // Foundation decodes all or nothing, so it gets one line after another.
            var text: [UInt8] = []
            var undecodable = 0
            var start = 0
            while start < bytes.count {
                var end = start
                while end < bytes.count && bytes[end] != 0x0A { end += 1 }
                if let line = String(bytes: bytes[start..<end], encoding: encoding) {
                    text += line.utf8
                } else {
                    for byte in bytes[start..<end] {
                        if byte < 0x80 { text.append(byte) } else { text += [0xEF, 0xBF, 0xBD] }
                        undecodable += byte < 0x80 ? 0 : 1
                    }
                }
                if end < bytes.count { text.append(0x0A) }
                start = end + 1
            }
            return (text, undecodable)
        }
    #else
        /// The names iconv may know the encoding, or a larger one of the same kind, by.
        private var iconvNames: [String] {
            switch self {
            case .gb18030: ["GB18030", "GBK"]
            case .big5: ["CP950", "BIG5-HKSCS", "BIG5"]
            case .shiftJIS: ["CP932", "SHIFT_JIS"]
            case .eucJP: ["EUC-JP"]
            case .eucKR: ["CP949", "EUC-KR"]
            case .iso2022JP: ["ISO-2022-JP"]
            }
        }

        private func decodeWithIconv(_ bytes: UnsafeBufferPointer<UInt8>) -> (
            text: [UInt8], undecodable: Int
        )? {
            // iconv_open gives (iconv_t)-1 for an encoding it does not know.
            let converters = iconvNames.lazy.compactMap { iconv_open("UTF-8", $0) }
            guard let converter = converters.first(where: { Int(bitPattern: $0) != -1 }) else { return nil }
            defer { iconv_close(converter) }
            guard let start = bytes.baseAddress else { return ([], 0) }
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count * 2)
            var undecodable = 0
            // iconv takes a pointer that it could write through, but only reads.
            var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: start)
                .assumingMemoryBound(to: CChar.self)
            var inputLeft = bytes.count
            var buffer = [CChar](repeating: 0, count: 1 << 14)
            while inputLeft > 0 {
                var isStuck = false
                let size = buffer.count
                let written = buffer.withUnsafeMutableBufferPointer { buffer in
                    var output = buffer.baseAddress
                    var outputLeft = size
                    let before = inputLeft
                    let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
                    isStuck = status == -1 && (errno != E2BIG || inputLeft == before)
                    return size - outputLeft
                }
                text.append(contentsOf: buffer[..<written].lazy.map { UInt8(bitPattern: $0) })
                if isStuck && inputLeft > 0 {
                    // An illegal byte, or a sequence cut off by the end.
                    text += [0xEF, 0xBF, 0xBD]
                    undecodable += 1
                    input = input?.advanced(by: 1)
                    inputLeft -= 1
                }
            }
            return (text, undecodable)
        }
    #endif
}
