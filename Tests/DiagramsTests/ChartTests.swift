import Foundation
import KGModel
import KnowledgeGraph
import Testing

@testable import Diagrams

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ChartTests {
    private let months = ["2019-11", "2019-12", "2020-01", "2020-02"]

    private func shares(_ names: [String] = ["BERT", "GPT-2"], gap: Int? = nil) -> Chart {
        let series = names.enumerated().map { index, name in
            Chart.Series(
                name: name,
                values: months.indices.map { month in
                    let proportion = Proportion(count: (month + index) % 4, total: month == gap ? 0 : 4)
                    return proportion.wilson.map { .init(proportion.share, interval: $0, note: "of 4") }
                })
        }
        return Chart(
            .shares(series), periods: months, title: "How often", subtitle: "Share of issues",
            caption: "16 issues, Nov 2019 to Feb 2020")
    }

    private func counts() -> Chart {
        let series = [EntityType.model, .paper, .person].map { type in
            Chart.Series(name: type.plural, type: type, values: [3, 5, 0, 11].map { .init($0) })
        }
        return Chart(.counts(series), periods: months, title: "What the issues name")
    }

    @Test(arguments: [(Chart.Format.svg, "<svg"), (.png, "\u{89}PNG"), (.pdf, "%PDF-")])
    func eachFormatBeginsWithItsMarkAndComesOutTheSameTwice(format: Chart.Format, mark: String) throws {
        for chart in [shares(), counts()] {
            let bytes = try chart.render(format)
            #expect(bytes.starts(with: mark.unicodeScalars.map { UInt8($0.value) }))
            #expect(try chart.render(format) == bytes)
        }
    }

    @Test(arguments: Diagram.Theme.allCases, [PictureSize.column, .card, PictureSize(width: 360)])
    func nothingLeavesThePage(theme: Diagram.Theme, size: PictureSize) throws {
        for isInMultiples in [false, true] {
            for var chart in [shares(["BERT", "哈尔滨工业大学讯飞联合实验室", "GPT-2"], gap: 1), counts()] {
                (chart.theme, chart.size, chart.isInMultiples) = (theme, size, isInMultiples)
                let scene = try chart.compose()
                if let height = size.height { #expect(scene.size.height == Double(height)) }
                for case .text(let text) in scene.groups.flatMap(\.marks) {
                    let width = CharacterWidths.width(of: text.content, size: text.size, bold: text.isBold)
                    let left =
                        switch text.anchor {
                        case .start: text.origin.x
                        case .middle: text.origin.x - width / 2
                        case .end: text.origin.x - width
                        }
                    #expect(left >= 0 && left + width <= scene.size.width, "\(text.content)")
                    #expect(text.origin.y - text.size * 0.8 >= 0 && text.origin.y <= scene.size.height)
                    #expect(text.color.contrast(with: scene.background) >= 4.5, "\(text.content)")
                }
            }
        }
    }

    @Test func labelsAtTheEndsDoNotTouch() {
        let labels = [(10.0, 20.0), (11, 20), (12, 20), (80, 20), (95, 20)].map {
            (center: $0.0, height: $0.1)
        }
        let centers = EndLabels.spread(labels, top: 0, bottom: 100)
        for (above, below) in zip(centers, centers.dropFirst()) { #expect(below - above >= 20 - 1e-9) }
        #expect(centers.first ?? -1 >= 10 - 1e-9)
        #expect(centers.last ?? 101 <= 90 + 1e-9)
        // With room enough nobody moves.
        #expect(EndLabels.spread([(20, 10), (50, 10)], top: 0, bottom: 100) == [20, 50])
    }

    @Test func figuresStandWhereTheAxisSays() throws {
        let chart = counts()
        let scale = ValueScale(chart, isPercent: false, height: 20)
        #expect(scale.ticks.first == 0 && scale.top >= 33)
        let scene = try chart.compose()
        let columns = scene.groups.filter { $0.kind == "columns" }
        // The first series lies on top: its column ends where all three together do.
        let heights = columns.map { group in
            group.marks.compactMap { mark -> Double? in
                if case .box(let box) = mark { box.frame.height } else { nil }
            }
        }
        #expect(heights.count == 3)
        // A month without any has no column.
        #expect(heights.allSatisfy { $0.count == 3 })
        #expect(abs(heights[0][2] / heights[0][0] - 11.0 / 3) < 0.01)
    }

    @Test func monthsWithoutIssuesBreakTheLine() throws {
        func lines(_ chart: Chart) throws -> Int {
            try chart.compose().groups.filter { $0.kind == "line" }.flatMap(\.marks).count { mark in
                if case .line = mark { true } else { false }
            }
        }
        #expect(try lines(shares(["BERT"])) == 1)
        // Two pieces and the pale bridge between them.
        #expect(try lines(shares(["BERT"], gap: 1)) == 3)
    }

    @Test(arguments: [0.004, 0.03, 0.2, 0.34, 0.81, 1])
    func sharesHaveAFewRoundTicks(most: Double) {
        let chart = Chart(.shares([.init(name: "a", values: [.init(most)])]), periods: ["2020"], title: "")
        let scale = ValueScale(chart, isPercent: true, height: 20)
        #expect(scale.top >= most - 1e-9 && scale.top <= 1 + 1e-9)
        #expect((2...7).contains(scale.ticks.count))
    }

    @Test(arguments: [1.0, 3, 7, 12, 99, 1234, 1_000_000])
    func countsHaveAFewRoundTicks(most: Double) {
        let chart = Chart(.counts([.init(name: "a", values: [.init(most)])]), periods: ["2020"], title: "")
        let scale = ValueScale(chart, isPercent: false, height: 20)
        #expect(scale.top >= most)
        #expect((2...7).contains(scale.ticks.count))
        #expect(scale.ticks.allSatisfy { $0 == $0.rounded() })
    }

    @Test func periodsAreNamedAndThinnedOut() {
        let months = (0..<30).map { "20\(19 + $0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
        let ticks = PeriodAxis.ticks(months, step: 10, textSize: 12)
        #expect(ticks.first?.text == "Jan" && ticks.first?.year == "2019")
        #expect((3...10).contains(ticks.count))
        #expect(ticks.compactMap(\.year) == ["2019", "2020", "2021"])
        #expect(PeriodAxis.name("2020-Q3") == "Q3 2020")
        #expect(PeriodAxis.name("2020") == "2020")
        #expect(PeriodAxis.name("2020-02-23") == "23 Feb 2020")
        #expect(PeriodAxis.name("<x>") == "<x>")
    }

    @Test func theAlternativeTextTellsTheFigures() throws {
        let text = try shares(["BERT"]).alternativeText()
        #expect(
            text == "Line chart: share of issues, Nov 2019 to Feb 2020. BERT: 0 % at first, 75 % at last. "
                + "16 issues, Nov 2019 to Feb 2020.")
    }

    @Test func oddNamesGiveWellFormedSVG() throws {
        var chart = shares(Samples.oddNames, gap: 2)
        chart.title = "\"Odd\" ]]> </script>"
        for isInMultiples in [true, false] {
            chart.isInMultiples = isInMultiples
            let svg = try chart.render(.svg)
            #expect(XMLParser(data: Data(svg)).parse())
            let text = String(decoding: svg, as: UTF8.self)
            #expect(!text.contains("<script") && !text.contains("]]>"))
        }
    }

    @Test func nothingToDrawIsAnError() {
        let none = Chart.Series(name: "BERT", values: [nil])
        for chart in [
            Chart(.shares([]), periods: ["2020"], title: "x"),
            Chart(.shares([none]), periods: ["2020"], title: "x"),
            Chart(.counts([none]), periods: [], title: "x"),
        ] {
            #expect(throws: DiagramError.empty) { try chart.render(.svg) }
        }
        var small = counts()
        small.size = PictureSize(width: 240, height: 240)
        small.isInMultiples = true
        #expect(throws: DiagramError.tooSmall(small.size)) { try small.render(.svg) }
    }
}
