/// A table of one byte for one character: what the bytes 0x80…0xFF mean to programs that do not know UTF-8.
struct CodePage: Sendable {
    /// The IANA name, or the name the field uses, in lower case.
    let name: String

    /// The scalars of bytes 0x80…0xFF; 0 where the page has no character (a *gap*).
    let scalars: [UInt32]

    /// Whether 0x80…0x9F are the C1 control characters, which some programs strip.
    let hasControls: Bool

    /// The byte of each scalar below `tableEnd`; 0 for none.
    private let bytes: [UInt8]

    /// The few characters beyond the table: the apple of Mac Roman and its ligatures.
    private let others: [(scalar: UInt32, byte: UInt8)]

    private static let tableEnd: UInt32 = 0x2600

    /// Whether this is the page of bytes that are no text yet.
    private let isRaw: Bool

    /// The page of bytes that no decoder took: see `RawByte`.
    static let raw = CodePage()

    private init() {
        name = "utf-8"
        scalars = Array(0x80...0xFF)
        hasControls = false
        isRaw = true
        bytes = [UInt8](repeating: 0, count: Int(Self.tableEnd))
        others = []
    }

    init(_ name: String, _ characters: StaticString) {
        self.name = name
        isRaw = false
        let listed = characters.description.unicodeScalars.map(\.value)
        hasControls = listed.count == 96
        scalars = hasControls ? Array(0x80...0x9F) + listed : listed
        var bytes = [UInt8](repeating: 0, count: Int(Self.tableEnd))
        var others: [(UInt32, UInt8)] = []
        // A byte without a character is often passed on as the control character of the same number.
        for control in 0x80...0x9F { bytes[control] = UInt8(control) }
        for (index, scalar) in scalars.enumerated() where scalar != 0 {
            let byte = UInt8(0x80 + index)
            if scalar < Self.tableEnd { bytes[Int(scalar)] = byte } else { others.append((scalar, byte)) }
        }
        // So is, by some programs, any byte without a character.
        for byte in 0xA0...0xFF where scalars[byte - 0x80] == 0 && bytes[byte] == 0 {
            bytes[byte] = UInt8(byte)
        }
        // Characters that programs take for one another.
        for (alias, of) in [(0x2126, 0x3A9), (0x3BC, 0xB5), (0x3B2, 0xDF)] as [(Int, Int)]
        where bytes[alias] == 0 && bytes[of] != 0 { bytes[alias] = bytes[of] }
        self.bytes = bytes
        self.others = others
    }

    /// The byte 0x80…0xFF that the page shows as `scalar`, or 0 if there is none.
    @inline(__always)
    func byte(of scalar: UInt32) -> UInt8 {
        if scalar < Self.tableEnd { return scalar < 0x80 ? 0 : bytes[Int(scalar)] }
        if scalar >= RawByte.first { return isRaw ? UInt8(truncatingIfNeeded: scalar) : 0 }
        for other in others where other.scalar == scalar { return other.byte }
        return 0
    }

    /// The continuation bytes (0x80…0xBF) that leave no trace when a program drops what the page cannot show:
    /// the gaps, the soft hyphen, and the control characters where the page has them.
    var droppedContinuations: [UInt8] {
        (0x80...0xBF).filter { byte in
            let scalar = scalars[Int(byte) - 0x80]
            return scalar == 0 || scalar == 0xAD || (hasControls && byte < 0xA0)
        }
    }

    /// Whether the page shows byte 0xA0 as a no-break space, which programs like to turn into a blank.
    var hasNoBreakSpace: Bool { scalars[0x20] == 0xA0 }

    /// The pages that UTF-8 is mistaken for, in the order of preference when they explain a text equally well.
    static let mistakenPages: [CodePage] = [
        .windows1252, .windows1254, .iso8859x1, .windows1251, .windows1250, .macintosh, .ibm437, .ibm850,
        .windows1253, .windows1257, .iso8859x2, .iso8859x9, .iso8859x15,
    ]
}

/// Bytes that could not be decoded, carried among the scalars of a text under values that no scalar has, until
/// something explains them.
enum RawByte {
    static let first: UInt32 = 0x110000
    static func value(of byte: UInt8) -> UInt32 { first + UInt32(byte) }
}

/// What a character can be a trace of: for each role one bit for each of `CodePage.mistakenPages`.
struct ScalarRoles: Sendable {
    var lead2: UInt16 = 0
    var lead3: UInt16 = 0
    var lead4: UInt16 = 0
    var continuation: UInt16 = 0
    /// The pages where it is the first byte of two in a script with many readers: Latin, Greek, Cyrillic, Hebrew,
    /// Arabic.
    var commonLead2: UInt16 = 0

    var isEmpty: Bool { (lead2 | lead3 | lead4 | continuation) == 0 }

    /// The roles of a scalar.
    @inline(__always)
    static func of(_ scalar: UInt32) -> ScalarRoles {
        if scalar < 0x80 { return ScalarRoles() }
        if scalar < 0x2600 { return table[Int(scalar)] }
        if scalar == 0xF8FF || scalar == 0xFB01 || scalar == 0xFB02 { return computed(scalar) }
        return ScalarRoles()
    }

    private static let table: [ScalarRoles] = (0..<0x2600).map { computed($0) }

    private static func computed(_ scalar: UInt32) -> ScalarRoles {
        var roles = ScalarRoles()
        for (index, page) in CodePage.mistakenPages.enumerated() {
            let bit = UInt16(1) << index
            switch page.byte(of: scalar) {
            case 0x80...0xBF: roles.continuation |= bit
            case let byte where 0xC2...0xDF ~= byte:
                roles.lead2 |= bit
                switch byte {
                case 0xC2...0xC5, 0xCE...0xD1, 0xD7...0xDB: roles.commonLead2 |= bit
                default: break
                }
            case 0xE0...0xEF: roles.lead3 |= bit
            case 0xF0...0xF4: roles.lead4 |= bit
            default: break
            }
        }
        return roles
    }
}
