import KGModel

/// A phrase that states a relation between the names on its two sides.
struct RelationRule: Sendable {
    /// Which members of an enumeration a relation holds for.
    enum Reach: Sendable { case all, nearest }

    /// Language and form, as the view `relations` tells it: `en by`.
    var name: String
    var kind: RelationKind
    /// The object stands first: `OpenAI's GPT-2`.
    var isReversed = false
    var between: Phrase
    /// What must stand before the first name, and behind the second.
    var before: Phrase?
    var behind: Phrase?
    var subjects: Reach = .nearest
    var objects: Reach = .nearest

    /// Says only whose the subject is: `OpenAI's GPT-2`, `GPT-2 d'OpenAI`, `OpenAI的GPT-2`.
    var isPossessive: Bool { ["en possessive", "de", "beside", "zh 的", "tr in", "ar الخاص"].contains(name) }

    var left: EntityType { isReversed ? kind.object : kind.subject }
    var right: EntityType { isReversed ? kind.subject : kind.object }
}
