/// e^x by arithmetic alone, so that every machine gets the same bits (C libraries differ).
enum Exponential {
    /// e^x to about 2e-7, by 2^n · p(f) with the polynomial of Cephes' `expf`; x is clamped to ±87.
    static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> { exp(x, within: 87) }

    /// The same; x is clamped to ±`most`, which is 87 at most.
    @inline(__always)
    static func exp(_ x: SIMD8<Float>, within most: Float) -> SIMD8<Float> {
        // (`pointwiseMin` goes lane by lane.)
        let upper = SIMD8<Float>(repeating: most)
        let lower = SIMD8<Float>(repeating: -most)
        let below = x.replacing(with: upper, where: x .> upper)
        let clamped = below.replacing(with: lower, where: below .< lower)
        // Adding 1.5 · 2^23 leaves the nearest whole number in the lowest bits.
        let shifted = clamped * 1.44269504 + 12_582_912
        let n = shifted - 12_582_912
        let whole = unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- 0x4B40_0000
        let f = clamped - n * 0.693359375 + n * 2.12194440e-4
        var p = SIMD8<Float>(repeating: 1.9875691500e-4)
        p = p * f + 1.3981999507e-3
        p = p * f + 8.3334519073e-3
        p = p * f + 4.1665795894e-2
        p = p * f + 1.6666665459e-1
        p = p * f + 5.0000001201e-1
        p = p * f * f + f + 1
        return p * unsafeBitCast((whole &+ 127) &<< 23, to: SIMD8<Float>.self)
    }
}
