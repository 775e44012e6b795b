import Foundation

/// The word lists behind `WordTable`, as they are read from files.
public struct TaggerWords: Sendable {
    var entries: [(word: String, entry: WordTable.Entry)] = []

    public init() {}

    /// The program's own lists of given and family names.
    public static func withNames() throws -> TaggerWords {
        var words = TaggerWords()
        for (file, isGiven) in [("given-names.txt", true), ("family-names.txt", false)] {
            let text = String(decoding: try Resource.data(file), as: UTF8.self)
            for line in text.split(separator: "\n") where !line.hasPrefix("#") {
                let name = String(line.prefix { $0 != "\t" })
                if isGiven { words.add(given: name) } else { words.add(family: name) }
            }
        }
        return words
    }

    public mutating func add(given name: String) { entries.append((name.lowercased(), WordTable.given)) }

    public mutating func add(family name: String) { entries.append((name.lowercased(), WordTable.family)) }

    /// A common word of a language, with its Zipf frequency.
    public mutating func add(common word: String, language: String, zipf: Double) {
        let band = WordTable.band(zipf: zipf)
        entries.append((word.lowercased(), language == "en" ? band : band << 3))
    }

    var table: WordTable { WordTable(entries) }
}
