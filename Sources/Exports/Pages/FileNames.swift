import Foundation

/// Names of files that Linux, macOS, Windows, Obsidian's links and synchronizing programs all take.
enum FileNames {
    /// Bytes at most, without the ending: file systems take 255, encrypted ones about 140.
    static let longest = 120

    /// The text with `-` for what some system or a wiki link forbids.
    static func safe(_ text: String) -> String {
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
                let isInvisible = scalar.properties.generalCategory == .format
                name.unicodeScalars.append(contentsOf: isInvisible ? [] : [scalar])
            }
        }
        name = name.trimmingCharacters(in: CharacterSet(charactersIn: ". "))
        if name.utf8.count > longest {
            while name.utf8.count > longest - 4 { name.removeLast() }
            name = name.trimmingCharacters(in: CharacterSet(charactersIn: ". ")) + "…"
        }
        if name.isEmpty { name = "-" }
        // Windows keeps these names for devices, whatever the ending.
        let stem = name.prefix { $0 != "." }.uppercased()
        let isDevice =
            ["CON", "PRN", "AUX", "NUL"].contains(stem)
            || stem.count == 4 && (stem.hasPrefix("COM") || stem.hasPrefix("LPT"))
                && stem.last?.isNumber == true
        return isDevice ? name + "_" : name
    }

    /// What file systems that ignore case and composition take for one name.
    static func folded(_ name: String) -> String {
        if name.utf8.allSatisfy({ $0 < 0x80 }) { return name.lowercased() }
        return name.decomposedStringWithCanonicalMapping.lowercased()
            .decomposedStringWithCanonicalMapping
    }
}
