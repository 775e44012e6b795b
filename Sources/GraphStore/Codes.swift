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
        var stored = stored
        self = stored.withUTF8 { Self(stored: $0) }
    }

    /// Every name of a graph is read at every build.
    init(stored bytes: UnsafeBufferPointer<UInt8>) {
        self = .surface
        let rest = bytes.dropFirst()
        func text(_ part: Slice<UnsafeBufferPointer<UInt8>>) -> String {
            String(decoding: UnsafeBufferPointer(rebasing: part), as: UTF8.self)
        }
        if bytes.first == UInt8(ascii: "N") {
            self = .name(text(rest))
            return
        }
        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")), colon + 1 < rest.endIndex else { return }
        let (word, value) = (text(rest[..<colon]), rest[(colon + 1)...])
        switch bytes.first {
        case UInt8(ascii: "E"):
            if let type = EntityType(rawValue: word) { self = .entry(type: type, name: text(value)) }
        case UInt8(ascii: "I"):
            if let kind = Identity.Kind(rawValue: word) {
                self = .identity(Identity(kind: kind, value: text(value)))
            }
        default: break
        }
    }
}
