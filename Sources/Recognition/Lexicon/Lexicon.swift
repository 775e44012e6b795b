import KGModel

/// The known names: entities of the field with their aliases in several languages.
///
/// A lexicon is plain text, one file for each type (`models.tsv`, `people.tsv`, …), one entity a line:
///
///     name <TAB> aliases <TAB> identities <TAB> flags
///
/// Lists are separated by ` | `. An alias may carry a language (`zh:微软`) or be bound to its letter
/// case (`=HF`). Flags are `common` (also an ordinary word; needs evidence beside it), `exact` (this
/// letter case only) and `fold` (any letter case). `#` opens a comment line. In a user's own file a
/// fifth column names the type.
public struct Lexicon: Sendable {
    public struct Entry: Sendable, Hashable {
        public var type: EntityType
        public var name: String
        public var aliases: [Alias]
        public var identities: [Identity]
        /// Also an ordinary word: needs evidence beside it.
        public var isCommon: Bool
        /// Nil for the usual rule: exact for short names and acronyms, any case for others.
        public var isExact: Bool?

        /// The entry as a node of the graph.
        public var entity: Entity {
            Entity(
                type: type, name: name,
                aliases: aliases.map { .init(name: $0.name, language: $0.language) }.sorted {
                    $0.name < $1.name
                },
                identities: identities.sorted())
        }
    }

    public struct Alias: Sendable, Hashable {
        public var name: String
        public var language: String?
        /// Bound to its letter case by `=`.
        public var isExact: Bool
    }

    public private(set) var entries: [Entry] = []

    public init() {}

    /// Adds the entries of one file.
    ///
    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name, for error messages.
    ///   - type: the type of its entries; nil for a user's file, whose fifth column tells it.
    public mutating func add(_ text: String, file: String, type: EntityType?) throws(LexiconError) {
        var added: [Entry] = []
        var lineOfEntry: [String: Int] = [:]
        var ownerOfName: [String: (name: String, line: Int)] = [:]
        var number = 0
        // Swift takes a Windows line break for one character.
        let lines = (text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        for line in lines {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let entry: Entry
            do {
                entry = try Self.entry(line, type: type)
            } catch {
                throw LexiconError(file: file, line: number, reason: error.reason)
            }
            let key = entry.type.rawValue + ":" + entry.name
            if let before = lineOfEntry[key], type != nil {
                throw LexiconError(
                    file: file, line: number,
                    reason: "\(entry.name) stands on line \(before) already; join the two")
            }
            lineOfEntry[key] = number
            for name in [entry.name] + entry.aliases.map(\.name) {
                let key = entry.type.rawValue + ":" + name
                if let owner = ownerOfName[key], owner.name != entry.name {
                    throw LexiconError(
                        file: file, line: number,
                        reason:
                            "\(name) names \(owner.name) of line \(owner.line) already; remove it from one of the two"
                    )
                }
                ownerOfName[key] = (entry.name, number)
            }
            added.append(entry)
        }
        entries += added
    }

    private struct LineError: Error { var reason: String }

    private static func entry(_ line: Substring, type: EntityType?) throws(LineError) -> Entry {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map { trimmed($0) }
        guard let name = columns.first, !name.isEmpty else {
            throw LineError(reason: "no name in the first column")
        }
        guard columns.count <= (type == nil ? 5 : 4) else {
            throw LineError(reason: "\(columns.count) columns; name, aliases, identities, flags are expected")
        }
        var entryType = type
        if type == nil {
            guard columns.count == 5, let told = EntityType(argument: columns[4]) else {
                throw LineError(
                    reason: "the fifth column must be a type: "
                        + EntityType.allCases.map(\.rawValue).joined(separator: ", "))
            }
            entryType = told
        }
        guard let entryType else { throw LineError(reason: "no type") }
        var entry = Entry(
            type: entryType, name: name, aliases: [], identities: [], isCommon: false, isExact: nil)
        entry.aliases = list(columns, 1).map(alias)
        for text in list(columns, 2) {
            guard var identity = Identity(text) else {
                throw LineError(
                    reason: "identity \(text) has no known kind: "
                        + Identity.Kind.allCases.map(\.rawValue).joined(separator: ", "))
            }
            switch identity.kind {
            case .github, .huggingFace, .doi: identity.value = identity.value.lowercased()
            // PyPI takes them for the same.
            case .pypi: identity.value = identity.value.lowercased().replacing("_", with: "-")
            default: break
            }
            entry.identities.append(identity)
        }
        for flag in columns.count > 3 ? columns[3].split(separator: " ") : [] {
            switch flag {
            case "common": entry.isCommon = true
            case "exact": entry.isExact = true
            case "fold": entry.isExact = false
            default: throw LineError(reason: "unknown flag \(flag); common, exact and fold are known")
            }
        }
        return entry
    }

    private static func list(_ columns: [String], _ index: Int) -> [String] {
        guard index < columns.count, !columns[index].isEmpty else { return [] }
        return columns[index].split(separator: " | ").map { trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func alias(_ text: String) -> Alias {
        var name = text[...]
        var language: String?
        let head = name.prefix(3)
        if head.count == 3, head.last == ":", head.dropLast().allSatisfy({ $0.isASCII && $0.isLowercase }) {
            language = String(head.dropLast())
            name = name.dropFirst(3)
        }
        let isExact = name.hasPrefix("=") && name.count > 1
        if isExact { name = name.dropFirst() }
        return Alias(name: trimmed(name), language: language, isExact: isExact)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop { $0 == " " || $0 == "\r" }
        while let last = text.last, last == " " || last == "\r" || last == "\r\n" { text.removeLast() }
        return String(text)
    }
}

/// A line of a lexicon file that says nothing sensible.
public struct LexiconError: Error, CustomStringConvertible {
    public var file: String
    /// Counted from 1.
    public var line: Int
    public var reason: String

    public var description: String { "\(file):\(line): \(reason)" }
}

extension Lexicon {
    /// The file of each type among the resources.
    public static let files: [(type: EntityType, name: String)] = [
        (.model, "models.tsv"), (.library, "libraries.tsv"), (.dataset, "datasets.tsv"),
        (.paper, "papers.tsv"),
        (.person, "people.tsv"), (.organization, "organizations.tsv"), (.venue, "venues.tsv"),
    ]

    /// The lexicon that the program brings along.
    public static func standard() throws -> Lexicon {
        var lexicon = Lexicon()
        for (type, name) in files {
            let bytes = try Resource.data("lexicon/" + name)
            try lexicon.add(String(decoding: bytes, as: UTF8.self), file: name, type: type)
        }
        return lexicon
    }
}
