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
        /// Place in `added` of the entry that bears a name, and the lines of `added`.
        var ownerOfName: [String: Int] = [:]
        var addedLines: [Int] = []
        var number = 0
        var text = text
        text.makeContiguousUTF8()
        ownerOfName.reserveCapacity(text.utf8.count / 16)
        var lines = Substring(text).utf8
        if lines.starts(with: "\u{FEFF}".utf8) { lines = lines.dropFirst(3) }
        for line in lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "\r") else {
                continue
            }
            let entry: Entry
            do {
                entry = try Self.entry(line, type: type)
            } catch {
                throw LexiconError(file: file, line: number, reason: error.reason)
            }
            if type != nil, let before = lineOfEntry.updateValue(number, forKey: entry.name) {
                throw LexiconError(
                    file: file, line: number,
                    reason: "\(entry.name) stands on line \(before) already; join the two")
            }
            func claim(_ name: String) throws(LexiconError) {
                // In a file of one type the name alone tells.
                let key = type == nil ? entry.type.rawValue + ":" + name : name
                guard let owner = ownerOfName.updateValue(added.count, forKey: key), owner < added.count,
                    added[owner].name != entry.name
                else { return }
                throw LexiconError(
                    file: file, line: number,
                    reason:
                        "\(name) names \(added[owner].name) of line \(addedLines[owner]) already; remove it from one of the two"
                )
            }
            try claim(entry.name)
            for alias in entry.aliases { try claim(alias.name) }
            addedLines.append(number)
            added.append(entry)
        }
        entries += added
    }

    private struct LineError: Error { var reason: String }

    private static func entry(_ line: Substring.UTF8View, type: EntityType?) throws(LineError) -> Entry {
        let columns = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map(trimmed)
        let name = columns.first.map { String(Substring($0)) } ?? ""
        guard !name.isEmpty else {
            throw LineError(reason: "no name in the first column")
        }
        guard columns.count <= (type == nil ? 5 : 4) else {
            throw LineError(reason: "\(columns.count) columns; name, aliases, identities, flags are expected")
        }
        var entryType = type
        if type == nil {
            guard columns.count == 5, let told = EntityType(argument: String(Substring(columns[4]))) else {
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
        for text in list(columns, 2).map({ String(Substring($0)) }) {
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
        for flag in columns.count > 3 ? columns[3].split(separator: UInt8(ascii: " ")) : [] {
            switch Substring(flag) {
            case "common": entry.isCommon = true
            case "exact": entry.isExact = true
            case "fold": entry.isExact = false
            default:
                throw LineError(reason: "unknown flag \(Substring(flag)); common, exact and fold are known")
            }
        }
        return entry
    }

    /// The parts of a column between ` | `.
    private static func list(_ columns: [Substring.UTF8View], _ index: Int) -> [Substring.UTF8View] {
        guard index < columns.count, !columns[index].isEmpty else { return [] }
        let column = columns[index]
        var parts: [Substring.UTF8View] = []
        var start = column.startIndex
        var at = start
        while let bar = column[at...].firstIndex(of: UInt8(ascii: "|")) {
            at = column.index(after: bar)
            guard bar > start, column[column.index(before: bar)] == 0x20,
                at < column.endIndex, column[at] == 0x20
            else { continue }
            parts.append(trimmed(column[start..<bar]))
            start = at
        }
        parts.append(trimmed(column[start...]))
        return parts.filter { !$0.isEmpty }
    }

    private static func alias(_ text: Substring.UTF8View) -> Alias {
        var name = text
        var language: String?
        let head = Array(name.prefix(3))
        if head.count == 3, head[2] == UInt8(ascii: ":"), head[..<2].allSatisfy({ (97...122).contains($0) }) {
            language = String(decoding: head[..<2], as: UTF8.self)
            name = name.dropFirst(3)
        }
        let isExact = name.first == UInt8(ascii: "=") && name.count > 1
        if isExact { name = name.dropFirst() }
        return Alias(name: String(Substring(trimmed(name))), language: language, isExact: isExact)
    }

    private static func trimmed(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var text = text.drop { $0 == 0x20 || $0 == 0x0D }
        while let last = text.last, last == 0x20 || last == 0x0D { text.removeLast() }
        return text
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
