import Foundation

/// Finds the issues that paths on the command line mean: files as they are named, folders with
/// everything below them that is Markdown or plain text.
public struct IssueFinder: Sendable {
    /// A file to read.
    public struct File: Sendable, Hashable {
        /// As the user would write it, relative to where the search began.
        public var path: String
        /// Bytes.
        public var size: Int
        /// See `FileStamp`.
        public var stamp: Int64
    }

    /// A path that gives no file, and why.
    public struct Problem: Sendable, Hashable {
        public var path: String
        public var reason: String
    }

    /// Endings of issues, lower case.
    public static let endings: Set<String> = ["md", "markdown", "mdown", "txt"]
    /// Bytes; a larger file is no issue of a newsletter.
    public static let largestIssue = 64_000_000

    public private(set) var files: [File] = []
    public private(set) var problems: [Problem] = []
    private var folders: Set<FileID> = []
    private var found: Set<FileID> = []
    /// Issues seen, those included that another path found before.
    private var seen = 0
    /// Files from this one on were not told of yet.
    private var untold = 0
    private var tell: (@Sendable ([File]) -> Void)?

    fileprivate struct FileID: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    /// Searches in order of the paths; what one path found is not found again by another.
    ///
    /// - Parameter tell: told of some files at a time as they are found, while others are looked for.
    public init(paths: [String], tell: (@Sendable ([File]) -> Void)? = nil) {
        self.tell = tell
        for path in paths { visit(Self.tidy(path)) }
        tellFiles()
        self.tell = nil
    }

    private mutating func add(_ file: File) {
        files.append(file)
        if files.count - untold >= 64 { tellFiles() }
    }

    private mutating func tellFiles() {
        if untold < files.count { tell?(Array(files[untold...])) }
        untold = files.count
    }

    private mutating func visit(_ path: String) {
        guard let status = Self.status(of: path) else {
            problems.append(Problem(path: path, reason: String(cString: strerror(errno)).lowercasedFirst))
            return
        }
        if status.isFolder {
            let before = seen
            let problemsBefore = problems.count
            walk(path, status, ignoring: IgnoreRules())
            if seen == before, problems.count == problemsBefore {
                problems.append(
                    Problem(path: path, reason: "folder without issues; they end in .md, .markdown or .txt"))
            }
        } else if found.insert(status.id).inserted {
            add(File(path: path, size: status.size, stamp: status.stamp))
        }
    }

    private mutating func walk(_ folder: String, _ status: Status, ignoring inherited: IgnoreRules) {
        guard folders.insert(status.id).inserted else {
            seen += 1
            if status.isLink {
                problems.append(
                    Problem(path: folder, reason: "link to a folder that was read already; not followed"))
            }
            return
        }
        guard let contents = FolderContents(folder) else {
            problems.append(Problem(path: folder, reason: "folder cannot be read; check its permissions"))
            return
        }
        let rules = contents.hasIgnoreFile ? inherited.adding(fileIn: folder) : inherited
        for (name, status) in contents.entries {
            let path = folder == "." ? name : folder == "/" ? "/" + name : folder + "/" + name
            guard let status else {
                if Self.isIssue(name) {
                    problems.append(Problem(path: path, reason: "link that leads nowhere or in a circle"))
                }
                continue
            }
            if rules.ignores(path, isFolder: status.isFolder) { continue }
            if status.isFolder {
                if !Self.junkFolders.contains(name) { walk(path, status, ignoring: rules) }
            } else if status.isFile, Self.isIssue(name) {
                seen += 1
                if found.insert(status.id).inserted {
                    add(File(path: path, size: status.size, stamp: status.stamp))
                }
            }
        }
    }

    /// Whether a name ends as issues do: `.md`, `.Md`, `.md .md`.
    static func isIssue(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return endings.contains(name[name.index(after: dot)...].lowercased())
    }

    /// Folders of other people's files.
    private static let junkFolders: Set<String> = ["node_modules", "__pycache__", "venv"]

    private static func tidy(_ path: String) -> String {
        var path = path
        while path.hasPrefix("./"), path.count > 2 { path.removeFirst(2) }
        while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
        return path
    }

    fileprivate struct Status {
        fileprivate var id: FileID
        var size: Int
        var stamp: Int64
        var isFolder: Bool
        var isFile: Bool
        var isLink: Bool
    }

    /// Of the file behind a link; nil with `errno` set if there is none.
    ///
    /// - Parameter folder: an open folder that the path starts from.
    fileprivate static func status(of path: String, in folder: Int32 = AT_FDCWD) -> Status? {
        // Few are links: what a link leads to is asked for those alone.
        var info = stat()
        guard fstatat(folder, path, &info, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        let isLink = info.st_mode & S_IFMT == S_IFLNK
        if isLink {
            guard fstatat(folder, path, &info, 0) == 0 else { return nil }
        }
        let kind = info.st_mode & S_IFMT
        return Status(
            id: FileID(device: UInt64(truncatingIfNeeded: info.st_dev), inode: UInt64(info.st_ino)),
            size: Int(info.st_size), stamp: FileStamp(info).value, isFolder: kind == S_IFDIR,
            isFile: kind == S_IFREG, isLink: isLink)
    }
}

/// What lies in a folder, hidden files left out.
private struct FolderContents {
    /// In order of the names, byte for byte; without a status for a link that leads nowhere.
    private(set) var entries: [(name: String, status: IssueFinder.Status?)] = []
    private(set) var hasIgnoreFile = false

    /// Nil for a folder that cannot be read. It is closed at once: folders may lie deep within each other.
    init?(_ folder: String) {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
            }
            if name == ".gitignore" { hasIgnoreFile = true }
            if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
        }
        names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        entries = names.map { ($0, IssueFinder.status(of: $0, in: dirfd(stream))) }
    }
}

/// The rules of `.gitignore` files, as far as they name files and folders.
struct IgnoreRules: Sendable {
    private struct Rule: Sendable {
        var folder: String
        var pattern: String
        var isNegated: Bool
        var isFolderOnly: Bool
        var isAnchored: Bool
    }

    private var rules: [Rule] = []

    /// These rules and those of the folder's `.gitignore`.
    func adding(fileIn folder: String) -> IgnoreRules {
        guard let text = try? String(contentsOfFile: folder + "/.gitignore", encoding: .utf8) else {
            return self
        }
        var result = self
        for line in text.split(whereSeparator: \.isNewline) {
            var pattern = String(line).trimmingSuffix { $0 == " " }
            guard !pattern.isEmpty, !pattern.hasPrefix("#") else { continue }
            let isNegated = pattern.hasPrefix("!")
            if isNegated { pattern = pattern.dropFirst() }
            let isFolderOnly = pattern.hasSuffix("/")
            if isFolderOnly { pattern = pattern.dropLast() }
            let isAnchored = pattern.contains("/")
            if pattern.hasPrefix("/") { pattern = pattern.dropFirst() }
            if pattern.hasPrefix("**/") { pattern = pattern.dropFirst(3) }
            result.rules.append(
                Rule(
                    folder: folder, pattern: String(pattern), isNegated: isNegated,
                    isFolderOnly: isFolderOnly,
                    isAnchored: isAnchored && !line.hasPrefix("**/")))
        }
        return result
    }

    /// The last rule that matches decides.
    func ignores(_ path: String, isFolder: Bool) -> Bool {
        for rule in rules.reversed() where isFolder || !rule.isFolderOnly {
            let prefix = rule.folder == "." ? "" : rule.folder + "/"
            guard path.hasPrefix(prefix) else { continue }
            let relative = String(path.dropFirst(prefix.count))
            let name =
                rule.isAnchored ? relative : relative.split(separator: "/").last.map(String.init) ?? relative
            if fnmatch(rule.pattern, name, rule.isAnchored ? FNM_PATHNAME : 0) == 0 { return !rule.isNegated }
        }
        return false
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
