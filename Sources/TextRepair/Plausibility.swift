/// What speaks against a repair: the guard of good text.
extension Mojibake {
    /// How seldom UTF-8 is mistaken for a page, in units of logarithm.
    static func rarity(_ page: CodePage) -> Int32 {
        switch page.name {
        case "windows-1252", "windows-1254", "iso-8859-1", "utf-8": 0
        case "ibm437", "ibm850": 3
        default: 2
        }
    }

    /// What speaks against decoding to signs that hardly anyone uses.
    func strangeness(_ restored: [LostBytes.Restored]) -> Int32 {
        let unit = LanguageModel.unit
        return restored.reduce(0) { sum, character in
            // Four bytes do not make a sequence by chance.
            let isStrange =
                character.isDecoded && character.consumed < 4
                && model.cost(ofCharacter: character.scalar) > 10 * unit
            return isStrange ? sum + 8 * unit : sum
        }
    }

    /// Whether something decodes to a letter that stands alone, as "Δ²" would. One such pair is no proof of damage.
    func isLoneLetter(_ restored: [LostBytes.Restored]) -> Bool {
        func isLetter(_ index: Int) -> Bool {
            restored.indices.contains(index) && Letters.kind(of: restored[index].scalar) == .alphabetic
        }
        return restored.indices.contains { index in
            restored[index].isDecoded && isLetter(index) && !isLetter(index - 1) && !isLetter(index + 1)
        }
    }

    /// Whether all that is decoded looks like letters.
    func areLetters(_ restored: [LostBytes.Restored], _ text: UnsafeBufferPointer<UInt32>) -> Bool {
        restored.lazy.filter(\.isDecoded).allSatisfy { character in
            text[character.start..<character.start + character.consumed].allSatisfy {
                $0 >= 0x80 && Letters.kind(of: $0) == .alphabetic
            }
        }
    }

    /// Whether a decoded character stands beside one that looks like damage but was not decoded: then the page is
    /// rather another one.
    func touchesStray(
        _ restored: [LostBytes.Restored], _ text: UnsafeBufferPointer<UInt32>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        func isStray(_ character: LostBytes.Restored) -> Bool {
            !character.isDecoded && character.scalar >= 0xC0 && bytes[character.start] >= 0xC2
        }
        for (one, other) in zip(restored, restored.dropFirst())
        where one.isDecoded != other.isDecoded && (isStray(one) || isStray(other)) {
            return true
        }
        return false
    }
}
