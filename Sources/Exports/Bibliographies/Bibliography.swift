import Foundation
import KGModel
import KnowledgeGraph

/// A paper of the graph, as reference managers want it.
struct Reference {
    /// Unique, and the same as long as the paper keeps its address: `arxiv:1810.04805`.
    var key: String
    var title: String
    /// In the order of the text, `Jacob Devlin`.
    var authors: [String]
    /// Of the first version, told by the address.
    var year: Int?
    var month: Int?
    var arxiv: String?
    var doi: String?
    var url: String?

    /// The papers among the nodes, by key.
    static func all(_ graph: ExportGraph) -> [Reference] {
        var authors: [Int: [String]] = [:]
        for one in graph.content.relations
        where one.kind == "by" && graph.nodes[one.object].type == .person {
            authors[one.subject, default: []].append(graph.nodes[one.object].name)
        }
        var taken: Set<String> = []
        var references: [Reference] = []
        for (index, node) in graph.nodes.enumerated() where node.type == .paper {
            var reference = Reference(node, graph.content.nodes[index].identities)
            reference.authors = authors[index] ?? []
            // Two papers whose titles differ in punctuation alone.
            var key = reference.key
            var number = 2
            while !taken.insert(key).inserted {
                key = "\(reference.key)-\(number)"
                number += 1
            }
            reference.key = key
            references.append(reference)
        }
        return references.sorted { $0.key < $1.key }
    }

    private init(_ node: Subgraph.Node, _ identities: [Identity]) {
        title = node.name
        authors = []
        arxiv = identities.first { $0.kind == .arxiv }?.value
        doi = identities.first { $0.kind == .doi }?.value
        let best =
            [Identity.Kind.arxiv, .doi, .acl, .openreview, .page].lazy
            .compactMap { kind in identities.first { $0.kind == kind } }.first
        url = (best ?? identities.first)?.url
        key = best.map { "\($0.kind.rawValue):\(Self.plain($0.value))" } ?? Self.key(ofTitle: node)
        for kind in [Identity.Kind.arxiv, .acl] where year == nil {
            for identity in identities where identity.kind == kind { (year, month) = Self.date(identity) }
        }
    }

    /// Letters, digits, `.`, `-` and `/` as it is, `_` for all else: what every BibTeX program takes.
    private static func plain(_ text: String) -> String {
        String(
            text.map { character in
                let isPlain = character.isASCII && (character.isLetter || character.isNumber)
                return isPlain || ".-/".contains(character) ? character : "_"
            })
    }

    /// Words of the title, and a fingerprint of it all where they do not say it all.
    private static func key(ofTitle node: Subgraph.Node) -> String {

        let folded = node.name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        let slug = folded.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.prefix(6)
            .joined(separator: "-")
        var fingerprint = Fingerprint()
        fingerprint.combine(node.id)
        return "paper:" + (slug.isEmpty ? "" : slug + "-") + fingerprint.hex.prefix(6)
    }

    /// Year and month of the first version, where an address tells it: `arxiv:1810.04805`, `acl:N19-1423`,
    /// `acl:2020.acl-main.1`.
    static func date(_ identity: Identity) -> (year: Int?, month: Int?) {
        let value = identity.value
        switch identity.kind {
        case .arxiv:
            // `1810.04805`, or `cs/0112017` before April 2007.
            let digits = Array((value.split(separator: "/").last ?? "").utf8.prefix(4))
            guard digits.count == 4, digits.allSatisfy({ (48...57).contains($0) }) else { return (nil, nil) }
            let short = Int(digits[0] - 48) * 10 + Int(digits[1] - 48)
            let month = Int(digits[2] - 48) * 10 + Int(digits[3] - 48)
            guard (1...12).contains(month) else { return (nil, nil) }
            return (short >= 91 ? 1900 + short : 2000 + short, month)
        case .acl:
            if let year = value.split(separator: ".").first.flatMap({ Int($0) }), year > 1900 {
                return (year, nil)
            }
            guard let short = Int(value.dropFirst().prefix(2)), value.dropFirst(3).first == "-" else {
                return (nil, nil)
            }
            return (short >= 60 ? 1900 + short : 2000 + short, nil)
        default: return (nil, nil)
        }
    }
}
