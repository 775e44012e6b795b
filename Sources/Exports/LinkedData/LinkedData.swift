import KGModel
import KnowledgeGraph

/// What a graph says as statements of RDF: nodes as SKOS concepts and things of schema.org, pairs and relations
/// with the passages that they were derived from (PROV).
enum LinkedData {
    /// Prefixes and what they stand for, in order.
    static let prefixes = [
        ("kg", "urn:kg:vocabulary:"), ("prov", "http://www.w3.org/ns/prov#"),
        ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("schema", "https://schema.org/"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    enum Term {
        /// `schema:Dataset`: a prefix and a name of ASCII letters.
        case name(String)
        case iri(String)
        case text(String, language: String?)
        case integer(Int)
        case number(Double)
        /// ISO 8601, of any precision.
        case date(String)
    }

    /// Hands the graph over, thing by thing.
    static func write(_ graph: ExportGraph, to out: inout some StatementWriter) {
        let codes = graph.nodes.map { encoded($0.id) }
        let ids = codes.map { "urn:kg:entity:" + $0 }
        let issues = graph.content.issues.map { "urn:kg:issue:" + encoded($0.path) }
        let passages = graph.content.passages.map { passage in
            "urn:kg:passage:" + issues[passage.issue].dropFirst("urn:kg:issue:".count) + ":\(passage.ordinal)"
        }
        func derived(_ from: [Int], _ out: inout some StatementWriter) {
            switch from.count {
            case 0: break
            case 1: out.property("prov:wasDerivedFrom", .iri(passages[from[0]]))
            default: out.property("prov:wasDerivedFrom", from.map { .iri(passages[$0]) })
            }
        }
        for (index, node) in graph.nodes.enumerated() {
            let known = graph.content.nodes[index]
            out.begin(ids[index], types(node.type))
            out.property("skos:prefLabel", .text(node.name, language: nil))
            out.property(
                "skos:altLabel", known.aliases.map { .text($0.name, language: language($0.language)) })
            out.property("skos:notation", .text(node.id, language: nil))
            out.property("schema:name", .text(node.name, language: nil))
            out.property("schema:sameAs", known.identities.map { .iri(escaped($0.url)) })
            out.property("kg:mentions", .integer(node.mentions))
            out.property("kg:issues", .integer(node.issues))
            if let first = node.firstDate { out.property("kg:first", .date(first)) }
            if let last = node.lastDate { out.property("kg:last", .date(last)) }
            derived(known.passages, &out)
            out.end()
        }
        for (index, edge) in graph.edges.enumerated() {
            let ends = [edge.a, edge.b].sorted { graph.nodes[$0].id < graph.nodes[$1].id }
            out.begin(
                "urn:kg:co-mention:" + encoded(graph.nodes[ends[0]].id) + ":"
                    + encoded(graph.nodes[ends[1]].id),
                ["kg:CoMention", "prov:Entity"])
            out.property("kg:of", ends.map { .iri(ids[$0]) })
            out.property("kg:weight", .number(edge.weight))
            out.property("kg:passages", .integer(edge.passages))
            out.property("kg:issues", .integer(edge.issues))
            out.property("kg:editions", .integer(edge.editions))
            out.property("kg:jaccard", .number(edge.jaccard))
            out.property("kg:npmi", .number(edge.npmi))
            out.property("kg:llr", .number(edge.llr))
            if let p = edge.p { out.property("kg:p", .number(p)) }
            if let q = edge.q { out.property("kg:q", .number(q)) }
            if let first = edge.firstDate { out.property("kg:first", .date(first)) }
            if let last = edge.lastDate { out.property("kg:last", .date(last)) }
            derived(graph.content.edges[index].passages, &out)
            out.end()
        }
        for one in graph.content.relations {
            let predicate = predicate(one.kind)
            out.begin(
                "urn:kg:relation:" + codes[one.subject] + ":"
                    + ExportGraph.identifier(one.kind)
                    + ":" + codes[one.object], ["rdf:Statement", "prov:Entity"])
            out.property("rdf:subject", .iri(ids[one.subject]))
            out.property("rdf:predicate", .name(predicate))
            out.property("rdf:object", .iri(ids[one.object]))
            derived(one.passages, &out)
            out.end()
            out.begin(ids[one.subject], [])
            out.property(predicate, [.iri(ids[one.object])])
            out.end()
        }
        for (index, passage) in graph.content.passages.enumerated() {
            let issue = graph.content.issues[passage.issue]
            out.begin(passages[index], ["schema:Quotation", "prov:Entity"])
            out.property("schema:text", .text(passage.text, language: language(issue.language)))
            out.property("kg:section", passage.section.isEmpty ? [] : [.text(passage.section, language: nil)])
            out.property("kg:line", .integer(passage.line))
            out.property("prov:wasQuotedFrom", .iri(issues[passage.issue]))
            out.end()
        }
        for (index, issue) in graph.content.issues.enumerated() {
            out.begin(issues[index], ["schema:CreativeWork", "prov:Entity"])
            out.property("schema:name", .text(issue.title, language: language(issue.language)))
            out.property("kg:path", .text(issue.path, language: nil))
            out.property("schema:datePublished", issue.date.map { [.date($0)] } ?? [])
            out.property("schema:inLanguage", issue.language.map { [.text($0, language: nil)] } ?? [])
            out.end()
        }
    }

    /// Venues are events, journals and proceedings alike: schema.org has no word for all of them.
    private static func types(_ type: EntityType) -> [String] {
        let schema =
            switch type {
            case .model: "schema:CreativeWork"
            case .library: "schema:SoftwareApplication"
            case .dataset: "schema:Dataset"
            case .paper: "schema:ScholarlyArticle"
            case .person: "schema:Person"
            case .organization: "schema:Organization"
            case .venue: "schema:Thing"
            }
        return ["kg:" + Cypher.label(type), schema, "skos:Concept"]
    }

    private static func predicate(_ kind: String) -> String {
        if kind == "by" { return "schema:author" }
        let words = ExportGraph.identifier(kind).split(separator: "_")
        return "kg:" + (words.first ?? "").lowercased()
            + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    /// BCP 47, or nil.
    private static func language(_ code: String?) -> String? {
        guard let code, code.utf8.allSatisfy({ $0 == 0x2D || Self.isLetterOrDigit($0) }),
            (2...8).contains(code.prefix { $0 != "-" }.utf8.count), code.first?.isLetter == true,
            code.utf8.last != 0x2D, !code.contains("--")
        else { return nil }
        return code
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte & 0xDF)
    }

    /// As a part of a URN: all but unreserved characters as percent and digits.
    private static func encoded(_ text: String) -> String {
        percentEncoded(text) { isLetterOrDigit($0) || $0 == 0x2D || $0 == 0x2E || $0 == 0x5F || $0 == 0x7E }
    }

    /// An address as it is, but for what no IRI may hold.
    private static func escaped(_ url: String) -> String {
        percentEncoded(url) { byte in
            byte > 0x20 && byte < 0x7F && !"<>\"{}|\\^`".utf8.contains(byte)
        }
    }

    private static func percentEncoded(_ text: String, where isKept: (UInt8) -> Bool) -> String {
        guard !text.utf8.allSatisfy(isKept) else { return text }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isKept(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The type of a date of a precision.
    static func dateType(_ date: String) -> String {
        switch date.utf8.count {
        case 4: "xsd:gYear"
        case 7: "xsd:gYearMonth"
        default: "xsd:date"
        }
    }
}

/// Writes statements, thing by thing.
protocol StatementWriter {
    /// - Parameter types: prefixed names; none where the thing was begun before.
    mutating func begin(_ iri: String, _ types: [String])
    /// One predicate with its object.
    mutating func property(_ predicate: String, _ object: LinkedData.Term)
    /// One predicate with all its objects; nothing where there are none.
    mutating func property(_ predicate: String, _ objects: [LinkedData.Term])
    mutating func end()
}
