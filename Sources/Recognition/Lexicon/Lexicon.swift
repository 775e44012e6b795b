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
        var names = NameOwners(file: file)
        var reader = LexiconReader(bytes: Array(text.utf8), file: file, type: type)
        var added: [Entry] = []
        while let (entry, line) = try reader.next() {
            try names.claim(entry, line: line, isOfOneType: type != nil)
            added.append(entry)
        }
        entries += added
    }
}

/// Who bears which name in a file, so that no name means two things.
private struct NameOwners {
    let file: String
    private var entries: [(name: String, line: Int)] = []
    /// Place in `entries` of the one that bears a name.
    private var owner: [String: Int] = [:]

    init(file: String) { self.file = file }

    /// - Parameter isOfOneType: in a file of one type the name alone tells.
    mutating func claim(_ entry: Lexicon.Entry, line: Int, isOfOneType: Bool) throws(LexiconError) {
        let number = entries.count
        entries.append((entry.name, line))
        for (index, name) in ([entry.name] + entry.aliases.map(\.name)).enumerated() {
            let key = isOfOneType ? name : entry.type.rawValue + ":" + name
            guard let before = owner.updateValue(number, forKey: key), before < number else { continue }
            let other = entries[before]
            if other.name != entry.name {
                throw LexiconError(
                    file: file, line: line,
                    reason:
                        "\(name) names \(other.name) of line \(other.line) already; remove it from one of the two"
                )
            }
            if index == 0, isOfOneType {
                throw LexiconError(
                    file: file, line: line,
                    reason: "\(name) stands on line \(other.line) already; join the two")
            }
        }
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

    /// The lexicon that the program brings along. (That its files name nothing twice is tested, not asked here.)
    public static func standard() throws -> Lexicon {
        var lexicon = Lexicon()
        for (type, name) in files {
            var reader = LexiconReader(bytes: try Resource.data("lexicon/" + name), file: name, type: type)
            while let (entry, _) = try reader.next() { lexicon.entries.append(entry) }
        }
        return lexicon
    }
}
