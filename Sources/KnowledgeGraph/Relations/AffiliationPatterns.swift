import KGModel

/// person at organization
enum AffiliationPatterns {
    static let rules: [RelationRule] = [
        forward("en of", "(?:,|;)? ?(?:formerly |now |currently )?(?:of|from|at|with)(?: the)?"),
        forward(
            "en role",
            ",? ?(?:an? |the |our |who is an? )?(?:[a-z.-]+ ){0,4}(?:\(english))(?: and (?:co-?)?founder)? "
                + "(?:at|of|from|in|for|with)(?: the)?"),
        forward(
            "en works",
            ",? ?(?:who )?(?:works|worked|working|is working|now works) (?:at|for|with|in)(?: the)?"),
        forward(
            "en leads",
            ",? ?(?:who )?(?:leads|heads|runs|founded|co-?founded|joined|has joined|joins)(?: the)?"),
        forward("bracket", "(?:\\(|（)", behind: "(?:\\)|）)"),
        forward(
            "en founder", "(?:'s)? ?\\((?:co-?founder|founder|ceo|cto|chief scientist|researcher) (?:of|at)"),
        forward("en company", "'s company,?"),
        backward("en possessive", "'s?(?: (?:own|very own))?(?: (?:[a-z-]+ ){0,2}(?:\(english)))?,?"),
        backward(
            "en title",
            "(?:ai |research )?(?:[a-z-]+ ){0,1}(?:researchers?|scientists?|engineers?|professors?|ceo|cto|founders?)"
        ),

        forward("fr de", ",? ?(?:de|d'|du|de la|de l'|chez|à l'|de l'équipe|du groupe)"),
        forward(
            "fr role",
            ",? ?(?:un |une |le |la |l'|\\()?(?:[a-zéè.-]+ ){0,2}(?:\(french))(?: [a-zéè.-]+){0,5}? "
                + "(?:de|d'|du|de la|de l'|chez|à|à la|à l'|au)"),
        forward("es de", ",? ?(?:de|del|de la|del equipo de)"),
        forward(
            "es role",
            ",? ?(?:un |una |el |la )?(?:[a-zñáéíóú.-]+ ){0,2}(?:\(spanish))(?: [a-zñáéíóú.-]+){0,4}? "
                + "(?:de|del|de la|en|en la)"),
        forward("pt da", ",? ?(?:da|do|de|dos|das|do time da|do time do|da equipe do|da equipe da)"),
        forward(
            "pt role",
            ",? ?(?:um |uma |o |a )?(?:[a-zãçéíóú.-]+ ){0,2}(?:\(portuguese))(?: [a-zãçéíóú.-]+){0,4}? "
                + "(?:da|do|de|na|no)"),

        backward("tr den", "(?:')?n?(?:den|dan|ten|tan)"),
        backward(
            "tr role",
            "(?:')?(?:n?[ıiuü]n )?(?:[a-zçğıöşü]+ )?(?:araştırmacı(?:sı|ları)|profesörü|kurucusu|bilim insanı)"
        ),

        backward(
            "zh 的",
            "(?:公司|团队|大学)?的? ?[\\u4e00-\\u9fff a-z]{0,8}(?:\(chinese))"),
        backward("zh 团队的", "(?:的|团队的|公司的)"),
        backward("zh 老师", "", behind: "(?:教授|老师|博士|研究员)"),
        forward("zh 来自", "(?:等人?)?(?:，|,)?(?:来自|就职于|任职于|供职于|现任职于)(?:了)?"),
        forward(
            "zh 是", "(?:，|,)?(?:是|现任|担任|曾任)", behind: "(?:公司|团队)?的?[\\u4e00-\\u9fff a-z]{0,8}(?:\(chinese))"),
        forward("zh 创办", "(?:的公司|创办了?|创立了?|创建的公司)"),

        forward("ar من", "،? ?(?:مؤسس|مؤسسة|باحث في|الباحث في|أستاذ في|من|من شركة|من جامعة|من فريق)"),
    ]

    private static let english = """
        professors?|researchers?|scientists?|engineers?|leads?|leader|head|director|ceo|cto|founders?|co-?founders?|\
        students?|postdocs?|president|chair|manager|advocate|fellow|developers?|editor|author|creators?|intern
        """
    private static let french = """
        chercheur|chercheuse|chercheurs|professeure?|responsable|directeur|directrice|fondateur|fondatrice|cofondateur|\
        ingénieure?|scientifique|étudiante?|doctorante?|pdg|créateur|créatrice
        """
    private static let spanish = """
        investigadora?|profesora?|fundadora?|cofundadora?|editora?|directora?|ingenier[oa]|científic[oa]|líder|\
        estudiante|creadora?|ceo
        """
    private static let portuguese = """
        pesquisadora?|professora?|fundadora?|cofundadora?|líder|cientista|engenheir[oa]|diretora?|estudante|editora?|\
        criadora?|ceo
        """
    private static let chinese = """
        教授|研究员|研究人员|科学家|工程师|负责人|创始人|博士生?|学生|老师|主任|院士|总裁|首席执行官
        """

    /// An enumeration of people shares the organization that follows it.
    private static func forward(_ name: String, _ between: String, behind: String? = nil) -> RelationRule {
        RelationRule(
            name: name, kind: .at, between: Phrase(between), behind: behind.map { Phrase(beginning: $0) },
            subjects: .all)
    }

    /// The organization stands first and speaks for those behind it.
    private static func backward(_ name: String, _ between: String, behind: String? = nil) -> RelationRule {
        RelationRule(
            name: name, kind: .at, isReversed: true, between: Phrase(between),
            behind: behind.map { Phrase(beginning: $0) }, subjects: .all)
    }
}
