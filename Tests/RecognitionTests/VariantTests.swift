import KGModel
import Testing

@testable import Recognition

/// Names that follow from other names and from what is said of them.
@Suite struct VariantTests {
    private func variants(_ text: String) throws -> [String] {
        let issue = try issue(text)
        let lexicon = try Lexicon(
            "BERT¦¦¦¦model", "Seq2Seq¦¦¦fold¦model", "Transformer¦¦¦¦model", "SQuAD¦¦¦¦dataset",
            "ImageNet¦¦¦¦dataset", "German BERT¦¦¦¦model", "PyTorch¦¦¦¦library")
        let found = LexiconRecognizer(lexicon, .small).candidates(in: issue, given: [])
        return VariantRecognizer(.small).candidates(in: issue, given: found).shown(in: issue)
    }

    @Test(arguments: [
        ("We read Spanish SQuAD.", ["dataset Spanish SQuAD"]),
        ("We read Arabic-SQuAD.", ["dataset Arabic-SQuAD"]),
        ("We read SQuAD-it.", ["dataset SQuAD-it"]), ("Voici BERT allemand.", ["model BERT allemand"]),
        ("Le BERT en arabe est là.", ["model BERT en arabe"]),
        ("usando BERT multilíngue.", ["model BERT multilíngue"]), ("el BERT español", ["model BERT español"]),
        ("bir çok dilli BERT modeli", ["model çok dilli BERT"]), ("Türkçe BERT çıktı", ["model Türkçe BERT"]),
        ("提供阿拉伯语BERT模型", ["model 阿拉伯语BERT"]), ("多语言 BERT 模型", ["model 多语言 BERT"]),
        ("on ImageNet 64×64 it wins", ["dataset ImageNet 64×64"]),
        ("on ImageNet 2012, too", ["dataset ImageNet 2012"]),
        ("Dutch BERT (from Groningen)", ["model Dutch BERT"]),
        ("we train diffu-BERT", ["model diffu-BERT"]), ("the d1‑BERT model", ["model d1‑BERT"]),
    ])
    func aNameInAnotherLanguageIsANameOfItsOwn(text: String, found: [String]) throws {
        #expect(try variants(text) == found)
    }

    @Test(arguments: [
        "The French Transformer is here.", "multilingual seq2seq models", "SQuAD-de-luxe", "BERT-like models",
        "ImageNet 2012-2014 was", "ImageNet 2048 images", "French BERT (CamemBERT, FlauBERT)",
        "荷兰语 Dutch BERT（RobBERT[1]| BERTje[2]）", "model-BERT", "non-BERT", "Tree-BERT", "a diffu -BERT",
        "the Spanish PyTorch group", "en BERT", "the German BERT",
    ])
    func otherNeighboursAreNoPartOfIt(text: String) throws {
        #expect(try variants(text).filter { $0 != "model German BERT" } == [])
    }

    private func organizations(_ text: String, given: [Candidate] = []) throws -> [String] {
        let issue = try issue(text)
        return AffiliationRecognizer(.small).candidates(in: issue, given: given).shown(in: issue)
    }

    @Test(arguments: [
        ("Researchers from Quillfarm say", ["organization Quillfarm"]),
        ("a team from the Institute of Quills shows", ["organization Institute of Quills"]),
        ("she is CEO of Quillfarm Labs.", ["organization Quillfarm Labs"]),
        ("Quillfarm announces a prize.", ["organization Quillfarm"]),
        ("Good news. Quillfarm acquired Plumeware.", ["organization Quillfarm"]),
        ("des chercheurs de Quillfarm disent", ["organization Quillfarm"]),
        ("pesquisadores da Quillfarm dizem", ["organization Quillfarm"]),
        ("investigadores de Quillfarm dicen", ["organization Quillfarm"]),
        ("Quillfarm duyurdu ki", ["organization Quillfarm"]),
    ])
    func organizationsAreFoundByWhatIsSaidOfThem(text: String, found: [String]) throws {
        #expect(try organizations(text) == found)
    }

    @Test(arguments: [
        "researchers from many places", "Researchers of Learning say", "the model announces it",
        "Quillfarm-based announces", "teams of Quillfarm.py users", "founder and Quillfarm",
    ])
    func otherWordsAreNoOrganizations(text: String) throws {
        #expect(try organizations(text) == [])
    }

    @Test func whatIsKnownOtherwiseIsLeftAlone() throws {
        let text = "Researchers from Quillfarm say"
        let person = Candidate(
            passage: 0, range: 17..<26, type: .person, recognizer: "people", confidence: 0.3)
        #expect(try organizations(text, given: [person]) == [])
    }
}
