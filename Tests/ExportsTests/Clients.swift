import Foundation
import Testing

/// The programs that exports are for, installed by the tests themselves.
enum Clients {
    /// Where the test of an export looks when it cannot install its client.
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
    static let chromium = Task {
        try debian("chromium", also: "chromedriver", packages: ["chromium", "chromium-driver"])
    }

    /// Graphviz' own program.
    static let dot = Task { try debian("dot", packages: ["graphviz"]) }

    /// Where a program lies; it is installed from Debian where root runs the tests.
    private static func debian(_ program: String, also: String? = nil, packages: [String]) throws -> String {
        let wanted = [program] + (also.map { [$0] } ?? [])
        func place(_ name: String) -> String? {
            (try? run("which", [name]))?.trimmingCharacters(in: .whitespacesAndNewlines)
        }
        if !wanted.allSatisfy({ place($0) != nil }) {
            guard getuid() == 0, place("apt-get") != nil else {
                throw Missing(
                    description:
                        "\(program) is missing: install Debian's \(packages.joined(separator: " and "))")
            }
            try run("apt-get", ["update", "-qq"])
            try run("apt-get", ["install", "-y", "-qq", "--no-install-recommends"] + packages)
        }
        guard let found = place(program) else {
            throw Missing(description: "\(program) is not where it should be")
        }
        return found
    }

    /// What a client's set-up gives, or nil where it cannot be installed: the test is then skipped, and says so.
    /// In continuous integration it fails.
    static func installed<Value: Sendable>(_ client: Task<Value, any Error>) async throws -> Value? {
        do {
            return try await client.value
        } catch {
            if isContinuousIntegration { throw error }
            print("skipped, the client cannot be installed: \(error)")
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
