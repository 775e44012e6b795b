/// The parts of an `http` address that identities are read from.
public struct WebAddress: Sendable, Hashable {
    /// Lower case, without `www.` and port.
    public let host: String
    /// Percent signs decoded, no empty parts.
    public let path: [String]
    private let queryItems: [(String, String)]

    /// Nil for anything that is no absolute web address.
    public init?(_ url: String) {
        var rest = Substring(url)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        let lower = rest.prefix(8).lowercased()
        if lower.hasPrefix("https://") {
            rest = rest.dropFirst(8)
        } else if lower.hasPrefix("http://") {
            rest = rest.dropFirst(7)
        } else if lower.hasPrefix("//") {
            rest = rest.dropFirst(2)
        } else {
            return nil
        }
        if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
        var query = Substring()
        if let mark = rest.firstIndex(of: "?") {
            query = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        let parts = rest.split(separator: "/", omittingEmptySubsequences: true)
        guard let authority = parts.first else { return nil }
        var host = authority.split(separator: ":").first.map { $0.lowercased() } ?? ""
        if host.hasPrefix("www.") { host.removeFirst(4) }
        guard host.contains(".") else { return nil }
        self.host = host
        self.path = parts.dropFirst().map { Self.percentDecoded($0) }
        self.queryItems = query.split(separator: "&").compactMap { item in
            let halves = item.split(separator: "=", maxSplits: 1)
            return halves.count == 2 ? (String(halves[0]), Self.percentDecoded(halves[1])) : nil
        }
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

    private static func percentDecoded(_ text: Substring) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
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
