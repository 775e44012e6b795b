import KGModel

/// What an issue itself says that an acronym stands for: after `Multi-Instance Training (MIT)` no `MIT` of that
/// issue is the institute.
enum SpelledOut {
    /// Whether an issue spells out an acronym right before it as something that an entry is not.
    ///
    /// - Parameter range: where the acronym stands, in brackets.
    static func isSomethingElse(_ range: Range<Int>, than entry: Lexicon.Entry, in text: PassageText) -> Bool
    {
        guard entry.type == .organization || entry.type == .venue, range.lowerBound > 0,
            text.bytes[range.lowerBound - 1] == UInt8(ascii: "("),
            let bracket = text.words(in: range.lowerBound - 1..<range.lowerBound).first,
            let (long, _) = ExpansionRecognizer.pair(bracket, text)
        else { return false }
        let words = text.text(words: long).lowercased().split { !$0.isLetter }
        // The meeting or house may have a name that the lexicon does not have.
        if words.contains(where: { heads.contains(String($0)) }) { return false }
        let key = NameKey(text.text(words: long))
        return !([entry.name] + entry.aliases.map(\.name)).contains { NameKey($0) == key }
    }

    private static let heads = Set(
        words:
            """
            academy agency association bank board bureau center centre centers college commission committee \
            community company conference congress consortium cooperation corporation council department federation forum \
            foundation fund group hospital institute institutes institution international journal lab laboratories laboratory \
            meeting ministry national office organisation organization programme school services society state states \
            summit symposium transactions union united university workshop
            """)
}
