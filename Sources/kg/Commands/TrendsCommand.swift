import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

struct TrendsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trends",
        abstract: "Show what rises and falls: shares of issues over time.",
        discussion: """
            Without a name: what recurs, with streaks (periods in a row), gaps, and whether its share of the issues
            rises or falls more than chance explains (Cochran-Armitage test, false discovery rate 5 %). With names:
            each period's share and its 95 % interval (Wilson). Translations of one issue count once, when the first
            of them appeared.

              kg trends tool
              kg trends tool --by quarter --only rising
              kg trends PyTorch TensorFlow --by month --format csv
            """)

    enum Kind: String, CaseIterable, ExpressibleByArgument {
        case rising, falling, steady, newcomers, comebacks
    }

    @Argument(help: "A type, or names.")
    var typeOrNames: [String] = []

    @Option(help: "issue, month, quarter or year (default: months, where there are at most 36).")
    var by: PeriodLength?

    @Option(
        help:
            "rising, falling, steady, newcomers (of the last period) or comebacks (after two periods or more)."
    )
    var only: Kind?

    @Option(help: ArgumentHelp("Only what this many issues name.", valueName: "n"))
    var minIssues = 2

    @OptionGroup var database: DatabaseOption
    @OptionGroup var filter: FilterOptions
    @OptionGroup var listing: ListingOptions

    func run() throws {
        let graph = try database.open()
        let type = typeOrNames.count == 1 ? EntityType(argument: typeOrNames[0]) : nil
        let names = type == nil ? try typeOrNames.map { try graph.entity(named: $0) } : []
        let trends = try graph.trends(
            types: type.map { [$0] } ?? [], of: names,
            minIssues: only == .newcomers ? 1 : minIssues, by: by, filter: filter.filter)
        guard !trends.periods.isEmpty else {
            throw CommandError(
                "no issue with a date fine enough: " + undated(trends), exitStatus: 1)
        }
        if names.isEmpty {
            try printRecurring(trends, showsType: type == nil)
        } else {
            printPeriods(trends)
        }
    }

    // MARK: - What recurs

    private func printRecurring(_ trends: Trends, showsType: Bool) throws {
        let chosen = trends.filtered(isChosen)
        guard !chosen.rows.isEmpty else {
            throw CommandError(
                "nothing \(only?.rawValue ?? "of that kind"); \(tested(trends))", exitStatus: 1)
        }
        let shown = listing.limit(or: 20).map { Array(chosen.rows.prefix($0)) } ?? chosen.rows
        var columns: [Listing.Column] = [.init(name: "name", isFlexible: true)]
        if showsType { columns.append(.init(name: "type")) }
        columns += [
            .init(name: "issues", isNumber: true), .init(name: "share", isNumber: true),
            .init(name: "by \(trends.length.rawValue)"), .init(name: "trend"),
            .init(name: "q", isNumber: true),
            .init(name: "first"), .init(name: "last"), .init(name: "streak", isNumber: true),
            .init(name: "gap", isNumber: true),
        ]
        if listing.format != .table {
            columns += [
                .init(name: "low", isNumber: true), .init(name: "high", isNumber: true),
                .init(name: "longest streak", isNumber: true), .init(name: "comeback after", isNumber: true),
                .init(name: "newcomer"), .init(name: "z", isNumber: true), .init(name: "p", isNumber: true),
            ]
        }
        Listing(columns: columns, rows: shown.map { row($0, trends, showsType: showsType) }).print(
            as: listing.format, note: note(trends, shown.count, chosen.rows.count))
    }

    private func isChosen(_ trend: Trend) -> Bool {
        switch only {
        case nil: true
        case .rising: trend.direction == .rising
        case .falling: trend.direction == .falling
        case .steady: trend.direction == .steady
        case .newcomers: trend.isNewcomer
        case .comebacks: trend.comebackAfter != nil
        }
    }

    private func row(_ trend: Trend, _ trends: Trends, showsType: Bool) -> [Listing.Cell] {
        var cells: [Listing.Cell] = [.text(trend.entity.name)]
        if showsType { cells.append(.text(trend.entity.type.rawValue)) }
        cells += [
            .integer(trend.overall.count), .share(trend.overall.share),
            .special(
                shown: Sparkline.shares(trend.shares),
                json: .object(
                    zip(trends.periods, trend.shares).filter { $1.count > 0 }.map {
                        .init($0.label, .integer($1.count))
                    })), .text(word(trend)), .probability(trend.q), .optional(trend.first),
            .optional(trend.last), .integer(trend.currentStreak), .integer(trend.longestGap),
        ]
        guard listing.format != .table else { return cells }
        let bounds = trend.overall.wilson
        return cells + [
            .optionalShare(bounds?.lowerBound), .optionalShare(bounds?.upperBound),
            .integer(trend.longestStreak), .optional(trend.comebackAfter),
            .special(shown: trend.isNewcomer ? "yes" : "no", json: .bool(trend.isNewcomer)),
            trend.z.map { .number($0, decimals: 2) } ?? .none, .probability(trend.p),
        ]
    }

    /// What is special about a trend, the surest first.
    private func word(_ trend: Trend) -> String {
        switch trend.direction {
        case .rising, .falling: return trend.direction.rawValue
        case .steady, .always, .tooFewToTest: break
        }
        if trend.isNewcomer { return "new" }
        if let gap = trend.comebackAfter { return "back after \(gap)" }
        return trend.direction.rawValue
    }

    // MARK: - Periods of names

    private func printPeriods(_ trends: Trends) {
        let isSeveral = trends.rows.count > 1
        var columns: [Listing.Column] = isSeveral ? [.init(name: "name", isFlexible: true)] : []
        columns += [
            .init(name: trends.length.rawValue), .init(name: "naming", isNumber: true),
            .init(name: "issues", isNumber: true), .init(name: "share", isNumber: true),
            .init(name: "low", isNumber: true), .init(name: "high", isNumber: true), .init(name: ""),
        ]
        if listing.format != .table { columns.removeLast() }
        let rows = trends.rows.flatMap { trend in
            zip(trends.periods, trend.shares).map { period, share in
                var cells: [Listing.Cell] = isSeveral ? [.text(trend.entity.name)] : []
                cells += [
                    .text(period.label), .integer(share.count), .integer(share.total),
                    share.total > 0 ? .share(share.share) : .none, .optionalShare(share.wilson?.lowerBound),
                    .optionalShare(share.wilson?.upperBound),
                ]
                if listing.format == .table { cells.append(.text(Sparkline.bar(share.share))) }
                return cells
            }
        }
        let shown = listing.limit(or: nil).map { Array(rows.prefix($0)) } ?? rows
        let told = trends.rows.map { trend in
            var text = "\(trend.entity.name): \(trend.overall.count) of \(trend.overall.total) issues"
            text += ", \(trend.direction.rawValue)"
            if let p = trend.p { text += " (p \(Listing.Cell.probability(p).shown))" }
            return text
        }
        Listing(columns: columns, rows: shown).print(
            as: listing.format, note: (told + [tested(trends)]).joined(separator: "; "))
    }

    // MARK: - Notes

    private func note(_ trends: Trends, _ shown: Int, _ of: Int) -> String {
        var text = "\(shown) of \(of); \(trends.editions) issues"
        if trends.issues > trends.editions { text += " (\(trends.issues) with their translations)" }
        return text + "; " + tested(trends)
    }

    private func tested(_ trends: Trends) -> String {
        var text =
            trends.tested == 0
            ? "too few to test" : "\(trends.tested) tested for rising and falling"
        let left = undated(trends)
        if !left.isEmpty { text += "; " + left }
        return text
    }

    private func undated(_ trends: Trends) -> String {
        var parts: [String] = []
        if trends.undatedEditions > 0 { parts.append("\(trends.undatedEditions) without a date") }
        if trends.impreciseEditions > 0 {
            parts.append("\(trends.impreciseEditions) whose date tells no \(trends.length.rawValue)")
        }
        if trends.editions == 0 { parts.append("no issue fits") }
        return parts.isEmpty ? "" : parts.joined(separator: ", ") + (trends.editions == 0 ? "" : " left out")
    }
}
