/// UTF-8 text that grows at its end, in pieces of about a megabyte: what is written is not moved again.
public struct TextWriter: Sendable {
    /// Full ones, in order.
    private var pieces: [[UInt8]] = []
    private var bytes: [UInt8] = []

    private static let pieceSize = 1 << 20

    public init() {}

    /// - Parameter isLong: whether much will be written; memory that nothing is written to costs nothing.
    init(isLong: Bool) {
        if isLong { bytes.reserveCapacity(Self.pieceSize + 4_096) }
    }

    public mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
        if bytes.count >= Self.pieceSize { endPiece() }
    }

    mutating func write(byte: UInt8) { bytes.append(byte) }

    mutating func write(_ number: Int) {
        guard number >= 0, number < 10 else { return write(number.description) }
        write(byte: UInt8(ascii: "0") + UInt8(number))
    }

    /// The shortest text that reads back as the number.
    mutating func write(_ number: Double) { write(number.description) }

    private mutating func endPiece() {
        pieces.append(bytes)
        bytes = []
        bytes.reserveCapacity(Self.pieceSize + 4_096)
    }

    /// Puts what another one wrote behind, without a copy of it where it is long.
    mutating func append(_ other: TextWriter) {
        if bytes.count + other.bytes.count < Self.pieceSize, other.pieces.isEmpty {
            bytes.append(contentsOf: other.bytes)
        } else {
            if !bytes.isEmpty { pieces.append(bytes) }
            pieces += other.pieces
            bytes = other.bytes
        }
    }

    /// All that was written.
    var allPieces: [[UInt8]] { pieces + [bytes] }

    /// As the text or an attribute's value of XML or HTML.
    mutating func write(xml text: String) {
        write(text) { byte in
            switch byte {
            case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""),
                UInt8(ascii: "'"):
                true
            default: false
            }
        } as: { byte, out in
            switch byte {
            case UInt8(ascii: "&"): out.write("&amp;")
            case UInt8(ascii: "<"): out.write("&lt;")
            case UInt8(ascii: ">"): out.write("&gt;")
            case UInt8(ascii: "\""): out.write("&quot;")
            default: out.write("&#39;")
            }
        }
    }

    /// As a JSON string with its quotation marks; no byte of it ends a script or begins a tag in HTML.
    mutating func write(json text: String) {
        write(byte: UInt8(ascii: "\""))
        write(text) { byte in
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
                UInt8(ascii: "&"),
                0..<0x20, 0x7F:
                true
            default: false
            }
        } as: { byte, out in
            switch byte {
            case UInt8(ascii: "\""): out.write("\\\"")
            case UInt8(ascii: "\\"): out.write("\\\\")
            default:
                let digits = String(byte, radix: 16)
                out.write("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
            }
        }
        write(byte: UInt8(ascii: "\""))
    }

    /// With a backslash before each of some ASCII characters.
    mutating func write(_ text: String, escaping first: UInt8, _ second: UInt8) {
        write(text) {
            $0 == first || $0 == second
        } as: { byte, out in
            out.write(byte: UInt8(ascii: "\\"))
            out.write(byte: byte)
        }
    }

    /// With a backslash before each of some ASCII characters, told by byte.
    mutating func write(_ text: String, afterBackslashes isMarked: [Bool]) {
        write(text) {
            isMarked[Int($0)]
        } as: { byte, out in
            out.write(byte: UInt8(ascii: "\\"))
            out.write(byte: byte)
        }
    }

    /// What lies between special bytes is taken at once.
    @inline(__always)
    private mutating func write(
        _ text: String, where isSpecial: (UInt8) -> Bool, as escape: (UInt8, inout TextWriter) -> Void
    ) {
        var text = text
        text.withUTF8 { buffer in
            var start = 0
            for index in buffer.indices where isSpecial(buffer[index]) {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
                escape(buffer[index], &self)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
        if bytes.count >= Self.pieceSize { endPiece() }
    }
}
