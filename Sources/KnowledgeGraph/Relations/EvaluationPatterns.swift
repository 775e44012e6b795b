import KGModel

/// model evaluated on dataset
enum EvaluationPatterns {
    static let rules: [RelationRule] = [
        rule(
            "en on",
            "(?!.*(?:train|tuned|tuning))\\)?,? ?(?:[a-z0-9%.'()-]+ ){0,8}?(?:evaluated|tested|benchmarked|scores?|scored|"
                + "accuracy|f1|results?|performance|perplexity|state-of-the-art|state of the art|sota|outperforms?|"
                + "outperformed|performs?|achieves?|achieved|reaches|reached|better|best|first|surpass(?:es|ed))"
                + "(?: [a-z0-9%.,'()-]+){0,6}? (?:on|over)(?: the)?"),
        rule("en leads", "(?:now |still )?(?:leads|tops|beats humans on)(?: the)?"),
        rule(
            "fr sur",
            "(?!.*(?:entra[iî]n|affin))\\)?,? ?(?:[a-zéèêà0-9%.'()-]+ ){0,8}?(?:évaluée?s?|testée?s?|résultats?|"
                + "performances?|précision|scores?|obtient|atteint|surpasse|dépasse|perplexité|mieux)"
                + "(?: [a-zéèêà0-9%.,'()-]+){0,6}? sur(?: (?:le|la|les|l'))?"),
        rule(
            "es en",
            "(?!.*(?:entrenad|ajustad))\\)?,? ?(?:[a-zñáéíóú0-9%.'()-]+ ){0,8}?(?:evaluad[oa]|probad[oa]|resultados?|"
                + "rendimiento|precisión|supera|puntuación|obtiene)(?: [a-zñáéíóú0-9%.,'()-]+){0,6}? (?:en|sobre)"
                + "(?: (?:el|la|los))?"),
        rule(
            "pt no",
            "(?!.*(?:treinad|ajustad))\\)?,? ?(?:[a-zãçéíóú0-9%.'()-]+ ){0,8}?(?:avaliad[oa]|testad[oa]|resultados?|"
                + "desempenho|acurácia|supera|pontuação|obtém|performance|perplexidade)"
                + "(?: [a-zãçéíóú0-9%.,'()-]+){0,6}? (?:no|na|nos|em|sobre o)"),
        rule(
            "zh 在", "(?!.*(?:训练|微调|预训练))(?:模型)?(?:，|,)?[^。！？；]{0,12}在",
            behind: "(?:数据集|基准|基准测试|排行榜|测试集|任务)*(?:上|中)?的?[^。！？；]{0,14}"
                + "(?:取得|达到|得分|结果|性能|准确率|超过|优于|表现|测试|评估|困惑度|击败)"),
        rule(
            "tr üzerinde", "(?!.*eğit)[^.;:!?]{0,30}",
            behind:
                " ?(?:üzerinde|veri kümesinde|veri setinde|'(?:de|da|te|ta))[^.;!?]{0,30}(?:sonuç|başarı|puan|performans)"
        ),
    ]

    /// The model stands nearest to the dataset; an enumeration of datasets shares it.
    private static func rule(_ name: String, _ between: String, behind: String? = nil) -> RelationRule {
        RelationRule(
            name: name, kind: .evaluatedOn, between: Phrase(between),
            behind: behind.map { Phrase(beginning: $0) }, objects: .all)
    }
}
