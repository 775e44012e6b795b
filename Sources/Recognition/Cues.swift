import KGModel

/// Words that say what kind of thing a name beside them is, in the languages of the corpus.
enum Cues {
    /// The type that a word announces; nil for most words.
    static func type(of word: ArraySlice<UInt8>) -> EntityType? {
        guard word.count <= longest else { return nil }
        return types[String(decoding: word, as: UTF8.self).lowercased()]
    }

    /// The type that Chinese text announces right behind a byte (`…数据集`, `…模型`).
    static func chineseType(in text: PassageText, behind byte: Int) -> EntityType? {
        var start = byte
        while start < text.bytes.count, text.bytes[start] == 0x20 { start += 1 }
        let rest = text.bytes[start...].prefix(12)
        return chinese.first { rest.starts(with: $0.cue.utf8) }?.type
    }

    private static let chinese: [(cue: String, type: EntityType)] = [
        ("数据集", .dataset), ("语料", .dataset), ("基准", .dataset), ("排行榜", .dataset), ("模型", .model),
        ("网络", .model),
        ("架构", .model), ("算法", .model), ("库", .library), ("框架", .library), ("工具", .library), ("平台", .library),
        ("软件", .library), ("大学", .organization), ("公司", .organization), ("团队", .organization),
        ("期刊", .venue), ("杂志", .venue), ("会议", .venue),
    ]

    private static let types: [String: EntityType] = {
        let rows: [(EntityType, String)] = [
            (
                .library,
                """
                library libraries framework frameworks toolkit toolkits package packages tool tools platform \
                software plugin extension sdk api repo app application environment bibliothèque bibliothèques librairie \
                librairies librería librerías \
                cadriciel outil logiciel plateforme biblioteca bibliotecas ferramenta pacote plataforma \
                herramienta paquete kütüphane kütüphanesi araç aracı platform platformu install import pip
                """
            ),
            (
                .dataset,
                """
                dataset datasets corpus corpora benchmark benchmarks leaderboard challenge testbed treebank \
                données conjunto dados datos veri verisi kümesi seti
                """
            ),
            (
                .model,
                """
                model models architecture network networks algorithm method optimizer transformer modèle \
                modèles réseau modelo modelos rede red arquitetura arquitectura ağı modeli algoritması
                """
            ),
            (
                .venue,
                """
                journal conference workshop proceedings published publié publicado conférence conferência \
                conferencia revue revista dergi dergisi konferans konferansı
                """
            ),
            (
                .organization,
                """
                company startup lab labs laboratory institute university team researchers engineers foundation \
                entreprise laboratoire université chercheurs empresa laboratório universidade pesquisadores \
                laboratorio universidad investigadores şirketi üniversitesi araştırmacıları
                """
            ),
        ]
        var types: [String: EntityType] = [:]
        for (type, row) in rows {
            for word in row.split(whereSeparator: \.isWhitespace) where types[String(word)] == nil {
                types[String(word)] = type
            }
        }
        return types
    }()

    private static let longest = 20
}
