import ResourceFiles

/// The files of this target.
enum Resource {
    /// The bytes of a resource, by its path.
    static func data(_ path: String) throws(ResourceError) -> [UInt8] {
        guard let bytes = ResourceFiles.read(path, of: "Recognition") else { throw ResourceError(path: path) }
        return bytes
    }
}

/// A file that the program brings along is not where it should be.
public struct ResourceError: Error, CustomStringConvertible {
    public var path: String

    public var description: String {
        "resource \(path) is missing; install kg again, or let KG_RESOURCES name the folder that holds "
            + "Recognition/\(path)"
    }
}
