import KGModel

/// Finds the date that a title, a heading or a file name tells, in the seven languages.
///
/// Understood are `2020-03-02`, `2020_03_02`, `20200302`, `2020-03`, `12.13.20`, `13.12.2020`,
/// `Feb 16, 2020`, `1er février 2020`, `16 de fevereiro de 2020`, `June 2 - June 8, 2025` and
/// `June 2 - 8, 2025` (the end: the day of publication),
/// `May 6 - May 12) - 2024`, `March 2020`, `2020年2月16日`, `2020年2月`.
/// A bare year is no date: titles speak about years.
enum DateReader {
    static func date(in text: some StringProtocol) -> IssueDate? {
        // Every date has a year in digits; most titles have none.
        guard text.utf8.contains(where: { $0 &- 48 < 10 }) else { return nil }
        let tokens = tokenize(text)
        var best: IssueDate?
        for index in tokens.indices {
            guard
                let found = chineseDate(tokens, index) ?? numericDate(tokens, index)
                    ?? wordDate(tokens, index)
            else {
                continue
            }
            // A day says more than a month; of two days the later ends a range.
            if let old = best {
                if found.precision == old.precision ? (found > old) : (found.precision == .day) {
                    best = found
                }
            } else {
                best = found
            }
        }
        return best
    }

    /// The first date of several, made more precise by a later one that agrees with it: a file name
    /// may tell the month and the heading the day.
    static func mostPrecise(_ dates: [IssueDate?]) -> IssueDate? {
        var dates = dates.compactMap(\.self)[...]
        guard var best = dates.popFirst() else { return nil }
        for date in dates where date.year == best.year && (best.month == nil || date.month == best.month) {
            if best.day == nil, date.month != nil { best = date }
        }
        return best
    }

    private enum Token: Equatable {
        case number(Int, digits: Int)
        case word(String)
        case mark(Character)
    }

    private static func tokenize(_ text: some StringProtocol) -> [Token] {
        if let tokens = tokenizeASCII(text) { return tokens }
        var tokens: [Token] = []
        var rest = text.lowercased()[...]
        while let first = rest.first {
            if first.isASCII, first.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                // More than eight digits are an identifier.
                tokens.append(
                    digits.utf8.count <= 8 ? .number(Int(digits) ?? 0, digits: digits.utf8.count) : .word("#")
                )
                rest = rest.dropFirst(digits.count)
            } else if first == "年" || first == "月" || first == "日" || first == "号" {
                tokens.append(.mark(first))
                rest = rest.dropFirst()
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter && !"年月日号".contains($0) }
                tokens.append(.word(String(word)))
                rest = rest.dropFirst(word.count)
            } else {
                if !first.isWhitespace { tokens.append(.mark(first)) }
                rest = rest.dropFirst()
            }
        }
        return tokens
    }

    /// The same for text of nothing but ASCII, without a look at Unicode; nil for other text.
    private static func tokenizeASCII(_ text: some StringProtocol) -> [Token]? {
        guard let runs = ASCIIRuns(text) else { return nil }
        return runs.compactMap { run in
            switch run.kind {
            // More than eight digits are an identifier.
            case .digits: run.bytes.count <= 8 ? .number(run.number, digits: run.bytes.count) : .word("#")
            case .letters: .word(run.text)
            case .blank: nil
            case .mark: .mark(Character(Unicode.Scalar(run.bytes.first ?? 0x20)))
            }
        }
    }

    private static func number(_ tokens: [Token], _ index: Int) -> (value: Int, digits: Int)? {
        guard tokens.indices.contains(index), case .number(let value, let digits) = tokens[index] else {
            return nil
        }
        return (value, digits)
    }

    private static func mark(_ tokens: [Token], _ index: Int, _ wanted: String) -> Character? {
        guard tokens.indices.contains(index), case .mark(let mark) = tokens[index], wanted.contains(mark)
        else {
            return nil
        }
        return mark
    }

    private static func chineseDate(_ tokens: [Token], _ index: Int) -> IssueDate? {
        guard let year = number(tokens, index), year.digits == 4, mark(tokens, index + 1, "年") != nil,
            let month = number(tokens, index + 2), mark(tokens, index + 3, "月") != nil
        else { return nil }
        if let day = number(tokens, index + 4), mark(tokens, index + 5, "日号") != nil {
            return IssueDate(year: year.value, month: month.value, day: day.value)
        }
        return IssueDate(year: year.value, month: month.value)
    }

    private static func numericDate(_ tokens: [Token], _ index: Int) -> IssueDate? {
        guard let first = number(tokens, index) else { return nil }
        // A number that continues another one is no start of a date.
        if mark(tokens, index - 1, "-_./") != nil, number(tokens, index - 2) != nil { return nil }
        if first.digits == 8 {
            return IssueDate(
                year: first.value / 10000, month: first.value / 100 % 100, day: first.value % 100)
        }
        guard let separator = mark(tokens, index + 1, "-_./"), let second = number(tokens, index + 2),
            second.digits <= 2
        else { return nil }
        let third = mark(tokens, index + 3, String(separator)) != nil ? number(tokens, index + 4) : nil
        if first.digits == 4 {
            if let third, third.digits <= 2 {
                return IssueDate(year: first.value, month: second.value, day: third.value)
            }
            return second.digits == 2 ? IssueDate(year: first.value, month: second.value) : nil
        }
        guard first.digits <= 2, let third, third.digits == 2 || third.digits == 4 else { return nil }
        // `20-12-13` with hyphens is a short ISO date.
        if separator != ".", separator != "/", first.digits == 2, third.digits == 2 {
            return IssueDate(year: 2000 + first.value, month: second.value, day: third.value)
        }
        let year = third.digits == 2 ? 2000 + third.value : third.value
        // `12.13.20` is how this field's newsletters write dates; where the first number can only be
        // a day, it is one.
        return IssueDate(year: year, month: first.value, day: second.value)
            ?? IssueDate(year: year, month: second.value, day: first.value)
    }

    private static func wordDate(_ tokens: [Token], _ index: Int) -> IssueDate? {
        guard case .word(let word) = tokens[index], let month = months[word] else { return nil }
        var before = index - 1
        if before >= 0, tokens[before] == .word("de") { before -= 1 }
        if before >= 0, tokens[before] == .mark(".") || tokens[before] == .word("er") { before -= 1 }
        var after = index + 1
        if after < tokens.count, tokens[after] == .mark(".") { after += 1 }
        // `June 2 - 8, 2025`: a day before a day is a range's start.
        if number(tokens, after) != nil, mark(tokens, after + 1, "-–—") != nil,
            let end = number(tokens, after + 2), end.digits <= 2
        {
            after += 2
        }
        // `June 8th, 2025`, `June 2 - June 8, 2025`: the year may stand behind a range's end.
        if let day = number(tokens, after), day.digits <= 2, (1...31).contains(day.value),
            let year = year(tokens, after + 1)
        {
            return IssueDate(year: year, month: month, day: day.value)
        }
        if let year = year(tokens, after) {
            if let day = number(tokens, before), day.digits <= 2, (1...31).contains(day.value) {
                return IssueDate(year: year, month: month, day: day.value)
            }
            return IssueDate(year: year, month: month)
        }
        return nil
    }

    /// A year that follows, with at most a comma, a bracket, a dash, `de` or an ordinal between.
    private static func year(_ tokens: [Token], _ index: Int) -> Int? {
        var at = index
        while at < tokens.count, at < index + 3 {
            switch tokens[at] {
            case .number(let value, 4) where (1990...2100).contains(value): return value
            case .mark(let mark) where ",)-–—'’.".contains(mark): at += 1
            case .word("de"), .word("th"), .word("st"), .word("nd"), .word("rd"): at += 1
            default: return nil
            }
        }
        return nil
    }

    private static let months: [String: Int] = {
        let names = [
            "january jan janvier janv janeiro enero ene ocak",
            "february feb février fevrier févr fevereiro fev febrero şubat subat",
            "march mar mars março marco marzo mart",
            "april apr avril avr abril abr nisan",
            "may mai maio mayo mayıs mayis",
            "june jun juin junho junio haziran",
            "july jul juillet juil julho julio temmuz",
            "august aug août aout agosto ago ağustos agustos",
            "september sep sept septembre setembro set septiembre eylül eylul",
            "october oct octobre outubro out octubre ekim",
            "november nov novembre novembro noviembre kasım kasim",
            "december dec décembre decembre dezembro dez diciembre dic aralık aralik",
        ]
        var months: [String: Int] = [:]
        for (index, row) in names.enumerated() {
            for name in row.split(separator: " ") { months[String(name)] = index + 1 }
        }
        return months
    }()
}
