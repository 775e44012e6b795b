import Foundation

/// Names of files that Linux, macOS, Windows, Obsidian's links and synchronizing programs all take.
enum FileNames {
    /// Bytes at most, without the ending: file systems take 255, encrypted ones about 140.
    static let longest = 120

    /// The text with `-` for what some system or a wiki link forbids.
    static func safe(_ text: String) -> String {
        if isPlain(text) { return text }
        var name = ""
        // A title and what follows its colon.
        for scalar in text.replacing(": ", with: " - ").unicodeScalars {
            switch scalar {
            case "\"", "`": name += "'"
            case "[", "<": name += "("
            case "]", ">": name += ")"
            case "/", "\\", ":", "*", "?", "|", "#", "^", "%": name += "-"
            default:
                // Marks without width: names that look the same would differ.
                let isInvisible = !scalar.isASCII && scalar.properties.generalCategory == .format
                if !isInvisible { name.unicodeScalars.append(scalar) }
            }
        }
        name = name.trimmingCharacters(in: CharacterSet(charactersIn: ". "))
        if name.utf8.count > longest {
            while name.utf8.count > longest - 4 { name.removeLast() }
            name = name.trimmingCharacters(in: CharacterSet(charactersIn: ". ")) + "…"
        }
        if name.isEmpty { name = "-" }
        return isDevice(name) ? name + "_" : name
    }

    /// Nothing to change, told in one look: most names are of printable ASCII that every system takes.
    private static func isPlain(_ text: String) -> Bool {
        guard (1...longest).contains(text.utf8.count), let first = text.utf8.first, let last = text.utf8.last,
            first != UInt8(ascii: " "), first != UInt8(ascii: "."), last != UInt8(ascii: " "),
            last != UInt8(ascii: "."), text.utf8.allSatisfy({ isTaken[Int($0)] })
        else { return false }
        // The names that Windows keeps are of three or four letters.
        let stem = text.utf8.firstIndex(of: UInt8(ascii: ".")) ?? text.utf8.endIndex
        return text.utf8.distance(from: text.startIndex, to: stem) > 4 || !isDevice(text)
    }

    /// By byte, whether all systems and wiki links take it.
    private static let isTaken = (0..<256).map { byte in
        (0x20...0x7E).contains(byte) && !"\"`[]<>/\\:*?|#^%".utf8.contains(UInt8(byte))
    }

    /// Windows keeps these names, whatever the ending.
    private static func isDevice(_ name: String) -> Bool {
        let stem = name.prefix { $0 != "." }.uppercased()
        return ["CON", "PRN", "AUX", "NUL"].contains(stem)
            || stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
                && stem.last?.isNumber == true
    }

    /// What file systems that ignore case and composition take for one name.
    static func folded(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
        return name.decomposedStringWithCanonicalMapping.lowercased()
            .decomposedStringWithCanonicalMapping
    }
}
