import KGModel
import Testing

@testable import Recognition

/// The lexicon that the program brings along is sound.
@Suite struct StandardLexiconTests {
    private func lexicon() throws -> Lexicon { try #require(Standard.loaded).lexicon }

    @Test func itHoldsAtLeastThreeThousandEntitiesOfEveryType() throws {
        let lexicon = try lexicon()
        #expect(lexicon.entries.count >= 3000)
        for type in EntityType.allCases {
            #expect(lexicon.entries.count { $0.type == type } >= 100, "\(type)")
        }
    }

    @Test(arguments: Lexicon.files.map(\.name))
    func itsFilesAreSorted(name: String) throws {
        let text = String(decoding: try Resource.data("lexicon/" + name), as: UTF8.self)
        let names = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
            .compactMap { $0.split(separator: "\t").first.map(String.init) }
        // Regardless of case, as a reader looks names up.
        let disorder = zip(names, names.dropFirst()).filter { $0.lowercased() > $1.lowercased() }
        #expect(disorder.isEmpty, "\(disorder.count): \(disorder.first ?? ("", ""))")
        #expect(names.count > 100)
    }

    @Test func noNameMeansTwoThingsOfOneType() throws {
        var owners: [String: String] = [:]
        var double: [String] = []
        for entry in try lexicon().entries {
            for name in Set([entry.name] + entry.aliases.map(\.name)) {
                let key = "\(entry.type) \(name)"
                if let other = owners[key], other != entry.name {
                    double.append("\(key): \(other), \(entry.name)")
                }
                owners[key] = entry.name
            }
        }
        #expect(double.isEmpty, "\(double.count): \(double.prefix(10))")
    }

    @Test func noAddressMeansTwoThingsOfOneType() throws {
        var owners: [String: String] = [:]
        var double: [String] = []
        for entry in try lexicon().entries {
            for identity in Set(entry.identities) {
                let key = "\(entry.type) \(identity)"
                if let other = owners[key] { double.append("\(key): \(other), \(entry.name)") }
                owners[key] = entry.name
            }
        }
        #expect(double.isEmpty, "\(double.count): \(double.prefix(10))")
    }

    @Test func itsAddressesAreThoseThatLinksLeadTo() throws {
        let broken = try lexicon().entries.flatMap { entry in
            entry.identities.filter { $0.kind != .url && Identity(url: $0.url) != $0 }.map {
                "\(entry.name): \($0)"
            }
        }
        #expect(broken.isEmpty, "\(broken.count): \(broken.prefix(20))")
    }

    @Test func languagesOfAliasesAreCodes() throws {
        let used = Set(try lexicon().entries.flatMap { $0.aliases.compactMap(\.language) })
        #expect(used.isSuperset(of: ["zh", "fr", "pt", "es", "tr"]))
        #expect(
            used.isSubset(of: [
                "zh", "fr", "pt", "es", "tr", "ar", "de", "it", "ja", "ko", "ru", "en", "nl", "fa", "hi",
                "id", "pl", "sv", "uk", "vi",
            ]))
    }

    @Test func chineseNamesAreMarkedAsSuch() throws {
        let unmarked = try lexicon().entries.flatMap { entry in
            entry.aliases.filter { alias in
                alias.language == nil
                    && alias.name.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            }.map { "\(entry.name): \($0.name)" }
        }
        #expect(unmarked.isEmpty, "\(unmarked.count): \(unmarked.prefix(10))")
    }

    @Test(arguments: [
        ("谷歌", "organization Google"), ("微软", "organization Microsoft"),
        ("斯坦福大学", "organization Stanford University"),
        ("清华大学", "organization Tsinghua University"), ("抱抱脸", "organization Hugging Face"),
        ("Université de Montréal", "organization University of Montreal"),
        ("université Stanford", "organization Stanford University"),
        ("Universidade de Stanford", "organization Stanford University"),
        ("Universidad de Stanford", "organization Stanford University"),
        ("Stanford Üniversitesi", "organization Stanford University"), ("维基百科", "dataset Wikipedia"),
    ])
    func commonThingsHaveTheirNamesInOtherLanguages(name: String, entity: String) throws {
        let entries = try lexicon().entries.filter { entry in
            NameKey(entry.name) == NameKey(name)
                || entry.aliases.contains { NameKey($0.name) == NameKey(name) }
        }
        #expect(entries.map { "\($0.type) \($0.name)" }.contains(entity), "\(entries.map(\.name))")
    }

    @Test(arguments: ["Apex", "Flair", "Hydra", "Nature", "Transformers", "Science", "Adam"])
    func namesThatAreWordsAreMarked(name: String) throws {
        let entries = try lexicon().entries.filter { $0.name == name }
        #expect(!entries.isEmpty)
        #expect(entries.allSatisfy { $0.isCommon })
    }

    @Test(arguments: [
        "BERT", "GPT-2", "PyTorch", "TensorFlow", "spaCy", "SQuAD", "NeurIPS", "Google", "Hugging Face",
        "Yoshua Bengio",
    ])
    func namesThatAreNoWordsAreNot(name: String) throws {
        let entries = try lexicon().entries.filter { $0.name == name }
        #expect(!entries.isEmpty)
        #expect(!entries.contains { $0.isCommon })
    }
}
