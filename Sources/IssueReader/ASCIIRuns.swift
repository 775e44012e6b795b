/// Text of nothing but ASCII, cut into runs of digits, runs of letters (in lower case), and single characters.
///
/// Titles and file names are read for dates and numbers: most are plain, and need no look at Unicode.
struct ASCIIRuns: Sequence, IteratorProtocol {
    enum Kind {
        case digits, letters
        /// One blank or control character that stands for one.
        case blank
        /// Any other character.
        case mark
    }

    struct Run {
        var kind: Kind
        var bytes: ArraySlice<UInt8>

        var text: String { String(decoding: bytes, as: UTF8.self) }

        /// The value of a run of digits, of which there are not too many.
        var number: Int { bytes.reduce(0) { $0 &* 10 &+ Int($1 - 48) } }
    }

    private let bytes: [UInt8]
    private var at = 0

    /// Nil for text beyond ASCII.
    init?(_ text: some StringProtocol) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            // A line break of two characters is one to Swift.
            guard byte < 0x80, byte != 0x0D else { return nil }
            bytes.append(byte &- 65 < 26 ? byte | 0x20 : byte)
        }
        self.bytes = bytes
    }

    mutating func next() -> Run? {
        guard at < bytes.count else { return nil }
        let start = at
        let kind = Self.kind(bytes[at])
        at += 1
        if kind == .digits || kind == .letters {
            while at < bytes.count, Self.kind(bytes[at]) == kind { at += 1 }
        }
        return Run(kind: kind, bytes: bytes[start..<at])
    }

    private static func kind(_ byte: UInt8) -> Kind {
        switch byte {
        case 48...57: .digits
        case 97...122: .letters
        case 9...12, 32: .blank
        default: .mark
        }
    }
}
