/// Weights of one feature: a byte for each of the 32 labels, stored with 128 added.
///
/// Each lane holds a quarter of the labels, its first four in the even bytes, the others in the odd ones:
/// so a sum's 16-bit places come out in order.
struct WeightRow: Sendable, Hashable {
    var lanes = SIMD4<UInt64>(repeating: Self.nothing)

    /// Eight weights of 0.
    static let nothing: UInt64 = 0x8080_8080_8080_8080

    /// By how many bits a label's weight is shifted in its lane.
    @inline(__always)
    static func shift(_ label: Int) -> UInt64 { UInt64((label & 3) << 4 | (label & 4) << 1) }

    subscript(label: Int) -> Int8 {
        get { Int8(bitPattern: UInt8(truncatingIfNeeded: lanes[label >> 3] >> Self.shift(label)) ^ 0x80) }
        set {
            let shift = Self.shift(label)
            lanes[label >> 3] &= ~(0xFF << shift)
            lanes[label >> 3] |= UInt64(UInt8(bitPattern: newValue) ^ 0x80) << shift
        }
    }
}

/// A sum of rows. Whole numbers: the order of the terms does not matter. A cache line.
///
/// Each label has 16 bits, the even bytes of a row in one vector, the odd ones in another, so that a row
/// is added by a few operations on 64-bit lanes.
struct WeightSum: Sendable, Hashable {
    private var even = SIMD4<UInt64>.zero
    private var odd = SIMD4<UInt64>.zero

    // Computed: of a stored one it would be asked at every row whether it is made yet.
    @inline(__always)
    private static var mask: SIMD4<UInt64> { SIMD4(repeating: 0x00FF_00FF_00FF_00FF) }
    /// More would not fit in 16 bits. (A word has fewer than 150 features.)
    private static let most: UInt64 = 257

    /// 128 for each row that was added: what a row leaves in every label beside its weight, and alone in
    /// label 15, which does not exist.
    @inline(__always)
    private var bias: UInt64 { odd[1] >> 48 }

    @inline(__always)
    mutating func add(_ row: WeightRow) {
        guard bias < Self.most * 128 else { return }
        even &+= row.lanes & Self.mask
        odd &+= (row.lanes &>> 8) & Self.mask
    }

    @inline(__always)
    mutating func add(_ other: WeightSum) {
        guard bias + other.bias <= Self.most * 128 else { return }
        even &+= other.even
        odd &+= other.odd
    }

    /// The sums times `scale`.
    @inline(__always)
    func scores(scale: Float) -> LabelVector {
        let bias = SIMD8<Int32>(repeating: Int32(truncatingIfNeeded: bias))
        return LabelVector(
            Self.quarter(even[0], odd[0], bias, scale), Self.quarter(even[1], odd[1], bias, scale),
            Self.quarter(even[2], odd[2], bias, scale), Self.quarter(even[3], odd[3], bias, scale))
    }

    @inline(__always)
    private static func quarter(
        _ even: UInt64, _ odd: UInt64, _ bias: SIMD8<Int32>, _ scale: Float
    ) -> SIMD8<Float> {
        let low = SIMD4<Int32>(truncatingIfNeeded: unsafeBitCast(even, to: SIMD4<UInt16>.self))
        let high = SIMD4<Int32>(truncatingIfNeeded: unsafeBitCast(odd, to: SIMD4<UInt16>.self))
        return SIMD8<Float>(SIMD8(lowHalf: low, highHalf: high) &- bias) * scale
    }
}
