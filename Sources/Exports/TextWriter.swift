/// UTF-8 text that grows at its end, in pieces of about a megabyte: what is written is not moved again.
public struct TextWriter: Sendable {
    /// Full ones, in order.
    private var pieces: [[UInt8]] = []
    private var bytes: [UInt8] = []

    private static let pieceSize = 1 << 20

    public init() {}

    public mutating func write(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        if bytes.count >= Self.pieceSize { endPiece() }
    }

    mutating func write(byte: UInt8) { bytes.append(byte) }

    mutating func write(_ number: Int) { write(number.description) }

    /// The shortest text that reads back as the number.
    mutating func write(_ number: Double) { write(number.description) }

    private mutating func endPiece() {
        pieces.append(bytes)
        bytes = []
        bytes.reserveCapacity(Self.pieceSize + 4_096)
    }

    /// All that was written.
    var allPieces: [[UInt8]] { pieces + [bytes] }

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
