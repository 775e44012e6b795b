import Foundation

/// Finds the files that the program brings along: word lists, lexicon, models.
public enum ResourceFolder {
    /// The folder of this target's resources: below `$KG_RESOURCES`, else `../share/kg` beside an
    /// installed program, else the bundle that the package manager puts beside the executable.
    public static let url: URL? = {
        let target = "Recognition"
        var candidates: [URL] = []
        if let folder = ProcessInfo.processInfo.environment["KG_RESOURCES"] {
            candidates.append(URL(fileURLWithPath: folder).appendingPathComponent(target))
        }
        if let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() {
            candidates.append(folder.appendingPathComponent("../share/kg/\(target)").standardized)
            candidates.append(folder.appendingPathComponent("kg_\(target).resources/Resources"))
            candidates.append(
                folder.appendingPathComponent("kg_\(target).bundle/Contents/Resources/Resources"))
        }
        #if os(macOS)
            // Tests run inside a tool of Xcode's; only the bundle knows where it lies then.
            for bundle in Bundle.allBundles {
                let folder = bundle.bundleURL.deletingLastPathComponent()
                candidates.append(
                    folder.appendingPathComponent("kg_\(target).bundle/Contents/Resources/Resources"))
            }
        #endif
        return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
    }()

    /// The bytes of a resource, by its path within the folder.
    public static func data(_ path: String) throws(ResourceError) -> [UInt8] {
        guard let file = url?.appendingPathComponent(path), let data = try? Data(contentsOf: file) else {
            throw ResourceError(path: path)
        }
        return [UInt8](data)
    }
}

/// A file that the program brings along is not where it should be.
public struct ResourceError: Error, CustomStringConvertible {
    public var path: String

    public var description: String {
        "resource \(path) is missing; install kg again, or let KG_RESOURCES name the folder that holds Recognition/\(path)"
    }
}
