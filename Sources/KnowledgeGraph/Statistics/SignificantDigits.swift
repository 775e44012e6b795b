import Foundation

/// Numbers as they are told: by the decimal digits that mean something.
enum SignificantDigits {
    /// Six digits; the nearest number of so many, whose shortest text has no more.
    static func six(_ value: Double) -> Double {
        guard value.isFinite else { return value }
        return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 32) { text in
            guard let start = text.baseAddress else { return value }
            _ = withVaList([value]) { vsnprintf(start, text.count, "%.5e", $0) }
            return strtod(start, nil)
        }
    }
}
