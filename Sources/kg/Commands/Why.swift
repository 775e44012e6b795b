import ArgumentParser
import Exports
import KGModel
import KnowledgeGraph

struct Why: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Tell why two names are one thing, or how one came together.",
        discussion: """
            With two names: the chain of reasons that joins them, each with the line that shows it; or why nothing
            joins them, and status 1. With one name: its type and the votes for it, and every name and address with
            the reason for which it belongs to it.

              kg why 微软 Microsoft
              kg why T-NLG
            """)

    @Argument(help: "A name, or two; any alias will do, type:name where several things bear it.")
    var names: [String]

    @OptionGroup var database: DatabaseOption
    @OptionGroup var listing: ListingOptions

    func validate() throws {
        guard (1...2).contains(names.count) else { throw ValidationError("give one name, or two") }
    }

    func run() throws {
        let graph = try database.open()
        if names.count == 1 {
            try tell(graph.origins(of: graph.entity(named: names[0])))
            return
        }
        switch try graph.sameOrNot(names[0], names[1]) {
        case .same(let entity, let chain): tell(chain, entity)
        case .different(let a, let b, let reasons): try tell(a, b, reasons)
        }
    }

    // MARK: - One name

    private func tell(_ origins: Origins) throws {
        let entity = origins.entity
        switch listing.format {
        case .table:
            var text = Terminal.bold(entity.name) + "  \(entity.type.rawValue)\n"
            text += "type: " + origins.votes.map(vote).joined(separator: ", ") + "\n"
            Output.write(text)
            if origins.steps.isEmpty {
                Output.write("called \(entity.name) wherever it stands\n")
            } else {
                Output.write("\n")
                steps(limited(origins.steps)).print(as: .table)
            }
            if !origins.listed.isEmpty {
                let count = origins.listed.count
                Output.write(
                    Terminal.dim(
                        "the lexicon lists \(count) more name\(count == 1 ? "" : "s") of it that no issue has: kg show\n"
                    ))
            }
        case .json: Output.write(json(origins).pretty + "\n")
        case .jsonl: Output.write(json(origins).line + "\n")
        case .csv, .tsv, .markdown: steps(limited(origins.steps)).print(as: listing.format)
        }
    }

    private func limited(_ steps: [MergeStep]) -> [MergeStep] {
        listing.limit(or: nil).map { Array(steps.prefix($0)) } ?? steps
    }

    private func vote(_ vote: Origins.Vote) -> String {
        let percent = Int((vote.share * 100).rounded())
        return "\(vote.type.rawValue) \(percent) % (\(vote.mentions) mention\(vote.mentions == 1 ? "" : "s"))"
    }

    private func steps(_ steps: [MergeStep]) -> Listing {
        Listing(
            columns: [
                .init(name: "name", isFlexible: true), .init(name: "is", isFlexible: true),
                .init(name: "reason"),
                .init(name: "at", isFlexible: true, isPath: true),
                .init(name: "and at", isFlexible: true, isPath: true),
            ],
            rows: steps.map { step in
                [
                    .text(step.name), .text(step.other), .text(step.reason.rawValue),
                    .optional(step.evidence.map(place)), .optional(step.otherEvidence.map(place)),
                ]
            })
    }

    private func place(_ quotation: Quotation) -> String { "\(quotation.issue):\(quotation.line)" }

    // MARK: - Two names

    private func tell(_ chain: [MergeStep], _ entity: EntitySummary) {
        switch listing.format {
        case .table, .markdown:
            Output.write("\(names[0]) and \(names[1]) are one: \(entity.name) (\(entity.type.rawValue))\n\n")
            if chain.isEmpty {
                Output.write("they are the same name but for case, accents, hyphens, blanks or width\n")
            }
            for step in chain {
                let line = "\(step.name) = \(step.other): \(step.reason.sentence)"
                Output.write((listing.format == .table ? Terminal.bold(line) : line) + "\n")
                let quotations = [step.evidence, step.otherEvidence].compactMap { $0 }
                QuotationPrinter(format: listing.format).print(merged(quotations))
                if quotations.isEmpty { Output.write("\n") }
            }
        case .json: Output.write(json(chain, entity).pretty + "\n")
        case .jsonl: Output.write(json(chain, entity).line + "\n")
        case .csv, .tsv: steps(chain).print(as: listing.format)
        }
    }

    /// Two marks in one passage are one quotation.
    private func merged(_ quotations: [Quotation]) -> [Quotation] {
        guard quotations.count == 2, quotations[0].issue == quotations[1].issue,
            quotations[0].text == quotations[1].text, quotations[0].line == quotations[1].line
        else { return quotations }
        var one = quotations[0]
        one.marks = Set(one.marks + quotations[1].marks).sorted { $0.lowerBound < $1.lowerBound }
        return [one]
    }

    private func tell(_ a: EntitySummary, _ b: EntitySummary, _ reasons: [String]) throws {
        switch listing.format {
        case .json, .jsonl:
            let json = JSONValue.object([
                .init("same", .bool(false)), .init("a", .string(a.key)), .init("b", .string(b.key)),
                .init("reasons", .array(reasons.map { .string($0) })),
            ])
            Output.write((listing.format == .json ? json.pretty : json.line) + "\n")
        case .csv, .tsv:
            Listing(
                columns: [.init(name: "a"), .init(name: "b"), .init(name: "reason")],
                rows: reasons.map { [.text(a.key), .text(b.key), .text($0)] }
            ).print(as: listing.format)
        case .table, .markdown:
            Output.write(
                "\(a.name) (\(a.type.rawValue)) and \(b.name) (\(b.type.rawValue)) are two things:\n\n"
                    + reasons.map { "- \($0)\n" }.joined())
        }
        throw ExitCode(1)
    }

    // MARK: - JSON

    private func json(_ origins: Origins) -> JSONValue {
        .object([
            .init("id", .string(origins.entity.key)), .init("name", .string(origins.entity.name)),
            .init("type", .string(origins.entity.type.rawValue)),
            .init(
                "votes",
                .array(
                    origins.votes.map {
                        .object([
                            .init("type", .string($0.type.rawValue)),
                            .init("mentions", .integer($0.mentions)),
                            .init("share", .number(($0.share * 1000).rounded() / 1000)),
                        ])
                    })),
            .init("steps", .array(limited(origins.steps).map(json))),
            .init("listed", .array(origins.listed.map { .string($0) })),
        ])
    }

    private func json(_ chain: [MergeStep], _ entity: EntitySummary) -> JSONValue {
        .object([
            .init("same", .bool(true)), .init("id", .string(entity.key)),
            .init("chain", .array(chain.map(json))),
        ])
    }

    private func json(_ step: MergeStep) -> JSONValue {
        .object([
            .init("name", .string(step.name)), .init("is", .string(step.other)),
            .init("reason", .string(step.reason.rawValue)), .init("evidence", json(step.evidence)),
            .init("other_evidence", json(step.otherEvidence)),
        ])
    }

    private func json(_ quotation: Quotation?) -> JSONValue {
        guard let quotation else { return .null }
        return .object([
            .init("issue", .string(quotation.issue)), .init("line", .integer(quotation.line)),
            .init("date", .optional(quotation.date)), .init("text", .string(quotation.text)),
        ])
    }
}
