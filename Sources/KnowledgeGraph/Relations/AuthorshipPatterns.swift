import KGModel

/// paper by person
enum AuthorshipPatterns {
    static let rules: [RelationRule] = [
        forward(
            "en by",
            "\\)?(?:,|;|—|–|-)? ?(?:(?:was |is )?(?:written|authored|co-authored|published|presented|proposed) )?"
                + "(?:a (?:new )?(?:paper|book|thesis|survey|talk) )?by"),
        forward("cited", "\\)? ?(?:\\(|（)", behind: ",? ?(?:et al|等|(?:19|20)\\d\\d|and colleagues)"),
        forward(
            "fr par",
            "\\)?,? ?(?:(?:a été |est )?(?:écrit|rédigé|publié|présenté|proposé|co-écrit)e? )?(?:par|de|d')"),
        forward("es por", "\\)?,? ?(?:(?:escrit|publicad|presentad|propuest)[oa] )?(?:por|de)"),
        forward(
            "pt por", "\\)?,? ?(?:(?:escrit|publicad|apresentad|propost)[oa] )?(?:por|de|da|do|pela|pelo)"),
        forward("zh 作者", "(?:，|,|。)?(?:作者(?:为|是|：|:)?)"),
        forward("zh 由", "(?:，|,)?(?:是)?由", behind: "(?:等人?)?(?:共同)?(?:撰写|编写|所著|著|发表|提出|写|合著)"),
        forward("ar تأليف", "\\)? ?(?:من تأليف|تأليف|كتبه|كتبها|الذي كتبه|بقلم)"),

        backward(
            "en possessive",
            "'s?(?: (?:new|recent|latest|own|seminal|original|excellent|famous|classic|first|upcoming))*"
                + "(?: (?:phd|ph\\.d\\.|doctoral|master's))?(?: (?:\(english)))?,?(?: (?:titled|entitled|called))?[,:]?"
        ),
        backward(
            "en published",
            "(?:et al\\.?,? ?)?(?:\\((?:19|20)\\d\\d\\) ?)?(?:(?:recently|publicly|just|have|has|also|together|jointly) )*"
                + "(?:published|released|wrote|presented|proposed?s?|presents?|publish(?:es)?|releases?|shared?s?|defended)"
                + "(?: recently)?(?: (?:his|her|their|a|an|the|its))?(?: [a-z.-]+){0,3}? (?:\(english))"
                + ",?(?: (?:titled|entitled|called|named))?[,:]?"),
        backward("reference", "(?:,? ?et al)?[.,]? ?\\(?(?:19|20)\\d\\d[a-z]?\\)?[.,:]?"),
        backward(
            "fr publié",
            "(?:a|ont)(?: récemment)? (?:publié|présenté|écrit|rédigé|proposé|partagé|soutenu)"
                + "(?: (?:un|une|son|sa|leur|le|la|l'))?(?: [a-zéè.-]+){0,3}? ?"
                + "(?:article|thèse|papier|livre|étude|travail)(?: de doctorat)?"
                + "(?: (?:intitulée?s?|appelée?|nommée?))?[,:]?"),
        backward(
            "pt publicou",
            "(?:publicou|liberou|lançou|apresentou|escreveu|compartilhou)(?: (?:recentemente|publicamente))*"
                + "(?: (?:um|uma|sua|seu|o|a))?(?: [a-zçãéí.-]+){0,3}? ?(?:artigo|tese|livro|trabalho|estudo|paper)"
                + "(?: de (?:doutorado|ph\\.d\\.))?,?(?: (?:intitulad|entitulad|chamad)[oa])?[,:]?"),
        backward(
            "es publicó",
            "(?:publicó|presentó|escribió|lanzó|compartió)(?: recientemente)?(?: (?:un|una|su|el|la))?"
                + "(?: [a-zñáéíóú.-]+){0,3}? ?(?:artículo|tesis|libro|trabajo|estudio|paper)(?: doctoral)?"
                + "(?: (?:titulad|llamad)[oa])?[,:]?"),
        backward(
            "tr yazılan",
            "(?:ve arkadaşları )?(?:tarafından|'?n?[ıiuü]n) (?:yazılan|yazdığı|yayınlanan|yayımlanan|hazırlanan)"
                + "(?: [a-zçğıöşü]+){0,3}"),
        backward(
            "zh 所著",
            "(?:等人?)?(?:共同)?(?:所著|撰写|编写|所写|写|发表|出版|合著)的(?:这本|这篇|一篇|一本)?"
                + "(?:新书|书籍|书|最新论文|论文|文章|名为|题为)*(?:：|:|，|,)?"),
        backward("zh 的论文", "(?:等人?)?的(?:最新|新)?(?:博士论文|论文|文章|新书|书|综述|著作)(?:：|:|，|,)?"),
        backward(
            "zh 发表",
            "(?:等人?)?(?:最近|近日|近期|公开|已|刚刚|一起|共同)*(?:公布|公开发布|发布|发表|撰写|出版|写)了?"
                + "(?:他们|他|她|其)?(?:自己)?的?(?:一篇|一本|一份)?(?:最新|新)?的?"
                + "(?:博士学位论文|博士论文|论文|文章|综述|新书|书)(?:：|:|，|,)?(?:题目为|题为|名为|标题为|叫做)?(?:：|:|，|,)?"),
        backward("zh 题为", "(?:等人?)?(?:最近|近日)*(?:发表|发布|撰写)了?(?:一篇|一本)?(?:题为|名为)"),
    ]

    private static let english = "paper|thesis|dissertation|book|survey|article|report|work|textbook|study"

    /// The paper stands first; all people of an enumeration wrote it.
    private static func forward(_ name: String, _ between: String, behind: String? = nil) -> RelationRule {
        RelationRule(
            name: name, kind: .by, between: Phrase(between), behind: behind.map { Phrase(beginning: $0) },
            objects: .all)
    }

    private static func backward(_ name: String, _ between: String) -> RelationRule {
        RelationRule(name: name, kind: .by, isReversed: true, between: Phrase(between), objects: .all)
    }
}
