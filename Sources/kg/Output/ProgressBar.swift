import Foundation
import KnowledgeGraph
import Synchronization

/// A line on standard error that tells how far a build is: files, MB a second, time left.
///
/// Drawn at most ten times a second, and only on a terminal.
final class ProgressBar: Sendable {
    private let start = ContinuousClock.now
    private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

    func show(_ progress: GraphBuilder.Progress) {
        let now = ContinuousClock.now
        let isDue = lastDrawn.withLock { last in
            if let last, now - last < .milliseconds(100), !progress.isLinking { return false }
            last = now
            return true
        }
        guard isDue else { return }
        write("\r\u{1B}[K" + text(progress, seconds: (now - start) / .seconds(1)))
    }

    /// Takes the line away.
    func clear() {
        if lastDrawn.withLock({ $0 != nil }) { write("\r\u{1B}[K") }
    }

    private func text(_ progress: GraphBuilder.Progress, seconds: Double) -> String {
        if progress.isLinking { return "linking names …" }
        let share = progress.totalBytes > 0 ? Double(progress.bytes) / Double(progress.totalBytes) : 1
        let filled = Int(share * 24)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        let speed = seconds > 0 ? Double(progress.bytes) / 1_000_000 / seconds : 0
        let left = share > 0.01 ? seconds / share - seconds : 0
        return String(
            format: "%@ %d/%d files  %.1f MB/s  %d s left", bar, progress.files, progress.totalFiles, speed,
            Int(left.rounded(.up)))
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
