import Foundation
import Testing

@testable import IssueReader
@testable import KnowledgeGraph

@Suite struct ToolsOnChangeTests {
    private final class Count: @unchecked Sendable {
        private let lock = NSLock()
        private var value = 0
        func increase() { lock.withLock { value += 1 } }
        var now: Int { lock.withLock { value } }
    }

    private let loads = Count()

    private func tools() -> ToolsOnChange {
        ToolsOnChange { [loads] in
            loads.increase()
            throw BuildError(reason: "nothing to load here")
        }
    }

    private func file(_ path: String) -> IssueFinder.File {
        IssueFinder.File(path: path, size: 1, stamp: 1)
    }

    private func waitForLoad() -> Bool {
        for _ in 0..<6000 where loads.now == 0 { Thread.sleep(forTimeInterval: 0.01) }
        return loads.now == 1
    }

    @Test func aChangedFileLoadsThemWhileOthersAreLookedFor() {
        let tools = tools()
        tools.know { $0.path == "new.md" }
        tools.see([file("a.md"), file("b.md")])
        #expect(loads.now == 0)
        tools.see([file("c.md"), file("new.md")])
        #expect(waitForLoad())
        tools.see([file("new.md")])
        #expect(throws: BuildError.self) { try tools.take().get() }
        tools.see([file("new.md")])
        #expect(loads.now == 1)
    }

    @Test func filesThatWereFoundBeforeAnythingIsKnownCountAsWell() {
        let tools = tools()
        tools.see([file("a.md"), file("new.md")])
        tools.know { $0.path == "new.md" }
        #expect(waitForLoad())
    }

    @Test func filesThatNobodyTouchedLoadNothing() {
        let tools = tools()
        tools.see([file("a.md")])
        tools.know { _ in false }
        tools.see([file("b.md")])
        Thread.sleep(forTimeInterval: 0.05)
        #expect(loads.now == 0)
        // Whoever needs them gets them all the same.
        #expect(throws: BuildError.self) { try tools.take().get() }
        #expect(loads.now == 1)
    }
}
