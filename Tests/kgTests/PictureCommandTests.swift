import Foundation
import Testing

/// Pictures from the command line.
@Suite struct PictureCommandTests {
    private func sampleGraph() throws -> Program {
        let kg = try Program()
        let result = try kg.run("build", Program.samples, "--quiet")
        try #require(result.status == 0, "\(result.errors)")
        return kg
    }

    @Test func everyKindOfPictureIsDrawn() throws {
        let kg = try sampleGraph()
        let calls = [
            ["diagram"], ["diagram", "BERT", "--depth", "2"], ["diagram", "--issue", "margin-notes-01"],
            ["diagram", "--month", "2019-10"], ["diagram", "--between", "tool", "organization"],
            ["diagram", "--paths", "ELMo", "PyTorch"], ["diagram", "--community", "BERT"],
            ["diagram", "--community", "1", "--limit", "12"],
            ["diagram", "BERT", "--since", "2019-09", "--language", "en"],
            ["diagram", "BERT", "--size", "card", "--theme", "colour-blind-safe"],
            ["diagram", "BERT", "--layout", "twopi"], ["diagram", "--significant"],
            ["diagram", "BERT", "--relations", "--theme", "dark"], ["chart", "trends", "BERT", "GPT-2"],
            ["chart", "trends", "tool", "--by", "quarter"],
            ["chart", "types", "--multiples", "--theme", "print"],
        ]
        for call in calls {
            let result = try kg.run(arguments: call)
            #expect(result.status == 0, "\(call): \(result.errors)")
            #expect(result.output.hasPrefix("<svg "), "\(call)")
            #expect(result.errors.isEmpty, "\(call): \(result.errors)")
        }
    }

    @Test func thePictureOfAnIssueSpeaksOfItAlone() throws {
        let kg = try sampleGraph()
        let text = try kg.run("diagram", "--issue", "margin-notes-01.md", "--alt-text").output
        #expect(text.contains("1 issue, 25 Mar 2019"))
        #expect(text.hasPrefix("Network of "))
    }

    @Test func tooltipsQuoteAndLinksLeadToTheIssues() throws {
        let kg = try sampleGraph()
        let svg = try kg.run("diagram", "BERT", "--limit", "4", "--links", "https://example.org/issues/")
            .output
        #expect(svg.contains("<a href=\"https://example.org/issues/margin-notes-01.md#L"))
        #expect(svg.contains("— margin-notes-01.md:"))
        // Where the issues lie on this machine is nobody's business.
        #expect(!svg.contains(Program.samples))
        #expect(try kg.run("diagram", "BERT", "--links", "javascript:alert(1)//").status == 64)
    }

    @Test func theNextPictureLinesUpWithTheLast() throws {
        let kg = try sampleGraph()
        #expect(try kg.run("diagram", "BERT", "--limit", "8", "-o", "a.svg").status == 0)
        #expect(try kg.run("diagram", "BERT", "--limit", "8", "-o", "a.json").status == 0)
        func places(_ svg: String) -> [String: String] {
            var places: [String: String] = [:]
            for tag in svg.split(separator: "<") where tag.contains(" data-id=\"") {
                let fields = tag.split(separator: "\"")
                places[String(fields[5])] = "\(fields[7]) \(fields[9])"
            }
            return places
        }
        let old = places(try String(contentsOfFile: kg.path("a.svg"), encoding: .utf8))
        #expect(old.count == 8)
        for file in ["a.svg", "a.json"] {
            let result = try kg.run("diagram", "BERT", "--limit", "12", "--layout-from", file)
            #expect(result.status == 0, "\(result.errors)")
            let new = places(result.output)
            #expect(new.count == 12)
            #expect(new.filter { old[$0.key] != nil }.count == 8)
            for (id, place) in old { #expect(new[id] == place, "\(id)") }
        }
    }

    @Test func wrongCallsAreToldInOneLine() throws {
        let kg = try sampleGraph()
        try kg.write("no picture", to: "text.svg")
        let calls: [([String], Int32, String)] = [
            (["diagram", "--limit", "10000"], 2, "--force"),
            (["diagram", "BERT", "--layout-from", "text.svg"], 2, "no diagram"),
            (["diagram", "BERT", "--layout-from", "missing.svg"], 2, "cannot be read"),
            (["diagram", "BERT", "-o", "no/such/folder/x.svg"], 2, "cannot be written"),
            (["diagram", "BERT", "-o", "x.gif"], 2, ".svg, .png, .pdf"),
            (["diagram", "--issue", "no such issue"], 1, "no such issue"),
            (["diagram", "--issue", "margin"], 1, "means several issues"),
            (["diagram", "--month", "1999-01"], 1, "nothing to draw"),
            (["diagram", "Brt"], 1, "BERT"),
            (["chart", "trends", "BERT", "--since", "2050"], 1, "nothing to draw"),
            (["chart", "types", "-o", "x.json"], 2, ".svg, .png or .pdf"),
        ]
        for (call, status, word) in calls {
            let result = try kg.run(arguments: call)
            #expect(result.status == status, "\(call): \(result.errors)")
            #expect(result.output.isEmpty, "\(call)")
            #expect(result.errorLines.count == 1, "\(call): \(result.errors)")
            #expect(result.errors.contains(word), "\(call): \(result.errors)")
        }
        #expect(!FileManager.default.fileExists(atPath: kg.path("x.gif")))
    }

    @Test(arguments: [
        (["diagram", "--theme", "sepia"], "'colour-blind-safe'"), (["diagram", "--layout", "fdp"], "circo"),
        (["diagram", "--size", "huge"], "1200x630"), (["diagram", "--size", "20"], "240 to 10000"),
        (["diagram", "--between", "tool"], "two types"), (["diagram", "--month", "March"], "2020-03"),
        (["diagram", "BERT", "--between", "tool", "org"], "different pictures"),
        (["diagram", "BERT", "--paths"], "two names"),
        (["diagram", "BERT", "--community", "1"], "different"),
        (["chart", "trends", "--limit", "99"], "24 lines"), (["chart", "trends", "--by", "week"], "quarter"),
    ])
    func unknownWordsAreAnsweredWithTheKnownOnes(call: [String], word: String) throws {
        let result = try Program().run(arguments: call)
        #expect(result.status == 64)
        #expect(result.errors.contains(word), "\(result.errors)")
    }

    @Test func aFailureLeavesTheOldFileAsItWas() throws {
        let kg = try sampleGraph()
        try kg.write("mine", to: "x.svg")
        #expect(try kg.run("diagram", "Brt", "-o", "x.svg").status == 1)
        #expect(try String(contentsOfFile: kg.path("x.svg"), encoding: .utf8) == "mine")
    }
}
