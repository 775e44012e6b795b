/// The parts of an `http` address that identities are read from.
public struct WebAddress: Sendable, Hashable {
    /// Lower case, without `www.` and port.
    public let host: String
    /// Percent signs decoded, no empty parts.
    public let path: [String]
    private let queryItems: [(String, String)]

    /// Nil for anything that is no absolute web address. Marks are looked for among bytes: they are ASCII.
    public init?(_ url: String) {
        guard let start = Self.behindScheme(url) else { return nil }
        var rest = url.utf8[start...]
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
        var query = rest[rest.endIndex...]
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        let parts = rest.split(separator: UInt8(ascii: "/"))
        guard let authority = parts.first else { return nil }
        var host =
            authority.split(separator: UInt8(ascii: ":")).first.map { Substring($0).lowercased() } ?? ""
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard host.utf8.contains(UInt8(ascii: ".")) else { return nil }
        self.host = host
        path = parts.dropFirst().map { Self.percentDecoded($0) }
        queryItems = query.split(separator: UInt8(ascii: "&")).compactMap { item in
            let halves = item.split(separator: UInt8(ascii: "="), maxSplits: 1)
            return halves.count == 2 ? (String(Substring(halves[0])), Self.percentDecoded(halves[1])) : nil
        }
    }

    /// Where the host begins: behind `https://`, in whatever letter case, `http://` or `//`; nil where none of them stands.
    private static func behindScheme(_ url: String) -> String.Index? {
        let rest = url.drop { $0.isWhitespace }.utf8
        for scheme in ["https://", "http://", "//"] {
            let start = rest.prefix(scheme.utf8.count)
            if start.count == scheme.utf8.count, zip(start, scheme.utf8).allSatisfy({ isLetter($0, $1) }) {
                return start.endIndex
            }
        }
        return nil
    }

    /// Whether a byte is another one in whatever letter case.
    private static func isLetter(_ byte: UInt8, _ small: UInt8) -> Bool {
        byte == small || byte &- 65 < 26 && byte | 0x20 == small
    }

    /// The first value of a query parameter.
    public func query(_ name: String) -> String? {
        queryItems.first { $0.0 == name }?.1
    }

    public static func == (a: WebAddress, b: WebAddress) -> Bool {
        a.host == b.host && a.path == b.path
            && a.queryItems.elementsEqual(b.queryItems) { $0.0 == $1.0 && $0.1 == $1.1 }
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(host)
        hasher.combine(path)
    }

    private static func percentDecoded(_ text: Substring.UTF8View) -> String {
        guard text.contains(UInt8(ascii: "%")) else { return String(Substring(text)) }
        var bytes: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, rest.first != UInt8(ascii: "+"),
                rest.first != UInt8(ascii: "-"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest.removeFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
