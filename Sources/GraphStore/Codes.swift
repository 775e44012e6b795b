import KGModel

/// Words that stand in the database as small numbers. The numbers are part of the layout: new words go behind.
extension Passage.Kind {
    var code: Int {
        switch self {
        case .title: 0
        case .heading: 1
        case .paragraph: 2
        case .item: 3
        case .row: 4
        case .quotation: 5
        case .reference: 6
        }
    }
}

extension EntityType {
    var code: Int {
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

    /// Nil for a number that this version does not know.
    init?(code: Int) {
        guard let type = Self.allCases.first(where: { $0.code == code }) else { return nil }
        self = type
    }
}

extension Mention.Reference {
    /// One text for the database: a letter for the kind and what follows it.
    var stored: String {
        switch self {
        case .entry(let type, let name): "E\(type.rawValue):\(name)"
        case .identity(let identity): "I\(identity)"
        case .name(let name): "N\(name)"
        case .surface: "S"
        }
    }

    init(stored: String) {
        let rest = stored.dropFirst()
        switch stored.first {
        case "E":
            let parts = rest.split(separator: ":", maxSplits: 1)
            if parts.count == 2, let type = EntityType(rawValue: String(parts[0])) {
                self = .entry(type: type, name: String(parts[1]))
                return
            }
        case "I":
            if let identity = Identity(rest) {
                self = .identity(identity)
                return
            }
        case "N":
            self = .name(String(rest))
            return
        default: break
        }
        self = .surface
    }
}
