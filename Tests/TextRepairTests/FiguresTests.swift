import Foundation
import Testing

@testable import TextRepair

/// Measures on the shared corpus, where there is one: the folder named by `KG_SHARED`, else `shared` beside the
/// project. `KG_BENCH=1` measures every issue under every damage and prints the table and the speed:
///
///     KG_BENCH=1 swift test -c release -Xswiftc -enable-testing --filter FiguresTests
@Suite("Figures", .serialized)
struct FiguresTests {
    static let shared: URL = {
        if let named = ProcessInfo.processInfo.environment["KG_SHARED"] { return URL(fileURLWithPath: named) }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.deletingLastPathComponent().appendingPathComponent("shared")
    }()
    static let corpus = shared.appendingPathComponent("corpus")
    static let isThere = FileManager.default.fileExists(atPath: corpus.path)
    static let isBenchmark = ProcessInfo.processInfo.environment["KG_BENCH"] != nil

    private struct Issue {
        var name: String
        var bytes: [UInt8]
        var text: String { String(decoding: bytes, as: UTF8.self) }
        var isChinese: Bool { name.contains("简报") || name.contains("[ZH]") }
    }

    private func issues(in folder: String) throws -> [Issue] {
        let url = Self.corpus.appendingPathComponent(folder)
        return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map {
            Issue(name: $0, bytes: [UInt8](try Data(contentsOf: url.appendingPathComponent($0))))
        }
    }

    /// How many percent of the characters are wrong.
    private func errorRate(_ input: [UInt8], _ clean: String) throws -> Double {
        let result = try TextRepairer().repair(input)
        let got = result.text.split(separator: "\n", omittingEmptySubsequences: false)
        let want = clean.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(got.count == want.count)
        let wrong = zip(got, want).reduce(0) { sum, pair in
            pair.0 == pair.1
                ? sum : sum + editDistance(Array(pair.0.unicodeScalars), Array(pair.1.unicodeScalars))
        }
        return 100 * Double(wrong) / Double(clean.unicodeScalars.count)
    }

    private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar]) -> Int {
        var row = Array(0...other.count)
        for (i, a) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, b) in other.enumerated() {
                let next = Swift.min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[other.count]
    }

    private func show(_ name: String, _ rates: [Double]) {
        guard !rates.isEmpty else { return }
        let mean = rates.reduce(0, +) / Double(rates.count)
        let numbers = [mean, rates.max() ?? 0].map { String(format: "%8.3f", $0) }.joined(separator: " ")
        print(name.padding(toLength: 56, withPad: " ", startingAt: 0), numbers)
    }

    @Test("The damaged seeds", .enabled(if: isThere))
    func seeds() throws {
        let damaged = try issues(in: "seeds")
        for clean in try issues(in: "seeds-clean") {
            let seed = try #require(damaged.first { $0.name.prefix(3) == clean.name.prefix(3) })
            let rate = try errorRate(seed.bytes, clean.text)
            show("seed \(clean.name.prefix(3))", [rate])
            #expect(rate <= (clean.name.hasPrefix("003") ? 0 : 1))
        }
    }

    @Test("Clean documents come out byte for byte", .enabled(if: isThere))
    func cleanDocuments() throws {
        for issue in try issues(in: "dair") + issues(in: "seeds-clean") + issues(in: "crossner") {
            let result = try TextRepairer().repair(issue.bytes)
            #expect(Array(result.text.utf8) == issue.bytes, "\(issue.name)")
            #expect(result.changes.isEmpty)
        }
    }

    static let lossy = [CodePage.windows1254, .windows1252, .windows1251].map {
        Misreading(page: $0, dropsGaps: true)
    }
    static let lossless = [
        Misreading(page: .windows1252), Misreading(page: .iso8859x1), Misreading(page: .macintosh),
        Misreading(page: .ibm437), Misreading(page: .windows1252, times: 2),
    ]

    @Test("Damaged issues", .enabled(if: isThere), arguments: lossy + lossless)
    func damagedIssues(misreading: Misreading) throws {
        var rates: [(issue: Issue, rate: Double)] = []
        for (index, issue) in try issues(in: "dair").enumerated() where Self.isBenchmark || index % 11 == 4 {
            rates.append((issue, try errorRate(Array(misreading.apply(issue.text).utf8), issue.text)))
        }
        show(misreading.description, rates.map(\.rate))
        let chinese = rates.filter(\.issue.isChinese).map(\.rate)
        show("    Chinese issues", chinese)
        let mean = rates.map(\.rate).reduce(0, +) / Double(rates.count)
        #expect(mean <= (misreading.dropsGaps ? 0.5 : 0))
        #expect(chinese.max() ?? 0 <= (misreading.dropsGaps ? 1 : 0))
    }

    @Test("Issues in other encodings", .enabled(if: isThere))
    func otherEncodings() throws {
        var rates: [Double] = []
        for (index, issue) in try issues(in: "dair").enumerated() where Self.isBenchmark || index % 11 == 4 {
            let kept = issue.text.unicodeScalars.filter {
                $0.isASCII || ($0.value != 0 && CodePage.windows1252.scalars.contains($0.value))
            }
            let text = String(String.UnicodeScalarView(kept))
            rates.append(try errorRate(try #require(encoded(text, in: .windows1252)), text))
        }
        show("windows-1252 bytes (what they can hold)", rates)
        #expect(rates.reduce(0, +) / Double(rates.count) < 0.01)
        #if canImport(Glibc)
            rates = []
            for (index, issue) in try issues(in: "dair").enumerated()
            where Self.isBenchmark || index % 11 == 4 {
                rates.append(try errorRate(gb18030(issue.bytes), issue.text))
            }
            show("GB18030 bytes", rates)
            #expect(rates.max() == 0)
        #endif
    }

    #if canImport(Glibc)
        private func gb18030(_ utf8: [UInt8]) -> [UInt8] {
            guard let converter = iconv_open("GB18030", "UTF-8") else { return [] }
            defer { iconv_close(converter) }
            var input = utf8.map { CChar(bitPattern: $0) }
            var output = [CChar](repeating: 0, count: input.count * 4)
            let count = input.withUnsafeMutableBufferPointer { input in
                output.withUnsafeMutableBufferPointer { output in
                    var (from, left) = (input.baseAddress, input.count)
                    var (to, room) = (output.baseAddress, output.count)
                    iconv(converter, &from, &left, &to, &room)
                    return output.count - room
                }
            }
            return output[..<count].map { UInt8(bitPattern: $0) }
        }
    #endif

    @Test("Speed", .enabled(if: isThere && isBenchmark))
    func speed() throws {
        let clock = ContinuousClock()
        func seconds(_ body: () throws -> Void) rethrows -> Double {
            let time = try clock.measure(body)
            return Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        }
        for issue in try issues(in: "dair")
        where ["ZH", "简报_Flax", "AR", "PT-BR]_8", "TR", "NLP_Newsletter_8.md"].contains(where: {
            issue.name.contains($0)
        }) {
            var bytes: [UInt8] = []
            while bytes.count < 100_000_000 { bytes += issue.bytes }
            var isClean = false
            let time = seconds { isClean = bytes.withUnsafeBytes { TextRepairer.isCleanUTF8($0) } }
            #expect(isClean)
            print(
                "clean check \(String(format: "%5.2f", Double(bytes.count) / time / 1e9)) GB/s  \(issue.name)"
            )
        }
        for seed in try issues(in: "seeds") where ["001", "003", "004"].contains(seed.name.prefix(3)) {
            _ = try TextRepairer().repair(seed.bytes)
            let time = try seconds { for _ in 0..<10 { _ = try TextRepairer().repair(seed.bytes) } }
            print("repair \(String(format: "%6.1f", time * 100)) ms  \(seed.name), \(seed.bytes.count) bytes")
        }
    }
}
