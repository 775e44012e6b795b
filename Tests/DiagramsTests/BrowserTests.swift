import Foundation
import Testing

@testable import Diagrams

/// Pictures in a real browser, with whatever fonts it has. Needs Chromium, which `script/bootstrap --tests`
/// installs on Debian; where it is missing the test says so and is skipped, but not in continuous integration.
@Suite struct BrowserTests {
    /// Two pictures in one page: every label within its node, every text on its page, no id twice.
    @Test func pictureAfterPictureFitsIntoAPage() throws {
        guard let chromium = try Self.chromium() else { return }
        var pictures: [[UInt8]] = []
        for theme in Diagram.Theme.allCases {
            for size in [PictureSize.column, .card] {
                var diagram = Diagram(
                    Samples.ego(15, density: 0.3), title: "Beside BERT 微软", theme: theme, size: size)
                diagram.evidence["model:BERT"] = .init(
                    text: "“]]> </script>” — a.md:1", link: "https://a.example/#L1")
                pictures.append(try diagram.render(.svg))
            }
        }
        pictures.append(try Diagram(Samples.star(Samples.oddNames), title: "Odd").render(.svg))
        let series = ["BERT", "مايكروسوفت", "斯坦福大学"].map { name in
            Chart.Series(
                name: name,
                values: [0.2, 0.9, 0.5].map { .init($0, interval: max(0, $0 - 0.2)...min(1, $0 + 0.2)) })
        }
        pictures.append(
            try Chart(.shares(series), periods: ["2020-01", "2020-02", "2020-03"], title: "Shares").render(
                .svg))
        let faults = try Self.faults(of: pictures, in: chromium)
        #expect(faults == "none")
    }

    private static func faults(of pictures: [[UInt8]], in chromium: String) throws -> String {
        let page = """
            <!doctype html><html><head><meta charset="utf-8"><title>unread</title></head><body>
            \(pictures.map { "<figure>\(String(decoding: $0, as: UTF8.self))</figure>" }.joined())
            <script>
            const faults = [];
            const ids = new Set();
            for (const one of document.querySelectorAll('[id]')) {
                if (ids.has(one.id)) faults.push('twice: ' + one.id);
                ids.add(one.id);
            }
            const pictures = document.querySelectorAll('figure > svg');
            if (pictures.length != \(pictures.count)) faults.push(pictures.length + ' pictures');
            if (document.querySelectorAll('svg script, svg style, svg image, svg foreignObject').length) faults.push('not plain');
            for (const picture of pictures) {
                const width = picture.viewBox.baseVal.width, height = picture.viewBox.baseVal.height;
                const title = document.getElementById(picture.getAttribute('aria-labelledby').split(' ')[0]);
                if (!title || title.parentNode != picture) faults.push('no title');
                for (const text of picture.querySelectorAll('text')) {
                    const box = text.getBBox();
                    if (box.x < 0 || box.x + box.width > width || box.y < -2 || box.y + box.height > height + 2)
                        faults.push('cropped: ' + text.textContent);
                }
                for (const node of picture.querySelectorAll('g.node')) {
                    const frame = node.querySelector('rect, polygon').getBBox();
                    for (const text of node.querySelectorAll('text')) {
                        const box = text.getBBox();
                        if (box.x < frame.x || box.x + box.width > frame.x + frame.width)
                            faults.push('wider than its node: ' + text.textContent.slice(0, 40));
                    }
                }
            }
            document.title = faults.join('; ') || 'none';
            </script></body></html>
            """
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kg-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("page.html")
        try Data(page.utf8).write(to: file)
        // A browser that does not come up on a loaded machine says nothing of the pictures.
        for attempt in 1... {
            let document = try? run(
                chromium,
                [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                    "--user-data-dir=\(folder.path)/profile-\(attempt)", "--dump-dom", file.absoluteString,
                ])
            if let document, let start = document.range(of: "<title>"),
                let end = document.range(of: "</title>")
            {
                return String(document[start.upperBound..<end.lowerBound])
            }
            if attempt == 3 { return "no page: \(document?.prefix(200) ?? "the browser failed")" }
        }
        preconditionFailure("the last attempt returns")
    }

    private static func chromium() throws -> String? {
        for name in ["chromium", "chromium-browser", "google-chrome"] {
            if let path = try? run("/usr/bin/env", ["which", name]), path.contains("/") {
                return path.trimmingCharacters(in: .whitespacesAndNewlines)
            }
        }
        #expect(ProcessInfo.processInfo.environment["CI"] != "true", "continuous integration has a browser")
        print("skipped: Chromium is missing; run script/bootstrap --tests")
        return nil
    }

    /// What a program printed on standard output.
    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        struct Failure: Error { var status: Int32 }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        // A file, not a pipe: neither side can wait for the other.
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("kg-\(UUID().uuidString).log")
        try Data().write(to: log)
        defer { try? FileManager.default.removeItem(at: log) }
        process.standardOutput = try FileHandle(forWritingTo: log)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: try Data(contentsOf: log), as: UTF8.self)
    }
}
