/// A word as it is spelt, and what the spelling alone tells.
struct Spelling {
    /// Hash of its bytes, and of its lower-case form.
    var exact: UInt64
    var lower: UInt64
    /// Number of the lower-case form, counted from 0 by `Spellings`.
    var form: Int32
    var kind: Word.Kind
    var shape: Word.Shape
    var code: WordCode
    /// `Xx0-` pattern, runs shortened to two.
    var pattern: UInt64
    var entry: WordTable.Entry
    var isNotion: Bool
    /// Where its letters lie in the memory of `Spellings`.
    var letters: Range<Int32>
}

/// What is asked of the spelling of every word of a text; small, so that it stays near the processor.
struct SpellingDigest {
    var form: Int32
    var code: WordCode
    /// The class of the cue that it is alone; 0 where it is none.
    var cue: UInt8
    /// Whether a cue of more words begins with it.
    var startsLongCue: Bool
}
