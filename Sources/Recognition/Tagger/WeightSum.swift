/// Weights of one feature, for the first pass and for the second: a byte for each of the 32 labels,
/// stored with 128 added. A cache line.
struct WeightRow: Sendable, Hashable {
    var first = SIMD4<UInt64>(repeating: Self.nothing)
    var second = SIMD4<UInt64>(repeating: Self.nothing)

    /// Eight weights of 0.
    static let nothing: UInt64 = 0x8080_8080_8080_8080

    subscript(pass: Int, label: Int) -> Int8 {
        get {
            let lanes = pass == 0 ? first : second
            return Int8(
                bitPattern: UInt8(truncatingIfNeeded: lanes[label >> 3] >> UInt64(8 * (label & 7))) ^ 0x80)
        }
        set {
            let shift = UInt64(8 * (label & 7))
            var lanes = pass == 0 ? first : second
            lanes[label >> 3] &= ~(0xFF << shift)
            lanes[label >> 3] |= UInt64(UInt8(bitPattern: newValue) ^ 0x80) << shift
            if pass == 0 { first = lanes } else { second = lanes }
        }
    }
}

/// A sum of rows, for both passes. Whole numbers: the order of the terms does not matter.
///
/// Each label has 16 bits, the even labels of a quarter in one vector, the odd ones in another, so
/// that a row is added by a few operations on 64-bit lanes.
struct WeightSum: Sendable {
    private var firstEven = SIMD4<UInt64>.zero
    private var firstOdd = SIMD4<UInt64>.zero
    private var secondEven = SIMD4<UInt64>.zero
    private var secondOdd = SIMD4<UInt64>.zero
    /// Rows added; each has left 128 in every label.
    private var count: UInt64 = 0

    private static let mask = SIMD4<UInt64>(repeating: 0x00FF_00FF_00FF_00FF)
    /// More would not fit in 16 bits. (A word has fewer than 150 features.)
    private static let most: UInt64 = 257

    @inline(__always)
    mutating func add(_ row: WeightRow) {
        guard count < Self.most else { return }
        count += 1
        firstEven &+= row.first & Self.mask
        firstOdd &+= (row.first &>> 8) & Self.mask
        secondEven &+= row.second & Self.mask
        secondOdd &+= (row.second &>> 8) & Self.mask
    }

    @inline(__always)
    mutating func add(_ other: WeightSum) {
        guard count + other.count <= Self.most else { return }
        count += other.count
        firstEven &+= other.firstEven
        firstOdd &+= other.firstOdd
        secondEven &+= other.secondEven
        secondOdd &+= other.secondOdd
    }

    /// The sums of a pass, times `scale`.
    @inline(__always)
    func scores(pass: Int, scale: Float) -> LabelVector {
        let even = pass == 0 ? firstEven : secondEven
        let odd = pass == 0 ? firstOdd : secondOdd
        let bias = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: count) &* 128)
        return LabelVector(
            Self.quarter(even[0], odd[0], bias, scale), Self.quarter(even[1], odd[1], bias, scale),
            Self.quarter(even[2], odd[2], bias, scale), Self.quarter(even[3], odd[3], bias, scale))
    }

    @inline(__always)
    private static func quarter(
        _ even: UInt64, _ odd: UInt64, _ bias: SIMD8<Int32>, _ scale: Float
    ) -> SIMD8<Float> {
        func part(_ lanes: UInt64, _ index: UInt64) -> Int32 {
            Int32(truncatingIfNeeded: (lanes >> (16 * index)) & 0xFFFF)
        }
        let whole =
            SIMD8<Int32>(
                part(even, 0), part(odd, 0), part(even, 1), part(odd, 1), part(even, 2), part(odd, 2),
                part(even, 3), part(odd, 3)) &- bias
        return SIMD8<Float>(whole) * scale
    }
}
