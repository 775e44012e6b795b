/// UTF-8 text that grows at its end.
public struct TextWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }
    mutating func write(byte: UInt8) { bytes.append(byte) }

    var count: Int { bytes.count }

    /// Drops what was written after a moment at which `count` was this.
    mutating func shorten(to count: Int) { bytes.removeLast(bytes.count - count) }

    /// As the text or an attribute's value of XML or HTML.
    mutating func write(xml text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): write("&amp;")
            case UInt8(ascii: "<"): write("&lt;")
            case UInt8(ascii: ">"): write("&gt;")
            case UInt8(ascii: "\""): write("&quot;")
            case UInt8(ascii: "'"): write("&#39;")
            default: bytes.append(byte)
            }
        }
    }

    /// As a JSON string with its quotation marks; no byte of it ends a script or begins a tag in HTML.
    mutating func write(json text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): write("\\\"")
            case UInt8(ascii: "\\"): write("\\\\")
            case UInt8(ascii: "<"): write("\\u003c")
            case UInt8(ascii: ">"): write("\\u003e")
            case UInt8(ascii: "&"): write("\\u0026")
            case 0..<0x20, 0x7F:
                let digits = String(byte, radix: 16)
                write("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// With a backslash before each of some ASCII characters.
    mutating func write(_ text: String, escaping special: [UInt8]) {
        for byte in text.utf8 {
            if special.contains(byte) { bytes.append(UInt8(ascii: "\\")) }
            bytes.append(byte)
        }
    }
}
