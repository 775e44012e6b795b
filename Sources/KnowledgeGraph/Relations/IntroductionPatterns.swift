import KGModel

/// model introduced in paper
enum IntroductionPatterns {
    static let rules: [RelationRule] = [
        forward(
            "en introduced in",
            "\\)?,? ?(?:(?:which|that|was|is|were|are|first|originally|recently) )*"
                + "(?:introduced|proposed|described|presented|published) in(?: (?:the|a|their|this|his|her))?"
                + "(?: (?:original|recent|new))?(?: (?:paper|work|article))?,?(?: (?:titled|called|entitled))?[,:]?"
        ),
        forward(
            "fr présenté dans",
            ",? ?(?:(?:a été|est) )?(?:présent|propos|introdui|décri)(?:ée?|te?) dans(?: (?:l'article|le papier))?"
        ),
        forward(
            "es presentado en",
            ",? ?(?:fue )?(?:presentad|propuest|introducid|descrit)[oa] en(?: el (?:artículo|trabajo|paper))?"
        ),
        forward(
            "pt apresentado em",
            ",? ?(?:foi )?(?:apresentad|propost|introduzid|descrit)[oa] (?:em|no|na)(?: (?:artigo|trabalho|paper))?"
        ),
        forward("zh 在论文", "(?:是|，)?在(?:论文|文章)?", behind: "(?:一文)?中?(?:首次|被)*(?:提出|介绍|引入)"),
        backward(
            "en introduces",
            "(?:,|:)? ?(?:which )?(?:introduces|proposes|presents)(?: (?:a|an|the|new|novel|simple|efficient|large|language|model|"
                + "method|architecture|approach|framework|called|named|dubbed))*,?"),
        backward(
            "fr propose",
            "(?:propose|présente|introduit)(?: (?:un|une|le|la|nouveau|nouvelle|modèle|méthode|appelée?|nommée?))*"
        ),
        backward(
            "es propone",
            "(?:propone|presenta|introduce)(?: (?:un|una|el|la|nuevo|nueva|modelo|método|llamad[oa]))*"),
        backward(
            "pt propõe",
            "(?:propõe|apresenta|introduz)(?: (?:um|uma|o|a|novo|nova|modelo|método|chamad[oa]))*"),
        backward(
            "zh 提出", "(?:一文|论文)?中?(?:，|,)?(?:作者)?(?:提出|引入)了?(?:一种|一个|名为|称为|叫做|新的|新|的|方法|模型|架构|，)*"),
    ]

    private static func forward(_ name: String, _ between: String, behind: String? = nil) -> RelationRule {
        RelationRule(
            name: name, kind: .introducedIn, between: Phrase(between),
            behind: behind.map { Phrase(beginning: $0) })
    }

    private static func backward(_ name: String, _ between: String) -> RelationRule {
        RelationRule(name: name, kind: .introducedIn, isReversed: true, between: Phrase(between))
    }
}
