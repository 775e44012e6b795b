import KGModel

/// What a sentence says that a thing is: `Hydra is a Python-based configuration tool`, `Hydra, a framework for`,
/// `Hydra est un outil`, `Hydra是一个配置工具`.
enum Definitions {
    /// The type that is given to the name that ends before a word; nil where none is.
    static func type(behind word: Int, _ text: PassageText) -> EntityType? {
        var at = skippingBrackets(word, text)
        guard at < text.words.count else { return nil }
        let verb = text.text(text.words[at])
        if verb == "是" { return chineseType(behind: text.words[at].range.upperBound, text) }
        at += 1
        guard at < text.words.count else { return nil }
        let article = text.text(text.words[at])
        switch verb {
        case "is", "was", ",", "-", "–", "—":
            guard ["a", "an", "the"].contains(article) else { return nil }
            return head(from: at + 1, text).flatMap { english[$0] }
        case "est", "es", "é", "era":
            guard ["un", "une", "una", "um", "uma", "le", "la"].contains(article) else { return nil }
            // The noun stands in front.
            return text.words[(at + 1)...].prefix(3).lazy
                .compactMap { romance[text.text($0).lowercased()] }.first
        default: return nil
        }
    }

    /// Behind `(NDS)`.
    private static func skippingBrackets(_ word: Int, _ text: PassageText) -> Int {
        guard word < text.words.count, ["(", "（"].contains(text.text(text.words[word])) else { return word }
        let end = text.words[word...].prefix(12).firstIndex { [")", "）"].contains(text.text($0)) }
        return end.map { $0 + 1 } ?? text.words.count
    }

    /// The last word of a noun phrase of English: what the others only describe.
    private static func head(from start: Int, _ text: PassageText) -> String? {
        var at = start
        var head: Int?
        while at < min(text.words.count, start + 14) {
            let word = text.words[at]
            if word.kind == .mark {
                let inner = skippingBrackets(at, text)
                guard
                    inner > at || text.isHyphen(word)
                        || ["/", "'", "’", "\"", "“", "”"].contains(text.text(word))
                else { break }
                at = max(inner, at + 1)
                continue
            }
            // `Python-based` describes.
            let isJoined =
                at > start && text.isHyphen(text.words[at - 1]) && !word.shape.contains(.blankBefore)
            if !isJoined, ends.contains(text.text(word)) { break }
            head = at
            at += 1
        }
        return head.map { text.text(text.words[$0]).lowercased() }
    }

    /// What may stand behind a noun phrase.
    private static let ends = Set(
        words:
            """
            for that which to of from in on with by and or who where when while as at used designed built developed created \
            made proposed called named using based behind aimed aiming written trained released introduced is was has can
            """)

    private static func chineseType(behind byte: Int, _ text: PassageText) -> EntityType? {
        let clause = text.bytes[byte...].prefix(150)
        let string = String(decoding: clause, as: UTF8.self).prefix { !"，。；,;！？（(".contains($0) }
        guard string.count < clause.count else { return nil }
        return chinese.first { string.hasSuffix($0.noun) }?.type
    }

    private static let english = table([
        (
            .library,
            "library framework toolkit package tool platform software plugin extension sdk api app application service engine"
        ),
        (.dataset, "dataset corpus benchmark leaderboard testbed treebank"),
        (.model, "model architecture network algorithm optimizer transformer"),
        (
            .organization,
            "company startup lab laboratory institute foundation nonprofit organization agency community"
        ),
        (.venue, "journal conference workshop symposium"),
    ])

    private static let romance = table([
        (
            .library,
            """
            outil bibliothèque librairie cadriciel logiciel plateforme framework application herramienta biblioteca librería \
            plataforma paquete aplicación ferramenta pacote aplicação
            """
        ),
        (.dataset, "corpus benchmark dataset"),
        (.model, "modèle architecture algorithme réseau modelo arquitectura algoritmo red arquitetura rede"),
        (.organization, "entreprise startup start-up empresa laboratoire laboratorio laboratório"),
    ])

    private static let chinese: [(noun: String, type: EntityType)] = [
        ("数据集", .dataset), ("语料库", .dataset), ("基准", .dataset), ("模型", .model), ("架构", .model),
        ("算法", .model),
        ("库", .library), ("框架", .library), ("工具", .library), ("工具包", .library), ("平台", .library),
        ("软件", .library),
        ("公司", .organization), ("实验室", .organization),
    ]

    private static func table(_ rows: [(EntityType, String)]) -> [String: EntityType] {
        var types: [String: EntityType] = [:]
        for (type, row) in rows {
            for word in row.split(whereSeparator: \.isWhitespace) { types[String(word)] = type }
        }
        return types
    }
}
