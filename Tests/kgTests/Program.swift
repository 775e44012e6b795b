import Foundation

/// The built program, run as a user runs it.
struct Program {
    struct Result {
        var output: String
        var errors: String
        var status: Int32

        /// The lines of standard error.
        var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    /// A folder of its own for each test.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("kg-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Runs `kg` in the folder; `input` goes to its standard input.
    func run(_ arguments: String..., input: String = "") throws -> Result {
        try run(arguments: arguments, input: input)
    }

    func run(
        arguments: [String], input: String = "", variables extra: [String: String] = [:]
    ) throws -> Result {
        try run(program: Self.executable, arguments: arguments, input: input, variables: extra)
    }

    private func run(
        program: URL, arguments: [String], input: String = "", variables extra: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var variables = ProcessInfo.processInfo.environment
        variables["KG_DB"] = nil
        variables["KG_QUERIES"] = Self.root.appendingPathComponent("queries").path
        variables.merge(extra) { _, new in new }
        process.environment = variables
        // Files, not pipes: neither side can wait for the other.
        let names = ["in", "out", "err"].map { folder.appendingPathComponent(".\($0)-\(UUID().uuidString)") }
        try Data(input.utf8).write(to: names[0])
        for name in names[1...] { try Data().write(to: name) }
        process.standardInput = try FileHandle(forReadingFrom: names[0])
        process.standardOutput = try FileHandle(forWritingTo: names[1])
        process.standardError = try FileHandle(forWritingTo: names[2])
        try process.run()
        process.waitUntilExit()
        let output = String(decoding: try Data(contentsOf: names[1]), as: UTF8.self)
        let errors = String(decoding: try Data(contentsOf: names[2]), as: UTF8.self)
        for name in names { try FileManager.default.removeItem(at: name) }
        return Result(output: output, errors: errors, status: process.terminationStatus)
    }

    /// Runs `kg` through a shell that prepares what it runs in: `$0` is the program, `$@` its arguments.
    func run(shell script: String, arguments: [String]) throws -> Result {
        try run(
            program: URL(fileURLWithPath: "/bin/bash"),
            arguments: ["-c", script, Self.executable.path] + arguments)
    }

    /// Kills `kg` some time after it was started; false if it had ended by then.
    func kill(arguments: [String], afterMilliseconds delay: Int) throws -> Bool {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: Double(delay) / 1000)
        let isRunning = process.isRunning
        if isRunning { _ = Foundation.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return isRunning
    }

    /// Writes a file into the folder.
    func write(_ text: String, to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let samples = root.appendingPathComponent("samples").path

    /// Beside the tests, where the package manager builds it.
    private static let executable: URL = {
        #if os(macOS)
            let folder =
                Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
                .deletingLastPathComponent()
                ?? root.appendingPathComponent(".build/debug")
            return folder.appendingPathComponent("kg")
        #else
            let link = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            return link.deletingLastPathComponent().appendingPathComponent("kg")
        #endif
    }()
}
