extension Word {
    /// The end of the word that begins at a byte, if it is of ASCII letters alone, small but for the first: nearly all
    /// are, and eight bytes of them are looked at together. Nil for any other word, and near the end of the text.
    @inline(__always)
    static func endOfPlainWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        guard bytes[start] < 0x80, let base = bytes.baseAddress else { return nil }
        var end = start + 1
        while true {
            guard end + 8 <= bytes.count else { return nil }
            let eight = UnsafeRawPointer(base + end).loadUnaligned(as: UInt64.self)
            let count = smallLetters(UInt64(littleEndian: eight))
            end += count
            if count < 8 { break }
        }
        let next = bytes[end]
        let goesOn = next >= 0x80 || next | 0x20 &- 97 < 26 || next &- 48 < 10
        return goesOn ? nil : end
    }

    /// How many of eight bytes, from the lowest on, are small ASCII letters.
    @inline(__always)
    private static func smallLetters(_ bytes: UInt64) -> Int {
        let highest: UInt64 = 0x8080_8080_8080_8080
        let seven = bytes & ~highest
        // In each byte the highest bit: from `a` on, and not beyond `z`. (Seven bits carry nothing over.)
        let small = (seven &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(seven &+ 0x0505_0505_0505_0505) & ~bytes & highest
        return (small ^ highest).trailingZeroBitCount >> 3
    }
}
