/// Papers by the addresses of publishers and proceedings.
///
/// Where the address holds a DOI, or makes one certain, that is the identity; else the paper's own page is, in one form
/// for its page, its PDF and its older addresses.
extension Identity {
    /// The paper that a publisher's or a proceedings' address leads to; nil for any other.
    static func paper(at address: WebAddress) -> Identity? {
        doi(at: address).map { Identity(kind: .doi, value: $0) }
            ?? page(at: address).map { Identity(kind: .page, value: $0) }
    }

    // MARK: - DOIs

    private static func doi(at address: WebAddress) -> String? {
        let path = address.path
        switch address.host {
        case "nature.com":
            // `d41586-…` is news and comment.
            guard path.count >= 2, path[0] == "articles", !path[1].hasPrefix("d4") else { return nil }
            return "10.1038/" + withoutEnding(path[1]).lowercased()
        case "journals.plos.org":
            return address.query("id").flatMap { $0.hasPrefix("10.1371/") ? $0.lowercased() : nil }
        case "papers.ssrn.com", "ssrn.com":
            let number =
                address.query("abstract_id") ?? path.last?.split(separator: "=").last.map(String.init)
            return number.flatMap { isNumber($0) ? "10.2139/ssrn." + $0 : nil }
        case let host where publishers.contains { host == $0 || host.hasSuffix("." + $0) }:
            return doi(in: path)
        default: return nil
        }
    }

    /// `…/doi/full/10.1162/tacl_a_00349/…`
    private static func doi(in path: [String]) -> String? {
        // `10.1007%2Fs11263` has come apart in decoding only.
        let parts = path.flatMap { $0.split(separator: "/").map(String.init) }
        guard let first = parts.firstIndex(where: { isRegistrant($0) }) else { return nil }
        var rest = parts[(first + 1)...]
        while let last = rest.last, rest.count > 1, views.contains(last.lowercased()) { rest.removeLast() }
        guard var last = rest.popLast().map(withoutEnding) else { return nil }
        // bioRxiv's versions: `2023.04.30.538439v1.full`.
        if ["10.1101", "10.64898"].contains(parts[first]) {
            last = last.replacing(".full", with: "").replacing(".abstract", with: "")
            if let v = last.lastIndex(of: "v"), isNumber(last[last.index(after: v)...]) {
                last = String(last[..<v])
            }
        }
        return ([parts[first]] + rest + [last]).joined(separator: "/").lowercased()
    }

    /// `10.1145`
    private static func isRegistrant(_ part: String) -> Bool {
        part.hasPrefix("10.") && part.utf8.count >= 7
            && part.utf8.dropFirst(3).allSatisfy { (48...57).contains($0) }
    }

    /// Sites whose addresses of papers hold the DOI.
    private static let publishers = [
        "dl.acm.org", "link.springer.com", "onlinelibrary.wiley.com", "tandfonline.com",
        "journals.sagepub.com",
        "science.org", "pnas.org", "pubs.acs.org", "frontiersin.org", "biorxiv.org", "medrxiv.org",
        "mitpressjournals.org", "direct.mit.edu", "journals.aps.org", "iopscience.iop.org",
        "royalsocietypublishing.org", "annualreviews.org", "epubs.siam.org", "degruyter.com", "pubs.aip.org",
        "ascopubs.org", "ahajournals.org", "worldscientific.com",
    ]

    /// What may stand behind the DOI: ways to look at the paper.
    private static let views: Set<String> = [
        "full", "abstract", "pdf", "epdf", "meta", "html", "full-text", "summary",
    ]

    // MARK: - Pages

    private static func page(at address: WebAddress) -> String? {
        let path = address.path
        switch address.host {
        case "distill.pub":
            guard path.count >= 2, path[0].utf8.count == 4, isNumber(path[0]) else { return nil }
            return "distill.pub/" + path.joined(separator: "/")
        case "papers.nips.cc", "papers.neurips.cc", "proceedings.neurips.cc":
            return neuripsPage(path)
        case "proceedings.mlr.press":
            guard path.count >= 2, path[0].hasPrefix("v"), isNumber(path[0].dropFirst()) else { return nil }
            return "proceedings.mlr.press/\(path[0])/\(withoutEnding(path[1])).html"
        case "jmlr.org":
            guard path.count >= 3, path[0] == "papers" else { return nil }
            let volume = path[1].replacing("volume", with: "").replacing("v", with: "")
            guard isNumber(volume) else { return nil }
            return "jmlr.org/papers/v\(volume)/\(withoutEnding(path[2])).html"
        case "openaccess.thecvf.com":
            guard path.count >= 3, let last = path.last, last.contains("_paper") else { return nil }
            let folders = path.dropLast().map { $0 == "papers" ? "html" : $0 }
            return "openaccess.thecvf.com/\(folders.joined(separator: "/"))/\(withoutEnding(last)).html"
        case "ijcai.org":
            guard path.count == 3, path[0] == "proceedings", let number = Int(withoutEnding(path[2])) else {
                return nil
            }
            return "ijcai.org/proceedings/\(path[1])/\(number)"
        case "aaai.org", "ojs.aaai.org":
            guard let view = path.firstIndex(of: "view"), view > 1, path[view - 1] == "article",
                view + 1 < path.count
            else { return nil }
            return "ojs.aaai.org/index.php/\(path[view - 2])/article/view/\(path[view + 1])"
        case "ieeexplore.ieee.org":
            guard let at = path.firstIndex(of: "document"), at + 1 < path.count, isNumber(path[at + 1]) else {
                return nil
            }
            return "ieeexplore.ieee.org/document/\(path[at + 1])"
        case "sciencedirect.com":
            guard let at = path.firstIndex(of: "pii"), at + 1 < path.count else { return nil }
            return "sciencedirect.com/science/article/pii/\(path[at + 1].uppercased())"
        case "semanticscholar.org":
            guard path.first == "paper", let hash = path.last, hash.utf8.count == 40 else { return nil }
            return "semanticscholar.org/paper/\(hash.lowercased())"
        case "pubmed.ncbi.nlm.nih.gov":
            return path.first.flatMap { isNumber($0) ? "pubmed.ncbi.nlm.nih.gov/" + $0 : nil }
        case "ncbi.nlm.nih.gov":
            if path.first == "pubmed", path.count >= 2, isNumber(path[1]) {
                return "pubmed.ncbi.nlm.nih.gov/" + path[1]
            }
            guard path.count >= 3, path[0] == "pmc", path[1] == "articles" else { return nil }
            return "ncbi.nlm.nih.gov/pmc/articles/\(path[2].uppercased())"
        case "ceur-ws.org":
            guard path.count == 2, path[0].hasPrefix("Vol-"), path[1].hasSuffix(".pdf") else { return nil }
            return "ceur-ws.org/" + path.joined(separator: "/")
        case "isca-speech.org":
            guard path.first == "archive", path.count >= 3, let last = path.last, last.contains(".") else {
                return nil
            }
            let folders = path.dropLast().filter { $0 != "pdfs" && $0 != "abstracts" }
            return "isca-speech.org/\(folders.joined(separator: "/"))/\(withoutEnding(last)).html"
        case "researchgate.net":
            guard path.count >= 2, path[0] == "publication" else { return nil }
            let number = path[1].prefix { $0 != "_" }
            return isNumber(number) ? "researchgate.net/publication/\(number)" : nil
        default: return nil
        }
    }

    /// `paper/7181-attention-is-all-you-need.pdf`, `paper/2020/file/HASH-Paper.pdf`, `paper_files/paper/2022/hash/…`
    private static func neuripsPage(_ path: [String]) -> String? {
        guard let paper = path.firstIndex(of: "paper"), paper + 1 < path.count else { return nil }
        let rest = path[(paper + 1)...]
        if rest.count == 1, let name = rest.first {
            let number = name.prefix { $0 != "-" && $0 != "." }
            return isNumber(number) ? "papers.nips.cc/paper/\(withoutEnding(name))" : nil
        }
        guard rest.count >= 3, let year = rest.first, isNumber(year), let file = rest.last else { return nil }
        let hash = file.prefix { $0 != "-" }
        guard hash.utf8.count == 32 else { return nil }
        let track =
            file.contains("Datasets_and_Benchmarks")
            ? "-Datasets_and_Benchmarks" : file.contains("Conference") ? "-Conference" : ""
        return "papers.nips.cc/paper/\(year)/hash/\(hash)-Abstract\(track).html"
    }

    // MARK: - Parts

    private static func isNumber(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    private static func withoutEnding(_ name: String) -> String {
        for ending in [".pdf", ".html", ".htm", ".ps"] where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}
