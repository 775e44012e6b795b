import Foundation

/// Numbers as they are told: by the decimal digits that mean something.
enum SignificantDigits {
    /// Six digits; the nearest number of so many, whose shortest text has no more.
    static func six(_ value: Double) -> Double {
        guard value.isFinite else { return value }
        return Double(String(format: "%.5e", value)) ?? value
    }
}
