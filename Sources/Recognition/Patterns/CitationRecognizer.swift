import KGModel

/// Finds the people of citations: `Devlin et al., 2019`, `(Peters and Gardner, 2018)`.
public struct CitationRecognizer: Recognizer {
    public let name = "citations"
    public let summary = "surnames in citations: `Devlin et al.`, `(Peters and Gardner, 2018)`"

    public init() {}

    public func candidates(in issue: IssueText, given found: [Candidate]) -> [Candidate] {
        var candidates: [Candidate] = []
        for (index, text) in issue.passages.enumerated() {
            for at in text.words.indices where text.words[at].kind != .ideograph {
                guard
                    let surnames =
                        text.words[at].kind == .mark ? yearInBrackets(text, at) : etAl(text, at)
                else { continue }
                for words in surnames {
                    candidates.append(
                        Candidate(
                            passage: index, range: text.range(ofWords: words), type: .person,
                            recognizer: name, confidence: 0.8))
                }
            }
        }
        return candidates
    }

    /// `Name et al` at the word `et`.
    private func etAl(_ text: PassageText, _ at: Int) -> [Range<Int>]? {
        guard at > 0, at + 1 < text.words.count, text.bytes[text.words[at].range].elementsEqual("et".utf8),
            text.bytes[text.words[at + 1].range].elementsEqual("al".utf8)
        else { return nil }
        // A full name before it is the people recognizer's.
        guard isSurname(text, at - 1) else { return nil }
        // `Sanchez-Gonzalez et al.`
        let isDouble =
            at > 2 && text.isHyphen(text.words[at - 2]) && !text.words[at - 2].shape.contains(.blankBefore)
            && !text.words[at - 1].shape.contains(.blankBefore) && isSurname(text, at - 3)
        return [(isDouble ? at - 3 : at - 1)..<at]
    }

    /// `(Name and Name, 2018` or `(Name, 2018` at the opening bracket.
    private func yearInBrackets(_ text: PassageText, _ at: Int) -> [Range<Int>]? {
        guard text.bytes[text.words[at].range.lowerBound] == UInt8(ascii: "("), at + 3 < text.words.count,
            isSurname(text, at + 1)
        else { return nil }
        var names = [at + 1..<at + 2]
        var next = at + 2
        let joint = text.text(text.words[next])
        if ["and", "&", "et", "y", "e", "ve", "和"].contains(joint), next + 1 < text.words.count,
            isSurname(text, next + 1)
        {
            names.append(next + 1..<next + 2)
            next += 2
        }
        guard next < text.words.count else { return nil }
        if text.bytes[text.words[next].range.lowerBound] == UInt8(ascii: ",") { next += 1 }
        guard next < text.words.count, text.words[next].kind == .number, text.words[next].range.count == 4
        else {
            return nil
        }
        // `(NeurIPS, 2019)` and `(March 2020)` are no citations.
        guard names.count == 2 || text.text(text.words[next - 1]) == "," else { return nil }
        return names
    }

    private func isSurname(_ text: PassageText, _ at: Int) -> Bool {
        let word = text.words[at]
        return word.kind == .letters && word.shape.contains(.capitalized)
            && !word.shape.contains(.allCapitals)
            && !word.shape.contains(.digit) && !word.shape.contains(.innerCapital) && word.range.count > 1
            && !word.shape.contains(.opaque) && !Self.months.contains(text.text(word))
    }

    private static let months: Set<String> = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November",
        "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
        "Updated",
        "Interspeech", "Nature", "Science",
    ]
}
