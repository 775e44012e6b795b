#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Finds and reads the files that travel with the program: word lists, lexicon, models.
///
/// Each target's files lie in a folder of its name. It is looked for
/// 1. in the folder that `$KG_RESOURCES` names;
/// 2. in `../share/kg` beside an installed program;
/// 3. in the package manager's resource bundle beside a program that was just built.
public enum ResourceFiles {
    /// The bytes of a file, by the target that it belongs to and its path there; nil if it is nowhere.
    public static func read(_ path: String, of target: String) -> [UInt8]? {
        for folder in folders(target) {
            if let bytes = contents(of: folder + "/" + path) { return bytes }
        }
        return nil
    }

    private static func folders(_ target: String) -> [String] {
        var folders: [String] = []
        if let named = getenv("KG_RESOURCES").map({ String(cString: $0) }), !named.isEmpty {
            folders.append(named + "/" + target)
        }
        for start in [executablePath, CommandLine.arguments.first.flatMap(resolved)] {
            guard let start, let slash = start.lastIndex(of: "/") else { continue }
            let folder = String(start[..<slash])
            folders.append(folder + "/../share/kg/" + target)
            // A test bundle on macOS lies three folders below the resource bundles.
            for place in [folder, folder + "/../../.."] {
                folders.append(place + "/kg_\(target).resources/Resources")
                folders.append(place + "/kg_\(target).bundle/Resources")
                folders.append(place + "/kg_\(target).bundle/Contents/Resources/Resources")
            }
        }
        return folders
    }

    /// The program's own path with links resolved.
    private static var executablePath: String? {
        #if canImport(Darwin)
            var size: UInt32 = 4096
            var buffer = [CChar](repeating: 0, count: Int(size))
            guard _NSGetExecutablePath(&buffer, &size) == 0 else { return nil }
            return buffer.withUnsafeBufferPointer { $0.baseAddress.flatMap { resolved(String(cString: $0)) } }
        #else
            return resolved("/proc/self/exe")
        #endif
    }

    private static func resolved(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        guard fseek(file, 0, SEEK_END) == 0, case let size = ftell(file), size >= 0,
            fseek(file, 0, SEEK_SET) == 0
        else { return nil }
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
        }
    }
}
