import GRDB
import GraphStore
import KGModel
import Linking

/// Where the nodes and the pairs of a subgraph are named.
struct NamedPlaces {
    /// A passage that is quoted.
    struct Quoted {
        /// Number of the passage in the database.
        var id: Int64
        /// Position in `issues`.
        var issue: Int
        var marks: [SubgraphContent.Passage.Mark]
    }

    /// All dates of issues, sorted.
    private(set) var dates: [String] = []
    private(set) var nodeDays: [[SubgraphContent.Day]]
    private(set) var edgeDays: [[SubgraphContent.Day]]
    /// Indexes into `quoted`.
    private(set) var nodePassages: [[Int]] = []
    private(set) var edgePassages: [[Int]] = []
    private(set) var relationPassages: [[Int]] = []
    /// By date, path and place.
    private(set) var quoted: [Quoted] = []
    /// By date and path.
    let issues: [IssuePassages]

    /// The issue that named each node and each pair last.
    private var nodeIssue: [Int32]
    private var edgeIssue: [Int32]
    private var ofNodes: [QuotationChoice]
    private var ofEdges: [QuotationChoice]
    private var ofRelations: [QuotationChoice]
    private let edgeOf: PairIndex
    private let relations: StatedRelations
    private let parts: SubgraphContent.Parts

    /// - Parameter entities: the nodes, by the numbers of their entities.
    init(
        _ db: Database, _ graph: Subgraph, _ entities: EntityPositions, _ relations: StatedRelations,
        _ parts: SubgraphContent.Parts, quotations: Int, filter: IssueFilter
    ) throws {
        self.relations = relations
        self.parts = parts
        nodeDays = Array(repeating: [], count: graph.nodes.count)
        nodeIssue = Array(repeating: -1, count: graph.nodes.count)
        edgeDays = Array(repeating: [], count: graph.edges.count)
        edgeIssue = Array(repeating: -1, count: graph.edges.count)
        edgeOf = PairIndex(graph)
        let ofNames = QuotationChoice(most: parts.contains(.evidence) ? quotations : 0)
        let ofPairs = QuotationChoice(most: parts.contains(.pairEvidence) ? quotations : 0)
        ofNodes = Array(repeating: ofNames, count: graph.nodes.count)
        ofRelations = Array(repeating: ofNames, count: relations.all.count)
        ofEdges = Array(repeating: ofPairs, count: graph.edges.count)
        issues = try IssuePassages.all(db, filter)

        let sightings = try Sightings(db, entities)
        var passages: [Range<Int>] = []
        var issueOfPassage: [Int] = []
        for (number, issue) in issues.enumerated() {
            let date = dateIndex(issue.date)
            for passage in sightings.passages(of: issue) {
                let place = QuotationChoice.Place(
                    number: passages.count, issue: number, edition: issue.edition)
                take(sightings, passage, place, date)
                passages.append(passage)
                issueOfPassage.append(number)
            }
        }
        quote(sightings, passages, issueOfPassage)
    }

    /// The dates come sorted.
    private mutating func dateIndex(_ date: String?) -> Int? {
        guard let date else { return nil }
        if dates.last != date { dates.append(date) }
        return dates.count - 1
    }

    private static func count(_ date: Int, isNewIssue: Bool, _ days: inout [SubgraphContent.Day]) {
        if days.last?.date != date { days.append(.init(date: date, passages: 0, issues: 0)) }
        days[days.count - 1].passages += 1
        if isNewIssue { days[days.count - 1].issues += 1 }
    }

    private mutating func take(
        _ sightings: Sightings, _ passage: Range<Int>, _ place: QuotationChoice.Place, _ date: Int?
    ) {
        let (nodes, entities) = sightings.named(in: passage)
        guard !nodes.isEmpty else { return }
        let issue = Int32(truncatingIfNeeded: place.issue)
        for node in nodes {
            if let date {
                Self.count(date, isNewIssue: nodeIssue[node] != issue, &nodeDays[node])
                nodeIssue[node] = issue
            }
            ofNodes[node].offer(place)
        }
        for relation in relations.ofPassage[sightings[passage.lowerBound].passage] ?? [] {
            ofRelations[relation].offer(place)
        }
        // As the edges themselves are counted: a list of contents says nothing about pairs.
        guard !parts.isDisjoint(with: [.dates, .pairEvidence]), entities <= CoMentions.mostEntities,
            nodes.count > 1
        else { return }
        for (position, a) in nodes.enumerated() {
            for b in nodes[(position + 1)...] {
                guard let edge = edgeOf[a, b] else { continue }
                if let date {
                    Self.count(date, isNewIssue: edgeIssue[edge] != issue, &edgeDays[edge])
                    edgeIssue[edge] = issue
                }
                ofEdges[edge].offer(place)
            }
        }
    }

    /// Numbers the passages that something chose, in their order.
    private mutating func quote(_ sightings: Sightings, _ passages: [Range<Int>], _ issueOfPassage: [Int]) {
        var numbers = Array(repeating: -1, count: passages.count)
        let chosen = [ofNodes, ofEdges, ofRelations].map { $0.map(\.chosen) }
        for list in chosen { for one in list { for place in one { numbers[place] = 0 } } }
        for place in passages.indices where numbers[place] == 0 {
            numbers[place] = quoted.count
            let marks = passages[place].compactMap { sightings[$0].mark }
            quoted.append(
                Quoted(
                    id: sightings[passages[place].lowerBound].passage, issue: issueOfPassage[place],
                    marks: marks
                ))
        }
        nodePassages = chosen[0].map { $0.map { numbers[$0] } }
        edgePassages = chosen[1].map { $0.map { numbers[$0] } }
        relationPassages = chosen[2].map { $0.map { numbers[$0] } }
    }
}
