/// SHA-256, for the hashes of a content security policy. Source: FIPS 180-4.
enum SHA256 {
    /// The digest of the bytes in base 64.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        let digest = digest(bytes)
        var text: [UInt8] = []
        for start in stride(from: 0, to: digest.count, by: 3) {
            let part = Array(digest[start..<min(start + 3, digest.count)])
            let padded = part + Array(repeating: 0, count: 3 - part.count)
            let bits = Int(padded[0]) << 16 | Int(padded[1]) << 8 | Int(padded[2])
            for place in 0..<4 {
                text.append(
                    place > part.count ? UInt8(ascii: "=") : alphabet[(bits >> (18 - 6 * place)) & 63])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// 32 bytes.
    static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var state: [UInt32] = [
            0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
            0x5be0_cd19,
        ]
        var message = bytes + [0x80]
        while message.count % 64 != 56 { message.append(0) }
        let length = UInt64(bytes.count) * 8
        for shift in stride(from: 56, through: 0, by: -8) {
            message.append(UInt8(truncatingIfNeeded: length >> UInt64(shift)))
        }
        for start in stride(from: 0, to: message.count, by: 64) {
            compress(message[start..<start + 64], &state)
        }
        return state.flatMap { word in
            [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> UInt32($0)) }
        }
    }

    private static func compress(_ block: ArraySlice<UInt8>, _ state: inout [UInt32]) {
        func turned(_ word: UInt32, _ bits: UInt32) -> UInt32 { word >> bits | word << (32 - bits) }
        let bytes = Array(block)
        var words = (0..<16).map { index in
            bytes[index * 4..<index * 4 + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let (a, b) = (words[index - 15], words[index - 2])
            let small = turned(a, 7) ^ turned(a, 18) ^ a >> 3
            let large = turned(b, 17) ^ turned(b, 19) ^ b >> 10
            words.append(words[index - 16] &+ small &+ words[index - 7] &+ large)
        }
        var s = state
        for index in 0..<64 {
            let first =
                s[7] &+ (turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25))
                &+ (s[4] & s[5] ^ ~s[4] & s[6]) &+ constants[index] &+ words[index]
            let second =
                (turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22))
                &+ (s[0] & s[1] ^ s[0] & s[2] ^ s[1] & s[2])
            s = [first &+ second, s[0], s[1], s[2], s[3] &+ first, s[4], s[5], s[6]]
        }
        for index in state.indices { state[index] &+= s[index] }
    }

    /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = primes.map { prime in fraction(ofCubeRoot: prime) }

    private static let primes: [UInt64] = (2...311).filter { number in
        !(2..<number).contains { number % $0 == 0 }
    }

    /// By bisection in whole numbers, exact: the largest x with x³ <= prime · 2⁹⁶, without its high bits.
    private static func fraction(ofCubeRoot prime: UInt64) -> UInt32 {
        var low: UInt64 = 0
        var high: UInt64 = 8 << 32
        while high - low > 1 {
            let middle = (low + high) / 2
            if isCubeAtMost(middle, prime) { low = middle } else { high = middle }
        }
        return UInt32(truncatingIfNeeded: low)
    }

    /// Whether x³ <= prime · 2⁹⁶, with x below 2³⁵.
    private static func isCubeAtMost(_ x: UInt64, _ prime: UInt64) -> Bool {
        let square = x.multipliedFullWidth(by: x)
        // x² · x as high · 2¹²⁸ + …: the middle and high words decide, for the right side's low 96 bits are 0.
        let low = square.low.multipliedFullWidth(by: x)
        let high = square.high.multipliedFullWidth(by: x)
        let (middle, carry) = low.high.addingReportingOverflow(high.low)
        let top = high.high + (carry ? 1 : 0)
        let limit = prime << 32
        if top > 0 || middle > limit { return false }
        return middle < limit || low.low == 0
    }
}
