extension IssueRecord {
    /// What the issue links, each address once, as sorted hashes: translations of one issue link the same.
    ///
    /// Scheme, `www.`, fragment and a slash at the end do not count; where an address identifies a thing, that
    /// identity counts.
    public var linkFingerprints: [UInt64] {
        var hashes: [UInt64] = []
        for passage in passages {
            for link in passage.links {
                if let identity = link.identity {
                    hashes.append(FNV1a.hash(identity.description.utf8))
                } else if let hash = Self.hash(ofAddress: link.url) {
                    hashes.append(hash)
                }
            }
        }
        hashes.sort()
        var distinct: [UInt64] = []
        for hash in hashes where hash != distinct.last { distinct.append(hash) }
        return distinct
    }

    private static func hash(ofAddress url: String) -> UInt64? {
        var rest = url.utf8[...]
        if rest.starts(with: "https://".utf8) {
            rest = rest.dropFirst(8)
        } else if rest.starts(with: "http://".utf8) {
            rest = rest.dropFirst(7)
        } else {
            return nil
        }
        if rest.starts(with: "www.".utf8) { rest = rest.dropFirst(4) }
        if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
        while rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        return rest.isEmpty ? nil : FNV1a.hash(rest)
    }
}
