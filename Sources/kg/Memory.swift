import Foundation

/// How memory is asked for.
enum Memory {
    /// Arrays over a megabyte go back to the system when they are freed, and leave no holes between what stays.
    ///
    /// The GNU library does so only until the first of them is freed, since asking anew costs time; a build asks
    /// for few of them and holds many small things meanwhile. Other libraries have no such setting, or need none.
    static func giveBackLargeArrays() {
        /// `M_MMAP_THRESHOLD` of `malloc.h`, which Swift does not see.
        let threshold: Int32 = -3
        guard let symbol = dlsym(nil, "mallopt") else { return }
        typealias Setter = @convention(c) (Int32, Int32) -> Int32
        _ = unsafeBitCast(symbol, to: Setter.self)(threshold, 1 << 20)
    }
}
