import ArgumentParser
import Diagrams
import Foundation
import KGModel
import KnowledgeGraph

extension Chart.Format: ExpressibleByArgument {}
extension PeriodLength: ExpressibleByArgument {}

struct DrawChart: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chart",
        abstract: "Draw how names and types go through time.",
        discussion: """
            In the themes and sizes of `kg diagram`; the same graph gives the same picture on every machine.

              kg chart trends BERT GPT-2 -o bert.svg
              kg chart trends tool --limit 4 --by quarter --theme dark -o tools.svg
              kg chart types --size card -o types.png
            """,
        subcommands: [DrawTrends.self, DrawTypes.self])
}

/// What both charts take.
struct ChartOptions: ParsableArguments {
    @OptionGroup var filter: FilterOptions

    @Option(help: "issue, month, quarter or year (default: what fits the span of the issues).")
    var by: PeriodLength?

    @Flag(
        inversion: .prefixedNo,
        help:
            "A small chart for each, side by side; or all in one (default: small ones for more than two lines)."
    )
    var multiples: Bool?

    @OptionGroup var picture: PictureOptions

    @Option(help: "svg, png or pdf (default: what the file's name ends in, else svg).")
    var format: Chart.Format?

    func write(_ chart: Chart) throws {
        var chart = chart
        chart.scale = picture.scale
        let format = try chosenFormat()
        try picture.write(alternativeText: try chart.alternativeText(), isBitmap: format != .svg) {
            try chart.render(format)
        }
    }

    private func chosenFormat() throws -> Chart.Format {
        if let format { return format }
        guard let output = picture.output, let dot = output.lastIndex(of: ".") else { return .svg }
        guard let format = Chart.Format(rawValue: output[output.index(after: dot)...].lowercased()) else {
            throw CommandError("\(output): a chart ends in .svg, .png or .pdf; or choose one with --format")
        }
        return format
    }
}

struct DrawTrends: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "Draw the share of the issues that name something, with its 95 % interval.",
        discussion: """
            Names, or a type for its most recurrent names. Translations of an issue count once.

              kg chart trends BERT GPT-2 -o bert.svg
              kg chart trends tool --limit 4 --multiples -o tools.svg
            """)

    @Argument(help: "Names, or one type.")
    var names: [String] = []

    @OptionGroup var database: DatabaseOption

    @Option(help: ArgumentHelp("Lines at most, where a type is asked for.", valueName: "n"))
    var limit = 4

    @OptionGroup var chart: ChartOptions

    /// More lines than that cannot be told apart, nor more small charts read.
    static let budget = 24

    func validate() throws {
        guard limit >= 1 else { throw ValidationError("--limit \(limit): give 1 or more") }
        guard limit <= Self.budget, names.count <= Self.budget else {
            throw ValidationError(
                "more than \(Self.budget) lines cannot be read; ask for fewer names or a lower --limit")
        }
    }

    func run() throws {
        let graph = try database.open()
        let type = names.count == 1 ? EntityType(argument: names[0]) : nil
        let entities = try type == nil ? names.map { try graph.entity(named: $0) } : []
        var trends = try trends(graph, type, entities, by: chart.by)
        if chart.by == nil { trends = try legible(trends) { try self.trends(graph, type, entities, by: $0) } }
        if entities.isEmpty { trends.rows = Array(trends.rows.prefix(limit)) }
        guard !trends.rows.isEmpty, !trends.periods.isEmpty else {
            throw CommandError(
                "nothing to draw: no dated issue of the question names it; `kg issues` lists their dates",
                exitStatus: 1)
        }
        var picture = Chart(
            trends, title: chart.picture.title ?? heading(trends, type), theme: chart.picture.theme,
            size: chart.picture.pictureSize)
        picture.isInMultiples = chart.multiples ?? (trends.rows.count > 2)
        try chart.write(picture)
    }

    private func trends(
        _ graph: KnowledgeGraph, _ type: EntityType?, _ entities: [EntitySummary], by length: PeriodLength?
    ) throws -> Trends {
        try graph.trends(
            types: type.map { [$0] } ?? [], of: entities, minIssues: 1, by: length,
            filter: chart.filter.filter)
    }

    /// A share of a single issue is all or nothing: with most months so, quarters tell more, then years.
    private func legible(_ trends: Trends, anew: (PeriodLength) throws -> Trends) rethrows -> Trends {
        var best = trends
        for length in [PeriodLength.quarter, .year] where best.length == .month || best.length == .quarter {
            let filled = best.periods.filter { $0.editions > 0 }
            let single = filled.count { $0.editions == 1 }
            guard single * 2 > filled.count else { break }
            let longer = try anew(length)
            guard longer.periods.count >= 4 else { break }
            best = longer
        }
        return best
    }

    private func heading(_ trends: Trends, _ type: EntityType?) -> String {
        let named = trends.rows.map(\.entity.name)
        guard names.isEmpty || type != nil else {
            return named.count > 4
                ? "\(named.count) names through time"
                : "How often \(Self.list(named)) \(named.count == 1 ? "is" : "are") named"
        }
        return "The most named \(type?.plural ?? "names")"
    }

    private static func list(_ words: [String]) -> String {
        guard words.count > 1, let last = words.last else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

struct DrawTypes: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "types",
        abstract: "Draw how many models, libraries, papers … the issues name.",
        discussion: """
            Different names of each type in the issues of each month, piled up, or side by side with --multiples.

              kg chart types -o types.svg
              kg chart types --type model --type library --multiples --theme print -o types.pdf
            """)

    @OptionGroup var database: DatabaseOption
    @OptionGroup var types: TypeOptions
    @OptionGroup var chart: ChartOptions

    func run() throws {
        let graph = try database.open()
        let counts = try graph.typesByPeriod(types: types.types, by: chart.by, filter: chart.filter.filter)
        guard !counts.periods.isEmpty, !counts.names.isEmpty else {
            throw CommandError(
                "nothing to draw: no dated issue of the question names anything; `kg issues` lists their dates",
                exitStatus: 1)
        }
        var picture = Chart(
            counts, title: chart.picture.title ?? "What the issues name", theme: chart.picture.theme,
            size: chart.picture.pictureSize)
        picture.isInMultiples = chart.multiples ?? false
        try chart.write(picture)
    }
}
