import Foundation

extension String {
    /// Whether this stands before another text, byte for byte.
    public func precedesInBytes(_ other: String) -> Bool { comparedInBytes(to: other) < 0 }

    /// Whether this is another text to the byte: Swift takes texts for equal that only look the same.
    public func hasSameBytes(_ other: String) -> Bool { comparedInBytes(to: other) == 0 }

    private func comparedInBytes(to other: String) -> Int {
        var (one, other) = (self, other)
        return one.withUTF8 { one in
            other.withUTF8 { other in
                guard let a = one.baseAddress, let b = other.baseAddress else {
                    return one.count - other.count
                }
                let order = memcmp(a, b, min(one.count, other.count))
                return order == 0 ? one.count - other.count : Int(order)
            }
        }
    }
}
