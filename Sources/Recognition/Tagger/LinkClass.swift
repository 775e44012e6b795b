import KGModel

/// What kind of page a link leads to, as far as that hints at the type of its anchor.
enum LinkClass: UInt8 {
    case other, paper, repository, hubModel, hubDataset, hubSpace, package, social, blog, video, encyclopedia
    case university, file, notebook, venue, home

    var bit: UInt32 { 1 << UInt32(rawValue) }

    init(_ link: Link) {
        if let identity = link.identity {
            switch identity.kind {
            case .arxiv, .doi, .acl, .openreview, .page: self = .paper
            case .github: self = .repository
            case .pypi: self = .package
            case .huggingFace:
                self =
                    identity.value.hasPrefix("datasets/")
                    ? .hubDataset : identity.value.hasPrefix("spaces/") ? .hubSpace : .hubModel
            case .url: self = .home
            }
            return
        }
        self = Self.class(of: link.url)
    }

    private static func `class`(of url: String) -> LinkClass {
        guard let rest = url.behindScheme else { return .other }
        let slash = rest.utf8.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
        var host = rest[..<slash].lowercased()
        if host.hasPrefix("www.") { host.removeFirst(4) }
        let path = rest[slash...]
        func ends(_ names: String...) -> Bool { names.contains { host == $0 || host.hasSuffix("." + $0) } }
        if ends("twitter.com", "x.com", "linkedin.com", "facebook.com", "reddit.com") { return .social }
        if ends("youtube.com", "youtu.be", "vimeo.com", "slideslive.com") { return .video }
        if ends("wikipedia.org") { return .encyclopedia }
        if ends("colab.research.google.com", "kaggle.com") { return .notebook }
        if ends(
            "nips.cc", "neurips.cc", "icml.cc", "iclr.cc", "thecvf.com", "mlr.press", "nature.com", "aaai.org"
        ) {
            return path.count > 8 ? .paper : .venue
        }
        if ends("medium.com", "towardsdatascience.com") || host.contains("blog") || path.contains("blog") {
            return .blog
        }
        if host.hasSuffix(".edu") || host.contains(".ac.") { return .university }
        if path.hasSuffix(".pdf") { return .file }
        return path.count <= 1 ? .home : .other
    }
}

extension String {
    /// What stands behind the first `://`.
    var behindScheme: Substring? {
        var rest = self[...]
        while let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) {
            rest = rest[utf8.index(after: colon)...]
            if rest.utf8.starts(with: "//".utf8) { return rest.dropFirst(2) }
        }
        return nil
    }
}
