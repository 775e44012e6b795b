import Foundation
import Testing

/// The programs that exports are for.
enum Clients {
    /// A client that is not there, or that failed.
    struct Missing: Error, CustomStringConvertible {
        var description: String
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let folder = root.appendingPathComponent("Tests/ExportsTests/Clients")

    static var isContinuousIntegration: Bool { ProcessInfo.processInfo.environment["CI"] == "true" }

    /// Python with the clients from PyPI in an environment of its own, made once and kept under `.build`.
    static let python = Task { () throws -> String in
        let home = root.appendingPathComponent(".build/clients").path
        let wanted = try Data(contentsOf: folder.appendingPathComponent("requirements.txt"))
        let stamp = URL(fileURLWithPath: home + "/requirements.txt")
        if (try? Data(contentsOf: stamp)) != wanted {
            try run("python3", ["-m", "venv", "--clear", home])
            try run(
                home + "/bin/python",
                [
                    "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r",
                    folder.appendingPathComponent("requirements.txt").path,
                ])
            try wanted.write(to: stamp)
        }
        return home + "/bin/python"
    }

    /// Headless Chromium and its driver.
    static let browser = Task { (chromium: try program("chromium"), driver: try program("chromedriver")) }

    /// Graphviz' own program.
    static let dot = Task { try program("dot") }

    /// Where a program lies that `script/bootstrap --tests` installs.
    private static func program(_ name: String) throws -> String {
        do {
            return try run("which", [name]).trimmingCharacters(in: .whitespacesAndNewlines)
        } catch is Missing {
            throw Missing(description: "\(name) is missing: run script/bootstrap --tests")
        }
    }

    /// What a client's set-up gives, or nil where it is missing: the test is then skipped, and says so.
    /// In continuous integration it fails.
    static func installed<Value: Sendable>(_ client: Task<Value, any Error>) async throws -> Value? {
        do {
            return try await client.value
        } catch {
            if isContinuousIntegration { throw error }
            print("skipped, the client is missing: \(error)")
            return nil
        }
    }

    /// Runs one of the scripts beside this file; what it prints tells what differs.
    static func check(_ script: String, _ arguments: [String], python: String) throws {
        try run(python, [folder.appendingPathComponent(script).path] + arguments)
    }

    /// What the program printed. Throws `Missing` with its last lines if it fails.
    @discardableResult
    static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        var variables = ProcessInfo.processInfo.environment
        variables["DEBIAN_FRONTEND"] = "noninteractive"
        variables["PYTHONDONTWRITEBYTECODE"] = "1"
        process.environment = variables
        // A file, not a pipe: neither side can wait for the other.
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("client-\(UUID().uuidString)")
        try Data().write(to: log)
        defer { try? FileManager.default.removeItem(at: log) }
        let handle = try FileHandle(forWritingTo: log)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let output = String(decoding: try Data(contentsOf: log), as: UTF8.self)
        guard process.terminationStatus == 0 else {
            let lines = output.split(separator: "\n").suffix(25).joined(separator: "\n")
            throw Missing(description: "\(([program] + arguments).joined(separator: " ")):\n\(lines)")
        }
        return output
    }
}
