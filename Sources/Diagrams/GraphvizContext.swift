import CGraphviz
import Foundation

/// Graphviz's library in this process: the one place where C meets Swift.
///
/// Graphviz keeps global state and is not thread-safe, so one call runs at a time.
enum GraphvizContext {
    /// Lays out a graph and writes it.
    ///
    /// - Parameters:
    ///   - source: the graph in Graphviz's DOT language.
    ///   - attributes: attributes of the graph that DOT's quoting cannot express faithfully.
    ///   - engine: a layout engine, such as `neato`.
    ///   - format: an output format, such as `plain` or `png`.
    /// - Returns: the file's bytes.
    /// - Throws: `DiagramError.graphviz` with what Graphviz would have printed on standard error.
    static func run(
        source: String, attributes: [(name: String, value: String)] = [], engine: String, format: String
    ) throws(DiagramError) -> [UInt8] {
        lock.lock()
        defer { lock.unlock() }
        messages = ""
        // The engines draw from C's generators, some without seeding them first.
        srand(1)
        srand48(1)
        let oldHandler = agseterrf { message in
            if let message { GraphvizContext.messages += String(cString: message) }
            return 0
        }
        defer { agseterrf(oldHandler) }

        guard let context = gvContext() else { throw failure("it does not start") }
        defer { gvFreeContext(context) }
        guard let graph = agmemread(source) else { throw failure("it does not read the graph") }
        // circo keeps the last graph's attributes and takes a graph at the same address for that one,
        // so its graphs, some kilobytes each, are never given back.
        defer { if engine != "circo" { agclose(graph) } }
        for attribute in attributes {
            var name = Array(attribute.name.utf8CString)
            var value = Array(attribute.value.utf8CString)
            var standard = Array("".utf8CString)
            agsafeset(graph, &name, &value, &standard)
        }
        guard gvLayout(context, graph, engine) == 0 else {
            throw failure("it has no layout engine '\(engine)'")
        }
        defer { gvFreeLayout(context, graph) }
        return try write(gvRenderData, context: context, graph: graph, format: format)
    }

    /// `gvRenderData` is passed as a value because the type of its length differs between releases.
    private static func write<Context, Graph, Length: FixedWidthInteger>(
        _ renderData: (
            Context?, Graph?, UnsafePointer<CChar>?,
            UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, UnsafeMutablePointer<Length>?
        ) -> Int32,
        context: Context, graph: Graph, format: String
    ) throws(DiagramError) -> [UInt8] {
        var data: UnsafeMutablePointer<CChar>?
        var length: Length = 0
        let status = renderData(context, graph, format, &data, &length)
        defer { gvFreeRenderData(data) }
        guard status == 0, let data, length > 0 else {
            throw failure("it cannot write '\(format)'; is its plugin installed?")
        }
        return data.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
            Array(UnsafeBufferPointer(start: $0, count: Int(length)))
        }
    }

    private static func failure(_ summary: String) -> DiagramError {
        let detail = Label.clean(messages)
        return .graphviz(messages.isEmpty ? summary : "\(summary) (\(detail))")
    }

    private static let lock = NSLock()
    /// What Graphviz said since the last call began. Only touched while `lock` is held: Graphviz speaks
    /// on the thread that called it, and only `run` calls it.
    nonisolated(unsafe) private static var messages = ""
}
