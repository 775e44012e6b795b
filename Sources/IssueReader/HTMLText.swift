/// A tag of raw HTML: its name and attributes, read forgivingly.
struct HTMLTag {
    /// Lower case; empty for comments and declarations.
    let name: String
    let isClosing: Bool
    private let body: [UInt8]

    /// Reads `<name …>` or `</name>`.
    init(_ literal: some Collection<UInt8>) {
        var bytes = Array(literal.prefix(4096))
        if bytes.first == UInt8(ascii: "<") { bytes.removeFirst() }
        isClosing = bytes.first == UInt8(ascii: "/")
        if isClosing { bytes.removeFirst() }
        let letters = bytes.prefix { byte in
            (97...122).contains(byte | 0x20) || (48...57).contains(byte)
        }
        name = String(decoding: letters, as: UTF8.self).lowercased()
        body = Array(bytes.dropFirst(letters.count))
    }

    /// The value of an attribute, entities decoded.
    func attribute(_ wanted: String) -> String? {
        var rest = body[...]
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">")]
        while !rest.isEmpty {
            rest = rest.drop { blanks.contains($0) }
            let name = rest.prefix { !blanks.contains($0) && $0 != UInt8(ascii: "=") }
            rest = rest.dropFirst(name.count).drop { $0 == 0x20 }
            var value = ArraySlice<UInt8>()
            if rest.first == UInt8(ascii: "=") {
                rest = rest.dropFirst().drop { $0 == 0x20 }
                if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    value = rest.dropFirst().prefix { $0 != quote }
                    rest = rest.dropFirst(value.count + 2)
                } else {
                    value = rest.prefix { !blanks.contains($0) || $0 == UInt8(ascii: "/") }
                    rest = rest.dropFirst(value.count)
                }
            } else if name.isEmpty {
                rest = rest.dropFirst()
            }
            if String(decoding: name, as: UTF8.self).lowercased() == wanted {
                return HTMLEntities.decoded(String(decoding: value, as: UTF8.self))
            }
        }
        return nil
    }
}

/// The few character references that raw HTML in Markdown files uses.
enum HTMLEntities {
    static func decoded(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var result = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            result += rest[..<mark]
            rest = rest[mark...]
            if let close = rest.prefix(12).firstIndex(of: ";"),
                let character = character(rest[rest.index(after: mark)..<close])
            {
                result.append(character)
                rest = rest[rest.index(after: close)...]
            } else {
                result.append("&")
                rest = rest.dropFirst()
            }
        }
        return result + rest
    }

    private static func character(_ name: Substring) -> Character? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init).map(Character.init)
        }
        if name.hasPrefix("#") {
            return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init).map(Character.init)
        }
        return named[String(name)]
    }

    private static let named: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "–",
        "mdash": "—", "hellip": "…", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "copy": "©",
        "eacute": "é", "egrave": "è", "agrave": "à", "ccedil": "ç", "uuml": "ü", "ouml": "ö", "auml": "ä",
    ]
}
