import KGModel
import KnowledgeGraph

/// What a graph says as statements of RDF: nodes as SKOS concepts and things of schema.org, pairs and relations
/// with the passages that they were derived from (PROV).
enum LinkedData {
    /// A word that stands for the beginning of addresses.
    struct Prefix: Sendable {
        let word: String
        let iri: String
    }

    /// Prefixes in order. Those of issues and passages hold the folder that all issues share.
    static func prefixes(_ graph: ExportGraph) -> [Prefix] {
        let folder = folder(graph)
        return [
            entity, issue(folder), Prefix(word: "kg", iri: "urn:kg:vocabulary:"), pair, passage(folder),
            Prefix(word: "prov", iri: "http://www.w3.org/ns/prov#"),
            Prefix(word: "rdf", iri: "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), relation,
            Prefix(word: "schema", iri: "https://schema.org/"),
            Prefix(word: "skos", iri: "http://www.w3.org/2004/02/skos/core#"),
            Prefix(word: "xsd", iri: "http://www.w3.org/2001/XMLSchema#"),
        ]
    }

    private static let entity = Prefix(word: "entity", iri: "urn:kg:entity:")
    private static let pair = Prefix(word: "pair", iri: "urn:kg:co-mention:")
    private static let relation = Prefix(word: "relation", iri: "urn:kg:relation:")
    private static func issue(_ folder: String) -> Prefix {
        Prefix(word: "issue", iri: "urn:kg:issue:" + folder)
    }
    private static func passage(_ folder: String) -> Prefix {
        Prefix(word: "passage", iri: "urn:kg:passage:" + folder)
    }

    /// What the paths of all issues begin with, up to a slash, as a part of a URN.
    private static func folder(_ graph: ExportGraph) -> String {
        let paths = graph.content.issues.map(\.path)
        guard var shared = paths.first.map({ Array($0.utf8) }) else { return "" }
        for path in paths {
            let count = zip(shared, path.utf8).prefix { $0 == $1 }.count
            if count < shared.count { shared.removeLast(shared.count - count) }
        }
        let end = shared.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
        return encoded(String(decoding: shared[..<end], as: UTF8.self))
    }

    enum Term {
        /// `schema:Dataset`: a prefix and a name of ASCII letters.
        case name(String)
        /// As `StatementWriter.spelled` has it.
        case thing(String)
        case iri(String)
        case text(String, language: String?)
        case integer(Int)
        case number(Double)
        /// ISO 8601, of any precision.
        case date(String)
    }

    /// Predicates whose objects are things, and those whose objects are doubles; besides those of the relations.
    static let toThings = [
        "kg:of", "prov:wasDerivedFrom", "prov:wasQuotedFrom", "rdf:object", "rdf:predicate", "rdf:subject",
        "schema:sameAs",
    ]
    static let toNumbers = ["kg:jaccard", "kg:llr", "kg:npmi", "kg:p", "kg:q", "kg:weight"]

    /// Hands the graph over, thing by thing.
    static func write<Writer: StatementWriter>(_ graph: ExportGraph, to out: inout Writer) {
        let things = Things(graph, spelled: Writer.spelled)
        out.writeThings(graph.nodes.count) { index, out in write(node: index, of: graph, things, &out) }
        out.writeThings(graph.edges.count) { index, out in write(edge: index, of: graph, things, &out) }
        out.writeThings(graph.content.relations.count) { index, out in
            write(graph.content.relations[index], things, &out)
        }
        out.writeThings(graph.content.passages.count) { index, out in
            let passage = graph.content.passages[index]
            let issue = graph.content.issues[passage.issue]
            out.begin(things.passages[index], ["schema:Quotation", "prov:Entity"])
            out.property("schema:text", .text(passage.text, language: language(issue.language)))
            out.property("kg:section", passage.section.isEmpty ? [] : [.text(passage.section, language: nil)])
            out.property("kg:line", .integer(passage.line))
            out.property("prov:wasQuotedFrom", .thing(things.issues[passage.issue]))
            out.end()
        }
        out.writeThings(graph.content.issues.count) { index, out in
            let issue = graph.content.issues[index]
            out.begin(things.issues[index], ["schema:CreativeWork", "prov:Entity"])
            out.property("schema:name", .text(issue.title, language: language(issue.language)))
            out.property("kg:path", .text(issue.path, language: nil))
            out.property("schema:datePublished", issue.date.map { [.date($0)] } ?? [])
            out.property("schema:inLanguage", issue.language.map { [.text($0, language: nil)] } ?? [])
            out.end()
        }
    }

    /// How the things are called in a file.
    private struct Things: Sendable {
        /// Of the nodes, as parts of a URN.
        let codes: [String]
        let nodes: [String]
        let issues: [String]
        let passages: [String]
        let spelled: @Sendable (_ prefix: Prefix, _ name: String) -> String

        init(_ graph: ExportGraph, spelled: @escaping @Sendable (Prefix, String) -> String) {
            self.spelled = spelled
            codes = graph.nodes.map { encoded($0.id) }
            nodes = codes.map { spelled(entity, $0) }
            let folder = folder(graph)
            let (issue, passage) = (issue(folder), passage(folder))
            let issues = graph.content.issues.map { String(encoded($0.path).dropFirst(folder.count)) }
            self.issues = issues.map { spelled(issue, $0) }
            passages = graph.content.passages.map { spelled(passage, issues[$0.issue] + ":\($0.ordinal)") }
        }
    }

    private static func write(
        node index: Int, of graph: ExportGraph, _ things: Things, _ out: inout some StatementWriter
    ) {
        let node = graph.nodes[index]
        let known = graph.content.nodes[index]
        out.begin(things.nodes[index], types(node.type))
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
        write(derivedFrom: known.passages, things, &out)
        out.end()
    }

    private static func write(
        edge index: Int, of graph: ExportGraph, _ things: Things, _ out: inout some StatementWriter
    ) {
        let edge = graph.edges[index]
        let isInOrder = graph.nodes[edge.a].id < graph.nodes[edge.b].id
        let (first, second) = isInOrder ? (edge.a, edge.b) : (edge.b, edge.a)
        out.begin(
            things.spelled(pair, things.codes[first] + ":" + things.codes[second]),
            ["kg:CoMention", "prov:Entity"])
        out.property("kg:of", [.thing(things.nodes[first]), .thing(things.nodes[second])])
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
        write(derivedFrom: graph.content.edges[index].passages, things, &out)
        out.end()
    }

    private static func write(
        _ one: SubgraphContent.Relation, _ things: Things, _ out: inout some StatementWriter
    ) {
        let predicate = predicate(one.kind)
        let kind = ExportGraph.identifier(one.kind)
        out.begin(
            things.spelled(
                relation, things.codes[one.subject] + ":" + kind + ":" + things.codes[one.object]),
            ["rdf:Statement", "prov:Entity"])
        out.property("rdf:subject", .thing(things.nodes[one.subject]))
        out.property("rdf:predicate", .name(predicate))
        out.property("rdf:object", .thing(things.nodes[one.object]))
        write(derivedFrom: one.passages, things, &out)
        out.end()
        out.begin(things.nodes[one.subject], [])
        out.property(predicate, [.thing(things.nodes[one.object])])
        out.end()
    }

    private static func write(
        derivedFrom passages: [Int], _ things: Things, _ out: inout some StatementWriter
    ) {
        if passages.count == 1 {
            out.property("prov:wasDerivedFrom", .thing(things.passages[passages[0]]))
        } else {
            out.property("prov:wasDerivedFrom", passages.map { .thing(things.passages[$0]) })
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

    static func predicate(_ kind: String) -> String {
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
protocol StatementWriter: Sendable {
    /// - Parameter isFirst: whether no thing stands before its own.
    init(isFirst: Bool)
    var text: TextWriter { get set }
    var isFirst: Bool { get }

    /// A thing of the file's own, by a prefix and a name of unreserved characters, colons and percent signs.
    static func spelled(_ prefix: LinkedData.Prefix, _ name: String) -> String
    /// - Parameter types: prefixed names; none where the thing was begun before.
    mutating func begin(_ thing: String, _ types: [String])
    /// One predicate with its object.
    mutating func property(_ predicate: String, _ object: LinkedData.Term)
    /// One predicate with all its objects; nothing where there are none.
    mutating func property(_ predicate: String, _ objects: [LinkedData.Term])
    mutating func end()
}

extension StatementWriter {
    /// Writes many things in their order, some side by side.
    mutating func writeThings(_ count: Int, _ body: @Sendable (Int, inout Self) -> Void) {
        let isFirst = isFirst
        let parts = SideBySide.map(count) { share in
            var out = Self(isFirst: isFirst && share.lowerBound == 0)
            out.text = TextWriter(isLong: share.count < count)
            for index in share { body(index, &out) }
            return out
        }
        let text = parts.reduce(into: text) { $0.append($1.text) }
        if let last = parts.last {
            self = last
            self.text = text
        }
    }
}
