import KGModel

/// model released by organization, library from organization: the same phrases.
enum ReleasePatterns {
    static let rules: [RelationRule] = [RelationKind.releasedBy, .from].flatMap(rules(of:))

    private static func rules(of kind: RelationKind) -> [RelationRule] {
        func forward(_ name: String, _ between: String, behind: String? = nil) -> RelationRule {
            RelationRule(
                name: name, kind: kind, between: Phrase(between), behind: behind.map { Phrase(beginning: $0) }
            )
        }
        func backward(_ name: String, _ between: String, before: String? = nil) -> RelationRule {
            RelationRule(
                name: name, kind: kind, isReversed: true, between: Phrase(between),
                before: before.map { Phrase(ending: $0) }, subjects: .all)
        }
        return [
            forward(
                "en made by",
                "\\)?(?:,|—|–|-)? ?(?:(?:which|that|recently|newly|originally|first|also|was|were|is|are|has been|been|the|a|"
                    + "an|new|[a-z0-9-]+ (?:model|library|framework|toolkit)) )*(?:\(english))(?: recently)? by"
                    + "(?: the)?(?: (?:researchers|a team|the team|engineers) (?:at|from))?"),
            forward("en by", "\\)?,? ?(?:by|from)(?: the)?"),
            forward(
                "en is by",
                "\\)?(?::|,| is| was)? ?(?:an?|the) (?:[a-z0-9-]+ ){0,5}"
                    + "(?:model|library|framework|toolkit|package|method|platform|tool|system)"
                    + "(?: (?:recently )?(?:\(english)))? (?:by|from)(?: the)?"),
            forward("de", "(?:de|del|da|do|d'|du|de la|de l'|dos)"),
            forward(
                "fr par",
                "\\)?,? ?(?:(?:a été|est|récemment|qui) )*(?:(?:publi|propos|développ|présent|lanc|cré)ée?s?|introduite?s?)?"
                    + "(?: récemment)? ?par(?: (?:l'équipe de|les chercheurs de|l'))?"),
            forward(
                "pt por",
                "\\)?,? ?(?:(?:foi|foram|é|também|recentemente|que|um|novo|modelo) )*"
                    + "(?:(?:lançad|propost|desenvolvid|publicad|apresentad|criad|liberad)[oa]s?)?(?: recentemente)? ?"
                    + "(?:pela|pelo|por)(?: (?:time da|equipe do))?"),
            forward(
                "es por",
                "\\)?,? ?(?:(?:fue|es|recientemente|que) )*"
                    + "(?:(?:lanzad|propuest|desarrollad|publicad|presentad|cread)[oa]s?)?(?: recientemente)? ?por"
            ),
            forward(
                "zh 由", "(?:（[^）]{0,24}）|\\([^)]{0,24}\\)|\\)|）)?(?:，|,)?(?:这?是)?由",
                behind: "(?:的|团队|研究人员|研究团队|研究者|公司|最近|新)*(?:\(chinese))"),
            forward(
                "zh 是", "(?:，|,)?(?:这)?是", behind: "(?:的|团队|研究人员|研究团队|公司|最近|近期|新)*(?:\(chinese))的"),
            forward("ar الخاص", "\\)? ?(?:الخاص ب|الخاصة ب|من طرف|من قبل|من شركة|بواسطة)"),

            backward(
                "en possessive",
                "'s?(?: (?:own|new|latest|recent|popular|open-sourced?|pretrained|pre-trained|large|excellent|famous))*"
                    + "(?: (?:language|translation|nlp|deep learning|machine learning))?"
                    + "(?: (?:model|library|framework|toolkit|package|system|chatbot|method))?(?: (?:called|named|dubbed))?"
            ),
            backward(
                "en releases",
                "(?:ai |research )?(?:(?:researchers|engineers|scientists|team|teams) )?"
                    + "(?:(?:have|has|had|recently|just|also|now|finally|officially) )*"
                    + "(?:released?s?|open-sourced?s?|open sourced?s?|published|publishes|introduced?s?|announced?s?|"
                    + "launched|launches|unveil(?:ed|s)|developed|built|created)"
                    + "(?:,|:| (?:a|an|the|its|their|new|open|source|open-source|large|multilingual|pretrained|pre-trained|"
                    + "language|deep|learning|machine|nlp|training|optimization|text|generation|neural|translation|novel|"
                    + "library|framework|toolkit|toolbox|package|platform|tool|system|model|method|approach|architecture|"
                    + "called|named|dubbed|text-generation|popular|method for text generation called))*"),
            backward("beside", ""),
            backward("owner/name", "/"),
            backward(
                "fr publie",
                "(?:vient de |a |ont )?(?:(?:récemment|également|aussi) )*(?:publi|lanc|présent|propos|dévoil|ouv(?:ert|re)|"
                    + "introdui|développ|sort)(?:é|er|e|t|i|ir)?(?:,|:| (?:un|une|le|la|l'|son|sa|leur|nouveau|nouvelle|"
                    + "modèle|bibliothèque|librairie|package|paquet|framework|outil|d'optimisation|langage|langue|"
                    + "multilingue|méthode|appelée?|nommée?))*"),
            backward(
                "pt lançou",
                "(?:(?:recentemente|também) )*(?:lançou|publicou|liberou|apresentou|propôs|introduziu|desenvolveu|"
                    + "disponibilizou)(?:,|:| (?:recentemente|também|o|a|um|uma|seu|sua|novo|nova|modelo|biblioteca|pacote|"
                    + "framework|ferramenta|para|otimização|linguagem|método|chamad[oa]|multilíngue|open-source))*"
            ),
            backward(
                "es lanzó",
                "(?:(?:recientemente|también) )*(?:lanzó|publicó|liberó|presentó|propuso|introdujo|desarrolló)"
                    + "(?:,|:| (?:recientemente|el|la|un|una|su|nuevo|nueva|modelo|biblioteca|librería|paquete|framework|"
                    + "herramienta|para|lenguaje|método|llamad[oa]))*"),
            backward("tr in", "'n?[ıiuü]n(?: (?:yeni|dil|popüler|modeli|kütüphanesi|olan))*"),
            backward(
                "tr tarafından",
                "(?:araştırmacıları |ekibi )?tarafından (?:geliştirilen|yayınlanan|yayımlanan|önerilen|tanıtılan|duyurulan|"
                    + "oluşturulan|sunulan)(?: [a-zçğıöşü]+){0,4}"),
            backward(
                "zh 的",
                "(?:最近|最新|新)*(?:发布|推出|开源|提出|开发|发行)?的(?:一种|一个|新|全新|最新)*(?:的)?"
                    + "(?:语言模型|模型|库|框架|工具包|工具|平台)?"),
            backward(
                "zh 发布",
                "(?:的)?(?:研究人员|研究团队|团队|工程师|公司|研究者)?(?:最近|近日|近期|日前|刚刚|也|已经|已|正式|们)*"
                    + "(?:\(chinese))了?(?:一种|一个|一款|名为|称为|叫做|叫|全新|最新|新的|新|多语言|预训练|语言模型|模型|库|框架|"
                    + "工具包|工具|方法|训练|优化|的|，|,|：|:)*"),
            backward(
                "ar أطلقت", "(?:مكتبة|نموذج|حزمة)?", before: "(?:أطلقت|نشرت|أصدرت|قدمت|طورت)(?: شركة| فريق)?"),
        ]
    }

    private static let english = """
        released|proposed|introduced|developed|open-sourced|open sourced|published|built|created|trained|made|presented|\
        announced|launched|maintained
        """
    private static let chinese = "提出|开发|发布|推出|开源|构建|训练|维护|创建|公开|公布"
}
