import KGModel
import Testing

@testable import IssueReader

/// What an issue's name, title and text tell about it.
@Suite struct DescriptionTests {
    @Test(arguments: [
        ("2020-03-02", "2020-03-02"), ("2020_03_02-notes", "2020-03-02"), ("20200302", "2020-03-02"),
        ("2020/3/2", "2020-03-02"),
        ("2020.03.02", "2020-03-02"), ("2020-03", "2020-03"), ("Notes 12.13.20", "2020-12-13"),
        ("cypher-20-12-13", "2020-12-13"),
        ("13.12.2020", "2020-12-13"), ("12/13/2020", "2020-12-13"), ("Feb 16, 2020", "2020-02-16"),
        ("(Feb. 16, 2020)", "2020-02-16"),
        ("February 16th, 2020", "2020-02-16"), ("16 February 2020", "2020-02-16"),
        ("16 février 2020", "2020-02-16"),
        ("1er mars 2020", "2020-03-01"), ("16 de fevereiro de 2020", "2020-02-16"),
        ("16 de febrero de 2020", "2020-02-16"),
        ("16 Şubat 2020", "2020-02-16"), ("2 MAYIS 2020", "2020-05-02"),
        ("June 2 - June 8, 2025", "2025-06-08"),
        ("June 2 - 8, 2025", "2025-06-08"), ("(May 6 - May 12) - 2024", "2024-05-12"),
        ("March 2020", "2020-03"),
        ("mars 2020", "2020-03"), ("Ağustos 2020", "2020-08"), ("março de 2020", "2020-03"),
        ("2020年2月16日", "2020-02-16"),
        ("2020 年 2 月 16 号", "2020-02-16"), ("2020年2月", "2020-02"), ("第5期（2020年12月）", "2020-12"),
        ("Sept. 5, 2021", "2021-09-05"), ("March 2020, read on March 9, 2020", "2020-03-09"),
    ])
    func datesAreReadInEveryForm(text: String, date: String) {
        #expect(DateReader.date(in: text)?.description == date)
    }

    @Test(arguments: [
        "", "2020", "The best of 2020", "1810.04805", "arXiv 1810.04805v2", "GPT-2", "99.99.20", "2020-13-01",
        "12345678",
        "123456789012", "2019-2020", "Issue 12", "May the force", "March of the penguins", "3.5",
        "version 2.0", "1.2.3",
        "Top 10 papers in March", "localhost 127.0.0.1",
    ])
    func otherNumbersAreNoDate(text: String) {
        #expect(DateReader.date(in: text) == nil)
    }

    @Test func aVaguerDateIsMadePreciseByOneThatAgrees() {
        let month = IssueDate(iso: "2020-03")
        #expect(
            DateReader.mostPrecise([nil, month, IssueDate(iso: "2020-03-09")])?.description == "2020-03-09")
        #expect(DateReader.mostPrecise([month, IssueDate(iso: "2020-04-09")])?.description == "2020-03")
        #expect(
            DateReader.mostPrecise([IssueDate(iso: "2020-03-02"), IssueDate(iso: "2020-03-09")])?.description
                == "2020-03-02")
        #expect(DateReader.mostPrecise([IssueDate(iso: "2020"), month])?.description == "2020-03")
        #expect(DateReader.mostPrecise([nil, nil]) == nil)
    }

    @Test(arguments: [
        ("Issue #5", 5), ("简报（Issue#5）：GPT-2", 5), ("#12", 12), ("No. 12", 12), ("Nr. 3", 3), ("n° 3", 3),
        ("№ 7", 7), ("第5期", 5),
        ("第 6 期", 6), ("第六期", 6), ("第十期", 10), ("第十二期", 12), ("第二十三期", 23), ("NLP_Newsletter_8", 8),
        ("NLP 7", 7),
        ("Sayı 3", 3), ("Numéro 4", 4), ("Vol. 2", 2), ("Margin Notes 9: At home", 9),
        ("Weekly 3 (Feb 16, 2020)", 3),
        ("issue no 4", 4), ("edition 4", 4),
    ])
    func numbersAreReadInEveryForm(text: String, number: Int) {
        #expect(IssueNumberReader.number(in: text) == number)
    }

    @Test(arguments: [
        "", "GPT-2 and T5", "2020", "NLP 2020", "The 10 best papers", "#", "C# and F#", "第一次", "Volume 2020",
        "Issue",
    ])
    func otherNumbersAreNoIssues(text: String) {
        #expect(IssueNumberReader.number(in: text) == nil)
    }

    @Test func aNumberAtTheEndOfAFileNameIsTheIssues() {
        #expect(IssueNumberReader.number(inFileStem: "margin-notes-02") == 2)
        #expect(IssueNumberReader.number(inFileStem: "2020-03-02") == nil)
        #expect(IssueNumberReader.number(inFileStem: "post-2020") == nil)
    }

    @Test(arguments: [
        ("NLP Newsletter #10 [FR]: BERT", "fr"), ("[PT-BR] Notes", "pt"), ("Notes [pt_BR]", "pt"),
        ("Notes (es)", "es"), ("简报【ZH】", "zh"),
        ("NLP_Newsletter.AR._The_Annotated.md", "ar"), ("notes.zh.md", "zh"), ("notes.pt-BR.md", "pt"),
        ("NLP_8[ZH].md .md", "zh"),
        ("NLP_Newsletter_8_[TR].md", "tr"), ("（fr）", "fr"),
    ])
    func languagesAreToldByTags(text: String, language: String) {
        #expect(LanguageReader.tag(in: text) == language)
    }

    @Test(arguments: [
        "", "Notes", "[1] BERT", "[AI]", "(De-biasing) embeddings", "a.b.c", "what.it.means.md.md",
        "[French]", "(BERT)",
    ])
    func otherBracketsTellNoLanguage(text: String) {
        #expect(LanguageReader.tag(in: text) == nil)
    }

    @Test(arguments: [("PT-BR", "pt"), ("pt_BR", "pt"), ("en", "en"), ("ZH", "zh")])
    func codesAreShortened(code: String, language: String) {
        #expect(LanguageReader.language(ofCode: code) == language)
    }

    @Test(arguments: ["", "e", "eng", "xx", "english", "12"])
    func otherCodesAreNone(code: String) {
        #expect(LanguageReader.language(ofCode: code) == nil)
    }

    @Test(arguments: [
        ("This is what we have read of the model, and it is good for the reader.", "en"),
        ("Ce que nous avons lu sur le modèle est dans la liste des articles pour vous.", "fr"),
        ("Isso é o que não sabemos ainda: um modelo para os textos mais longos, com uma rede.", "pt"),
        ("Esto es lo que hemos leído por las noches, con una taza más y los modelos que son.", "es"),
        ("Bu sayıda bir model ve onun için daha çok veri var; ne kadar olsa yeter.", "tr"),
        ("在这一期里，我们读了关于 BERT 和 GPT-2 的论文。", "zh"),
        ("このモデルは、とても小さいです。論文を読みましょう。", "ja"),
        ("في هذا العدد نتحدث عن نموذج BERT وعن المكتبة الجديدة", "ar"),
        ("В этом выпуске мы говорим о новой модели и её данных.", "ru"),
        ("이번 호에서는 새로운 모델에 대해 이야기합니다.", "ko"),
    ])
    func languagesAreToldByTheText(text: String, language: String) {
        #expect(LanguageReader.guess([Passage(kind: .paragraph, text: text, lines: 1...1)]) == language)
    }

    @Test(arguments: ["", "BERT GPT-2 T5", "12345", "🤗"])
    func tooLittleTextTellsNoLanguage(text: String) {
        #expect(LanguageReader.guess([Passage(kind: .paragraph, text: text, lines: 1...1)]) == nil)
    }

    @Test(arguments: [
        ("x/2020-03-02-notes.md", "# Weekly\n\nText", "Weekly"), ("x/notes.md.md", "Text", "notes"),
        ("x/notes.md .md", "Text", "notes"),
        ("a b [c].TXT", "Text", "a b [c]"), ("x.md", "## Two  *words*\n# Top", "Two words"),
        ("x.md", "---\ntitle: ''\n---\n# Top", "Top"),
    ])
    func theTitleIsTheFirstHeadingElseTheFilesName(path: String, text: String, title: String) throws {
        #expect(try read(text, path: path).issue.title == title)
    }

    @Test func theDateIsThatOfFrontMatterThenOfTheFileThenOfTheTitle() throws {
        let text = "# Weekly (March 16, 2021)\n"
        #expect(
            try read("---\ndate: 2019-05-01\n---\n" + text, path: "2020-01-02-x.md").issue.date?.description
                == "2019-05-01")
        #expect(try read(text, path: "2020-01-02-x.md").issue.date?.description == "2020-01-02")
        #expect(try read(text, path: "x.md").issue.date?.description == "2021-03-16")
        #expect(try read("# Weekly\n\nOn March 16, 2021 …", path: "x.md").issue.date == nil)
    }

    @Test func theLanguageOfATagGoesBeforeThatOfTheText() throws {
        let english = "This is the text of an issue, and it is for you."
        #expect(try read("# Weekly [FR]\n\n" + english).issue.language == "fr")
        #expect(try read(english, path: "notes [ZH].md").issue.language == "zh")
        #expect(try read("---\nlanguage: tr\n---\n" + english, path: "notes [ZH].md").issue.language == "tr")
        #expect(try read("---\nlang: klingon\n---\n" + english).issue.language == "en")
    }
}
