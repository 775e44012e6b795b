import KGModel

/// Plurals, initials, versions: forms of a name that differ by a rule.
enum Variants {
    static func claims(_ names: inout NamedNodes) -> [NameForest.Claim] {
        var claims: [NameForest.Claim] = []
        for (index, form) in names.table.forms.enumerated() {
            guard let node = names.nodeOfForm[index] else { continue }
            switch names.forest.keys[node] {
            case .entry, .local: continue
            case .name, .identity: break
            }
            var claim: NameForest.Claim?
            switch form.type {
            case .model, .dataset: claim = plural(form, node, &names)
            case .library: claim = plural(form, node, &names) ?? version(form, node, &names)
            case .person: claim = initials(form, node, &names)
            case .paper, .organization, .venue: break
            }
            if let claim { claims.append(claim) }
        }
        return claims
    }

    /// `GANs` and `GAN`, `Tokenizer` and `Tokenizers`.
    private static func plural(
        _ form: NameTable.Form, _ node: Int, _ names: inout NamedNodes
    ) -> NameForest.Claim? {
        let variants = form.name.numberVariants(of: form.surface)
        // A plural looks for its singular; a singular only for an entry that is a plural.
        for variant in variants where variant.key.text.utf8.count >= 2 {
            let isSingular = variant.key < form.name.key
            if let index = names.known.entry(ofType: variant) {
                return .init(names.entryNode(index), node, .plural, form.first)
            }
            if isSingular, let other = names.forest.existing(.name(variant)), other != node,
                let shown = names.firstSighting(of: other)
            {
                return .init(other, node, .plural, shown, form.first)
            }
        }
        return nil
    }

    /// `PyTorch 1.4` and `PyTorch`.
    private static func version(
        _ form: NameTable.Form, _ node: Int, _ names: inout NamedNodes
    ) -> NameForest.Claim? {
        guard let base = NameWords.withoutVersion(form.surface),
            let other = names.forest.existing(.name(TypedName(.library, NameKey(base)))), other != node,
            let shown = names.firstSighting(of: other)
        else { return nil }
        return .init(other, node, .version, shown, form.first)
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
    private static func initials(
        _ form: NameTable.Form, _ node: Int, _ names: inout NamedNodes
    ) -> NameForest.Claim? {
        guard mayHaveInitials(form.fullName) else { return nil }
        let parts = form.fullName.split(separator: " ")
        let full = parts.filter { $0.filter(\.isLetter).count > 1 }
        guard parts.count > full.count, full.count >= 2 else { return nil }
        let name = TypedName(.person, NameKey(full.joined(separator: " ")))
        guard let other = names.node(name), other != node else { return nil }
        return .init(other, node, .initials, names.firstSighting(of: other) ?? form.first, form.first)
    }
}
