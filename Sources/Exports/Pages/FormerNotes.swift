import Foundation

/// What a folder holds from former exports of notes, and what others made of it.
public struct FormerNotes: Sendable {
    /// Names of notes that others wrote, or changed, under a name that the export wants: they stay as they are.
    public private(set) var kept: Set<String> = []
    /// Names of notes that a former export wrote, that nobody changed, and that the export no longer has.
    public private(set) var stale: Set<String> = []

    init() {}

    init(in target: URL, of export: Export) {
        let wanted = Set(export.files.map(\.name))
        let spellings = Dictionary(wanted.map { (FileNames.folded($0), $0) }) { first, _ in first }
        let folders = Set(wanted.map(Self.folder)).union(Set(ObsidianVault.folders)).union([""])
        for folder in folders.sorted() {
            let path = folder.isEmpty ? target.path : target.appendingPathComponent(folder).path
            let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            for file in files where file.hasSuffix(".md") {
                let name = folder.isEmpty ? file : folder + "/" + file
                let place = target.appendingPathComponent(name).path
                guard Self.isFile(place) else { continue }
                // A file system that ignores case has a note of the export under another spelling.
                let spelling = spellings[FileNames.folded(name)].map {
                    target.appendingPathComponent($0).path
                }
                let isWanted = wanted.contains(name) || spelling.map { Self.isSame($0, place) } ?? false
                let isIntact =
                    FileManager.default.contents(atPath: place)
                    .map { NoteSignature.isIntact(Array($0)) } ?? false
                switch (isIntact, isWanted) {
                case (true, false): stale.insert(name)
                case (false, true): kept.insert(spellings[FileNames.folded(name)] ?? name)
                default: break
                }
            }
        }
    }

    /// Removes the stale notes.
    func removeStale(from target: URL) {
        for name in stale {
            let path = target.appendingPathComponent(name).path
            try? FileManager.default.removeItem(atPath: path)
        }
    }

    /// In a sentence each; none where nothing was found.
    public var sentences: [String] {
        var sentences: [String] = []
        if !stale.isEmpty {
            sentences.append(
                "\(ObsidianVault.count(stale.count, "note")) of a former export removed, of names that are gone"
            )
        }
        if !kept.isEmpty {
            let first = kept.sorted().prefix(2).joined(separator: ", ")
            sentences.append(
                "\(ObsidianVault.count(kept.count, "note")) that others wrote or changed "
                    + "\(kept.count == 1 ? "stays" : "stay") as \(kept.count == 1 ? "it is" : "they are") "
                    + "(\(first)\(kept.count > 2 ? ", …" : "")); move \(kept.count == 1 ? "it" : "them") "
                    + "away to get new ones")
        }
        return sentences
    }

    private static func folder(_ name: String) -> String {
        name.lastIndex(of: "/").map { String(name[..<$0]) } ?? ""
    }

    private static func isSame(_ one: String, _ other: String) -> Bool {
        func number(_ path: String) -> Int? {
            (try? FileManager.default.attributesOfItem(atPath: path))?[.systemFileNumber] as? Int
        }
        return number(one).map { $0 == number(other) } ?? false
    }

    /// No folder, and no link to elsewhere.
    private static func isFile(_ path: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
            == .typeRegular
    }
}
