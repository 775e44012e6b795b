/// What the surely decoded parts of a file say about the rest of it: how often two, three and four characters
/// follow each other there. Names and terms recur; where one of them is damaged, another copy may not be.
struct FileMemory {
    private var keys: [UInt64]
    private var counts: [UInt8]
    private var used = 0
    /// How many characters of each variant of Han the file surely has; see `LanguageModel.variant`.
    private var variants = SIMD4<Int32>(repeating: 0)
    private static let largest = 1 << 20

    init() {
        keys = [UInt64](repeating: 0, count: 1 << 12)
        counts = [UInt8](repeating: 0, count: 1 << 12)
    }

    var isEmpty: Bool { used == 0 }

    /// Remembers the sequences that end with the last of some characters. `last` holds them, the latest first, up to
    /// the first 0. Sequences of nothing but ASCII characters are not worth remembering.
    mutating func add(_ last: SIMD4<UInt32>, _ model: LanguageModel) {
        if last[0] >= 0x4E00 { variants[model.variant(of: last[0])] &+= 1 }
        guard last[0] != 0, last[1] != 0 else { return }
        var key = LanguageModel.step(LanguageModel.step(0x77, last[0]), last[1])
        var all = last[0] | last[1]
        if all >= 0x80 { count(key) }
        for index in 2..<4 {
            guard last[index] != 0 else { return }
            key = LanguageModel.step(key, last[index])
            all |= last[index]
            if all >= 0x80 { count(key) }
        }
    }

    /// What a Han character costs because the file uses another variant of Han.
    func variantCost(of scalar: UInt32, _ model: LanguageModel) -> Int32 {
        guard scalar >= 0x4E00 else { return 0 }
        let variant = model.variant(of: scalar)
        if variant == 0 { return 0 }
        let others = variants[1] &+ variants[2] &+ variants[3] &- variants[variant]
        var ratio = others / (variants[variant] &+ 1)
        var cost: Int32 = 0
        while ratio > 1 && cost < 6 * LanguageModel.unit {
            ratio /= 2
            cost += LanguageModel.unit * 7 / 10
        }
        return cost
    }

    /// What is to be taken off the cost of a character because the file has it after the same characters.
    @inline(__always)
    func bonus(of scalar: UInt32, after last: SIMD8<UInt32>) -> Int32 {
        guard used > 0, last[0] != 0 else { return 0 }
        var key = LanguageModel.step(LanguageModel.step(0x77, scalar), last[0])
        let two = count(of: key)
        guard two > 0 else { return 0 }
        var bonus = Self.worth[two] * Self.weights[0]
        if last[1] != 0 {
            key = LanguageModel.step(key, last[1])
            let three = count(of: key)
            guard three > 0 else { return bonus }
            bonus += Self.worth[three] * Self.weights[1]
            if last[2] != 0 {
                key = LanguageModel.step(key, last[2])
                bonus += Self.worth[count(of: key)] * Self.weights[2]
            }
        }
        return bonus
    }

    /// log(1 + count) in eighths, for counts up to 15.
    private static let worth: [Int32] = [0, 6, 9, 11, 13, 14, 16, 17, 18, 18, 19, 20, 21, 21, 22, 22]
    private static let weights: [Int32] = [6, 8, 8]

    @inline(__always)
    private func count(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key >> 32) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return Int(counts[slot]) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private mutating func count(_ key: UInt64) {
        if used * 2 >= keys.count { grow() }
        let slot = place(of: key)
        if keys[slot] == 0 {
            guard used < Self.largest else { return }
            keys[slot] = key
            used += 1
        }
        counts[slot] = Swift.min(15, counts[slot] + 1)
    }

    private func place(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key >> 32) & mask
        while keys[slot] != 0 && keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        let (oldKeys, oldCounts) = (keys, counts)
        keys = [UInt64](repeating: 0, count: oldKeys.count * 2)
        counts = [UInt8](repeating: 0, count: oldKeys.count * 2)
        for index in oldKeys.indices where oldKeys[index] != 0 {
            let slot = place(of: oldKeys[index])
            keys[slot] = oldKeys[index]
            counts[slot] = oldCounts[index]
        }
    }
}
