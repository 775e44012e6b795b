/// What kind of thing a node of the graph is.
///
/// The raw values are the words of the command line, of SQL and of every export.
public enum EntityType: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// A named model, architecture, algorithm or method (`BERT`, `LSTM`, `LoRA`).
    case model
    /// Software: library, framework, app, platform, programming language.
    case library
    /// A dataset, corpus, benchmark, leaderboard or shared task.
    case dataset
    /// A paper, thesis, report or book.
    case paper
    /// A human being.
    case person
    /// A company, laboratory, university, agency, news outlet or named community.
    case organization
    /// A conference, workshop series, journal or proceedings.
    case venue

    /// The plural that headings and tables use.
    public var plural: String {
        switch self {
        case .library: "libraries"
        case .person: "people"
        default: rawValue + "s"
        }
    }

    /// Reads a type as users write it: any case, singular or plural, with the synonyms
    /// `tool` (library), `author` (person) and `org` (organization).
    public init?(argument: String) {
        let word = argument.lowercased()
        for type in Self.allCases where word == type.rawValue || word == type.plural {
            self = type
            return
        }
        switch word {
        case "tool", "tools", "lib", "libs": self = .library
        case "author", "authors", "persons": self = .person
        case "org", "orgs", "organisation", "organisations": self = .organization
        default: return nil
        }
    }

    /// Types in the order in which listings and legends show them.
    public static func < (a: EntityType, b: EntityType) -> Bool { a.order < b.order }

    private var order: Int {
        switch self {
        case .model: 0
        case .library: 1
        case .dataset: 2
        case .paper: 3
        case .person: 4
        case .organization: 5
        case .venue: 6
        }
    }
}
