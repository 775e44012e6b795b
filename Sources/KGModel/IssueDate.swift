/// The date an issue bears, as precisely as its source tells it; never the date of an import.
public struct IssueDate: Sendable, Hashable, Comparable, CustomStringConvertible {
    public enum Precision: String, Sendable, CaseIterable {
        case year, month, day
    }

    /// Year, month and day in one number of their order: every edge of a graph bears two dates.
    private let packed: Int32

    public var year: Int { Int(packed >> 9) }
    /// 1 to 12, or nil when the source tells only the year.
    public var month: Int? { packed >> 5 & 15 > 0 ? Int(packed >> 5 & 15) : nil }
    /// 1 to 31, or nil when the source tells no day.
    public var day: Int? { packed & 31 > 0 ? Int(packed & 31) : nil }

    /// Nil when the numbers are no date of the Gregorian calendar, or lie outside 1900 to 2199:
    /// a newsletter is no older, and such a number is something else.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1900...2199).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...Self.days(in: month, of: year)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        packed = Int32(year << 9 | (month ?? 0) << 5 | (day ?? 0))
    }

    /// Reads `2020`, `2020-03` or `2020-03-09`.
    public init?(iso text: some StringProtocol) {
        var text = String(text)
        guard let date = text.withUTF8({ IssueDate(bytes: $0) }) else { return nil }
        self = date
    }

    /// The same, of text in ASCII.
    public init?(bytes text: UnsafeBufferPointer<UInt8>) {
        guard text.count == 4 || text.count == 7 || text.count == 10 else { return nil }
        func number(_ digits: Range<Int>) -> Int? {
            var number = 0
            for byte in text[digits] {
                guard (48...57).contains(byte) else { return nil }
                number = number * 10 + Int(byte) - 48
            }
            return number
        }
        func part(_ start: Int) -> Int? {
            text[start - 1] == UInt8(ascii: "-") ? number(start..<start + 2) : nil
        }
        guard let year = number(0..<4) else { return nil }
        var (month, day): (Int?, Int?) = (nil, nil)
        if text.count > 4 {
            month = part(5)
            guard month != nil else { return nil }
        }
        if text.count > 7 {
            day = part(8)
            guard day != nil else { return nil }
        }
        self.init(year: year, month: month, day: day)
    }

    public var precision: Precision { day != nil ? .day : month != nil ? .month : .year }

    /// ISO 8601, as long as it is precise: `2020`, `2020-03`, `2020-03-09`.
    public var description: String {
        let (year, month, day) = (year, month ?? 0, day ?? 0)
        let length = month == 0 ? 4 : day == 0 ? 7 : 10
        func digit(_ number: Int, _ power: Int) -> UInt8 { UInt8(48 + number / power % 10) }
        // Every edge of a graph tells two dates.
        return String(unsafeUninitializedCapacity: length) { text in
            text[0] = digit(year, 1000)
            text[1] = digit(year, 100)
            text[2] = digit(year, 10)
            text[3] = digit(year, 1)
            for (at, number) in [(4, month), (7, day)] where at < length {
                text[at] = UInt8(ascii: "-")
                text[at + 1] = digit(number, 10)
                text[at + 2] = digit(number, 1)
            }
            return length
        }
    }

    /// `2020-03` for a date that tells its month, else nil.
    public var yearMonth: String? {
        month == nil ? nil : String(description.prefix(7))
    }

    /// Chronological; an imprecise date stands before the precise ones that it contains.
    public static func < (a: IssueDate, b: IssueDate) -> Bool {
        a.packed < b.packed
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
