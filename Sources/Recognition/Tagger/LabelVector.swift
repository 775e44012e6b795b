/// A number for each of the 32 labels of a word, in four vectors of eight: outside and unit, begin,
/// last, inside. (`SIMD32` and its halves are not specialized by the compiler; these are.)
struct LabelVector: Sendable, Hashable {
    var outsideOrUnit: SIMD8<Float>
    var begin: SIMD8<Float>
    var last: SIMD8<Float>
    var inside: SIMD8<Float>

    static let zero = LabelVector(repeating: 0)

    @inline(__always)
    init(repeating value: Float) {
        outsideOrUnit = SIMD8(repeating: value)
        begin = outsideOrUnit
        last = outsideOrUnit
        inside = outsideOrUnit
    }

    @inline(__always)
    init(_ outsideOrUnit: SIMD8<Float>, _ begin: SIMD8<Float>, _ last: SIMD8<Float>, _ inside: SIMD8<Float>) {
        self.outsideOrUnit = outsideOrUnit
        self.begin = begin
        self.last = last
        self.inside = inside
    }

    subscript(label: Int) -> Float {
        @inline(__always)
        get {
            switch label >> 3 {
            case 0: outsideOrUnit[label & 7]
            case 1: begin[label & 7]
            case 2: last[label & 7]
            default: inside[label & 7]
            }
        }
        @inline(__always)
        set {
            switch label >> 3 {
            case 0: outsideOrUnit[label & 7] = newValue
            case 1: begin[label & 7] = newValue
            case 2: last[label & 7] = newValue
            default: inside[label & 7] = newValue
            }
        }
    }

    /// Each of the four vectors on its own.
    @inline(__always)
    func map(_ body: (SIMD8<Float>) -> SIMD8<Float>) -> LabelVector {
        LabelVector(body(outsideOrUnit), body(begin), body(last), body(inside))
    }

    @inline(__always)
    static func + (a: LabelVector, b: LabelVector) -> LabelVector {
        LabelVector(
            a.outsideOrUnit + b.outsideOrUnit, a.begin + b.begin, a.last + b.last, a.inside + b.inside)
    }

    @inline(__always)
    static func += (a: inout LabelVector, b: LabelVector) { a = a + b }

    @inline(__always)
    static func * (a: LabelVector, b: LabelVector) -> LabelVector {
        LabelVector(
            a.outsideOrUnit * b.outsideOrUnit, a.begin * b.begin, a.last * b.last, a.inside * b.inside)
    }

    @inline(__always)
    static func * (a: LabelVector, b: Float) -> LabelVector {
        LabelVector(a.outsideOrUnit * b, a.begin * b, a.last * b, a.inside * b)
    }

    @inline(__always)
    func sum() -> Float { (outsideOrUnit + begin + last + inside).sum() }

    /// The largest magnitude.
    @inline(__always)
    func magnitude() -> Float {
        let a = pointwiseMax(Self.magnitude(outsideOrUnit), Self.magnitude(begin))
        let b = pointwiseMax(Self.magnitude(last), Self.magnitude(inside))
        return pointwiseMax(a, b).max()
    }

    @inline(__always)
    static func magnitude(_ v: SIMD8<Float>) -> SIMD8<Float> { pointwiseMax(v, SIMD8(repeating: 0) - v) }
}
