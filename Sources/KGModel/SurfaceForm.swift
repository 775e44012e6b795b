/// What a mention is called and taken for: mentions that agree in all of it are the same to the linker.
public struct SurfaceForm: Sendable, Hashable {
    /// As it stands in the issue.
    public var surface: String
    /// What the recognizer took it for.
    public var type: EntityType
    /// What it refers to, as far as the recognizer knows.
    public var reference: Mention.Reference

    public init(surface: String, type: EntityType, reference: Mention.Reference) {
        self.surface = surface
        self.type = type
        self.reference = reference
    }

    /// Byte for byte: what looks alike may stand in files in several ways.
    public static func == (a: SurfaceForm, b: SurfaceForm) -> Bool {
        a.type == b.type && a.surface.utf8.elementsEqual(b.surface.utf8) && a.reference == b.reference
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(type)
        var surface = surface
        surface.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(reference)
    }
}

extension SurfaceForm {
    /// A hash, the same in every run; few forms that are called alike refer to different things.
    fileprivate var fingerprint: UInt64 {
        var surface = surface
        let hash = surface.withUTF8 { FNV1a.hash($0) }
        return (hash ^ UInt64(type.rawValue.utf8.count)) &* 0x9E37_79B9_7F4A_7C15 >> 16
    }
}

/// Surface forms, each once and with a number: there are millions of mentions, and far fewer forms.
public struct SurfaceForms: Sendable {
    /// By number.
    public private(set) var all: [SurfaceForm] = []
    private var hashes: [Int] = []
    /// Open addressing over `all`: a dictionary would hold every form twice. Number plus one; 0 for an empty slot.
    private var slots: [Int32] = Array(repeating: 0, count: 64)

    /// A table without forms.
    public init() {}

    /// Makes room for so many forms in all.
    public mutating func reserveCapacity(_ count: Int) {
        all.reserveCapacity(count)
        hashes.reserveCapacity(count)
        while slots.count < count * 2 { grow() }
    }

    /// The number of a form, new or known.
    public mutating func number(of form: SurfaceForm) -> Int32 {
        let hash = Int(truncatingIfNeeded: form.fingerprint)
        var slot = hash & (slots.count - 1)
        while slots[slot] != 0 {
            let found = Int(slots[slot]) - 1
            if hashes[found] == hash, all[found] == form { return Int32(found) }
            slot = (slot + 1) & (slots.count - 1)
        }
        all.append(form)
        hashes.append(hash)
        slots[slot] = Int32(all.count)
        if all.count * 2 > slots.count { grow() }
        return Int32(all.count - 1)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = hash & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number + 1)
        }
    }
}
