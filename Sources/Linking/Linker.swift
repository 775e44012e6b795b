import KGModel

/// Names become entities: which mentions of all issues speak of the same thing.
///
/// A pure function of the set of sightings and links: their order does not matter. Names are compared once each,
/// not once for each sighting. Every union has one of the reasons of `MergeReason`, the surest first, and is told
/// with the sightings that show it. Entries of the lexicon are never joined with each other.
///
/// Models, libraries and datasets that are no entries of the lexicon and share a name are one thing whose type
/// all the evidence together decides.
public struct Linker: Sendable {
    private let known: KnownEntities

    /// - Parameters:
    ///   - known: the entries of the lexicon.
    ///   - reserved: places in `known` of those whose names many things bear (ordinary words, acronyms): what was
    ///     taken for a thing of another type is another thing.
    ///   - cased: of those whose names mean something in their own letter case only: what was taken for a thing of
    ///     another type is another thing if it is written otherwise.
    public init(known: [Entity], reserved: Set<Int> = [], cased: Set<Int> = []) {
        self.known = KnownEntities(known, reserved: reserved, cased: cased)
    }

    /// Links names alone: without links and texts nothing is learned from them.
    public func link(_ sightings: SightingTable, issues: [SightedIssue]) -> LinkedEntities {
        link(sightings, issues: issues, links: [], text: { _ in nil })
    }

    /// - Parameters:
    ///   - issues: in any order; sightings and links name them by index.
    ///   - links: what passages link, for names that different languages link to one address.
    ///   - text: the text of a passage by its number; asked for few passages.
    public func link(
        _ sightings: SightingTable, issues: [SightedIssue], links: [SightedLink] = [],
        text: (Int) throws -> String?
    ) rethrows -> LinkedEntities {
        let table = NameTable(sightings, issues)
        let appositions = try Appositions(table, known, text: text)
        var names = NamedNodes(table, known, appositions)
        let (nodeOf, nodeOfForm) = (names.nodeOf, names.nodeOfForm)
        let (misspelt, evidence) = Parallel.beside {
            (
                Misspellings.pairs(table, nodeOfForm),
                EvidenceOfForms(table, nodeOf: nodeOf, nodeOfForm: nodeOfForm)
            )
        } do: {
            names.apply(SameNames.claims(names))
            let variants = Variants.claims(&names)
            names.apply(variants)
            names.apply(names.claims(of: appositions))
            names.apply(ShortTitles.claims(names))
        }
        names.apply(Misspellings.claims(names, among: misspelt))
        names.apply(Translations.claims(names, links))
        let parts = PartsOfNames.claims(&names)
        names.apply(parts)
        let assembly = EntityAssembly(names, evidence)
        let linked = assembly.linked()
        Parallel.letGo(assembly)
        return linked
    }
}
