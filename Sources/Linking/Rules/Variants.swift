import KGModel

/// Plurals, initials, versions: forms of a name that differ by a rule.
enum Variants {
    /// What a form is a variant of.
    private struct Variant: Sendable {
        enum Other {
            case entry(Int)
            case node(Int)
        }

        var other: Other
        var reason: MergeReason
    }

    static func claims(_ names: inout NamedNodes) -> [NameForest.Claim] {
        var claims: [NameForest.Claim] = []
        for (index, variant) in variants(names).enumerated() {
            guard let variant, let node = names.nodeOfForm[index] else { continue }
            let first = names.table.forms[index].first
            let other: Int
            switch variant.other {
            case .entry(let entry):
                other = names.entryNode(entry)
                if variant.reason == .plural {
                    claims.append(.init(other, node, .plural, first))
                    continue
                }
            case .node(let number): other = number
            }
            claims.append(
                .init(other, node, variant.reason, names.firstSighting(of: other) ?? first, first))
        }
        return claims
    }

    private static func variants(_ names: NamedNodes) -> [Variant?] {
        Parallel.map(count: names.table.forms.count) { index in
            guard let node = names.nodeOfForm[index] else { return nil }
            switch names.forest.keys[node] {
            case .entry, .local: return nil
            case .name, .identity: break
            }
            let form = names.table.forms[index]
            switch form.type {
            case .model, .dataset: return plural(form, node, names)
            case .library: return plural(form, node, names) ?? version(form, node, names)
            case .person: return initials(form, node, names)
            case .paper, .organization, .venue: return nil
            }
        }
    }

    /// `GANs` and `GAN`, `Tokenizer` and `Tokenizers`.
    private static func plural(_ form: NameTable.Form, _ node: Int, _ names: NamedNodes) -> Variant? {
        // A plural looks for its singular; a singular only for an entry that is a plural.
        for variant in form.name.numberVariants(of: form.surface) where variant.key.text.utf8.count >= 2 {
            if let index = names.known.entry(ofType: variant) {
                return Variant(other: .entry(index), reason: .plural)
            }
            if variant.key < form.name.key, let other = names.forest.existing(.name(variant)), other != node,
                names.firstSighting(of: other) != nil
            {
                return Variant(other: .node(other), reason: .plural)
            }
        }
        return nil
    }

    /// `PyTorch 1.4` and `PyTorch`.
    private static func version(_ form: NameTable.Form, _ node: Int, _ names: NamedNodes) -> Variant? {
        guard let base = NameWords.withoutVersion(form.surface),
            let other = names.forest.existing(.name(TypedName(.library, NameKey(base)))), other != node,
            names.firstSighting(of: other) != nil
        else { return nil }
        return Variant(other: .node(other), reason: .version)
    }

    /// Whether a name has three words, one of a single letter; all others need not be looked at closely.
    private static func mayHaveInitials(_ name: String) -> Bool {
        guard NameWords.isASCII(name) else { return true }
        var (words, letters, isShort) = (0, 0, false)
        for byte in name.utf8 {
            guard byte == UInt8(ascii: " ") else {
                letters += NameWords.isLetter(byte) ? 1 : 0
                continue
            }
            isShort = isShort || letters < 2
            (words, letters) = (words + 1, 0)
        }
        return words >= 2 && (isShort || letters < 2)
    }

    /// `Quoc V. Le` and `Quoc Le`.
    private static func initials(_ form: NameTable.Form, _ node: Int, _ names: NamedNodes) -> Variant? {
        guard mayHaveInitials(form.fullName) else { return nil }
        let parts = form.fullName.split(separator: " ")
        let full = parts.filter { $0.filter(\.isLetter).count > 1 }
        guard parts.count > full.count, full.count >= 2 else { return nil }
        let name = TypedName(.person, NameKey(full.joined(separator: " ")))
        if let index = names.known.entry(ofType: name) {
            return Variant(other: .entry(index), reason: .initials)
        }
        guard let other = names.forest.existing(.name(name)), other != node else { return nil }
        return Variant(other: .node(other), reason: .initials)
    }
}
