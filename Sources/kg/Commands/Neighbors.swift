import ArgumentParser
import KnowledgeGraph

struct Neighbors: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "neighbors",
        abstract: "List what is named beside a name.",
        discussion: """
            Counted are passages (paragraphs, list items, table rows) that name both. npmi tells how surprising
            that is (0: as often as by chance, 1: never apart), llr how sure (above 10.8: p < 0.001). Translations of
            one issue count once there. --significant keeps what is named beside the name more often than chance
            explains: false discovery rate 5 %, over all pairs of names that stand in three issues or more.

              kg neighbors BERT
              kg neighbors BERT --significant
              kg neighbors BERT --type tool --min-issues 2 --sort llr
            """)

    @Argument(help: "A name or any alias of it; type:name where several things bear it.")
    var name: String

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    @Option(help: ArgumentHelp("Only pairs that this many issues name together.", valueName: "n"))
    var minIssues = 1

    @Option(help: "count, npmi, llr or jaccard.")
    var sort: NeighborOrder = .count

    @OptionGroup var significance: SignificanceOption

    func run() throws {
        let graph = try database.open()
        let entity = try graph.entity(named: name)
        let neighbors = try graph.neighbors(
            of: entity, types: types.types, minIssues: minIssues, order: sort, filter: filter.filter)
        guard !neighbors.isEmpty else {
            throw CommandError("\(entity.name): nothing that fits is named beside it", exitStatus: 1)
        }
        var kept = neighbors
        var note = ""
        if significance.significant {
            kept = neighbors.filter { $0.significance == .significant }
            let untested = neighbors.count { $0.significance == .tooFewToTest }
            note = try significance.note(
                dropped: neighbors.count - kept.count, untested: untested,
                graph.testability(filter.filter))
            guard !kept.isEmpty else {
                throw CommandError("\(entity.name): no neighbor is significant; \(note)", exitStatus: 1)
            }
        }
        let shown = listing.limit(or: 20).map { Array(kept.prefix($0)) } ?? kept
        let told = "\(entity.name) (\(entity.type.rawValue)): \(shown.count) of \(kept.count) neighbors"
        table(shown).print(as: listing.format, note: note.isEmpty ? told : "\(told); \(note)")
    }

    private func table(_ neighbors: [Neighbor]) -> Listing {
        // The widths of a table are for what most ask; other formats tell everything.
        let isWhole = listing.format != .table || significance.significant
        var columns: [Listing.Column] = [
            .init(name: "name", isFlexible: true), .init(name: "type"),
            .init(name: "passages", isNumber: true), .init(name: "issues", isNumber: true),
        ]
        if isWhole {
            columns += [.init(name: "editions", isNumber: true), .init(name: "jaccard", isNumber: true)]
        }
        columns += [.init(name: "npmi", isNumber: true), .init(name: "llr", isNumber: true)]
        if isWhole {
            columns += [.init(name: "p", isNumber: true), .init(name: "q", isNumber: true)]
        }
        columns += [.init(name: "first"), .init(name: "last")]
        return Listing(
            columns: columns,
            rows: neighbors.map { neighbor in
                var cells: [Listing.Cell] = [
                    .text(neighbor.entity.name), .text(neighbor.entity.type.rawValue),
                    .integer(neighbor.passages), .integer(neighbor.issues),
                ]
                if isWhole {
                    cells += [.integer(neighbor.editions), .number(neighbor.jaccard, decimals: 2)]
                }
                cells += [.number(neighbor.npmi, decimals: 2), .number(neighbor.llr, decimals: 1)]
                if isWhole { cells += [.probability(neighbor.p), .probability(neighbor.q)] }
                return cells + [.optional(neighbor.firstDate), .optional(neighbor.lastDate)]
            })
    }
}
