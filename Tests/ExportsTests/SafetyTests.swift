import Foundation
import KGModel
import KnowledgeGraph
import Testing

@testable import Exports

/// Names that break files or deceive readers.
@Suite struct SafetyTests {
    private static let formats = ExportFormats.all.map { $0.name }

    /// Control characters, overrides of direction and code points that are no characters.
    @Test(arguments: formats)
    func noFormatHoldsWhatIsNotToBeShown(name: String) async throws {
        let export = try await OddGraph.shared.value.export(try #require(ExportFormats.named(name)))
        for file in export.files {
            let text = try #require(String(validating: file.bytes, as: UTF8.self))
            for scalar in text.unicodeScalars {
                let isControl =
                    scalar.value < 0x20 && scalar != "\n" && scalar != "\r"
                    || (0x7F...0x9F).contains(scalar.value)
                let turns =
                    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
                #expect(!isControl && !turns, "U+\(String(scalar.value, radix: 16)) in \(file.name)")
            }
            let parts = file.name.split(separator: "/", omittingEmptySubsequences: false)
            #expect(parts.count <= 2 && !parts.contains("") && !parts.contains(".") && !parts.contains(".."))
        }
    }

    /// Marks of direction that colour their own place belong to Arabic and Hebrew names.
    @Test func marksOfDirectionStay() async throws {
        let export = try await OddGraph.shared.value.export(NodeLinkJSON.self)
        #expect(export.files[0].text.unicodeScalars.contains("\u{200F}"))
    }

    @Test func thePageHoldsNoTagOfANameOrAQuotation() async throws {
        let page = try await OddGraph.shared.value.export(Explorer.self).files[0].text
        #expect(page.components(separatedBy: "</script").count == 3)
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(!page.contains("<img") && !page.contains("<b>"))
        #expect(page.contains("default-src &#39;none&#39;"))
        #expect(!page.contains("unsafe-inline"))
    }

    @Test func cellsThatSpreadsheetsRunAreGuarded() {
        for text in ["=1+1", "+1", "-1", "@x", "＝1", "\tx"] {
            var out = TextWriter()
            out.write(cell: text)
            #expect(ExportFile("x", out).text == "'" + text)
        }
        var out = TextWriter()
        out.write(cell: "=say \"a\", b")
        #expect(ExportFile("x", out).text == "\"'=say \"\"a\"\", b\"")
    }

    @Test(arguments: [
        ("BERT: Pre-training", "BERT - Pre-training"), ("a/b\\c", "a-b-c"), ("CON", "CON_"),
        ("com1.x", "com1.x_"),
        ("..", "-"), (" .a. ", "a"), ("say \"x\"", "say 'x'"), ("\u{200F}a", "a"), ("微软", "微软"),
        ("a#b^c[d]", "a-b-c(d)"),
        (String(repeating: "长", count: 60), String(repeating: "长", count: 38) + "…"),
    ])
    func fileNamesAreSafeEverywhere(name: String, file: String) {
        #expect(FileNames.safe(name) == file)
    }

    /// NIST's examples, and a message of several blocks.
    @Test(arguments: [
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
        ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
        ),
    ])
    func hashesAreThoseOfTheStandard(text: String, hash: String) {
        #expect(SHA256.base64(Array(text.utf8)) == hash)
    }
}
