import KGModel
import Testing

@testable import Recognition

@Suite struct CitationTests {
    private func citations(_ text: String) throws -> [String] {
        let issue = try issue(text)
        return CitationRecognizer(.small).candidates(in: issue, given: []).shown(in: issue)
    }

    @Test(arguments: [
        ("(Devlin et al., 2018)", ["person Devlin"]), ("Devlin et al. show", ["person Devlin"]),
        ("(Howard and Ruder, 2018)", ["person Howard", "person Ruder"]),
        ("(Howard & Ruder 2018)", ["person Howard", "person Ruder"]), ("(Bengio, 2009)", ["person Bengio"]),
        ("(Rogers ve Smith, 2020)", ["person Rogers", "person Smith"]),
        ("Sanchez-Gonzalez et al. (2020)", ["person Sanchez-Gonzalez"]),
        ("cite - Gonzalez et al.", ["person Gonzalez"]),
        ("El Boukkouri et al. (2020)", ["person El Boukkouri"]),
        ("Kan & Smith (2021), Zurich", ["person Kan", "person Smith"]),
        (
            "Kan, Melas-Kyriazi and Hopper (2023) say",
            ["person Kan", "person Melas-Kyriazi", "person Hopper"]
        ),
        ("as Hopper (1952) says", ["person Hopper"]),
        ("(Kan, 2018; Mikolov and Smith, 2012)", ["person Kan", "person Mikolov", "person Smith"]),
    ])
    func citationsNamePeople(text: String, found: [String]) throws {
        #expect(try citations(text) == found)
    }

    @Test(arguments: [
        "(NeurIPS, 2019)", "(March 2020)", "(March, 2020)", "(BERT, 2018)", "(Updated, 2020)", "et al.",
        "(and, 2018)", "(Howard 18)", "(see, 2018)", "Paris (2018)", "Berlin and Paris (2018)",
        "in Norway, 2018",
    ])
    func otherBracketsAreNoCitations(text: String) throws {
        #expect(try citations(text) == [])
    }
}
