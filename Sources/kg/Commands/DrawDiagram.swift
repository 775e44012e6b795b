import ArgumentParser
import Diagrams
import Foundation
import KGModel
import KnowledgeGraph

struct DrawDiagram: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diagram",
        abstract: "Draw names with what stands beside them, an issue, a month, or a type against a type.",
        discussion: """
            The same graph gives the same picture on every machine. Without a name the strongest core is drawn.

              kg diagram BERT -o bert.svg
              kg diagram BERT GPT-2 --type tool --limit 20 --format png -o pair.png
              kg diagram --issue 8 --language en --size card -o card.png
              kg diagram --month 2020-03 -o march.svg
              kg diagram --between tool organization --theme dark -o tools.svg
              kg diagram --paths PyTorch ACL -o paths.svg
              kg diagram --community BERT -o community.svg
              kg diagram PyTorch --relations -o stated.svg
              kg diagram BERT --since 2020-03 --layout-from bert.svg -o bert-now.svg
            """)

    @Argument(help: "Names in the middle of the picture.")
    var names: [String] = []

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var significance: SignificanceOption

    @Option(help: ArgumentHelp("What this issue names: its path, number or title.", valueName: "issue"))
    var issue: String?

    @Option(help: ArgumentHelp("What the issues of this month name (2020-03).", valueName: "month"))
    var month: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Two types, one against the other in two columns.", valueName: "type type"))
    var between: [EntityTypeArgument] = []

    @Flag(help: "The strongest ways between two names, instead of what stands beside them.")
    var paths = false

    @Option(
        help: ArgumentHelp("The group that this name, or the group of this number, is in.", valueName: "name")
    )
    var community: String?

    @Option(help: ArgumentHelp("Steps away from the names.", valueName: "n"))
    var depth = 1

    @Option(help: ArgumentHelp("Nodes at most.", valueName: "n"))
    var limit = 30

    @Flag(help: "Draw more nodes than one can read.")
    var force = false

    @Option(
        help: ArgumentHelp("Only neighbours that this many issues name beside the names.", valueName: "n"))
    var minIssues = 1

    @OptionGroup var picture: PictureOptions

    @Option(
        help:
            "svg, png, pdf, dot, or json for the places alone (default: what the file's name ends in, else svg)."
    )
    var format: Diagram.Format?

    @Option(help: "Graphviz's engine: dot, neato, sfdp, twopi or circo; or columns.")
    var layout: Diagram.Layout?

    @Option(
        help: ArgumentHelp(
            "Keep the nodes where this diagram (.svg or .json) has them; new ones stand beside their neighbours.",
            valueName: "file"), completion: .file())
    var layoutFrom: String?

    @Option(
        help: ArgumentHelp(
            "Link nodes and edges of an SVG to their evidence: an issue's path and line are put behind this address.",
            valueName: "address"))
    var links: String?

    @Flag(help: "Draw what the texts state as arrows: by, at, released by, evaluated on, …")
    var relations = false

    @Flag(inversion: .prefixedNo, help: "Quote a passage in each tooltip of an SVG.")
    var quotations = true

    /// More nodes than that are no picture but a cloud.
    static let budget = 200

    func validate() throws {
        guard depth >= 1 else { throw ValidationError("--depth \(depth): give 1 or more") }
        guard limit >= 2 else { throw ValidationError("--limit \(limit): give 2 or more nodes") }
        if let month, IssueDate(iso: month)?.precision != .month {
            throw ValidationError("--month \(month): no month; write 2020-03")
        }
        guard [0, 2].contains(between.count) else {
            throw ValidationError("--between: give two types, such as --between tool organization")
        }
        let asked = [!names.isEmpty, issue != nil, month != nil, !between.isEmpty, community != nil]
        let isClear =
            !(!between.isEmpty && !names.isEmpty) && !(issue != nil && month != nil)
            && (community == nil || asked.count { $0 } == 1)
        guard isClear else {
            throw ValidationError(
                "names, --issue, --month, --between and --community ask for different pictures; "
                    + "\(asked.count { $0 }) of them were given")
        }
        guard !paths || names.count == 2 else {
            throw ValidationError("--paths: give two names, such as kg diagram --paths PyTorch ACL")
        }
        if month != nil, filter.since != nil || filter.until != nil {
            throw ValidationError("--month is a span of time already; leave out --since and --until")
        }
        if let links, !DiagramEvidence.isLinkPrefix(links) {
            throw ValidationError("--links \(links): give a web address (https://…) or a path")
        }
    }

    func run() throws {
        let format = try picture.format(format)
        guard force || limit <= Self.budget else {
            throw CommandError(
                "--limit \(limit): more than \(Self.budget) nodes cannot be read; narrow the picture with --type, "
                    + "--min-issues or --since, or draw it with --force")
        }
        let graph = try database.open()
        var scope = filter.filter
        if let month { (scope.since, scope.until) = (month, month) }
        let shown = try issue.map { try graph.issue(named: $0, filter: scope) }
        if let shown { scope = IssueFilter(path: shown.path) }
        let entities = try names.map { try graph.entity(named: $0) }
        let part = try part(of: graph, around: entities, scope)
        guard !part.nodes.isEmpty else { throw CommandError(emptyAnswer(scope), exitStatus: 1) }

        var diagram = Diagram(
            part, title: picture.title ?? heading(entities, shown), layout: layout ?? standardLayout(part),
            theme: picture.theme, size: picture.pictureSize)
        diagram.leftType = between.first?.type
        diagram.scale = picture.scale
        if relations {
            diagram.arrows = try graph.relations(in: part, filter: scope).map { relation in
                Diagram.Arrow(
                    from: part.nodes[relation.subject].id, to: part.nodes[relation.object].id,
                    label: relation.kind.rawValue)
            }
        }
        diagram.places = try layoutFrom.map(readLayout)
        if format == .svg, quotations || links != nil {
            diagram.evidence = try DiagramEvidence(
                of: diagram, in: graph, filter: scope, linkPrefix: links, quoting: quotations)
        }
        try picture.write(
            alternativeText: try diagram.alternativeText(), isBitmap: format == .png || format == .pdf
        ) { try diagram.render(format) }
    }

    private func part(
        of graph: KnowledgeGraph, around entities: [EntitySummary], _ scope: IssueFilter
    ) throws -> Subgraph {
        if between.count == 2 {
            let pair = TypePair(between[0].type, between[1].type)
            return try graph.wholeGraph(
                types: [pair.left, pair.right], minIssues: minIssues, filter: scope,
                significant: significance.significant
            ).between(pair, limit: limit)
        }
        if paths { return try graph.subgraph(ofPathsFrom: entities[0], to: entities[1], limit: limit) }
        if let community { return try graph.subgraph(ofCommunity: community, limit: limit, filter: scope) }
        if !entities.isEmpty {
            return try graph.subgraph(
                around: entities, depth: depth, limit: limit, types: types.types, minIssues: minIssues,
                filter: scope, significant: significance.significant)
        }
        if issue != nil || month != nil {
            return try graph.wholeGraph(
                types: types.types, minIssues: minIssues, filter: scope, significant: significance.significant
            ).strongest(limit).withoutLoners()
        }
        return try graph.core(
            limit: limit, types: types.types, minIssues: minIssues, filter: scope,
            significant: significance.significant
        ).withoutLoners()
    }

    /// Stress majorization takes time and memory with the square of the nodes; springs do not.
    private func standardLayout(_ part: Subgraph) -> Diagram.Layout {
        if !between.isEmpty { return .columns }
        if paths { return .dot }
        return part.nodes.count > 2 * Self.budget ? .sfdp : .neato
    }

    private func heading(_ entities: [EntitySummary], _ issue: IssueSummary?) -> String {
        if let issue { return issue.title.isEmpty ? issue.path : issue.title }
        if between.count == 2 {
            let words = between.map(\.type.plural)
            return "\(words[0].prefix(1).uppercased())\(words[0].dropFirst()) and \(words[1])"
        }
        if paths { return "From \(entities[0].name) to \(entities[1].name)" }
        let names = entities.map(\.name).joined(separator: ", ")
        guard let month, let date = IssueDate(iso: month) else {
            return entities.isEmpty
                ? (community.map { "What hangs together with \($0)" } ?? "What hangs together")
                : "Beside \(names)"
        }
        let when = MonthNames.text(date)
        return entities.isEmpty ? "What \(when) was about" : "Beside \(names) in \(when)"
    }

    private func emptyAnswer(_ scope: IssueFilter) -> String {
        if paths { return "nothing to draw: no chain of passages joins \(names[0]) and \(names[1])" }
        if !between.isEmpty {
            return
                "nothing to draw: no passage names a \(between.map(\.type.rawValue).joined(separator: " and a "))"
        }
        return scope.isEmpty
            ? "nothing to draw: the graph is empty"
            : "nothing to draw: the issues asked for name nothing of the kind; `kg issues` lists their dates"
    }

    private func readLayout(_ file: String) throws -> SavedLayout {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw CommandError(
                "\(file): cannot be read; --layout-from wants a diagram that `kg diagram` wrote")
        }
        do {
            return try SavedLayout(Array(data))
        } catch {
            throw CommandError("\(file): \(error)")
        }
    }
}
